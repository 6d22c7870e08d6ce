"""The combinations that are left of protected persons: a few rules, each said in a sentence.

No rule counts or weighs: how many people fit a description only somebody who knows the place can
say. The level is how direct the way to the person is.
"""

import re
from collections.abc import Callable, Iterator

from viewer.domain.audiences import sees_everything
from viewer.domain.fields import Text
from viewer.domain.identifying.publications import published
from viewer.domain.identifying.remains import Remains
from viewer.domain.identifying.risk import Level, Risk
from viewer.domain.reader import CaseReader
from viewer.domain.records import Audience, Event, Involvement, Person, fields_of
from viewer.domain.text import shortened
from viewer.domain.titles import date_phrase
from viewer.domain.vocabularies import vocabulary

#: Who tells of something need not have been there.
_NOT_THERE = "source"
_ALONE = ("victim", "witness")
_MONTH = 31
_CLOSE = ("relative", "partner")
#: Few people do that for one organisation.
_FEW = ("leads", "represents")
_JOINED = ("member_of", "works_for", *_FEW)
_NUMBER = re.compile(r"\d")
_REPLACED = re.compile(r"\[[^\]]*\]")
#: No other numbers than years.
_YEARS = re.compile(r"\A(?:\D|(?<!\d)\d{4}(?!\d))*\Z")

_DETAILS = "Set “Details withheld” for this person."
_SAME = "Merge the two, or say under “Similar persons” that they are not the same."
#: Names that are this much alike, of 100, are mostly one.
_NEARLY_SURE = 90
_PLACE = f"{_DETAILS} Or withhold the place or the event."


def residual_risks(case: CaseReader, audience: Audience) -> tuple[Risk, ...]:
    """Return what an export for an audience would leave that may point to a protected person.

    The most direct come first; nothing for those who see everything.
    """
    if sees_everything(audience):
        return ()
    remains = Remains(case, audience)
    found = [risk for id in remains.persons for rule in _RULES for risk in rule(remains, id)]
    return tuple(sorted(found, key=lambda risk: (-risk.level, risk.person_id)))


def _place_and_day(remains: Remains, id: str) -> Iterator[Risk]:
    for part, event in remains.parts(id):
        place, days = remains.small_place(event), remains.days(event)
        if place is None or not 0 < days <= _MONTH or part.role == _NOT_THERE:
            continue
        alone = part.role in _ALONE and _is_only_one(remains, part)
        role = vocabulary("role").label(part.role).lower()
        yield _risk(
            remains,
            id,
            Level.HIGH if alone and days == 1 else Level.MEDIUM,
            f"{{who}} is {'the only' if alone else 'a'} {role} in “{remains.title(event.id)}”: "
            f"{remains.title(place.id)}, {_when(remains, event)}",
            (event.id, place.id),
            _PLACE,
        )


def _is_only_one(remains: Remains, part: Involvement) -> bool:
    same = remains.view.where(Involvement, event_id=part.event_id, role=part.role)
    return len({each.person_id for each in same}) == 1


def _when(remains: Remains, event: Event) -> str:
    return date_phrase(remains.view, event.date).replace("\u2066", "").replace("\u2069", "")


def _named_ties(remains: Remains, id: str) -> Iterator[Risk]:
    for tie, other in remains.ties(id):
        if other.unit == "individual":
            label = vocabulary("tie").label(tie.type).lower()
            detail = f" ({tie.detail})" if tie.detail else ""
            ends = [remains.title(tie.person_id), remains.title(tie.other_id)]
            ends[0 if tie.person_id == id else 1] = "{who}"
            level = Level.HIGH if tie.type in _CLOSE else Level.MEDIUM
            sentence = f"A tie to somebody who is named: {ends[0]}, {label} {ends[1]}{detail}"
            yield _risk(remains, id, level, sentence, (tie.id, other.id), _DETAILS)


def _organisations(remains: Remains, id: str) -> Iterator[Risk]:
    for tie, other in remains.ties(id):
        if other.unit != "individual" and tie.type in _JOINED and tie.person_id == id:
            label = vocabulary("tie").label(tie.type).lower()
            level = Level.HIGH if tie.type in _FEW else Level.MEDIUM
            sentence = f"{{who}}: {label} {remains.title(other.id)}, which is named"
            yield _risk(remains, id, level, sentence, (tie.id, other.id), _DETAILS)


def _occupation_and_place(remains: Remains, id: str) -> Iterator[Risk]:
    person = remains.person(id)
    said = (person.occupation or person.described_as) if person is not None else ""
    there = {
        place.id: event.id
        for part, event in remains.parts(id)
        if (place := remains.small_place(event)) is not None and part.role != _NOT_THERE
    }
    if said and there:
        places = ", ".join(map(remains.title, there))
        sentence = f"What {{who}} is and where: “{shortened(said)}”, {places}"
        help = f"Clear the occupation or description. {_PLACE}"
        yield _risk(remains, id, Level.MEDIUM, sentence, (id, *there), help)


def _numbers(remains: Remains, id: str) -> Iterator[Risk]:
    person = remains.person(id)
    if person is None:
        return
    records: list[Person | Involvement] = [person, *(part for part, _ in remains.parts(id))]
    for record in records:
        for words in filter(_has_number, _words_of(record)):
            sentence = f"An age, an address or a number of {{who}}: “{shortened(words)}”"
            help = f"Say it less exactly. Or: {_DETAILS}"
            level = Level.LOW if _YEARS.search(words) else Level.MEDIUM
            yield _risk(remains, id, level, sentence, (record.id,), help)


def _has_number(words: str) -> bool:
    """What stands for a name may have a number, which tells nothing: [Person 4]."""
    return bool(_NUMBER.search(_REPLACED.sub("", words)))


def _words_of(record: Person | Involvement) -> Iterator[str]:
    for field in fields_of(record.kind):
        if isinstance(field.spec, Text) and field.name != "pseudonym":
            yield getattr(record, field.name)


def _same_person(remains: Remains, id: str) -> Iterator[Risk]:
    for other_id, score in remains.alike.get(id, ()):
        sentence = f"“{remains.title(other_id)}”, who is named, may be the same person as {{who}}"
        level = Level.HIGH if score >= _NEARLY_SURE else Level.MEDIUM
        yield _risk(remains, id, level, sentence, (other_id, id), _SAME)


def _published(remains: Remains, id: str) -> Iterator[Risk]:
    for level, sentence, ids, help in published(remains, id):
        yield _risk(remains, id, level, sentence, ids, help)


_RULES: tuple[Callable[[Remains, str], Iterator[Risk]], ...] = (
    _same_person,
    _published,
    _place_and_day,
    _named_ties,
    _organisations,
    _occupation_and_place,
    _numbers,
)


def _risk(
    remains: Remains, id: str, level: Level, sentence: str, ids: tuple[str, ...], help: str
) -> Risk:
    shown = remains.pseudonym(id)
    said = sentence.replace("{who}", shown or "somebody who is left out")
    return Risk(id, shown, level, f"{said[:1].upper()}{said[1:]}.", ids, help)
