"""Events that a text tells of: harm done to somebody, by whom, when and where it says so."""

from collections.abc import Callable, Iterator, Sequence

from viewer.domain.suggestions import (
    SuggestedDate,
    SuggestedEvent,
    SuggestedName,
    SuggestedQuote,
)
from viewer.suggest.article import Article
from viewer.suggest.events import english
from viewer.suggest.events.merging import merged
from viewer.suggest.events.telling import Telling

_Reader = Callable[
    [Article, Sequence[SuggestedName], Sequence[SuggestedDate], Sequence[SuggestedQuote]],
    Iterator[Telling],
]
#: Who reads which language, by ISO 639 code; "" where the language is not known.
_READERS: dict[str, _Reader] = {"": english.tellings, "en": english.tellings}


def find_events(
    article: Article,
    names: Sequence[SuggestedName],
    dates: Sequence[SuggestedDate],
    quotes: Sequence[SuggestedQuote],
) -> list[SuggestedEvent]:
    """Return what the text says was done, one event for all sentences that tell of it.

    Only who is among `names` has a part, and nobody is accused but by the grammar of a sentence.
    """
    reader = _READERS.get(article.language)
    if reader is None:
        return []
    return merged(reader(article, names, dates, quotes), article.text)
