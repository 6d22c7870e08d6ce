"""Letters of Cyrillic and Greek that look like Latin ones, within a Latin word."""

import re
import unicodedata

_CYRILLIC = "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјкмортсухһԁԛԝӏ", "ABESIJKMHOPCTYXGQWaesijkmoptcyxhdqwl"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχϳ", "ABEZHIKMNOPTYXaikvopuxj"
_LATIN = {
    other: latin.lower()
    for others, like in (_CYRILLIC, _GREEK)
    for other, latin in zip(others, like, strict=True)
}
_OTHER = re.compile("[\u0370-\u052f]")
_WORD = re.compile(r"[^\W_]+")


def may_look_alike(folded: str) -> bool:
    """Tell whether there are letters of Cyrillic or Greek at all."""
    return not folded.isascii() and _OTHER.search(folded) is not None


def latinised(folded: str, written: str) -> str:
    """Return folded letters with Latin ones for those that only look so, of the same length.

    `written` holds the letters as they stand in the text. A word without any Latin letter is left
    as it is: it may well be a word of Russian.
    """
    pieces, at = [], 0
    for word in _WORD.finditer(folded):
        if _is_mixed(word[0]):
            seen = written[word.start() : word.end()]
            pieces += [folded[at : word.start()], *map(_latin, word[0], seen)]
            at = word.end()
    return "".join([*pieces, folded[at:]])


def _is_mixed(word: str) -> bool:
    return any("a" <= letter <= "z" for letter in word) and _OTHER.search(word) is not None


def _latin(folded: str, written: str) -> str:
    return _LATIN.get(unicodedata.normalize("NFD", written)[0], folded)
