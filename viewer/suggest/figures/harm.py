"""What a number of a sentence counts: which act, and whom or what."""

import re
from dataclasses import dataclass, replace

from viewer.suggest.article import Span
from viewer.suggest.figures.counts import Count
from viewer.suggest.figures.words import ACTS, BECAME, CASES, DOING, DONE, PEOPLE, act_code

#: Words with which no noun phrase goes on.
_STOP = (
    r"(?:of|in|on|at|by|for|from|to|with|near|across|during|since|until|after|before|under|over|"
    r"and|or|but|who|which|that|as|when|while|where|were|was|are|is|be|been|being|have|has|had|"
    r"including|between|among|against|amid|because|than|said|say|says|took|take|into|he|she|they|"
    r"it|we|reported|confirmed|allegedly|reportedly|feared|left|also|still|remain|remained|did|do|"
    r"can|could|will|would|may|might|must)"
)
_TOKEN = r"[^\W\d_][\w'’-]*"
_PHRASE = re.compile(
    rf"(?:\s+of\s+(?:them|these|those|us))?(?:(?:\s+|\s?-)(?!{_STOP}\b){_TOKEN}){{0,6}}"
)
_OF = re.compile(
    rf"\s+(?:of|against|on|targeting)\s+(?P<whom>(?:(?!{_STOP}\b){_TOKEN}\s+){{0,4}}?"
    rf"(?!{_STOP}\b){_TOKEN})(?=\s+{_STOP}\b|\s*[.,;:!?)\"”]|\s*$)"
)
_AUXILIARY = (
    r"(?:were|was|are|is|have|has|had|been|being|be|to|feared|confirmed|reported|reportedly|"
    r"allegedly|also|since|believed|found|left|who|that|still|remain|remained|later|then|killed or|"
    r"illegally|arbitrarily|unlawfully|forcibly|deliberately|already|all|both|others|more|"
    r"went|lost|made|forced|taken|got)"
)
_NEAR = re.compile(rf"\s+(?:{_AUXILIARY}\s+){{0,5}}")
_FAR = re.compile(
    r"(?P<gap>[^.;:!?\n]{1,90}?)\b(?:were|was|have been|has been|had been|are being|being)\s+"
    r"(?:\w+ly\s+|also\s+|then\s+)?"
)
_NUMBER = re.compile(r"\d")
#: Before a number whose act is named first: "the number of arrests at 35".
_NUMBER_OF = re.compile(
    r"\b(?:number of (?P<act>[^.;:]{3,40}?)|(?P<toll>death toll|dead))"
    r"(?:\s+in [^.;:]{2,25})?\s+(?:at|to|is|was|reached|hit|exceeded|passed|as|stands at|stood at|"
    r"rose to|had reached|has reached|had risen to|has risen to|of)\s+$"
)
_PART = re.compile(
    r"(?:\bof (?:which|whom|these|those|them),?|\bincluding|\bamong them,?)\s+$", re.I
)
#: Before a verb that tells of no deed: "promised to arrest 12 people".
_ONLY_WISHED = re.compile(
    r"\b(?:to|not|will|would|could|can|may|might|must|should|shall|never|n't|n’t)\s+$"
)
_AROUND = " -\t\n"
_BACK = 110
_REACH = 150


@dataclass(frozen=True, slots=True)
class Harm:
    """An act that is counted: `end` is where what is counted ends, `counted` its words' span."""

    act: str
    end: int
    counted: Span | None
    reason: str


def harm_of(text: str, sentence: Span, count: Count, last: Harm | None) -> Harm | None:
    """Return which harm a number counts; None where it counts none.

    `last` is what the number before it in the sentence counts, of which this may be a part.
    """
    clause = text[count.end : min(sentence[1], count.end + _REACH)]
    phrase = _PHRASE.match(clause)
    words = phrase[0] if phrase else ""
    before = text[max(sentence[0], count.start - _BACK) : count.start]
    told = text[sentence[0] : sentence[1]]
    found = (
        _of_acts(clause, words, told)
        or _passive(clause, words, told)
        or _object(before, words, told)
        or _number_of(before, told)
        or _part(before, words, last)
    )
    return _placed(found, count.end) if found else None


