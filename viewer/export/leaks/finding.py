"""Finding names in a text as it was read back, in every way in which it may have to be read."""

from collections.abc import Iterator
from typing import NamedTuple

from viewer.domain.redaction import Form, Redactor
from viewer.errors import Hit
from viewer.export.leaks.places import Reading
from viewer.export.leaks.ways import ways

#: Words of fewer letters come about by chance in bytes that are no text.
_BY_CHANCE = 6


class Found(NamedTuple):
    """A form that stands in a reading, and the words as they stand there."""

    place: str
    where: str
    words: str
    form: Form

    def hit(self, guard: Redactor) -> Hit:
        """Return what the user is told."""
        return Hit(self.where, " ".join(self.words.split()), guard.redacted(self.words))


def found_in(reading: Reading, guard: Redactor) -> Iterator[Found]:
    """Yield every form of a name that a reader could make out in a text."""
    for way in ways(reading.text):
        for match in guard.matches(way.text):
            is_long = sum(map(len, match.form)) >= _BY_CHANCE
            if way.has(match.start, match.end) and (is_long or not reading.by_chance):
                words = way.text[match.start : match.end]
                yield Found(reading.place, reading.where, words, match.form)
