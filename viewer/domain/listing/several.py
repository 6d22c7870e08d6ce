"""Several values in one cell, parted by semicolons: "Abu Ali; Ali the baker"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from viewer.domain.listing.table import Cell

#: A value in quotation marks may hold what parts the others; a mark in it is written twice.
_MARKED = re.compile(r'\s*+"((?:[^"]|"")++)"\s*+(?=[;؛\n]|\Z)')
_PLAIN = re.compile(r"\s*+([^;؛\n]*+)")
_NEEDS_MARKS = re.compile(r'[;؛\n]|\A["\s]|\s\Z')


def joined(values: Iterable[str]) -> str:
    """Return values as the text of one cell, in which `parted` finds the same again."""
    return "; ".join(_marked(value) if _NEEDS_MARKS.search(value) else value for value in values)


def _marked(value: str) -> str:
    return '"{}"'.format(value.replace('"', '""'))


def parted(cell: Cell, words: str) -> Iterator[Cell]:
    """Yield the values of a cell, each with its own place.

    `words` are those of the document at the place of the cell, where the table may have put signs
    of its own between.
    """
    places, at = _places(cell.text, words), 0
    while at < len(cell.text):
        marked = _MARKED.match(cell.text, at)
        match = marked or _PLAIN.match(cell.text, at)
        assert match is not None, "a value may be empty"
        start, value = match.start(1), match[1].rstrip() if marked is None else match[1]
        if value:
            end = _end(places[start + len(value) - 1], words, len(words) > len(cell.text))
            text = value.replace('""', '"') if marked else value
            yield Cell(text, cell.start + places[start], cell.start + end)
        at = match.end() + 1


def _end(last: int, words: str, has_signs: bool) -> int:
    """Return where a value ends; a quotation mark may be written twice there."""
    return last + (2 if has_signs and words[last : last + 2] == '""' else 1)


def _places(text: str, words: str) -> Sequence[int]:
    """Return where each letter of a cell's text stands within its words."""
    if text == words:
        return range(len(text))
    places, at = [], -1
    for letter in text:
        at = words.index(letter, at + 1)
        places.append(at)
    return places
