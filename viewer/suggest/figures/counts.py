"""Numbers in a sentence that may count somebody or something, with how exact they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from viewer.domain.marking.figures import QUALIFIERS
from viewer.domain.numbers import DIGITS, NUMBER_WORDS, number_of
from viewer.domain.suggestions import SuggestedDate
from viewer.suggest.article import Article, Span

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_PHRASES = {phrase: code for code, phrases in QUALIFIERS for phrase in phrases}
_PHRASE = "|".join(sorted((p for p in _PHRASES if p.isascii()), key=len, reverse=True))
_COUNT = re.compile(
    rf"(?:\b(?P<phrase>(?i:{_PHRASE}))\s+(?:a\s+)?)?"
    r"(?P<number>(?<![\w.,])\d{1,4}(?:\.\d{1,3})?\s(?:thousand|million|billion)\b|"
    rf"{DIGITS}|{NUMBER_WORDS})"
    r"(?!\s?[%°]|-|–|st\b|:\d|/\d|[.,]\d)(?P<more>\sor\smore\b)?"
)
_NOT_BEFORE = re.compile(
    r"(?:[$€£¥#§@+=/]|\b(?:aged?|age of|[Nn]o\.|[Nn]umber|page|article|section|resolution|chapter|"
    r"[Rr]oute|US|USD|Rs|phase|day|week|wave|top|every|each|one of|line|room|gate|cell|ward|"
    r"district|zone|unit|brigade|battalion|division|[A-Z][a-z]+-)\s?|\b[Nn]o\s)$"
)
#: What a number measures rather than counts.
_UNIT = re.compile(
    r"\s+(?:(?:more|long|full|straight|whole|consecutive|further|last|past|next|first|square|metric|"
    r"US|\w+ian|nautical)\s+)?(?:percent|per\s+cent|years?|months?|weeks?|days?|hours?|hrs|minutes?|mins|"
    r"seconds?|decades?|centur\w+|met(?:er|re)s?|kilomet\w+|km|miles?|feet|foot|inch\w*|yards?|"
    r"acres?|hectares?|kilos?|kg|grams?|tons?|tonnes?|pounds?|dollars?|euros?|cents?|dinars?|rials?|"
    r"rupees?|pesos?|lir\w+|shekels?|riyals?|dirhams?|yen|yuan|francs?|times|points?|percentage|"
    r"degrees?|lashes|rounds?|bullets?|shots?|votes?|seats?|goals?|of\s+clock|o'clock|[ap]\.?m\b|"
    r"GMT|a\.m|p\.m|wounds?|counts?|stab\s+wounds?|bullet\s+wounds?)\b|\s?[$€£]"
)
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er|[Tt]heir|[Bb]oth|[Aa]ll)\s+$"
)
#: Up to so many persons, "the two" are particular ones and no count.
_FEW = 4
_BACK = 24


@dataclass(frozen=True, slots=True)
class Count:
    """A number: `start` is where its qualifier begins, `number` its span; all in code points."""

    start: int
    number: Span
    end: int
    value: int
    qualifier: str


def counts(article: Article, sentence: Span, dates: Sequence[SuggestedDate]) -> Iterator[Count]:
    """Yield the numbers of a sentence that are no dates, ages, measures or names of something."""
    for match in _COUNT.finditer(article.text, *sentence):
        if _counts(article.text, match, dates) and (value := _value(match["number"])) is not None:
            yield Count(match.start(), match.span("number"), match.end(), value, _qualifier(match))


def _counts(text: str, match: re.Match[str], dates: Sequence[SuggestedDate]) -> bool:
    start, end = match.span("number")
    before = text[max(0, match.start() - _BACK) : match.start()]
    if _NOT_BEFORE.search(before) or _UNIT.match(text, end) or _is_dated(start, end, dates):
        return False
    if match["number"].lower() == "one" and not text[end : end + 8].lower().startswith(" person"):
        return False
    value = _value(match["number"])
    return value is not None and (value > _FEW or _DETERMINED.search(before) is None)


def _is_dated(start: int, end: int, dates: Sequence[SuggestedDate]) -> bool:
    return any(date.start < end and start < date.end for date in dates)


def _value(written: str) -> int | None:
    digits, _, scale = written.partition(" ")
    if scale in _SCALES and digits[0].isdecimal():
        value = float(digits) * _SCALES[scale]
        return round(value)
    return number_of(written)


def _qualifier(match: re.Match[str]) -> str:
    if match["phrase"]:
        return _PHRASES[" ".join(match["phrase"].lower().split())]
    return "at_least" if match["more"] else "stated"
