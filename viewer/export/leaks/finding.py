"""Finding names in a text as it was read back, in every way in which it may have to be read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from viewer.domain.redaction import Form, Redactor
from viewer.errors import Hit
from viewer.export.leaks.places import APART, Reading
from viewer.export.leaks.ways import Way, ways

#: Words of fewer letters come about by chance in bytes that are no text.
_BY_CHANCE = 6
#: A single letter comes about by chance in any file, and was looked for in the summary already.
_LEAST = 2
#: So do two letters among the keys and codes that a PDF is made of.
_LEAST_IN_OBJECTS = 3
#: So far a neighbouring word is looked for.
_NEAR = 60

_BEGUN_WORD = re.compile(r"\w*\Z")
_REST_OF_WORD = re.compile(r"\w*")
_BEGUN_CODE = re.compile(r"[A-Za-z]*\Z")
_REST_OF_CODE = re.compile(r"[A-Za-z]*")
_END = re.escape(APART)
_LAST_WORD = re.compile(rf"(?:[^\W\d_]+|{_END})(?:(?!{_END})[\W\d_])*\Z")
_FIRST_WORD = re.compile(rf"(?:(?!{_END})[\W\d_])*(?:[^\W\d_]+|{_END})")


class Found(NamedTuple):
    """A form that stands in a reading: the whole words that it is in, and those around them.

    `before` and `after` are `APART` where a text ends within the reading, and empty where
    nothing can be said of neighbours: where the reading ends, and among bytes.
    """

    place: str
    where: str
    before: str
    words: str
    after: str
    form: Form
    exact: str

    def hit(self, guard: Redactor) -> Hit:
        """Return what the user is told."""
        return Hit(self.where, " ".join(self.exact.split()), f"[{guard.shown(self.form)}]")


def found_in(reading: Reading, guard: Redactor) -> Iterator[Found]:
    """Yield every form of a name that a reader could make out in a text."""
    for way in [Way(reading.text)] if reading.by_chance else ways(reading.text):
        for start, end, form in guard.hits(way.text):
            least = _least(reading)
            if way.has(start, end) and sum(map(len, form)) >= least:
                yield _found(reading, way, start, end, form)


def _least(reading: Reading) -> int:
    if reading.by_chance:
        return _BY_CHANCE
    return _LEAST_IN_OBJECTS if reading.place == "object" else _LEAST


def _found(reading: Reading, way: Way, start: int, end: int, form: Form) -> Found:
    place, where, exact = reading.place, reading.where, way.text[start:end]
    begun, rest = (
        (_BEGUN_CODE, _REST_OF_CODE) if reading.by_chance else (_BEGUN_WORD, _REST_OF_WORD)
    )
    first = start - len(_ending(begun, way.text, start))
    last = end + len(_beginning(rest, way.text, end))
    before = _ending(_LAST_WORD, way.text, first)
    after = _beginning(_FIRST_WORD, way.text, last)
    if reading.by_chance or way.joined:
        before, after = _known(before, reading), _known(after, reading)
    return Found(place, where, before, way.parted(first, last), after, form, exact)


def _known(neighbour: str, reading: Reading) -> str:
    """Among bytes, and where pieces of lines were put together, the end of a text says nothing."""
    return "" if reading.by_chance or APART in neighbour else neighbour


def _ending(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.search(text[max(0, at - _NEAR) : at])
    return match[0] if match else ""


def _beginning(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.match(text[at : at + _NEAR])
    return match[0] if match else ""
