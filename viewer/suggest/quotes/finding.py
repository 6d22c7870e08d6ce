"""The quotes of an article, as suggestions."""

from collections.abc import Sequence

from viewer.domain.suggestions import SuggestedName, SuggestedQuote
from viewer.suggest.article import Article
from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.flow import attributed
from viewer.suggest.quotes.indirect import reported
from viewer.suggest.quotes.languages import language_of
from viewer.suggest.quotes.naming import Speakers
from viewer.suggest.quotes.reading import read
from viewer.suggest.quotes.reasons import reason, reason_of_clause
from viewer.suggest.quotes.rules import Attributed
from viewer.suggest.quotes.transcripts import Transcript

#: How much less sure a quote is whose closing mark is missing.
_UNCLOSED = 0.8


def find_quotes(article: Article, names: Sequence[SuggestedName]) -> list[SuggestedQuote]:
    """Return the quotes of a text with their speakers, in the order of the text.

    `names` are those that the text names; without them a speaker's words are all that is known.
    """
    language = language_of(article)
    reading = read(article, language)
    speakers = Speakers(reading, names, language)
    found = (speakers.completed(each) for each in attributed(reading))
    direct = [_direct(article.text, each, speakers) for each in found]
    indirect = [_indirect(article.text, each, speakers) for each in reported(reading)]
    transcript = Transcript(article, names)
    outside = [each for each in (*direct, *indirect) if not transcript.holds(each.start)]
    return sorted([*outside, *transcript.quotes()], key=lambda each: each.start)


def _direct(text: str, found: Attributed, speakers: Speakers) -> SuggestedQuote:
    quote = found.quote
    who, attribution = speakers.of(found.cue, (quote.start, quote.end), found.rule)
    return SuggestedQuote(
        start=quote.start,
        end=quote.end,
        text=text[quote.start : quote.end],
        confidence=round(found.confidence * (1 if quote.closed else _UNCLOSED), 2),
        reason=reason(text, found),
        attribution=attribution,
        speaker=who,
    )


def _indirect(text: str, cue: Cue, speakers: Speakers) -> SuggestedQuote:
    start, end = cue.reports or cue.speaker
    who, attribution = speakers.of(cue, (start, end))
    return SuggestedQuote(
        start=start,
        end=end,
        text=text[start:end],
        confidence=0.7,
        reason=reason_of_clause(text, cue),
        form="indirect",
        attribution=attribution,
        speaker=who,
    )
