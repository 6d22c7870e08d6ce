"""What a place is, a town, a province, a country, a river, as far as its name and words say."""

import re
from functools import cache

from viewer import resources
from viewer.domain.marking.passages import Words
from viewer.domain.text import folded

#: By code of the vocabulary `precision`, the nouns that say it.
_NOUNS = {
    "locality": "city|town|village|suburb|neighbou?rhood|settlement|capital",
    "region": "province|governorate|region|district|county|prefecture|state",
    "feature": "river|lake|sea|gulf|strait|valley|desert|mountains?|mount|island|peninsula",
}
#: Nouns of what one can stand before.
_SPOTS = (
    "station|square|street|road|avenue|bridge|roundabout|checkpoint|airport|port|market|hospital|"
    "clinic|school|university|mosque|church|temple|prison|jail|camp|hotel|office|building|court|"
    "palace|stadium|park|embassy|consulate|headquarters|barracks|base"
)
_SPOT = re.compile(rf"\b(?:{_SPOTS})$")
_BESIDE = re.compile(
    r"\b(?:near|near to|close to|outside|not far from|next to|beside)\s+(?:the\s+)?$"
)
_ARABIC = {
    "locality": "مدينه|بلده|قريه|حي",
    "region": "محافظه|اقليم|منطقه|ولايه|قضاء",
    "feature": "نهر|بحيره|بحر|جبل|جزيره|وادي",
}
#: Along or on the banks of a town one does not walk.
_ALONG = "along the|banks? of the|shores? of the"
_BEFORE = {
    code: re.compile(rf"\b(?:(?:{nouns})\s+(?:of\s+)?(?:the\s+)?|(?:{_ARABIC[code]})\s+)$")
    for code, nouns in _NOUNS.items()
}
_AFTER = {code: re.compile(rf"\s+(?:{nouns})\b") for code, nouns in _NOUNS.items()}
_WITHIN = {code: re.compile(rf"\b(?:{nouns})$") for code, nouns in _NOUNS.items()}
_FEATURE = re.compile(rf"\b(?:{_ALONG})\s+$")
#: Code points before and after a name that are looked at.
_NEAR = 24
#: What nothing is said of; most places that are named are towns.
USUAL = "locality"


def precision_of(name: str, words: Words | None) -> str:
    """Return the code of what a place is, by the words in which it stands and by its name."""
    if _SPOT.search(folded(name)):
        return _spot(words)
    said = _around(words) if words is not None else ""
    return said or _first(_WITHIN, folded(name)) or ("country" if _is_country(name) else USUAL)


def _spot(words: Words | None) -> str:
    is_beside = words is not None and _BESIDE.search(_before(words))
    return "vicinity" if is_beside else "exact"


def _before(words: Words) -> str:
    return folded(words.document.text[max(0, words.start - _NEAR) : words.start])


def _around(words: Words) -> str:
    before = _before(words)
    after = folded(words.document.text[words.end : words.end + _NEAR])
    along = "feature" if _FEATURE.search(before) else ""
    follows = next((code for code, noun in _AFTER.items() if noun.match(after)), "")
    return follows or along or _first(_BEFORE, before)


def _first(nouns: dict[str, re.Pattern[str]], text: str) -> str:
    return next((code for code, noun in nouns.items() if noun.search(text)), "")


def _is_country(name: str) -> bool:
    line = folded(" ".join(name.split()))
    return line.removeprefix("the ") in _countries()


@cache
def _countries() -> frozenset[str]:
    text = resources.path("gazetteer", "countries.txt").read_text(encoding="utf-8")
    names = text.partition("\n")[2].replace("\n", " ").split(",")
    return frozenset(folded(name.strip()) for name in names if name.strip())
