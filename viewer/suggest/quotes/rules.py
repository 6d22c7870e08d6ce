"""The rules by which a quote gets its speaker within its own sentence, the surest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.suggest.quotes.cues import Cue
from viewer.suggest.quotes.masking import GOING_ON
from viewer.suggest.quotes.reading import Sentence
from viewer.suggest.quotes.scanner import Quoted

_PAUSES = frozenset([",", "-", "—", "–", "--"])


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quote with the cue that says who speaks, how sure that is, and by which rule."""

    quote: Quoted
    cue: Cue
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
    if cue is None or mask[cue.opens : quote.opening].strip() not in (",", ":"):
        return None
    return Attributed(quote, cue, 0.96, "introduced")


def _followed(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """“…,” she said: the cue follows at once."""
    cue = _next_cue(quote, sentence)
    if cue is None or not _pauses(mask, quote, min(cue.start, cue.speaker[0])):
        return None
    return Attributed(quote, cue, 0.96, "followed")


def _pauses(mask: str, quote: Quoted, until: int) -> bool:
    between = mask[quote.closing : until].strip()
    goes_on = mask[quote.closing - 1] == GOING_ON and not quote.comma
    return between in _PAUSES or (not between and not goes_on)


def _reported(mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """The plan is “…”, she said: the cue reports the whole sentence before it."""
    cue = _next_cue(quote, sentence)
    if cue is None or not cue.bare:
        return None
    before = mask[quote.closing : min(cue.start, cue.speaker[0])].rstrip()
    return Attributed(quote, cue, 0.85, "reported") if before.endswith((",", "—")) else None


def _next_cue(quote: Quoted, sentence: Sentence) -> Cue | None:
    cue = next((each for each in sentence.cues if each.start >= quote.closing), None)
    return cue if cue and cue.says and cue.speaker[0] >= quote.closing else None


def _contained(_mask: str, quote: Quoted, sentence: Sentence) -> Attributed | None:
    """She said that the plan is “…”: the quote is a part of what the cue reports."""
    earlier = [each for each in sentence.cues if each.end <= quote.opening]
    saying = [each for each in earlier if each.says]
    if not earlier:
        return None
    return Attributed(quote, (saying or earlier)[-1], 0.85 if saying else 0.7, "contained")


_RULES = (_introduced, _followed, _reported, _contained)
