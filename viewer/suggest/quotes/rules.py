"""The rules by which a quote gets its speaker within its own sentence, the surest first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.masking import GOING_ON
from viewer.suggest.quotes.reading import Sentence
from viewer.suggest.quotes.scanner import Quoted
from viewer.suggest.quotes.signed import signed
from viewer.suggest.quotes.works import in_capitals, is_title

#: Ends what an outer cue reports, so that a cue after it is none of that.
_NEW_CLAUSE = re.compile(r"(?:[,;—–]|\band|\bbut|\bwhile)\s*\Z")
#: A word that goes on into the title of a work: "on “The Morning Show,” she said".
_GOES_INTO = re.compile(r"[^\W\d_]\s\Z")
#: How many code points before a cue such an end is looked for.
_NEAR = 12
#: How many cues before a quote are looked at.
_MOST = 8
_PAUSES = frozenset([",", "،", "-", "—", "–", "--"])


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quote with the cue that says who speaks, if any, how sure that is, and by which rule."""

    quote: Quoted
    cue: Cue | None
    confidence: float
    rule: str


def within_sentence(mask: str, sentence: Sentence) -> Iterator[Attributed]:
    """Yield the quotes that get their speaker within their own sentence."""
    for quote in sentence.quotes:
        found = (rule(mask, quote, sentence) for rule in _RULES)
        if (first := next(filter(None, found), None)) is not None:
            yield first


def _introduced(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """She said, “…”: nothing but a comma or colon between the cue and the quote."""
    cue = next((each for each in reversed(sentence.cues) if each.opens <= quote.opening), None)
    if (
        cue is None
        or not cue.says
        or mask[cue.opens : quote.opening].strip() not in (",", "،", ":")
    ):
        return None
    return Attributed(quote, cue, 0.96, "introduced")


def _followed(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """“…,” she said: the cue follows at once."""
    cue = _next_cue(quote, sentence)
    if cue is None or not (_at_once(quote, cue) or _pauses(mask, quote, _begin(cue))):
        return None
    if is_title(quote.words) and _GOES_INTO.search(mask, sentence.start, quote.opening):
        return None
    return Attributed(quote, cue, 0.96, "followed")


def _at_once(quote: Quoted, cue: Cue) -> bool:
    """Return whether no comma is needed, as in “…” said Mrs Hale."""
    return cue.start - quote.closing == 1 and cue.speaker[0] > cue.start


def _begin(cue: Cue) -> int:
    return min(cue.start, cue.speaker[0])


def _pauses(mask: str, quote: Quoted, until: int) -> bool:
    between = mask[quote.closing : until].strip(" \t\n\u00a0'’\"”")
    goes_on = mask[quote.closing - 1] == GOING_ON
    return between in _PAUSES or (not between and not goes_on)


def _reported(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """The plan is “…”, she said: the cue reports the whole sentence before it."""
    cue = _next_cue(quote, sentence)
    if cue is None or not cue.bare or not cue.says:
        return None
    before = mask[quote.closing : _begin(cue)].rstrip()
    return Attributed(quote, cue, 0.85, "reported") if before.endswith((",", "،", "—")) else None


def _next_cue(quote: Quoted, sentence: Sentence) -> Cue | None:
    cue = next((each for each in sentence.cues if each.start >= quote.closing), None)
    return cue if cue and cue.speaker[0] >= quote.closing else None


def _contained(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """She said that the plan is “…”: the quote is a part of what the cue reports."""
    cue: Cue | None = None
    earlier = [each for each in sentence.cues if each.end <= quote.opening]
    for each in earlier[-_MOST:]:
        if cue is None or not _embedded(mask, each, cue):
            cue = each
    if cue is None or _is_work(mask, quote, cue, sentence):
        return None
    return Attributed(quote, cue, 0.85 if cue.says else 0.7, "contained")


def _is_work(mask: str, quote: Quoted, cue: Cue, sentence: Sentence) -> bool:
    if not is_title(quote.words) or not mask[cue.opens : quote.opening].strip():
        return False
    return not in_capitals(mask[sentence.start : quote.opening])


def _embedded(mask: str, cue: Cue, outer: Cue) -> bool:
    """Return whether a cue only stands in what an outer one reports, as in "she said he thinks"."""
    if cue.blamed:
        return False
    if not outer.says or cue.speaker == outer.speaker:
        return cue.says < outer.says
    if not cue.says:
        return True
    if outer.bare and not cue.vague:
        return False
    begin = _begin(cue)
    return not _NEW_CLAUSE.search(mask, max(outer.end, begin - _NEAR), begin)


def _signed(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """“…” — Rana Qasim: nothing but a dash and a name after the quote."""
    if sentence.cues or quote is not sentence.quotes[-1]:
        return None
    cue = signed(mask, quote.closing, sentence.end)
    return Attributed(quote, cue, 0.9, "signed") if cue else None


_RULES = (_followed, _introduced, _reported, _contained, _signed)
