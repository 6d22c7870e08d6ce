"""The languages whose words of saying are known."""

import re

from viewer.suggest.article import Article
from viewer.suggest.quotes.arabic import Arabic
from viewer.suggest.quotes.cues import Language
from viewer.suggest.quotes.english.reader import English

_LANGUAGES: dict[str, Language] = {"en": English(), "ar": Arabic()}
_ARABIC = re.compile("[\u0620-\u064a]+")
#: How many code points of a text show in which script it is.
_ENOUGH = 2_000


def language_of(article: Article) -> Language:
    """Return the reader of an article's language; by its script where that is not known."""
    known = _LANGUAGES.get(article.language[:2].lower())
    return known or _LANGUAGES["ar" if _is_arabic(article.text[:_ENOUGH]) else "en"]


def _is_arabic(text: str) -> bool:
    return sum(map(len, _ARABIC.findall(text))) * 3 > len(text)
