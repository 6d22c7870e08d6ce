"""The room where a document is read for persons, events and quotes to suggest.

Text in, suggestions out: rules in plain Python, without a model and without a network.
"""

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.suggestions import SuggestedName, Suggestion
from viewer.suggest.article import Article
from viewer.suggest.dates import find_dates
from viewer.suggest.events import find_events
from viewer.suggest.figures import find_figures
from viewer.suggest.names import find_names
from viewer.suggest.quotes import find_quotes

__all__ = ["Article", "read", "suggest"]


def suggest(text: str, published: Date = NO_DATE, language: str = "") -> tuple[Suggestion, ...]:
    """Return what seems to be in a text, in the order of the text; spans are code points.

    `published` is the document's own date, from which "yesterday" counts, never today.
    """
    article = Article(text, published, language)
    return read(article, find_names(article))


def read(article: Article, names: list[SuggestedName]) -> tuple[Suggestion, ...]:
    """Return what seems to be in an article in which these names were found, in its order."""
    dates = find_dates(article)
    quotes = find_quotes(article, names)
    events = find_events(article, names, dates, quotes)
    figures = find_figures(article, names, dates)
    found: list[Suggestion] = [*names, *dates, *quotes, *events, *figures]
    return tuple(
        sorted(
            (each for each in found if article.text[each.start : each.end] == each.text),
            key=lambda each: (each.start, -each.end),
        )
    )
