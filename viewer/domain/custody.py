"""The custody of a document: what happened to it since it was received, told by the history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from viewer.domain.dates import Date
from viewer.domain.fields import DateField, NamedField, Term
from viewer.domain.records import Document, Export, fields_of
from viewer.domain.vocabularies import vocabulary

Fact = tuple[str, str]

_REVERSALS = {"undo": "Undone: ", "redo": "Done again: "}


class Entry(Protocol):
    """An entry of the history: its number, when (UTC), by whom, as what."""

    @property
    def seq(self) -> int:
        """Its number."""

    @property
    def at(self) -> str:
        """When, UTC in ISO 8601."""

    @property
    def who(self) -> str:
        """Who signed it, perhaps nobody."""

    @property
    def deed(self) -> str:
        """One of the store's deeds."""


class Past(Protocol):
    """What an entry did to one record; None for "was not there", twice for "was forgotten"."""

    @property
    def entry(self) -> Entry:
        """The entry."""

    @property
    def before(self) -> Mapping[str, Any] | None:
        """The fields before."""

    @property
    def after(self) -> Mapping[str, Any] | None:
        """The fields after."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened; `at` is UTC, `number` that of the entry of the history."""

    number: int
    at: str
    who: str
    what: str
    facts: tuple[Fact, ...] = ()


def custody(pasts: Sequence[Past], exports: Iterable[tuple[Export, Entry]]) -> tuple[Step, ...]:
    """Return what happened to a document, oldest first.

    `pasts` is its history, oldest first, `exports` what it left the case in, each with the entry
    that noted it.
    """
    steps = [step for n, past in enumerate(pasts) for step in _steps(past, is_first=n == 0)]
    steps += [_exported(export, entry) for export, entry in exports]
    return tuple(sorted(steps, key=lambda step: step.number))


def _steps(past: Past, *, is_first: bool) -> Iterator[Step]:
    before, after = past.before, past.after
    if before is None and after is None:
        yield _step(past, "Something that was removed for good")
    elif after is None:
        yield _step(past, f"{_again(past)}Deleted")
    elif before is not None:
        yield _step(past, f"{_again(past)}Description changed", tuple(_changes(before, after)))
    elif is_first:
        yield _step(past, "Received", tuple(_received(after)))
        yield _step(past, "Text extracted", tuple(_extracted(after)))
    elif past.entry.deed == "forget":
        yield _step(past, "Words removed for good", tuple(_extracted(after)))
    else:
        yield _step(past, "Brought back", tuple(_received(after)))


def _step(past: Past, what: str, facts: tuple[Fact, ...] = ()) -> Step:
    return Step(past.entry.seq, past.entry.at, past.entry.who, what, facts)


def _again(past: Past) -> str:
    return _REVERSALS.get(past.entry.deed, "")


def _received(said: Mapping[str, Any]) -> Iterator[Fact]:
    yield from _facts(
        said,
        ("File", "file_name"),
        ("Type", "media_type"),
        ("Received", "received"),
        ("SHA-256 of the original", "sha256"),
    )


def _extracted(said: Mapping[str, Any]) -> Iterator[Fact]:
    yield from _facts(said, ("By", "extracted_by"), ("SHA-256 of the text", "text_sha256"))
    yield "Characters", f"{len(said.get('text', '')):,}"


def _facts(said: Mapping[str, Any], *wanted: Fact) -> Iterator[Fact]:
    for label, name in wanted:
        if said.get(name):
            yield label, str(said[name])


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Fact]:
    for field in fields_of(Document.kind):
        if field.name in after:
            old, new = _said(field, before.get(field.name)), _said(field, after[field.name])
            yield field.spec.label, f"{old or 'nothing'} → {new or 'nothing'}"


def _said(field: NamedField, value: Any) -> str:
    match field.spec:
        case Term(vocabulary=name):
            return vocabulary(name).label(value) if value else ""
        case DateField():
            date = Date(**value) if value else Date()
            return date.written or date.edtf
        case _:
            return str(value or "")


def _exported(export: Export, entry: Entry) -> Step:
    facts = [
        *(("File", export.file_name), ("Format", export.format), ("For whom", export.audience)),
        *(("What", export.contents), ("SHA-256 of the file", export.sha256)),
    ]
    return Step(entry.seq, export.at, entry.who, "Exported", tuple(f for f in facts if f[1]))
