"""The quotes of an article, as suggestions."""

from collections.abc import Sequence

from viewer.domain.suggestions import SuggestedName, SuggestedQuote
from viewer.suggest.article import Article
from viewer.suggest.quotes.flow import attributed
from viewer.suggest.quotes.languages import language_of
from viewer.suggest.quotes.naming import Names, Speakers
from viewer.suggest.quotes.reading import read
from viewer.suggest.quotes.reasons import reason
from viewer.suggest.quotes.rules import Attributed

#: How much less sure a quote is whose closing mark is missing.
_UNCLOSED = 0.8


def find_quotes(article: Article, names: Sequence[SuggestedName]) -> list[SuggestedQuote]:
    """Return the quotes of a text with their speakers, in the order of the text.

    `names` are those that the text names; without them a speaker's words are all that is known.
    """
    language = language_of(article)
    reading = read(article, language)
    speakers = Speakers(reading, Names(article.text, names), language)
    return [_suggested(article.text, each, speakers) for each in attributed(reading)]


def _suggested(text: str, found: Attributed, speakers: Speakers) -> SuggestedQuote:
    quote = found.quote
    who, attribution = speakers.of(found)
    return SuggestedQuote(
        start=quote.start,
        end=quote.end,
        text=text[quote.start : quote.end],
        confidence=round(found.confidence * (1 if quote.closed else _UNCLOSED), 2),
        reason=reason(text, found),
        attribution=attribution,
        speaker=who,
    )
