"""The quotes of an article, as suggestions."""

from collections.abc import Sequence

from viewer.domain.suggestions import SuggestedName, SuggestedQuote
from viewer.suggest.article import Article
from viewer.suggest.quotes.english.reader import English
from viewer.suggest.quotes.flow import attributed
from viewer.suggest.quotes.naming import Names, speaker
from viewer.suggest.quotes.reading import Reading, read
from viewer.suggest.quotes.reasons import reason
from viewer.suggest.quotes.rules import Attributed

#: How many code points before a pronoun the person whom it means is looked for.
_FAR = 600


def find_quotes(article: Article, names: Sequence[SuggestedName]) -> list[SuggestedQuote]:
    """Return the quotes of a text with their speakers, in the order of the text.

    `names` are those that the text names; without them a speaker's words are all that is known.
    """
    language = English()
    reading = read(article, language)
    known = Names(article.text, names)
    return [_suggested(reading, each, known, language) for each in attributed(reading)]


def _suggested(
    reading: Reading, found: Attributed, names: Names, language: English
) -> SuggestedQuote:
    quote, cue = found.quote, found.cue
    who, attribution = speaker(reading.text, cue, names, cue.start - _FAR)
    around = reading.mask[min(*cue.speaker, cue.start) : cue.end + 120]
    return SuggestedQuote(
        start=quote.start,
        end=quote.end,
        text=reading.text[quote.start : quote.end],
        confidence=found.confidence if quote.closed else found.confidence * 0.8,
        reason=reason(reading.text, found),
        attribution="anonymous" if language.withheld(around) else attribution,
        speaker=who,
    )
