"""Persons who matter and have no name: "a government official", "a gunman", "witnesses"."""

import re
from collections.abc import Iterable, Iterator

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.names.lists import ROLES, is_demonym
from viewer.suggest.names.words import lexicon

_english = lexicon()
_UNIDENTIFIED = _english["unidentified"]
_GROUPS = _english["groups"]
_PERSONS = _english["nameless"] | _UNIDENTIFIED


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_ARTICLE = "[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir"
_PHRASE = re.compile(
    rf"\b(?:(?P<article>{_ARTICLE})[ \xa0](?P<what>(?:[\w’'-]+[ \xa0]){{0,4}}?"
    rf"(?P<noun>{_any(_PERSONS | ROLES)}))|"
    rf"(?P<group>(?:[Ll]ocal[ \xa0]|[Uu]nidentified[ \xa0]|[Uu]nknown[ \xa0]|[Ss]enior[ \xa0])?"
    rf"(?P<many>(?i:{_any(_GROUPS)}))))\b(?![’'-])"
)
#: What a noun phrase of one person does not have between its article and its noun.
_SMALL = re.compile(
    r"\b(?:of|in|on|at|to|and|or|by|with|that|who|as|for|from|the|an?|was|is|when|were|has|had)\b"
)
#: What says that "a" or "an" tells what a named person is: "is a lawyer".
_LINKED = re.compile(
    r"\b(?:is|was|be|been|being|becomes?|became|as|like|not|were|are|than|for|of)[ \xa0]$"
)
_ANONYMOUS = re.compile(
    r"anonym|not authori[sz]ed to|not (?:be|to be) (?:named|identified|quoted)|"
    r"declined to be (?:named|identified)|withh[eo]ld|"
    r"(?:his|her|their) (?:full )?name (?:is|was|has been|to be|left|be)|pseudonym|real name",
    re.IGNORECASE,
)
_SAYING = _any(_english["says"])
_HARM = _any(_english["harms"])
_BEFORE = re.compile(
    rf"\b(?:{_SAYING}|{_HARM}|quoted|citing|quoting|according to|interviewed|"
    rf"(?:{_HARM})[ \xa0]by)[ \xa0]$"
)
_ASIDE = (
    r"(?:,[^,.\n]{0,90},|"
    r"(?:[ \xa0](?:of|at|from|in|with|for|on|near)\b[^,.;\n]{1,60}?){1,2})?[ \xa0]"
)
_AFTER = re.compile(
    rf"{_ASIDE}(?:who[ \xa0])?(?:(?:later|also|then|had|has|have|was|were|who)[ \xa0])*"
    rf"(?:{_SAYING}|{_HARM}|(?:did|could|would)[ \xa0]not)\b"
)
#: More that those do of whom the list of persons says that they matter.
_ACTS = re.compile(
    rf"{_ASIDE}(?:was|has|had|have|did|does|could|would|suffered|who|escaped|went|came|put|took)\b"
)
_END = re.compile(r"[.!?\n]")
#: How far the sentence around a person is looked at, in code points.
_NEAR = 400


def nameless(text: str, named: Iterable[SuggestedName]) -> Iterator[SuggestedName]:
    """Yield the persons without a name who speak, act, suffer or are asked."""
    people = [each for each in named if each.what == "person"]
    starts = {each.title[0] if each.title else each.start for each in people}
    starts |= {each.start for each in people}
    ends = {each.end for each in people}
    for match in _PHRASE.finditer(text):
        start, end = match.span()
        # "Hasanain, another activist" and "his brother, Hasanain" are no further persons.
        if start - 2 in ends or starts & {end + 1, end + 2}:
            continue
        if (_is_group if match["many"] else _is_one)(text, match):
            yield _suggested(text, match)


def _is_one(text: str, match: re.Match[str]) -> bool:
    noun, what = match["noun"], match["what"]
    if _SMALL.search(what) or not all(map(_is_plain, what.split()[1:])):
        return False
    before = text[max(0, match.start() - _NEAR // 10) : match.start()]
    if _LINKED.search(before):
        return False
    if _BEFORE.search(before) or _AFTER.match(text, match.end()):
        return True
    is_owned = match["article"][0] in "HhTt"
    return noun in _PERSONS and not is_owned and bool(_ACTS.match(text, match.end()))


def _is_plain(word: str) -> bool:
    """Whether a word may stand before a noun: no name, unless of a people or an abbreviation."""
    return word.islower() or word.isupper() or is_demonym(word)


def _is_group(text: str, match: re.Match[str]) -> bool:
    """Groups are suggested only where they do something or say so."""
    before = text[max(0, match.start() - 2) : match.start()]
    begins = match["group"][0].isupper() or before.endswith(", ")
    return begins and bool(_AFTER.match(text, match.end()))


def _suggested(text: str, match: re.Match[str]) -> SuggestedName:
    start, end = match.span()
    naming, reason = _naming(text, match)
    what = match["what"] or match["group"]
    return SuggestedName(
        start=start,
        end=end,
        text=text[start:end],
        confidence=0.4 if match["many"] else 0.6,
        reason=reason,
        name=what[0].upper() + what[1:],
        naming=naming,
        unit="group" if match["many"] else "individual",
    )


def _naming(text: str, match: re.Match[str]) -> tuple[str, str]:
    noun = match["noun"] or match["many"].lower()
    stop = _END.search(text, match.end(), match.end() + _NEAR)
    if _ANONYMOUS.search(text[match.start() : stop.start() if stop else match.end() + _NEAR]):
        return "anonymous", "The text withholds the name"
    if noun in _UNIDENTIFIED or noun in ("gunmen", "assailants", "attackers", "kidnappers"):
        return "unidentified", f"Nobody says who “{match[0]}” is"
    return "role_only", f"“{match[0]}” stands without a name"
