"""What the tests of quotes read: a text's quotes, each with its speaker's words."""

from viewer.domain.suggestions import SuggestedName, SuggestedQuote
from viewer.domain.text import occurrences
from viewer.suggest.article import Article
from viewer.suggest.quotes import find_quotes


def quotes(text: str, *names: str) -> list[SuggestedQuote]:
    """Return the quotes of a text in which the persons `names` are known."""
    return find_quotes(Article(text), [each for name in names for each in named(text, name)])


def named(text: str, name: str) -> list[SuggestedName]:
    return [
        SuggestedName(
            start=start,
            end=start + len(name),
            text=name,
            confidence=1,
            reason="It is given.",
            name=name,
        )
        for start in occurrences(text, name)
    ]


def said(text: str, *names: str) -> list[tuple[str, str]]:
    """Return each direct quote and the words that name its speaker, "" if nobody is named."""
    return [
        (each.text, text[each.speaker.start : each.speaker.end] if each.speaker else "")
        for each in quotes(text, *names)
        if each.form == "direct"
    ]
