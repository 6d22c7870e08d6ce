"""Quotes: the words, and whose they are.

A suggested quote is right when at least half of its characters lie in gold quotes of the speaker
that it names; a gold quote is found when at least half of its characters lie in such suggestions.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.accuracy.gold import GoldArticle, GoldQuote
from tests.accuracy.matching import half_covered, is_who, span_of
from tests.accuracy.paragraphs import is_whole_paragraph
from tests.accuracy.tally import Measures, Tally
from viewer.domain.suggestions import Mentioned, SuggestedQuote

#: Whether the one who is suggested is the speaker of the gold quote.
SameSpeaker = Callable[[Mentioned | None, GoldQuote], bool]


def measured(article: GoldArticle, quotes: Sequence[SuggestedQuote]) -> Measures:
    """Measure direct quotes, whole paragraphs, turns of transcripts and indirect quotes."""
    direct = [each for each in quotes if each.form == "direct"]
    indirect = [each for each in quotes if each.form == "indirect"]
    gold = [each for each in article.quotes if each.form == "direct"]
    same = speaker_of(article)
    rows: Measures = {"quote spans": tally(direct, _without_turns(gold), _anybody)}
    rows |= attributed(article.text, direct, _without_turns(gold), same)
    turns = [each for each in gold if each.turn]
    if turns:
        inside = [each for each in direct if _in(each, turns)]
        rows["turns of a transcript"] = tally(inside, turns, same)
    spoken = [each for each in article.quotes if each.form == "indirect"]
    rows["indirect quotes"] = tally(_named(indirect), spoken, same)
    return {name: row for name, row in rows.items() if article.measures(name)}


def attributed(
    text: str, direct: Sequence[SuggestedQuote], gold: Sequence[GoldQuote], same: SameSpeaker
) -> Measures:
    """Measure direct quotes with their speakers, and whole paragraphs among them apart.

    A suggestion that names no speaker claims none: it is not counted, and finds nothing.
    """
    named = _named(direct)
    paragraphs = [each for each in named if is_whole_paragraph(text, span_of(each))]
    others = [each for each in gold if not each.paragraph]
    whole = [each for each in gold if each.paragraph]
    return {
        "direct quotes": tally(named, gold, same),
        "whole-paragraph quotes": tally(paragraphs, gold, same, wanted=whole, finding=named),
        "other direct quotes": tally(
            [each for each in named if each not in paragraphs],
            gold,
            same,
            wanted=others,
            finding=named,
        ),
    }


def tally(
    quotes: Sequence[SuggestedQuote],
    gold: Sequence[GoldQuote],
    same: SameSpeaker,
    *,
    wanted: Sequence[GoldQuote] | None = None,
    finding: Sequence[SuggestedQuote] | None = None,
) -> Tally:
    """Count suggestions that are right, and gold quotes with a speaker that are found.

    `wanted` are those that are to be found, `finding` the suggestions that may find them, where
    that is not all.
    """
    sure = [each for each in gold if not each.optional]
    right = [each for each in quotes if _is_right(each, sure, same)]
    neither = [each for each in quotes if each not in right and _is_neither(each, gold, same)]
    to_find = [each for each in sure if wanted is None or each in wanted]
    to_find = [each for each in to_find if same is _anybody or each.speaker]
    found = [each for each in to_find if _is_found(each, finding or quotes, same)]
    return Tally(len(right), len(quotes) - len(neither), len(found), len(to_find))


def speaker_of(article: GoldArticle) -> SameSpeaker:
    """Return the test whether somebody is the speaker of a quote of this article."""
    everybody = frozenset().union(*(name.names for name in article.names))

    def same(said: Mentioned | None, quote: GoldQuote) -> bool:
        return is_who(said, article.with_people(quote.speaker), everybody - quote.speaker.names)

    return same


def _anybody(said: Mentioned | None, quote: GoldQuote) -> bool:
    return True


def _is_right(quote: SuggestedQuote, gold: Sequence[GoldQuote], same: SameSpeaker) -> bool:
    spans = (each.span for each in gold if same(quote.speaker, each))
    return half_covered(span_of(quote), spans)


def _is_neither(quote: SuggestedQuote, gold: Sequence[GoldQuote], same: SameSpeaker) -> bool:
    """Whether it is in optional quotes, or is a turn where turns are measured apart."""
    return _is_right(quote, [each for each in gold if each.optional], same)


def _is_found(quote: GoldQuote, quotes: Sequence[SuggestedQuote], same: SameSpeaker) -> bool:
    spans = (span_of(each) for each in quotes if same(each.speaker, quote))
    return half_covered(quote.span, spans)


def _named(quotes: Sequence[SuggestedQuote]) -> list[SuggestedQuote]:
    return [each for each in quotes if each.speaker is not None]


def _without_turns(gold: Sequence[GoldQuote]) -> list[GoldQuote]:
    """Turns count neither way among quotes in marks: they may be found there or not."""
    return [_optional(each) if each.turn else each for each in gold]


def _optional(quote: GoldQuote) -> GoldQuote:
    return replace(quote, optional=True)


def _in(quote: SuggestedQuote, gold: Sequence[GoldQuote]) -> bool:
    return half_covered(span_of(quote), (each.span for each in gold))
