"""Words of a gold annotation, found again in the text of their article.

`said {Osorto}.` means the words "Osorto" where the whole stands; without braces the whole is meant.
` … ` leaves words out. White space matches any white space. The whole must stand exactly once.
"""

import re

Span = tuple[int, int]

_LEFT_OUT = " … "


class GoldError(Exception):
    """Words that do not stand in the article as the gold says."""


def located(text: str, words: str) -> Span:
    """Return where the words stand; raises `GoldError` unless that is exactly one place."""
    before, _, rest = words.rpartition("{")
    meant, brace, after = rest.partition("}")
    if ("{" in words) is not bool(brace) or not meant:
        raise GoldError(f"braces are out of order: {words!r}")
    found = list(re.finditer(f"{_sought(before)}({_sought(meant)}){_sought(after)}", text, re.S))
    if len(found) != 1:
        raise GoldError(f"stands {len(found)} times, not once: {words!r}")
    return found[0].span(1)


def occurrences(text: str, form: str) -> list[Span]:
    """Return every place where the form stands as whole words."""
    return [match.span() for match in re.finditer(rf"(?<!\w){_sought(form)}(?!\w)", text)]


def _sought(words: str) -> str:
    """Return a pattern for the words, whatever the white space and what is left out."""
    return ".*?".join(map(_spaced, words.split(_LEFT_OUT)))


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, re.split(r"\s", words)))
