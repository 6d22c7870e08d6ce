"""Initials that stand for a name: "A.A.", and three or more also as "AHA"."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from viewer.domain.redaction.forms import Form
from viewer.domain.redaction.letters import GONE_MARK
from viewer.domain.redaction.word_set import word_set
from viewer.domain.text import folded

_POINTED = re.compile(r"(?<![\w.])[^\W\d_](?:\.[ \u00a0]?[^\W\d_]){1,5}\.?(?!\w)")
_PLAIN = re.compile(r"(?<![A-Za-z0-9_])[A-Z]{3,6}(?![A-Za-z0-9_])")
#: Somebody else's initials: "J. R. Tolkien".
_NAME_AFTER = re.compile(rf"[ \u00a0]*(?:{GONE_MARK}|[^\W\d_])")
#: Known to everybody as something else.
_ABBREVIATIONS = word_set(
    "us un eu uk am pm dc ad bc eg ie ps tv ok id ny la usa uae ngo who unicef nato isis isil "
    "usaid bbc cnn afp ap cia fbi gmt utc pdf html http https usd iqd ceo hiv aids اد دم"
)


class Initials(NamedTuple):
    """Initials found in a text, as code points, half open."""

    start: int
    end: int
    form: Form


def initials_in(text: str, known: Mapping[str, Form], others: Set[str]) -> Iterator[Initials]:
    """Yield the initials in a text that are `known`, and are nothing else by the `others`.

    Two letters count with their points only, and none where a name follows them.
    """
    if not known:
        return
    for match in _POINTED.finditer(text):
        letters = "".join(filter(str.isalpha, match[0]))
        if _is_name(letters, match[0], _goes_on(text, match)):
            yield from _known(match, letters, known, others)
    for match in _PLAIN.finditer(text):
        yield from _known(match, match[0], known, others)


def _is_name(letters: str, written: str, goes_on: bool) -> bool:
    is_capital = letters.upper() == letters
    return is_capital and not goes_on and (len(letters) > 2 or written.endswith("."))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    after = _NAME_AFTER.match(text, match.end())
    if after is None:
        return False
    return after[0][-1] == GONE_MARK or after[0][-1].isupper()


def _known(
    match: re.Match[str], letters: str, known: Mapping[str, Form], others: Set[str]
) -> Iterator[Initials]:
    word = folded(letters)
    if word in known and word not in _ABBREVIATIONS and word not in others:
        yield Initials(*match.span(), known[word])
