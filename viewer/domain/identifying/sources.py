"""Whose words a place of a document is, and of whom the case says that it speaks."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from viewer.domain.identifying.people import People
from viewer.domain.reader import CaseReader
from viewer.domain.records import (
    Document,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Quote,
    Relationship,
)

#: Documents of one voice.
_OWN_WORDS = ("testimony", "letter")
#: The fields of a quote whose evidence introduces its speaker.
_SPEAKER = ("speaker_id", "attribution")


#: Code points of which the spans that have any are kept together.
_BLOCK = 1000


class _Span(NamedTuple):
    start: int
    end: int
    person_id: str


#: By document and block.
_Spans = dict[tuple[str, int], list[_Span]]


class Sources:
    """The quotes and the evidence of a case, by document."""

    def __init__(self, case: CaseReader, people: People) -> None:
        self._case, self._people = case, people
        self._quotes = self._spans(self._spoken())
        #: Words that are given for who a person is, and for what a person did or suffered.
        self._describing = self._spans(self._described())
        self._telling = self._spans(self._told())

    def speaker(self, document_id: str, start: int, end: int) -> str | None:
        """Return who says the words from `start` to before `end`; None where that is not known."""
        said = _containing(self._quotes, document_id, start, end)
        return said[0] if said else self._author(document_id)

    def described(self, document_id: str, start: int, end: int) -> list[str]:
        """Return the persons for whose identity the case gives these words."""
        return _containing(self._describing, document_id, start, end)

    def told(self, document_id: str, start: int, end: int) -> list[str]:
        """Return the persons of whom these words speak by the case's evidence."""
        more = _containing(self._telling, document_id, start, end)
        return [*self.described(document_id, start, end), *more]

    def _author(self, document_id: str) -> str | None:
        document = self._case.find(document_id)
        if not isinstance(document, Document) or document.type not in _OWN_WORDS:
            return None
        named = self._people.names_in(f"{document.author}\n{document.title}")
        ids = {id for name in named for id in name.ids if len(name.ids) == 1}
        return ids.pop() if len(ids) == 1 else None

    def _spans(self, found: Iterator[tuple[str, str]]) -> _Spans:
        spans: _Spans = defaultdict(list)
        for passage_id, person_id in found:
            passage = self._case.find(passage_id)
            if isinstance(passage, Passage):
                span = _Span(passage.start, passage.end, person_id)
                for block in range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1):
                    spans[passage.document_id, block].append(span)
        return spans

    def _spoken(self) -> Iterator[tuple[str, str]]:
        for quote in self._case.all(Quote):
            if quote.speaker_id and quote.form == "direct":
                yield quote.passage_id, quote.speaker_id

    def _described(self) -> Iterator[tuple[str, str]]:
        for evidence in self._case.all(Evidence):
            match self._case.find(evidence.record_id):
                case Person(id=id) | Name(person_id=id):
                    yield evidence.passage_id, id
                case Quote(speaker_id=str(id)) if evidence.field in _SPEAKER:
                    yield evidence.passage_id, id

    def _told(self) -> Iterator[tuple[str, str]]:
        for evidence in self._case.all(Evidence):
            match self._case.find(evidence.record_id):
                case Involvement(person_id=id):
                    yield evidence.passage_id, id
                case Relationship(person_id=one, other_id=other):
                    yield evidence.passage_id, one
                    yield evidence.passage_id, other


def _containing(spans: _Spans, document_id: str, start: int, end: int) -> list[str]:
    near = spans.get((document_id, start // _BLOCK), ())
    found = (span.person_id for span in near if span.start <= start and end <= span.end)
    return list(dict.fromkeys(found))
