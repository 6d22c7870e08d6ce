"""The text of a document as an audience may read it, and where each passage then stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from viewer.domain.redaction import Redactor
from viewer.domain.wording import Wording

#: Stands for what no passage needs.
GAP = "[…]"

_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")

#: Half open, in code points of the text as it was.
Span = tuple[int, int]


class Piece(NamedTuple):
    """A span of the text as it was, and what stands there instead."""

    start: int
    end: int
    shown: str


class Rewriting:
    """A text with pieces replaced; whatever is not in a piece stays as it is."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._pieces = [_Placed(*piece, 0) for piece in pieces]
        parts, at, length = [], 0, 0
        for number, piece in enumerate(self._pieces):
            parts += [text[at : piece.start], piece.shown]
            length += piece.start - at
            self._pieces[number] = piece._replace(place=length)
            length, at = length + len(piece.shown), piece.end
        self.text = "".join([*parts, text[at:]])
        self._starts = [piece.start for piece in self._pieces]

    def moved(self, start: int, end: int) -> Span:
        """Return where a span is now; what it cut through is in it as a whole."""
        first, last = self._piece_at(start), self._piece_at(end - 1)
        begin = first.place if first and start < first.end else self._offset(start, first)
        is_within = last is not None and end - 1 < last.end
        finish = last.place + len(last.shown) if last and is_within else self._offset(end, last)
        return begin, finish

    def _piece_at(self, at: int) -> "_Placed | None":
        """Return the last piece that begins at an offset or before it."""
        number = bisect_right(self._starts, at) - 1
        return self._pieces[number] if number >= 0 else None

    def _offset(self, at: int, before: "_Placed | None") -> int:
        return at if before is None else before.place + len(before.shown) + at - before.end


class _Placed(NamedTuple):
    """A piece, and where what is shown for it begins in the new text."""

    start: int
    end: int
    shown: str
    place: int


def left_out(wording: Wording) -> str:
    """Return what stands for words that are withheld by decision, or are of who is left out."""
    return f"[{wording('withheld.words')}]"


def replacements(
    text: str, redactor: Redactor, cuts: Iterable[Span], alone: Iterable[Span], instead: str
) -> list[Piece]:
    """Return what is replaced in a text: forms of names, and spans that are cut out.

    The spans that are also read `alone` may begin or end within a word, and so make a name of it.
    """
    found = [piece for span in ((0, len(text)), *alone) for piece in _forms(text, span, redactor)]
    found += [Piece(start, end, instead) for start, end in cuts if start < end]
    return list(_merged(sorted(found), instead))


def _forms(text: str, span: Span, redactor: Redactor) -> Iterator[Piece]:
    start, end = span
    for match in redactor.matches(text[start:end]):
        yield Piece(start + match.start, start + match.end, f"[{redactor.shown(match.form)}]")


def _merged(pieces: Iterable[Piece], instead: str) -> Iterator[Piece]:
    """Of pieces that overlap one is left, as long as both: a cut rather than a name."""
    last: Piece | None = None
    for piece in pieces:
        if last is None or piece.start >= last.end:
            if last is not None:
                yield last
            last = piece
        else:
            cut = instead in (last.shown, piece.shown)
            shown = instead if cut else max(last, piece, key=lambda p: p.end - p.start).shown
            last = Piece(last.start, max(last.end, piece.end), shown)
    if last is not None:
        yield last


def gaps(text: str, kept: Iterable[Span], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Return what lies between the spans that are kept, whole pieces at their edges left."""
    at = 0
    for start, end in [*joined([*kept, *_at_edges(kept, pieces)]), (len(text), len(text))]:
        if text[at:start].strip():
            yield Piece(at, start, _gap(text[at:start], at, start == len(text)))
        at = end


def _at_edges(kept: Iterable[Span], pieces: Sequence[Piece]) -> Iterator[Span]:
    starts = [piece.start for piece in pieces]
    for start, end in kept:
        for edge in (start, end - 1):
            number = bisect_right(starts, edge) - 1
            if number >= 0 and edge < pieces[number].end:
                yield pieces[number].start, pieces[number].end


def _gap(words: str, start: int, is_last: bool) -> str:
    space = "\n\n" if _PARAGRAPH_END.search(words) else " "
    return f"{space if start else ''}{GAP}{'' if is_last else space}"


def without(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Return what of the spans is in none of the others."""
    taken = joined(others)
    for start, end in joined(spans):
        at = max(0, bisect_right(taken, (start, start)) - 1)
        while at < len(taken) and taken[at][0] < end:
            if start < taken[at][0]:
                yield start, taken[at][0]
            start = max(start, taken[at][1])
            at += 1
        if start < end:
            yield start, end


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def rewritten(text: str, pieces: Sequence[Piece], gaps_between: Iterable[Piece]) -> Rewriting:
    """Return the text with its pieces and gaps; a piece within a gap goes with it."""
    empty = list(gaps_between)
    starts = [gap.start for gap in empty]

    def is_told(piece: Piece) -> bool:
        number = bisect_right(starts, piece.start) - 1
        return number < 0 or piece.start >= empty[number].end

    return Rewriting(text, sorted([*filter(is_told, pieces), *empty]))
