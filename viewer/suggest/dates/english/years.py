"""Numbers of four digits in English texts, and which of them are years."""

import re

from viewer.suggest.dates.english.atoms import ABOUT, BEGIN, PART
from viewer.suggest.dates.language import GAP, Form
from viewer.suggest.dates.readings import OPEN, Moment, Range, Reading, Unread

#: Words before a number that is the name or the place of something, or an amount.
_NO_YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Pp]ages?|pp?\.|[Nn]o\.|[Nn]umber|[Nn]os\.|[Rr]oom|[Cc]hapter|[Ss]ection|[Rr]esolution|"
    r"Agenda|Vision|Windows|Boeing|[Ff]light|[Aa]rticle|[Pp]aragraph|[Ll]ine|[Hh]ighway|Route|"
    r"[Uu]nit|[Vv]ersion|[Cc]hannel|[Bb]ox|[Oo]rder|[Cc]ode|[Ee]xtension|[Tt]el|at\sleast|"
    r"more\sthan|fewer\sthan|less\sthan|up\sto|nearly|almost|over|killed|[Tt]otal\sof|roughly|"
    r"approximately|some)\.?:?\s|[-+$€£¥#§/:(\d]\d*[-–.)/:]\s?|\d\s|\d[,.]|[$€£¥#§+=<>*/@&_.,:]|\w-|[\u0600-\u06ff]\s?)$"
)
#: Before a number that is a year even though a noun follows, as in "the 2019 protests".
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]n|[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Bb]y|"
    r"[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|an?|[Tt]his|[Tt]hat|of|[Yy]ear|\w+'s|\w+’s|"
    r"[Ff]or)\s|\()$"
)
_UNIT_AFTER = re.compile(
    r"\s?(?:%|°|(?:percent|per\scent|km|m|cm|kg|kilomet\w+|met(?:er|re)s?|miles?|feet|ft|pounds?|"
    r"dollars?|euros?|tons?|tonnes?|acres?|hectares?|GMT|UTC|hours|hrs|local\stime|h|BCE?|B\.C|"
    r"words|pages|calories|times|square|cubic|degrees|watts?|volts?|of\sthem|more|other|others|"
    r"people|persons|men|women|children|troops|soldiers|votes|voters|points)\b|[a-z]*(?:children|people|men|women)\b)"
)
_STREET_AFTER = re.compile(
    r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St\.|Road|Rd\.|Avenue|Ave\.?|Boulevard|Drive|Lane)\b"
)
#: A plain noun in the plural, of which there might be so many.
_NOUNS_AFTER = re.compile(r"\s(?:[a-z]+\s)?[a-z]{3,}[^\Ws]s\b")
#: Numbers among Arabic words are left to Arabic.
_FOLLOWED = re.compile(r"[\w%]|[,.:]\d|-\w|[/@_]\w|\s?[\u0600-\u06ff]")
_BACK = 24


def _year(match: re.Match[str]) -> Reading | None:
    text, (start, end) = match.string, match.span("year")
    before = text[max(0, match.start() - _BACK) : match.start()]
    if _NO_YEAR_BEFORE.search(before) or _FOLLOWED.match(text, end):
        return None
    if _is_plainly(before, match) or not _is_amount(text, start, end):
        return Moment(match["year"], qualifier="~" if match["about"] else "")
    return None


def _is_plainly(before: str, match: re.Match[str]) -> bool:
    return bool(
        match["part"]
        or (_YEAR_BEFORE.search(before) and not _UNIT_AFTER.match(match.string, match.end()))
    )


def _is_amount(text: str, start: int, end: int) -> bool:
    """Tell whether a number counts something, or names a house."""
    following = (_UNIT_AFTER, _STREET_AFTER, _NOUNS_AFTER)
    if any(pattern.match(text, end) for pattern in following):
        return True
    return not 1500 <= int(text[start:end]) < 2100


def _years(match: re.Match[str]) -> Reading | None:
    """Read "2019–2021", "2019-20" and "2019/20"."""
    first, sign, last = match["first"], match["sign"], match["last"]
    before = match.string[max(0, match.start() - _BACK) : match.start()]
    last = first[:2] + last if len(last) == 2 else last
    if _NO_YEAR_BEFORE.search(before) or not 1000 <= int(first) <= int(last) < 2100:
        return None
    return _between(int(first), sign, match["last"], int(last))


def _between(first: int, sign: str, written: str, last: int) -> Reading | None:
    is_month = sign == "-" and len(written) == 2 and 1 <= int(written) <= 12
    if is_month and last == first + 1:
        return Unread("A month of a year, or two years: not to be told apart")
    if is_month:
        return Moment(str(first), int(written))
    return Range(Moment(str(first)), Moment(str(last))) if first < last else None


FORMS: tuple[Form, ...] = (
    Form(
        re.compile(
            rf"{BEGIN}(?P<first>(?:1\d|20)\d\d){GAP}?(?P<sign>[-–—/]){GAP}?"
            r"(?P<last>(?:1\d|20)\d\d|(?<=\d\d\d\d[-–—/])\d\d)(?![\w]|[-–/.,:]\d)"
        ),
        _years,
    ),
    Form(
        re.compile(rf"{BEGIN}(?P<first>(?:1\d|20)\d\d){GAP}?[-–—]{GAP}?(?:[Pp]resent|now)\b"),
        lambda match: Range(Moment(match["first"]), OPEN),
    ),
    Form(
        re.compile(
            rf"{BEGIN}(?P<about>(?:{ABOUT}|c\.|ca\.){GAP})?(?P<part>{PART})?"
            r"(?P<year>(?:1\d|20)\d\d)(?!\w)"
        ),
        _year,
    ),
)
