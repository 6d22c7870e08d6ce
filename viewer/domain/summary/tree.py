"""The tree that every report is drawn from: plain words, already protected, no ids of records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from viewer.domain.redaction import Redactor
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.leaves import (
    Dated,
    Link,
    OtherName,
    Part,
    Reference,
    Statement,
    Target,
    Tie,
    own,
)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person, group or organisation."""

    number: int
    name: Statement
    unit: str = own()
    known: str = own()
    protection: str = own()
    is_protected: bool = False
    pseudonym: str = ""
    roles: tuple[str, ...] = own(())
    others: tuple[OtherName, ...] = ()
    described_as: Statement = Statement()
    occupation: Statement = Statement()
    about: Statement = Statement()
    ties: tuple[Tie, ...] = ()
    parts: tuple[Part, ...] = ()
    quotes: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A named place."""

    number: int
    name: Statement
    precision: str = own()
    also_written: str = ""
    part_of: str = ""
    coordinates: str = own()
    about: str = ""


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One thing that happened or was done."""

    number: int
    title: Statement
    type: str = own()
    status: Statement = field(default=Statement(), metadata={"own": True})
    status_code: str = own()
    date: Dated = Dated()
    place: Statement = Statement()
    precision: str = own()
    description: Statement = Statement()
    parts: tuple[Part, ...] = ()
    ties: tuple[Tie, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """Words of a speaker."""

    number: int
    words: Statement
    speaker: Link | None = None
    attribution: str = own()
    form: str = own()
    is_direct: bool = True
    note: str = ""
    references: tuple[Reference, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An event as who did what to whom."""

    event: Link
    type: str = own()
    when: Dated = Dated()
    by: tuple[Part, ...] = ()
    to: tuple[Part, ...] = ()
    others: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """A count as its claimant gives it."""

    number: int
    count: int
    claimant: Link | None = None
    qualifier: str = own()
    counted: str = ""
    period: Dated = Dated()
    place: str = ""
    notes: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """The counts of one kind of act, side by side."""

    number: int
    act: str = own()
    figures: tuple[FigureEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A source as it was received; `received` is UTC.

    Without `sha256` words were taken out of what is given of it: a hash would confirm guesses.
    """

    number: int
    title: Statement
    type: str = own()
    author: str = ""
    publisher: str = ""
    published: Dated = Dated()
    address: str = ""
    language: str = ""
    note: str = ""
    received: str = own()
    media_type: str = own()
    sha256: str = own()
    passages: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """The exact words behind a statement; `start` and `end` in code points of the text.

    Both are 0 where names were taken out of the document: places would tell how long these are.

    `page` is the page of the original, 0 where that has none.

    `before` and `after` are whole words around them; they are empty where a name that is
    protected could begin in the one and end in the other.
    """

    number: int
    document: int
    words: str
    paragraph: int
    start: int
    end: int
    page: int = 0
    before: str = ""
    after: str = ""
    used_by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note of those who work on the case."""

    number: int
    on: Link
    body: str
    motivation: str = own()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag and the entries that carry it."""

    label: str
    entries: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationEntry:
    """A note or highlight by itself; `id` is an IRI, `created` and `modified` are UTC."""

    id: str = own()
    target: Target = Target()
    motivation: str = own()
    body: str = ""
    tags: tuple[str, ...] = ()
    colour: str = own()
    author: str = ""
    created: str = own()
    modified: str = own()


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """All that a report for one audience may say."""

    audience: str = own()
    #: What the audience is called in the case, and in the report; what pages and cover say of it.
    audience_label: str = own()
    for_whom: str = own()
    notice: str = own()
    meaning: str = own()
    #: An IRI for all annotations together.
    id: str = own()
    #: The language of the case (ISO 639), and that of the report's own words (of `LANGUAGES`).
    language: str = own("en")
    wording: str = own("en")
    title: str = ""
    reference: str = ""
    #: What of the case the report covers; empty for all of it.
    covers: str = ""
    summary: Statement = Statement()
    persons: tuple[PersonEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    acts: tuple[ActEntry, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    tags: tuple[TagEntry, ...] = ()
    passages: tuple[PassageEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    annotations: tuple[AnnotationEntry, ...] = ()
    #: Who and what was kept back, for the case's own log: it holds real names.
    protections: str = field(default="", repr=False, compare=False, metadata={"own": True})
    #: The documents that it holds or cites, by the case's own ids: for its log, too.
    holds: tuple[str, ...] = field(default=(), repr=False, compare=False, metadata={"own": True})
    #: Makes the protected case, with the ids by which its audience knows it.
    given: Callable[[], Snapshot] = field(
        default=lambda: Snapshot(()), repr=False, compare=False, metadata={"own": True}
    )
    #: The forms that must not be found in what is written; never shown or printed itself.
    guard: Redactor = field(
        default_factory=lambda: Redactor({}), repr=False, compare=False, metadata={"own": True}
    )

    @property
    def view(self) -> Snapshot:
        """The protected case itself, for what is exchanged with other programs."""
        return self.given()


def strings(node: Any, where: str = "summary") -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every text of a summary that is not the program's own wording."""
    if isinstance(node, str):
        yield where, node
    elif isinstance(node, tuple):
        for item in node:
            yield from strings(item, where)
    elif is_dataclass(node):
        for part in fields(node):
            if not part.metadata.get("own"):
                yield from strings(getattr(node, part.name), f"{where} › {part.name}")


def texts(node: Any) -> Iterator[str]:
    """Yield every text of a summary, labels and other wording of the program's included."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from texts(item)
    elif is_dataclass(node):
        for part in fields(node):
            yield from texts(getattr(node, part.name))
