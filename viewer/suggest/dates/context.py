"""What a date's value may be taken from besides its own words: the text around, the document."""

import re
from collections.abc import Callable
from functools import cached_property

from viewer.domain.dates import FOREVER, NEVER, Span, parse_edtf
from viewer.suggest.article import Article
from viewer.suggest.dates.language import Language

_IN_DIGITS = re.compile(r"(?<![\w/.\-])(\d{1,2})([/\-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\w/\-])")
_MONTHS = 12
#: How far around a date its sentence is read for words of the future or the past.
_SENTENCE = 160
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
#: How far back a date may stand from which "two weeks later" counts.
_BACK = 400


class Context:
    """A document's own date, the order of its days and months, and the dates told so far."""

    def __init__(self, article: Article, language: Language) -> None:
        self.text = article.text
        self._article = article
        self._language = language
        self._told: list[tuple[int, str]] = []

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
        earliest = value(self.published.earliest)
        return earliest if earliest == value(self.published.latest) else ""

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

    def tell(self, end: int, edtf: str) -> None:
        """Remember a date that was read."""
        self._told.append((end, edtf))

    def told_before(self, at: int) -> str:
        """Return the last date, no interval, that stands not far before in its paragraph."""
        if not self._told:
            return ""
        end, edtf = self._told[-1]
        near = at - end <= _BACK and "\n" not in self.text[end:at]
        return edtf if near and "/" not in edtf else ""

    def year_before(self, at: int) -> int | None:
        """Return the year of the last date in the paragraph that says a single one."""
        edtf = self.told_before(at)
        if not edtf or "X" in edtf:
            return None
        return int(edtf[:4]) if parse_edtf(edtf).start.precision != "unknown" else None

    def is_future(self, start: int, end: int) -> bool | None:
        """Tell whether a sentence speaks of what is to come; None where it does not say."""
        before, after = self._sentence(start, end)
        if self._language.future.search(before) or self._language.future.search(after):
            return True
        past = self._language.past
        return False if past.search(before) or past.search(after) else None

    def _sentence(self, start: int, end: int) -> tuple[str, str]:
        before = self.text[max(0, start - _SENTENCE) : start]
        after = self.text[end : end + _SENTENCE]
        return _SENTENCE_ENDS.split(before)[-1], _SENTENCE_ENDS.split(after, maxsplit=1)[0]
