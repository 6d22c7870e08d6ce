"""Marked words as a figure that somebody reports: how many of what, as far as they say it."""

import re
from dataclasses import dataclass

from viewer.domain.marking.acts import act_of
from viewer.domain.marking.draft import Draft, Marked, within
from viewer.domain.marking.passages import Words
from viewer.domain.marking.people import New
from viewer.domain.numbers import first_number
from viewer.domain.reader import CaseReader
from viewer.domain.records import Figure
from viewer.domain.text import folded

#: Codes of the vocabulary `qualifier` and what stands before a number so, longer ones first.
QUALIFIERS = (
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
    found = first_number(text)
    if found is None:
        return Count(act=act_of(text))
    number, start, end = found
    qualifier = _qualifier(folded(text[:start]), folded(text[end:]))
    after = _COUNTED.search(text, end)
    counted = " ".join(after[1].split()) if after else ""
    return Count(qualifier, number, act_of(text[end:]), counted, text[start:end])


def _qualifier(before: str, after: str) -> str:
    before = " ".join(before.split())
    for code, phrases in QUALIFIERS:
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
