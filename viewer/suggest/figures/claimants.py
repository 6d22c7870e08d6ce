"""Who reports a figure: the subject of the verb that reports it, or whom it is according to."""

import re
from collections.abc import Sequence

from viewer.domain.suggestions import Mentioned, SuggestedName
from viewer.domain.text import words as words_of
from viewer.suggest.article import Span

_VERBS = (
    r"(?:says?|said|reports?|reported|documents?|documented|records?|recorded|counts?|counted|"
    r"registers?|registered|estimates?|estimated|puts?|confirms?|confirmed|announced?|announces|"
    r"claims?|claimed|alleged?|alleges|verif(?:y|ies|ied)|found|finds|listed|lists|logged|tallied|"
    r"acknowledged|admitted|told|wrote|writes|added|stated|noted|identified|publish(?:es|ed)|estimates?|tracked)"
)
_HELPERS = r"(?:\s+(?:has|have|had|also|itself|later|since|alone|now|then|only|\w+ly))*"
_SAYS = re.compile(rf"{_HELPERS}\s+{_VERBS}\b(?!\s+(?:dead|by)\b)")
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_SAID_BY = re.compile(
    rf"[,\"”’]\s+{_VERBS}\s+(?P<who>(?:(?!on\b|in\b|at\b|that\b)[^\s,.;:]+\s?){{1,6}})"
)
_SHORT_FORM = re.compile(r"\s\([^()\n]{1,12}\)\Z")
_PRONOUN = re.compile(r"\b(?:[Ii]t|[Ss]he|[Hh]e|[Tt]hey|[Ww]e)$")
_BREAK = re.compile(r"[,;:.!?\"“”()\n]|\b(?:and|but|that|while|as|which|who|when)\s")
#: What a sentence may open with before its subject: "In 2019 the union".
_OPENING = re.compile(r"(?:In|On|At|By|Since|During|For)\s.{2,40}\s(?=(?:the|its|their)\s)")
#: A description of somebody has no more words, and neither begins nor ends with one of these.
_LONGEST = 8
_NO_CLAIMANT = frozenset(
    words_of("there which that what and but or was were been not in on at of by to who has is")
)
_INNER = frozenset(words_of("of for the a an and in on"))


def claimant_of(
    text: str, sentence: Span, number: Span, names: Sequence[SuggestedName]
) -> Mentioned | None:
    """Return who reports the number of a sentence, as named there; None where nobody does.

    `names` are those of the sentence.
    """
    names = [name for name in names if name.what != "place"]
    return (
        _according(text, sentence, names)
        or _subject(text, (sentence[0], number[0]), names, -1)
        or _subject(text, (number[1], sentence[1]), names, 0)
        or _said_by(text, (number[1], sentence[1]), names)
    )


def _according(text: str, within: Span, names: Sequence[SuggestedName]) -> Mentioned | None:
    match = _ACCORDING.search(text, *within)
    if match is None:
        return None
    ends = _BREAK.search(text, match.end(), within[1])
    return _within(text, match.end(), ends.start() if ends else within[1], names)


def _within(text: str, start: int, end: int, names: Sequence[SuggestedName]) -> Mentioned | None:
    """Return the first name between two places, or else the words."""
    for name in names:
        if start <= name.start < end:
            return Mentioned(name.start, name.end, name.name)
    words = text[start:end].rstrip()
    return Mentioned(start, start + len(words)) if words else None


def _subject(
    text: str, within: Span, names: Sequence[SuggestedName], which: int
) -> Mentioned | None:
    """Return the subject of the first (0) or last (-1) verb of reporting within a span."""
    verbs = list(_SAYS.finditer(text, *within))
    return _before(text, within[0], verbs[which].start(), names) if verbs else None


def _before(text: str, start: int, at: int, names: Sequence[SuggestedName]) -> Mentioned | None:
    """Return the name, pronoun or description that ends at a place, short forms apart."""
    if short := _SHORT_FORM.search(text, start, at):
        at = short.start()
    for name in names:
        if name.end == at and name.start >= start:
            return Mentioned(name.start, name.end, name.name)
    pronoun = _PRONOUN.search(text[start:at])
    return Mentioned(start + pronoun.start(), at) if pronoun else _description(text, start, at)


def _description(text: str, start: int, at: int) -> Mentioned | None:
    """Return the words before a place, back to where their clause begins."""
    breaks = [match.end() for match in _BREAK.finditer(text, start, at)]
    words = text[breaks[-1] if breaks else start : at].lstrip()
    if opening := _OPENING.match(words):
        words = words[opening.end() :]
    told = words.lower().split()
    if not told or len(told) > _LONGEST or {told[0], told[-1]} & _NO_CLAIMANT:
        return None
    return Mentioned(at - len(words), at)


def _said_by(text: str, within: Span, names: Sequence[SuggestedName]) -> Mentioned | None:
    """Read what stands behind the figure: "…, said the ministry"."""
    match = _SAID_BY.search(text, *within)
    return _within(text, *match.span("who"), names) if match else None


def meant(text: str, who: Mentioned, before: Sequence[SuggestedName], last: str) -> Mentioned:
    """Give a pronoun, or a word such as "the union", the name that it means, if that is plain.

    `before` are the names up to it; `last` who was meant in the sentence before, or "".
    """
    words = text[who.start : who.end]
    if who.name:
        return who
    name = last if _PRONOUN.fullmatch(words) else _by_last_word(words, before)
    return Mentioned(who.start, who.end, name)


def _by_last_word(words: str, before: Sequence[SuggestedName]) -> str:
    """Return the one organisation whose name holds the last word, as "the committee" does."""
    head = words.lower().split()[-1]
    found = {
        name.name
        for name in before
        if name.what == "organisation" and head not in _INNER and head in name.name.lower().split()
    }
    return found.pop() if len(found) == 1 else ""
