"""The counts of harm that somebody reports in a text, as in "at least 44 kidnappings"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from viewer.domain.suggestions import Mentioned, SuggestedDate, SuggestedFigure, SuggestedName
from viewer.suggest.article import Article, Span
from viewer.suggest.figures.circumstances import period_of, place_of
from viewer.suggest.figures.claimants import claimant_of, meant
from viewer.suggest.figures.counts import Count, counts
from viewer.suggest.figures.harm import Harm, harm_of
from viewer.suggest.figures.words import HARM

#: Between two numbers of one list, of which the first may say how exact both are.
_LISTED = re.compile(r"\s*(?:,|,?\s+and)\s+")
#: A sentence with more numbers than this is a table.
_MOST = 30


def find_figures(
    article: Article, names: Sequence[SuggestedName], dates: Sequence[SuggestedDate]
) -> list[SuggestedFigure]:
    """Return the figures of an article in order; `names` and `dates` are those found in it."""
    page = _Page(article, names, dates)
    return [figure for at in page.told_of() for figure in page.figures(at)]


@dataclass(frozen=True, slots=True)
class _Told:
    """One number of a sentence with the harm that it counts."""

    count: Count
    harm: Harm


class _Page:
    """An article with its names and dates, read sentence by sentence."""

    def __init__(
        self,
        article: Article,
        names: Sequence[SuggestedName],
        dates: Sequence[SuggestedDate],
    ) -> None:
        self._article = article
        self._text = article.text
        self._sentences = article.sentences
        self._names = sorted(names, key=lambda name: name.start)
        self._dates = sorted(dates, key=lambda date: date.start)
        self._name_starts = [name.start for name in self._names]
        self._date_starts = [date.start for date in self._dates]
        #: Who reported in a sentence, by its place.
        self._reported: dict[int, str] = {}

    def told_of(self) -> Iterator[int]:
        """Yield the places of the sentences that hold a word of harm, each once."""
        starts = [start for start, _ in self._sentences]
        last = -1
        for match in HARM.finditer(self._text):
            at = bisect_right(starts, match.start()) - 1
            if at > last:
                last = at
                yield at

    def figures(self, at: int) -> Iterator[SuggestedFigure]:
        """Yield the figures of one sentence."""
        sentence = self._sentences[at]
        for told in _of_lists(self._text, self._told(sentence)):
            yield self._figure(at, sentence, told)

    def _told(self, sentence: Span) -> list[_Told]:
        found: list[_Told] = []
        dates = self._dates_in(sentence)
        for number, count in enumerate(counts(self._article, sentence, dates)):
            last = found[-1].harm if found else None
            if number < _MOST and (harm := harm_of(self._text, sentence, count, last)):
                found.append(_Told(count, harm))
        return found

    def _figure(self, at: int, sentence: Span, told: _Told) -> SuggestedFigure:
        count, harm = told.count, told.harm
        end = max(count.end, harm.end)
        return SuggestedFigure(
            start=count.start,
            end=end,
            text=self._text[count.start : end],
            confidence=0.85 if count.qualifier != "stated" else 0.8,
            reason=harm.reason,
            number=count.value,
            number_start=count.number[0],
            number_end=count.number[1],
            qualifier=count.qualifier,
            act=harm.act,
            counted=self._text[slice(*harm.counted)] if harm.counted else "",
            claimant=self._claimant(at, sentence, count.number),
            period=period_of(self._text, count.number, self._dates_in(sentence)),
            place=place_of(self._text, count.number, self._names_in(sentence)),
        )

    def _claimant(self, at: int, sentence: Span, number: Span) -> Mentioned | None:
        who = claimant_of(self._text, sentence, number, self._names_in(sentence))
        if who is None:
            return None
        before = self._names[: bisect_left(self._name_starts, who.start)]
        who = meant(self._text, who, before, self._reporting(at - 1))
        self._reported[at] = who.name
        return who

    def _reporting(self, at: int) -> str:
        """Return who reported in a sentence, or else the first organisation that it names."""
        if at in self._reported or at < 0:
            return self._reported.get(at, "")
        named = [name for name in self._names_in(self._sentences[at]) if name.what != "place"]
        return named[0].name if len({name.name for name in named}) == 1 else ""

    def _dates_in(self, span: Span) -> list[SuggestedDate]:
        starts = self._date_starts
        return self._dates[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]

    def _names_in(self, span: Span) -> list[SuggestedName]:
        starts = self._name_starts
        return self._names[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]


def _of_lists(text: str, told: list[_Told]) -> list[_Told]:
    """Let "at least 44 kidnappings and 74 killings of activists" say both of both."""
    for at in range(1, len(told)):
        first, second = told[at - 1], told[at]
        if _LISTED.fullmatch(text, first.harm.end, second.count.start) is None:
            continue
        if second.count.qualifier == "stated":
            count = replace(second.count, qualifier=first.count.qualifier)
            told[at] = replace(second, count=count)
        if first.harm.counted is None and second.harm.reason == first.harm.reason:
            harm = replace(first.harm, counted=second.harm.counted)
            told[at - 1] = replace(first, harm=harm)
    return told
