"""Numbers for documents and passages, given in the order in which a report first uses them."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from viewer.domain.pages import page_starts
from viewer.domain.reader import CaseReader
from viewer.domain.records import Document, Evidence, Passage
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.leaves import Link, Reference
from viewer.domain.summary.tree import PassageEntry

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
_CUT_WORD = re.compile(r"^\S*\s?")
_LINE_END = re.compile(r"\n+")


class _Places(NamedTuple):
    """Where the paragraphs and the pages of a text begin, and where its passages are."""

    paragraphs: list[int]
    pages: list[int]
    spans: dict[str, tuple[int, int]]


class Sources:
    """Hands out references, and remembers which entry of the report used which passage."""

    def __init__(
        self, view: Snapshot, case: CaseReader, redacted: Collection[str] = frozenset()
    ) -> None:
        self._view = view
        self._case = case
        self._redacted = redacted
        self.documents = {
            document.id: number for number, document in enumerate(view.all(Document), start=1)
        }
        self._numbers: dict[str, int] = {}
        self._users: dict[str, dict[str, Link]] = {}

    def of_record(self, id: str, user: Link, *fields: str) -> tuple[Reference, ...]:
        """Return the references of a record's fields; of the whole record when none is named."""
        found = self._view.where(Evidence, record_id=id)
        return self._of([e for e in found if not fields or e.field in fields], user)

    def of_the_rest(self, id: str, user: Link, *fields: str) -> tuple[Reference, ...]:
        """Return the references of all but those fields, so that no evidence is left out."""
        found = self._view.where(Evidence, record_id=id)
        return self._of([e for e in found if e.field not in fields], user)

    def of_passage(self, id: str, user: Link) -> tuple[Reference, ...]:
        """Return the reference to one passage."""
        return (self._reference(self._view.get(Passage, id), user, False),)

    def original(self, document_id: str) -> Document:
        """Return a document as it was received; without hashes where words were taken out.

        With a hash, a guess at those words could be confirmed.
        """
        document = self._case.get(Document, document_id)
        if document_id in self._redacted:
            return replace(document, sha256="", text_sha256="")
        return document

    def entries(self) -> tuple[PassageEntry, ...]:
        """Return the passages that were used, in the order of their numbers."""
        places: dict[str, _Places] = {}
        return tuple(self._entry(id, places) for id in self._numbers)

    def count(self, document_id: str) -> int:
        """Return how many passages of a document were used."""
        return sum(p.id in self._numbers for p in self._view.passages(document_id))

    def _of(self, evidence: Iterable[Evidence], user: Link) -> tuple[Reference, ...]:
        cited = [(self._view.get(Passage, e.passage_id), e.stance) for e in evidence]
        cited.sort(key=lambda pair: (self.documents[pair[0].document_id], pair[0].start))
        references = {self._reference(p, user, s == "contradicts"): None for p, s in cited}
        return tuple(sorted(references, key=lambda reference: reference.passage))

    def _reference(self, passage: Passage, user: Link, contradicts: bool) -> Reference:
        number = self._numbers.setdefault(passage.id, len(self._numbers) + 1)
        self._users.setdefault(passage.id, {}).setdefault(user.anchor, user)
        return Reference(number, self.documents[passage.document_id], contradicts)

    def _entry(self, id: str, places: dict[str, "_Places"]) -> PassageEntry:
        passage = self._view.get(Passage, id)
        document = passage.document_id
        if document not in places:
            places[document] = self._places(document)
        place = places[document]
        start, end = place.spans[id]
        # Counted in a text without the names, characters would tell how long these are.
        is_counted = document not in self._redacted
        return PassageEntry(
            number=self._numbers[id],
            document=self.documents[document],
            words=passage.exact,
            paragraph=bisect_right(place.paragraphs, start),
            start=start if is_counted else 0,
            end=end if is_counted else 0,
            page=bisect_right(place.pages, start),
            before=_from_a_word(passage.prefix),
            after=_from_a_word(passage.suffix[::-1])[::-1],
            used_by=tuple(self._users[id].values()),
        )

    def _places(self, document_id: str) -> "_Places":
        original = self._case.get(Document, document_id)
        spans = {p.id: (p.start, p.end) for p in self._case.passages(document_id)}
        return _Places(_paragraphs(original.text), page_starts(original), spans)


def _from_a_word(text: str) -> str:
    """Leave out the word that the cut went through, and what is beyond the paragraph."""
    inner = text.rpartition("\n\n")[2]
    return inner if inner != text else _CUT_WORD.sub("", text)


def _paragraphs(text: str) -> list[int]:
    """Return where paragraphs start: after blank lines, or after any where there are none."""
    ends = [match.end() for match in _PARAGRAPH_END.finditer(text)]
    return [0, *(ends or (match.end() for match in _LINE_END.finditer(text)))]
