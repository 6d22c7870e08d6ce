"""All kin that a text speaks of, in English and Arabic."""

from collections.abc import Iterator

from viewer.domain.identifying import arabic, english
from viewer.domain.identifying.phrase import Named, Phrase


def phrases(text: str, names: list[Named]) -> list[Phrase]:
    """Return the phrases of a text in their order, without overlaps; the fuller ones win."""
    found = [*english.phrases(text, names), *arabic.phrases(text, names)]
    return list(_apart(found))


def _apart(found: list[Phrase]) -> Iterator[Phrase]:
    at = 0
    for phrase in sorted(found, key=lambda each: (each.start, -each.end)):
        if phrase.start >= at:
            yield phrase
            at = phrase.end
