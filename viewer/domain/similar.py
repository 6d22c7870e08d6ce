"""Persons who may be one: suggested with a score and a reason, and never merged by themselves."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from viewer.domain.names import Likeness, Spoken, keys, likeness, spoken, title_likeness
from viewer.domain.reader import CaseReader
from viewer.domain.records import Distinction, Name, Person

#: Pairs that are suggested at once: nobody goes through more.
MOST_PAIRS = 1000
#: Persons that are named to whoever writes a new name.
MOST_NAMES = 5
#: Places of names in a list, by counting unit and key.
_Blocks = dict[tuple[str, str], list[int]]
#: Keeps each name together beside words of the other direction (UAX #9).
_NAMED = "“\u2068{}\u2069”"
_REASONS = {
    "same": "{one} and {other} are the same name",
    "order": "{one} and {other} are the same words in another order",
    "sound": "{one} and {other} sound alike",
    "spelling": "{one} and {other} are spelled almost alike",
    "short": "{one} may be short for {other}",
    "initial": "{one} and {other}: the initial fits",
    "letters": "{one} may be the first letters of {other}",
}


@dataclass(frozen=True, slots=True)
class Similar:
    """Two persons who look like one; `score` goes from 0 to 100, `reason` says in words why."""

    person_id: str
    other_id: str
    score: int
    reason: str

    @property
    def pair(self) -> frozenset[str]:
        """The ids of both."""
        return frozenset((self.person_id, self.other_id))


@dataclass(frozen=True, slots=True)
class _Form:
    """One name of one person."""

    person_id: str
    unit: str
    name: Spoken


class _Best:
    """The best reason for each pair, apart from pairs that are known to be two."""

    def __init__(self, known: Iterable[frozenset[str]] = ()) -> None:
        self._known = set(known)
        self._found: dict[frozenset[str], tuple[Likeness, _Form, _Form]] = {}

    def compare(self, one: _Form, other: _Form) -> None:
        pair = frozenset((one.person_id, other.person_id))
        if len(pair) == 1 or pair in self._known or one.unit != other.unit:
            return
        compared = likeness if one.unit == "individual" else title_likeness
        found = compared(one.name, other.name)
        if found and (pair not in self._found or self._found[pair][0].score < found.score):
            self._found[pair] = (found, one, other)

    def ranked(self, most: int) -> tuple[Similar, ...]:
        ranked = sorted(self._found.values(), key=lambda each: -each[0].score)
        return tuple(_similar(*each) for each in ranked[:most])


def similar_persons(
    case: CaseReader, *, wanted: Callable[[], bool] = lambda: True
) -> tuple[Similar, ...]:
    """Return the pairs of persons who may be one, the likeliest first; `person_id` is the elder.

    Pairs that are known to be two are left out. `wanted` is asked now and then whether the
    answer is still waited for; if not, what was found so far is returned.
    """
    best = _Best(frozenset((each.person_id, each.other_id)) for each in case.all(Distinction))
    for one, other in _neighbours(_forms(case), wanted):
        best.compare(one, other)
    return tuple(map(_elder_first, best.ranked(MOST_PAIRS)))


def _elder_first(found: Similar) -> Similar:
    one, other = sorted(found.pair)
    return replace(found, person_id=one, other_id=other)


class KnownNames:
    """The names of all persons as they are now, to compare new ones with quickly."""

    def __init__(self, case: CaseReader) -> None:
        self._forms = _forms(case)

    def like(self, text: str) -> tuple[Similar, ...]:
        """Return the persons whom a name may mean, as `person_id` of each."""
        name, best = spoken(text), _Best()
        sought = keys(name)
        for form in self._forms:
            if sought.meet(keys(form.name)):
                best.compare(form, _Form("", form.unit, name))
        return best.ranked(MOST_NAMES)


def _forms(case: CaseReader) -> list[_Form]:
    units = {person.id: person.unit for person in case.all(Person)}
    return [
        _Form(name.person_id, units[name.person_id], spoken(name.text))
        for name in case.all(Name)
        if name.person_id in units
    ]


def _neighbours(forms: list[_Form], wanted: Callable[[], bool]) -> Iterator[tuple[_Form, _Form]]:
    """Yield the pairs of names that share a key."""
    own, longer = _blocks(forms)
    seen: set[tuple[int, int]] = set()
    for key, block in own.items():
        if not wanted():
            return
        across = product(block, longer.get(key, ()))
        met = {*combinations(block, 2), *((min(pair), max(pair)) for pair in across)} - seen
        seen |= met
        yield from ((forms[one], forms[other]) for one, other in met)


def _blocks(forms: list[_Form]) -> tuple[_Blocks, _Blocks]:
    own: _Blocks = defaultdict(list)
    longer: _Blocks = defaultdict(list)
    for place, form in enumerate(forms):
        found = keys(form.name)
        for key in found.own:
            own[form.unit, key].append(place)
        for key in found.longer:
            longer[form.unit, key].append(place)
    return own, longer


def _similar(found: Likeness, one: _Form, other: _Form) -> Similar:
    first, second = one, other
    if found.kind in ("short", "letters") and len(one.name.words) > len(other.name.words):
        first, second = other, one
    words = {"one": _NAMED.format(first.name.text), "other": _NAMED.format(second.name.text)}
    reason = _REASONS[found.kind].format(**words)
    return Similar(one.person_id, other.person_id, found.score, reason)
