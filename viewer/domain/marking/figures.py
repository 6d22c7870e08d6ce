"""Marked words as a figure that somebody reports: how many of what, as far as they say it."""

import re
from dataclasses import dataclass

from viewer.domain.marking.acts import act_of
from viewer.domain.marking.draft import Draft, Marked, within
from viewer.domain.marking.passages import Words
from viewer.domain.marking.people import New
from viewer.domain.reader import CaseReader
from viewer.domain.records import Figure
from viewer.domain.text import folded
from viewer.domain.text import words as words_of

#: What stands before a number and says how exact it is, longer ones first.
_QUALIFIERS = (
    ("at_most", ("no more than", "not more than", "at most", "fewer than", "less than", "up to")),
    ("at_most", ("لا يزيد عن", "اقل من")),
    ("at_least", ("at least", "no fewer than", "no less than", "more than", "over")),
    ("at_least", ("ما لا يقل عن", "اكثر من")),
    ("exactly", ("exactly", "بالضبط")),
    ("about", ("about", "around", "some", "nearly", "almost", "roughly", "approximately")),
    ("about", ("حوالي", "نحو", "قرابه", "ما يقارب")),
)
#: What may follow a number, perhaps after what is counted.
_AFTER = {"at least": "at_least", "or more": "at_least", "at most": "at_most"}
_AFTER |= {folded("على الأقل"): "at_least", folded("على الأكثر"): "at_most"}
_FOLLOWS = re.compile(rf"\W*(?:\w+\W+){{0,2}}?({'|'.join(_AFTER)})\b")
_DIGITS = re.compile(r"(?<![\w.,])(\d{1,3}(?:[,.٬ \u202f\u00a0]\d{3})+|\d+)(?![\w])(?![.,]\d)")
_UNITS = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = words_of("twenty thirty forty fifty sixty seventy eighty ninety")
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: number * 10 for number, word in enumerate(_TENS, start=2)
}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_NUMBER_WORD = re.compile(r"[a-z]+")
_COUNTED = re.compile(
    r"\bof\s+(.+?)(?=[.,;:]|\s(?:in|since|during|from|by|at|and|who)\b|$)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Count:
    """What words say of a number: `number` is None where none is said."""

    qualifier: str = "stated"
    number: int | None = None
    act: str = "other"
    counted: str = ""
    #: The number as it stands in the words.
    written: str = ""


def count_of(text: str) -> Count:
    """Return the first number of a text and what it says of it, in digits or in English words."""
    found = _in_digits(text) or _in_words(text)
    if found is None:
        return Count(act=act_of(text))
    number, start, end = found
    qualifier = _qualifier(folded(text[:start]), folded(text[end:]))
    after = _COUNTED.search(text, end)
    counted = " ".join(after[1].split()) if after else ""
    return Count(qualifier, number, act_of(text[end:]), counted, text[start:end])


def _in_digits(text: str) -> tuple[int, int, int] | None:
    match = _DIGITS.search(text)
    if match is None:
        return None
    digits = "".join(letter for letter in match[0] if letter.isdigit())
    return int(digits), match.start(), match.end()


def _in_words(text: str) -> tuple[int, int, int] | None:
    """Read a number such as “forty-four” or “two hundred and six”."""
    total = part = 0
    begin = end = -1
    for match in _NUMBER_WORD.finditer(text.lower()):
        word = match[0]
        if word in _SMALL:
            part += _SMALL[word]
        elif word in _LARGE and (begin >= 0 or word == "dozen"):
            part, total = _scaled(part, total, _LARGE[word])
        elif word != "and" or begin < 0:
            if begin >= 0:
                break
            continue
        if word != "and":
            begin, end = (match.start() if begin < 0 else begin), match.end()
    is_nobody = text[begin:end].lower() == "one" and text[:begin].lower().rstrip().endswith("no")
    return None if begin < 0 or is_nobody else (total + part, begin, end)


def _scaled(part: int, total: int, scale: int) -> tuple[int, int]:
    """Return part and total after a word such as “hundred”; thousands close a part."""
    if scale < _LARGE["thousand"]:
        return (part or 1) * scale, total
    return 0, total + (part or 1) * scale


def _qualifier(before: str, after: str) -> str:
    before = " ".join(before.split())
    for code, phrases in _QUALIFIERS:
        for phrase in map(folded, phrases):
            if re.search(rf"\b{phrase}$", before):
                return code
    follows = _FOLLOWS.match(" ".join(after.split()))
    return _AFTER[follows[1]] if follows else "stated"


def figure(case: CaseReader, words: Words, figure: Figure, news: tuple[New, ...] = ()) -> Marked:
    """Return a figure that words report, with the persons and places that it creates."""
    draft = Draft(case)
    for new in news:
        draft.new(new, within(words, new.text))
    draft.add(figure)
    draft.tie(figure.id, "", words)
    said = count_of(words.text)
    if said.number == figure.number and (number := within(words, said.written)) is not None:
        draft.tie(figure.id, "number", number)
    if figure.act == said.act != "other":
        draft.tie(figure.id, "act", words)
    if figure.period.written and (period := within(words, figure.period.written)) is not None:
        draft.tie(figure.id, "period", period)
    return Marked(draft.change_set("Add figure"), figure.id, draft.passage(words).id)
