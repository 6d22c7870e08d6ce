"""The dates of a text: absolute, partial and relative, each with its words and what is sure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from viewer.domain.suggestions import SuggestedDate
from viewer.suggest.article import Article
from viewer.suggest.dates.context import Context
from viewer.suggest.dates.english import ENGLISH
from viewer.suggest.dates.language import Language, Mention
from viewer.suggest.dates.readings import Moment, Range
from viewer.suggest.dates.values import Value, opened, value_of

_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_LEAD = 24


def find_dates(article: Article) -> list[SuggestedDate]:
    """Return the dates of an article in their order; none lies within another."""
    found = [date for language in _languages(article.text) for date in _dates(article, language)]
    return list(_apart(sorted(found, key=lambda date: (date.start, -date.end))))


def _languages(text: str) -> tuple[Language, ...]:
    if not _ARABIC_LETTER.search(text):
        return (ENGLISH,)
    # Late: its patterns take longer to make than most texts to read.
    from viewer.suggest.dates.arabic import ARABIC

    return ENGLISH, ARABIC


def _apart(dates: list[SuggestedDate]) -> Iterator[SuggestedDate]:
    at = 0
    for date in dates:
        if date.start >= at:
            at = date.end
            yield date


def _dates(article: Article, language: Language) -> Iterator[SuggestedDate]:
    context = Context(article, language)
    for mention in _joined(language.mentions(article.text), article.text, language):
        value = value_of(mention.reading, context, mention.start, mention.end)
        if value.edtf:
            context.tell(mention.end, value.edtf, is_absolute=not value.anchor)
        value = _with_lead(value, article.text, mention.start, language)
        yield _suggested(article.text, mention, value)


def _suggested(text: str, mention: Mention, value: Value) -> SuggestedDate:
    return SuggestedDate(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        confidence=value.confidence,
        reason=value.reason,
        edtf=value.edtf,
        anchor=value.anchor,
        offset=value.offset,
        anchor_start=value.anchor_start,
        anchor_end=value.anchor_end,
    )


def _with_lead(value: Value, text: str, start: int, language: Language) -> Value:
    before = text[max(0, start - _LEAD) : start]
    if language.since.search(before):
        return opened(value, "since")
    return opened(value, "until") if language.until.search(before) else value


def _joined(mentions: Iterable[Mention], text: str, language: Language) -> Iterator[Mention]:
    """Make one mention of two that are the ends of a time, as in "from June to August 2018"."""
    pending: Mention | None = None
    for mention in mentions:
        if pending is not None and (whole := _whole(pending, mention, text, language)) is not None:
            pending = whole
        else:
            if pending is not None:
                yield pending
            pending = mention
    if pending is not None:
        yield pending


def _whole(first: Mention, last: Mention, text: str, language: Language) -> Mention | None:
    begin, end = first.reading, last.reading
    if not (isinstance(begin, Moment) and isinstance(end, Moment)):
        return None
    if not _are_joined(first, last, text, language) or not _is_later(begin, end):
        return None
    return Mention(first.start, last.end, Range(begin, end))


def _are_joined(first: Mention, last: Mention, text: str, language: Language) -> bool:
    gap = text[first.end : last.start]
    if len(gap) > _LEAD:
        return False
    if language.joins.fullmatch(gap):
        return True
    before = text[max(0, first.start - _LEAD) : first.start]
    return bool(language.ands.fullmatch(gap) and language.between.search(before))


def _is_later(first: Moment, last: Moment) -> bool:
    """Tell whether two moments can be the ends of one time; whole dates tell of two."""
    if not (first.month or first.year) or not (last.month or last.year):
        return False
    if first.day and first.year and last.day and last.year:
        return False
    whole = replace(first, year=first.year or last.year)
    return not whole.edtf or not last.edtf or whole.edtf[:7] <= last.edtf[:7]
