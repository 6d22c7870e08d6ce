"""Persons who matter and have no name: "a government official", "a gunman"."""

import re
from collections.abc import Iterable, Iterator

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.names.words import lexicon

_NOUNS = lexicon()["nameless"] | lexicon()["unidentified"]
_UNIDENTIFIED = lexicon()["unidentified"]
_PHRASE = re.compile(
    r"\b(?P<article>[Aa]n?|[Oo]ne|[Aa]nother)[ \xa0](?P<what>(?:[\w’'-]+[ \xa0]){0,4}?"
    rf"(?P<noun>{'|'.join(sorted(_NOUNS))}))\b(?![’'-]|[ \xa0](?:of|in|for)\b(?=[ \xa0][a-z]))"
)
_SMALL = re.compile(
    r"\b(?:of|in|on|at|to|and|or|by|with|that|who|as|for|from|the|a|an|was|is|when|were|has|had)\b"
)
_LINKED = re.compile(r"\b(?:is|was|be|been|being|becomes?|became|as|like|not|were|are)[ \xa0]$")
_ANONYMOUS = re.compile(
    r"anonym|not authori[sz]ed to|not (?:be|to be) (?:named|identified)|"
    r"declined to be (?:named|identified)|"
    r"name (?:was|is|has been) withheld|withheld (?:his|her|their) name",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:said|says|told|tells|asked|killed|shot|wounded|arrested|abducted|kidnapped|detained|"
    r"threatened|beat|injured|murdered|tortured|quoted|citing|quoting|by|according to|"
    r"from|with|interviewed)[ \xa0])$"
)
_AFTER = re.compile(
    r"(?:,[^,.\n]{0,90},|[ \xa0](?:who|at|from|in|with|for|on|near)\b[^,.;\n]{1,60}?)?[ \xa0]"
    rf"(?:{'|'.join(sorted(lexicon()['says']))}|was|has|had|did|does|could|would|opened|fired|shot|"
    r"killed|stabbed|attacked|refused|died|suffered|fled|saw|heard|who|blew|detonated|stormed|escaped|went|came)\b"
)


def nameless(text: str, named: Iterable[SuggestedName]) -> Iterator[SuggestedName]:
    """Yield the persons without a name who speak, act, suffer or are asked."""
    people = [each for each in named if each.what == "person"]
    starts, ends = {each.start for each in people}, {each.end for each in people}
    titled = {each.title[0] for each in people if each.title}
    for match in _PHRASE.finditer(text):
        what = match["what"]
        if _SMALL.search(what) or any(word[0].isupper() for word in what.split()[1:]):
            continue
        start, end = match.span()
        if start - 2 in ends or starts & {end + 1, end + 2} or titled & {end + 1}:
            continue
        found = _found(text, match)
        if found is not None:
            yield found


def _found(text: str, match: re.Match[str]) -> SuggestedName | None:
    start, end = match.span()
    before = text[max(0, start - 30) : start]
    if _LINKED.search(before):
        return None
    acts = _AFTER.match(text, end)
    if acts is None and not _BEFORE.search(before):
        return None
    return _suggested(text, match)


def _suggested(text: str, match: re.Match[str]) -> SuggestedName:
    start, end = match.span()
    naming, reason = _naming(text, match)
    what = match["what"]
    return SuggestedName(
        start=start,
        end=end,
        text=text[start:end],
        confidence=0.6,
        reason=reason,
        name=what[0].upper() + what[1:],
        naming=naming,
    )


def _naming(text: str, match: re.Match[str]) -> tuple[str, str]:
    stop = re.compile(r"[.!?\n]").search(text, match.end())
    rest = text[match.start() : stop.start() if stop else len(text)][:400]
    if _ANONYMOUS.search(rest):
        return "anonymous", "The text withholds the name"
    if match["noun"] in _UNIDENTIFIED:
        return "unidentified", f"Nobody says who this {match['noun']} is"
    return "role_only", f"“{match['noun']}” without a name"
