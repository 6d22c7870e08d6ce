"""What a removing for good is about, and what it would do."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from viewer.domain.changes import Change, ChangeSet, Content
from viewer.domain.records import Document, Record
from viewer.domain.redaction import Redactor

#: What becomes of a document that names the person: the name is taken out of its text, and the
#: original goes; the document goes; or it stays as it is, with the name.
Choice = Literal["take-out", "remove", "keep"]
CHOICES: tuple[Choice, ...] = ("take-out", "remove", "keep")

#: Of fewer bytes, what is found in a file may be there by chance.
LEAST_BYTES = 4
#: Code points of a piece of a text by which it is known again.
_LEAST, _LONGEST = 24, 60


@dataclass(frozen=True, slots=True)
class Target:
    """Whom or what to remove: `record` as it is, or was before it was deleted.

    `names` are the written forms of a person that are to be looked for; `former` the ids of
    records that are about it, or went with it, and that only the history still knows.
    """

    record: Record
    title: str
    names: tuple[str, ...] = ()
    former: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NamingDocument:
    """A document that holds the name: in its text, or only in the original (no `words` then)."""

    document: Document
    choice: Choice
    #: The words that mean the person, as they stand there, and how often.
    words: Counter[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Shared:
    """A name, or a part of one, that is also that of somebody who stays, and so stays too."""

    name: str
    title: str


@dataclass(frozen=True)
class Forgetting:
    """A plan: the records that go, those that are rewritten, and what to look for afterwards."""

    target: Target
    changes: tuple[Change, ...]
    #: What documents keep in place of their originals: the text without the name, as UTF-8.
    contents: tuple[Content, ...]
    documents: tuple[NamingDocument, ...]
    shared: tuple[Shared, ...]
    redactor: Redactor = field(repr=False)
    #: Documents that stay with the name, and their passages.
    exempt: frozenset[str] = frozenset()
    #: The words that were replaced anywhere, as they stood.
    words: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def going(self) -> tuple[Record, ...]:
        """The records that are deleted."""
        return tuple(c.before for c in self.changes if c.before and c.after is None)

    @property
    def rewritten(self) -> tuple[Change, ...]:
        """The records that stay and change."""
        return tuple(change for change in self.changes if change.after is not None)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all that goes, from the case or only from its history."""
        gone = frozenset(record.id for record in self.going)
        return gone | self.target.former | {self.target.record.id}

    @cached_property
    def recut(self) -> frozenset[str]:
        """The documents whose text is another afterwards."""
        return frozenset(
            change.id
            for change in self.rewritten
            if isinstance(change.before, Document)
            and isinstance(change.after, Document)
            and change.before.text != change.after.text
        )

    @property
    def sentences(self) -> frozenset[str]:
        """Pieces of the documents that go, long enough to be nobody else's words."""
        texts = [record.text for record in self.going if isinstance(record, Document)]
        lines = (line.strip()[:_LONGEST] for text in texts for line in text.splitlines())
        return frozenset(line for line in lines if len(line) >= _LEAST)

    @property
    def change_set(self) -> ChangeSet:
        """All that is written; its label says nothing of whom it is about."""
        return ChangeSet("Remove for good", self.changes, self.contents)
