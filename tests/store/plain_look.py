"""What filters ask for, found by looking at every record in memory, one after the other."""

from collections.abc import Iterator
from typing import Any

from viewer.domain.criteria import DateRange
from viewer.domain.dates import Date
from viewer.domain.records import (
    KINDS,
    Annotation,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Place,
    Record,
    Tagging,
)
from viewer.domain.text import words
from viewer.store import LISTS, CaseFile, ListQuery


class Look:
    """Everything in memory, looked at record by record."""

    def __init__(self, case_file: CaseFile) -> None:
        self.of = {kind: list(case_file.all(record)) for kind, record in KINDS.items()}
        self.by_id = {record.id: record for records in self.of.values() for record in records}

    def rows(self, query: ListQuery) -> set[str]:
        wanted = query.criteria
        return {
            record.id
            for record in self.of[query.kind]
            if self._has_words(record, words(f"{wanted.words} {query.words}"))
            and all(self._is_one_of(record, *each) for each in wanted.chosen.items())
            and all(self._is_in(record, *each) for each in wanted.ranges.items())
        }

    def _has_words(self, record: Record, wanted: list[str]) -> bool:
        looked_in = [self._texts(getattr(record, c)) for c, _ in LISTS[record.kind].words]
        found = [words(text) for texts in looked_in for text in texts]
        return not wanted or any(
            all(any(word.startswith(w) for word in text) for w in wanted) for text in found
        )

    def _texts(self, id: str | None) -> Iterator[str]:
        if id is None:
            return
        record: Any = self.by_id[id]
        match record.kind:
            case "person":
                parts = (record.described_as, record.occupation, record.pseudonym, record.about)
                yield "\n".join(parts)
                yield from (name.text for name in self._all(Name) if name.person_id == id)
            case "quote":
                yield f"{self.by_id[record.passage_id].exact}\n{record.note}"  # type: ignore[attr-defined]
            case "annotation":
                target = self.by_id[record.target_id]
                yield f"{record.body}\n{target.exact if isinstance(target, Passage) else ''}"
            case "figure":
                yield f"{record.number}\n{record.counted}"
            case "event":
                yield f"{record.title}\n{record.description}"
            case "place":
                yield f"{record.name}\n{record.also_written}\n{record.about}"
            case "tag":
                yield record.label
            case _:
                parts = (record.title, record.author, record.publisher, record.address)
                yield "\n".join((*parts, record.note, record.text))

    def _all(self, kind: type[Any]) -> list[Any]:
        return self.of[kind.kind]

    def _is_one_of(self, record: Any, name: str, values: tuple[str, ...]) -> bool:
        if name == "evidence":
            return bool(self._standing(record) & set(values))
        found = set(self._held(record, name))
        if name == "place":
            return any(self._within(id) & set(values) for id in found if id)
        return bool(found & set(values))

    def _held(self, record: Any, name: str) -> Iterator[str | None]:
        """The values that a record has under the name of a filter."""
        parts = [i for i in self._all(Involvement) if i.person_id == record.id]
        match record.kind, name:
            case _, "tag":
                yield from (t.tag_id for t in self._all(Tagging) if t.target_id == record.id)
            case "person", "role":
                yield from (part.role for part in parts)
            case "person", "act":
                yield from (self.by_id[part.event_id].type for part in parts)  # type: ignore[attr-defined]
            case "person", "place":
                yield from (self.by_id[part.event_id].place_id for part in parts)  # type: ignore[attr-defined]
            case "event", "person":
                involved = self._all(Involvement)
                yield from (i.person_id for i in involved if i.event_id == record.id)
            case "quote", "protection":
                speaker = self.by_id.get(record.speaker_id)
                yield speaker.protection if isinstance(speaker, Person) else None
            case "quote", "document":
                yield self.by_id[record.passage_id].document_id  # type: ignore[attr-defined]
            case "annotation", "document":
                target = self.by_id[record.target_id]
                yield target.document_id if isinstance(target, Passage) else target.id
            case "place", "place":
                yield record.id
            case ("relationship", "person") | ("event_link", "event"):
                yield from (getattr(record, f"{name}_id"), record.other_id)
            case _:
                yield getattr(record, name if hasattr(record, name) else f"{name}_id")

    def _within(self, id: str) -> set[str]:
        """A place and all that it is part of."""
        found: set[str] = set()
        at: str | None = id
        while at is not None and at not in found:
            found.add(at)
            place = self.by_id[at]
            assert isinstance(place, Place)
            at = place.part_of_id
        return found

    def _standing(self, record: Record) -> set[str]:
        of = {record.id, *(n.id for n in self._all(Name) if n.person_id == record.id)}
        found = [e.stance for e in self._all(Evidence) if e.record_id in of]
        contradicted = {"contradicted"} if "contradicts" in found else set()
        return {"some" if found else "none"} | contradicted

    def _is_in(self, record: Any, name: str, wanted: DateRange) -> bool:
        match record:
            case Person():
                parts = [i for i in self._all(Involvement) if i.person_id == record.id]
                dates = [self.by_id[part.event_id].date for part in parts]  # type: ignore[attr-defined]
            case Annotation():
                dates = [Date(edtf=record.created[:10])]
            case _:
                dates = [getattr(record, name)]
        return any(self._meets(date, wanted) for date in dates)

    def _meets(self, date: Date, wanted: DateRange) -> bool:
        span = date.span()
        if span.is_empty:
            return wanted.undated
        low, high = wanted.span
        return not (wanted.undated and wanted.is_open) and (
            span.earliest <= high and span.latest >= low
        )
