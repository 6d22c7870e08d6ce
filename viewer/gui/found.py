"""What a found record is shown as: its title, and words around the match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from viewer.domain.records import Annotation, Name, Passage, Record, fields_of
from viewer.domain.text import folded, shortened

if TYPE_CHECKING:
    from viewer.store import CaseFile, Hit

_WORD = re.compile(r"[^\W_]+")
#: Code points of a text that are looked through, a piece at a time.
_LOOKED_THROUGH, _PIECE = 200_000, 2_000
#: Code points that are shown before a match, and in all.
_BEFORE, _AROUND = 24, 110


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found: its title, and words around the match unless the title has it."""

    kind: str
    id: str
    title: str
    context: str


def found(case: CaseFile, hit: Hit, wanted: list[str]) -> Found:
    """Return what a record is shown as; `wanted` are the folded words that were searched for."""
    from viewer.domain.titles import title

    record = case.find(hit.id)
    if record is None:
        return Found(hit.kind, hit.id, "", "")
    heading = title(case, record)
    missing = [word for word in wanted if not marks(heading, [word])]
    texts = _texts(case, record) if missing else iter(())
    context = next((c for text in texts if (c := _context(text, missing))), "")
    return Found(hit.kind, hit.id, heading, context)


def _texts(case: CaseFile, record: Record) -> Iterator[str]:
    if passage_id := getattr(record, "passage_id", None):
        yield case.get(Passage, passage_id).exact
    for name in case.where(Name, person_id=record.id):
        yield name.text
    for field in fields_of(record.kind):
        value = getattr(record, field.name)
        if isinstance(value, str) and not field.name.endswith("_id"):
            yield value[:_LOOKED_THROUGH]
    target = case.find(record.target_id) if isinstance(record, Annotation) else None
    if isinstance(target, Passage):
        yield target.exact


def _context(text: str, wanted: list[str]) -> str:
    at = _first(text, wanted)
    if at is None:
        return ""
    start = max(0, at - _BEFORE)
    if start:
        start = text.find(" ", start, at) + 1 or at
    cut = shortened(text[start : start + _AROUND * 2], _AROUND)
    return f"… {cut}" if start else cut


def _first(text: str, wanted: list[str]) -> int | None:
    """Return where the first of some words begins; long texts are folded piece by piece."""
    for start in range(0, len(text), _PIECE):
        # A word that the piece's end cuts in two is whole in the piece with its beginning.
        piece = text[start : start + _PIECE + 40]
        plain = folded(piece)
        if any(word in plain for word in wanted):
            for at, _ in marks(piece, wanted):
                if not start or at or not text[start - 1].isalnum():
                    return start + at
    return None


def marks(text: str, wanted: list[str]) -> list[tuple[int, int]]:
    """Return the spans of words that begin with one of the folded words, in code points."""
    return [
        (match.start(), match.end())
        for match in _WORD.finditer(text)
        if folded(match[0]).startswith(tuple(wanted))
    ]
