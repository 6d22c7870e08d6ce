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
#: So far a neighbouring word is looked for.
_NEAR = 60

_BEGUN_WORD = re.compile(r"\w*\Z")
_REST_OF_WORD = re.compile(r"\w*")
_LAST_WORD = re.compile(rf"(?:[^\W\d_]+|{APART})(?:(?!{APART})[\W\d_])*\Z")
_FIRST_WORD = re.compile(rf"(?:(?!{APART})[\W\d_])*(?:[^\W\d_]+|{APART})")


class Found(NamedTuple):
    """A form that stands in a reading: the whole words that it is in, and those around them.

    `before` and `after` are empty where the reading begins and ends, and `APART` where the text
    within it does.
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
            is_long = sum(map(len, form)) >= _BY_CHANCE
            if way.has(start, end) and (is_long or not reading.by_chance):
                yield _found(reading, way.text, start, end, form)


def _found(reading: Reading, text: str, start: int, end: int, form: Form) -> Found:
    first = start - len(_ending(_BEGUN_WORD, text, start))
    last = end + len(_beginning(_REST_OF_WORD, text, end))
    return Found(
        reading.place,
        reading.where,
        _ending(_LAST_WORD, text, first),
        text[first:last],
        _beginning(_FIRST_WORD, text, last),
        form,
        text[start:end],
    )


def _ending(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.search(text[max(0, at - _NEAR) : at])
    return match[0] if match else ""


def _beginning(pattern: re.Pattern[str], text: str, at: int) -> str:
    match = pattern.match(text[at : at + _NEAR])
    return match[0] if match else ""
