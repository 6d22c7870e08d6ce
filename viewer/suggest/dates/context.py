"""What a date's value may be taken from besides its own words: the text around, the document."""

import re
from collections.abc import Callable
from functools import cached_property

from viewer.domain.dates import FOREVER, NEVER, Span
from viewer.suggest.article import Article
from viewer.suggest.dates.language import Language

_IN_DIGITS = re.compile(r"(?<![\w/.\-])(\d{1,2})([/\-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\w/\-])")
_MONTHS = 12
#: How far around a date its sentence is read for words of the future or the past.
_SENTENCE = 120
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
#: How far back a date may stand from which "two weeks later" counts.
_BACK = 400
_MONTH = re.compile(r"\d{4}-(?:0\d|1[012])")


class Context:
    """A document's own date, the order of its days and months, and the dates told so far."""

    def __init__(self, article: Article, language: Language) -> None:
        self.text = article.text
        self._article = article
        self._language = language
        self._told: list[tuple[int, str, bool]] = []

    @cached_property
    def published(self) -> Span | None:
        """The earliest and the latest day on which the document can be dated; None if unknown."""
        span = self._article.published.span()
        bounded = NEVER < span.earliest <= span.latest < FOREVER
        return span if bounded else None

    def from_document(self, value: Callable[[int], str]) -> str:
        """Return what a function gives of the document's day; "" where days of it differ."""
        if self.published is None:
            return ""
        earliest, latest = self.published
        found = value(earliest)
        return found if earliest == latest or found == value(latest) else ""

    @cached_property
    def day_first(self) -> bool | None:
        """Whether days stand before months in digits; None where the text does not tell."""
        told = {
            int(match[1]) > _MONTHS
            for match in _IN_DIGITS.finditer(self.text)
            if (int(match[1]) > _MONTHS) != (int(match[3]) > _MONTHS)
        }
        if len(told) == 1:
            return told.pop()
        return True if self._article.language == "ar" and not told else None

    def tell(self, end: int, edtf: str, *, is_absolute: bool) -> None:
        """Remember a date that was read; `is_absolute` says that its words give its year."""
        self._told.append((end, edtf, is_absolute))

    def told_before(self, at: int) -> str:
        """Return the last date, no interval, that stands not far before."""
        end, edtf, _ = self._told[-1] if self._told else (-_BACK, "", False)
        return edtf if at - end <= _BACK and "/" not in edtf else ""

    def month_before(self, at: int) -> str:
        """Return the last date, if its words give month and year and it is of this paragraph."""
        edtf = self.told_before(at)
        end, _, is_absolute = self._told[-1] if edtf else (0, "", False)
        is_month = is_absolute and _MONTH.match(edtf) is not None
        return edtf if is_month and "\n" not in self.text[end:at] else ""

    def is_future(self, start: int, end: int) -> bool | None:
        """Tell whether a sentence speaks of what is to come; None where it does not say.

        The last word of tense before a date counts, or else the first after it.
        """
        before, after = self._sentence(start, end)
        words = [*reversed(_WORD.findall(before)), *_WORD.findall(after)]
        tenses = map(self._language.tense, words)
        return next((tense for tense in tenses if tense is not None), None)

    def _sentence(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[max(0, start - _SENTENCE) : start].lower()
        after = self.text[end : end + _SENTENCE].lower()
        return _SENTENCE_ENDS.split(before)[-1], _SENTENCE_ENDS.split(after, maxsplit=1)[0]
