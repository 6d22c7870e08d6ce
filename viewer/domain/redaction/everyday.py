"""Words of every day: a name written like one of them counts only where it has a capital."""

from functools import cache

from viewer import resources
from viewer.domain.redaction.word_set import word_set
from viewer.domain.text import folded

#: Made of names that people bear, and said of faiths, peoples and parties.
_OTHERS = word_set(
    "islamic islamist islamists islamism islamabad jihadi jihadis jihadist jihadists christian "
    "christians christianity christmas sultanate sultanates saturday rosary"
)
_LISTS = (
    ("words", "english.txt"),
    ("words", "arabic.txt"),
    ("gazetteer", "demonyms.txt"),
    ("gazetteer", "countries.txt"),
)


@cache
def everyday() -> frozenset[str]:
    """Return common words and what peoples and countries are called, folded."""
    return _OTHERS.union(*(_words(*each) for each in _LISTS))


def _words(*parts: str) -> list[str]:
    lines = resources.path(*parts).read_text(encoding="utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return folded(text).replace("_", " ").replace(",", " ").split()