def _placed(harm: Harm, at: int) -> Harm:
    counted = harm.counted and (harm.counted[0] + at, harm.counted[1] + at)
    return replace(harm, end=harm.end + at, counted=counted)


def _of_acts(clause: str, words: str, told: str) -> Harm | None:
    """Read "39 killings", "74 attempted killings of activists", "12 cases of torture"."""
    cases = CASES.search(clause)
    if cases and cases.start() <= len(words) + 1:
        return _acts(clause, cases, told)
    acts = ACTS.search(clause, 0, len(words))
    return _acts(clause, acts, told) if acts else None


def _acts(clause: str, match: re.Match[str], told: str) -> Harm | None:
    code = act_code(match["act"], told)
    of = _OF.match(clause, match.end())
    counted = of.span("whom") if of else None
    end = of.end() if of else match.end()
    return Harm(code, end, counted, "So many acts are counted") if code else None


def _passive(clause: str, words: str, told: str) -> Harm | None:
    """Read "600 protesters were killed", "30 dead", "17 burned schools", "1,200 people fled"."""
    inside = DONE.search(words) or BECAME.search(words)
    if inside:
        return _quality(words, inside, told)
    for pattern in (_NEAR, _FAR):
        between = pattern.match(clause, len(words))
        done = between and (
            DONE.match(clause, between.end()) or BECAME.match(clause, between.end())
        )
        if between and done and _goes_on(between, words):
            return _done(done[0], words, told)
    return None


def _goes_on(between: re.Match[str], words: str) -> bool:
    """Tell whether what stands between a noun and its verb leaves them together."""
    gap = between.groupdict().get("gap")
    if gap is None:
        return True
    is_apart = _NUMBER.search(gap) and "including" not in gap
    return bool(words.strip()) and not is_apart


def _done(act: str, words: str, told: str) -> Harm | None:
    code = act_code(act, told)
    counted = _trimmed(words)
    end = counted[1] if counted else 0
    return Harm(code, end, counted, "So many are said to have suffered it") if code else None


def _quality(words: str, inside: re.Match[str], told: str) -> Harm | None:
    """Read an act among the words behind a number: what is counted is before or behind it."""
    code = act_code(inside[0], told)
    counted = _trimmed(words[: inside.start()]) or _trimmed(words, inside.end())
    end = counted[1] if counted else inside.end()
    return Harm(code, end, counted, "So many are said to have suffered it") if code else None


def _object(before: str, words: str, told: str) -> Harm | None:
    """Read "killed three people", "arresting at least 12 activists"."""
    doing = DOING.search(before)
    if doing is not None and _ONLY_WISHED.search(before[: doing.start()]):
        return None
    if doing is None or (words.strip() and not PEOPLE.search(words) and _is_beating(doing)):
        return None
    code, counted = act_code(doing["act"], told), _trimmed(words)
    end = counted[1] if counted else 0
    return Harm(code, end, counted, "So many are the object of the act") if code else None


def _is_beating(doing: re.Match[str]) -> bool:
    """Tell whether a verb is one that is also used of games and elections."""
    return doing["act"].startswith(("beat", "attack", "shot", "shoot", "burn"))


def _number_of(before: str, told: str) -> Harm | None:
    match = _NUMBER_OF.search(before)
    if match is None:
        return None
    said = match["act"] or "deaths"
    acts = ACTS.search(said) or DONE.search(said)
    code = act_code(acts[0], told) if acts else ""
    return Harm(code, 0, None, "The number of such acts is given") if code else None


def _part(before: str, words: str, last: Harm | None) -> Harm | None:
    """Read "of which 41 took place", "including 12 children": a part of the last number."""
    if last is None or not _PART.search(before):
        return None
    counted = _trimmed(words) if PEOPLE.search(words) else None
    return Harm(last.act, counted[1] if counted else 0, counted, "A part of the number before it")


def _trimmed(words: str, start: int = 0) -> Span | None:
    """Return the span of words from a place on, without what stands around them or for them."""
    said = words[start:].strip(_AROUND)
    if not said or said.startswith("of "):
        return None
    start += len(words[start:]) - len(words[start:].lstrip(_AROUND))
    return start, start + len(said)
