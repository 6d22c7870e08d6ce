"""English words near a cue, each with one letter that says what it can be in a phrase.

The letters of a sentence are one string, over which phrases are regular expressions.

    P pronoun   r who   D determiner   C capital   n other word   e -ed   g -ing   # number
    f of, for   o preposition   & and, or   w which, that   s other conjunction   t to
    x auxiliary   b form of "to be"   v verb   a adverb   y time
    , comma   - dash   : colon   . point   ( bracket   ! other
    Q quote that ends with a mark   q quote that does not
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from viewer.suggest.article import Span
from viewer.suggest.quotes.english.words import listed
from viewer.suggest.quotes.masking import CALLED, GOING_ON, INSIDE, QUOTE

_TOKEN = re.compile(
    rf"{QUOTE}+|\([^()\n]{{0,80}}\)|(?:[A-Z]\.){{1,6}}[A-Z]?|[^\W_](?:[\w’'&/.-]*\w)?|--+|\S"
)
_KINDS = {
    "r": "who",
    "b": "is are was were be been being am 's",
    "P": "i he she they we you it others those everyone everybody someone somebody anyone "
    "nobody he's she's they've i've he'd she'd they'd they're we're i'm himself "
    "herself themselves",
    "D": "a an the one both his her their its our my your this these some many several most all "
    "few each every another other any no two three four five six seven eight nine ten dozens "
    "hundreds thousands scores half more less whose",
    "f": "of for",
    "o": "in on at from with by about against among between within near under over during "
    "after before since until despite without through across into onto around amid via "
    "per like outside inside behind beyond throughout toward towards including alongside "
    "following besides regarding concerning upon above below",
    "&": "and or & nor plus",
    "w": "that which whom",
    "s": "as when while because if although though whether where why how what but so than "
    "unless whereas whenever wherever yet lest once then",
    "x": "has have had having do does did would could should will can may might must shall "
    "cannot can't won't wouldn't couldn't didn't doesn't don't isn't wasn't aren't "
    "weren't hasn't haven't hadn't gets got get getting",
    "v": "went go goes going took take takes taking made make makes making came come comes "
    "gave give gives won win wins lost lose loses left leave leaves met meet meets held "
    "hold holds ran run runs kept keep keeps put puts let lets sat sits stood stands "
    "spoke speaks speak fell grew rose drew led leads saw sees knew felt thought sent "
    "sends brought brings became becomes began broke spent paid bought built caught chose "
    "drove flew fought laid lay struck threw wore shook hung used tried tries wanted "
    "wants continues remains seems appeared appears needs turned turns includes there's "
    "here's that's what's it's let's says said told thinks believes feels hopes",
    "a": "also again later once now then already still just only even ever never often "
    "sometimes soon always instead meanwhile nevertheless nonetheless therefore thus too "
    "here there today yesterday tomorrow tonight however earlier perhaps maybe not rather "
    "quite further furthermore moreover however afterward afterwards recently first last "
    "next finally publicly likewise similarly separately specifically additionally",
    "y": "monday tuesday wednesday thursday friday saturday sunday week weeks month months "
    "year years night morning afternoon evening weekend hours minutes days spring summer "
    "autumn winter moments",
    "t": "to",
}
_WORDS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SIGNS = {",": ",", "—": "-", "–": "-", "--": "-", "-": "-", ".": ".", ":": ":", "%": "#", "$": "#"}
#: Nouns and adjectives that only look like a deed.
_NOT_ED = listed("united need seed speed feed red bed wed deed breed creed indeed")
_NOT_ING = listed(
    "king thing things something anything nothing everything being ring wing spring string morning "
    "evening meeting building during"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a span of a masked text: their letters, and where each stands."""

    kinds: str
    spans: list[Span]

    def span(self, first: int, last: int) -> Span:
        """Return the span from one token to another, the other included."""
        return self.spans[first][0], self.spans[last][1]


def tokens(mask: str, start: int, end: int) -> Tokens:
    """Return the tokens of a span."""
    found = [match.span() for match in _TOKEN.finditer(mask, start, end)]
    kinds = "".join([kind_of(mask[begin:stop]) for begin, stop in found])
    if kinds[:1] == "C" and (first := _begins(mask[slice(*found[0])], kinds[1:2])):
        kinds = first + kinds[1:]
    return Tokens(kinds[:-1] + "!" if kinds.endswith(".") else kinds, found)


def _begins(word: str, following: str) -> str:
    """Return the letter of a sentence's first word that has a capital only for that; or ""."""
    if following in ("v", "x", "b", "") or not word[1:].islower():
        return ""
    kind = _WORDS.get(word.lower()) or _ending(word.lower())
    if kind in "gvx":
        return kind
    return kind if kind in "ae" and following in tuple(",oftsa") else ""


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> str:
    """Return the letter of one token."""
    if INSIDE <= word[0] <= CALLED:
        return "q" if word[-1] == GOING_ON else "Q"
    kind = _WORDS.get(word.lower().replace("’", "'"))
    if kind is not None and kind in "vx" and word[0].isupper():
        return "C"
    return kind or _SIGNS.get(word) or _shape(word)


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "#"
    if not word[0].isalpha():
        return "(" if word[0] == "(" else "!"
    return "C" if word[0].isupper() else _ending(word)


def _ending(word: str) -> str:
    if word.endswith("ed") and word not in _NOT_ED:
        return "e"
    if word.endswith("ing") and word not in _NOT_ING:
        return "g"
    return "a" if word.endswith("ly") and word not in ("family", "ally", "rally") else "n"
