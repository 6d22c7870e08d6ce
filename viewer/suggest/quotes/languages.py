"""The languages whose words of saying are known."""

from viewer.suggest.article import Article
from viewer.suggest.quotes.cues import Language
from viewer.suggest.quotes.english.reader import English

_LANGUAGES: dict[str, Language] = {"en": English()}


def language_of(article: Article) -> Language:
    """Return the reader of an article's language; English where it is not known."""
    return _LANGUAGES.get(article.language[:2].lower(), _LANGUAGES["en"])
