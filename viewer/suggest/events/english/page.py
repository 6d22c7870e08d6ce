"""A text with all that other finders saw in it, read sentence by sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from viewer.domain.suggestions import SuggestedDate, SuggestedName, SuggestedQuote
from viewer.suggest.article import Article, Span
from viewer.suggest.events.english.described import described
from viewer.suggest.events.english.sentence import Mention, Sentence, sentence, within
from viewer.suggest.genders import Genders

_M = TypeVar("_M", bound=Mention)
#: The longest piece of text, in code points, that is read as one sentence.
LONGEST = 1500


class Page:
    """The sentences of an article, each read once, with its mentions."""

    def __init__(
        self,
        article: Article,
        names: Sequence[SuggestedName],
        dates: Sequence[SuggestedDate],
        quotes: Sequence[SuggestedQuote],
    ) -> None:
        self.text = article.text
        self.dates = sorted(dates, key=lambda date: date.start)
        self._spans = [piece for span in article.sentences for piece in _pieces(span)]
        self._starts = [start for start, _ in self._spans]
        self.genders = Genders(article.text, names)
        self._mentions = _outer(names)
        self._mention_starts = [mention.start for mention in self._mentions]
        self._date_starts = [date.start for date in self.dates]
        self._quotes = sorted(
            (quote for quote in quotes if quote.form != "indirect"), key=lambda quote: quote.start
        )
        self._quote_starts = [quote.start for quote in self._quotes]
        self._read: dict[int, Sentence] = {}

    def index_at(self, offset: int) -> int:
        """Return the number of the sentence in which an offset stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span(self, index: int) -> Span:
        """Return the span of a sentence."""
        return self._spans[index] if index < len(self._spans) else (0, len(self.text))

    def sentence(self, index: int) -> Sentence:
        """Return a sentence by its number."""
        if index not in self._read:
            self._read[index] = sentence(self.text, self.span(index), self._mentions_in(index))
        return self._read[index]

    def dates_in(self, span: Span) -> Sequence[SuggestedDate]:
        """Return the dates that begin within a span."""
        return within(self.dates, self._date_starts, span)

    def quote_at(self, offset: int) -> SuggestedQuote | None:
        """Return the quote in somebody's own words in which an offset stands."""
        at = bisect_right(self._quote_starts, offset) - 1
        quote = self._quotes[at] if at >= 0 else None
        return quote if quote is not None and offset < quote.end else None

    def _mentions_in(self, index: int) -> list[Mention]:
        span = self.span(index)
        names = within(self._mentions, self._mention_starts, span)
        dates = [date for date in self.dates_in(span) if _is_alone(date, names)]
        people = described(self.text, span, names, dates)
        return _outer([*names, *dates, *people])


def _pieces(span: Span) -> Iterator[Span]:
    start, end = span
    for at in range(start, end, LONGEST):
        yield at, min(at + LONGEST, end)


def _outer(mentions: Iterable[_M]) -> list[_M]:
    """Return the mentions that do not stand within another one, in their order."""
    found: list[_M] = []
    for each in sorted(mentions, key=lambda each: (each.start, -each.end)):
        if each.start < each.end and (not found or each.start >= found[-1].end):
            found.append(each)
    return found


def _is_alone(date: SuggestedDate, names: Sequence[SuggestedName]) -> bool:
    """Whether a date is a few words of its own, rather than "a day after Amjad's murder"."""
    is_plain = date.anchor != "event" and date.start < date.end
    return is_plain and not any(name.start < date.end and date.start < name.end for name in names)
