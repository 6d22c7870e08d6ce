"""All words by which an audience could still recognise a protected person, to be decided on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from viewer.domain.audiences import sees_everything
from viewer.domain.identifying.mention import Found, Mention
from viewer.domain.identifying.occupations import Occupations
from viewer.domain.identifying.people import People
from viewer.domain.identifying.readings import Reading, readings
from viewer.domain.identifying.relatives import relatives
from viewer.domain.identifying.scene import Scene, scenes
from viewer.domain.identifying.sources import Sources
from viewer.domain.identifying.surnames import surnames
from viewer.domain.identifying.words import without_article, words_in
from viewer.domain.protection import protect
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Audience, Decision
from viewer.domain.redaction import Redactor
from viewer.domain.snapshot import Snapshot


def mentions(case: CaseReader, audience: Audience) -> tuple[Mention, ...]:
    """Return where protected persons are spoken of without a name in what an audience would read.

    The surest stand first within each person, and first the person with the surest. Those that
    were decided on carry their ruling.
    """
    if sees_everything(audience):
        return ()
    # As if nothing was decided, so that what was withheld can be looked at again.
    undecided = Snapshot(r for kind in KINDS.values() for r in case.all(kind) if kind != Decision)
    people, rulings = People(undecided, audience), Rulings(case)
    if not people.protected:
        return ()
    found = _Search(undecided, audience, people).found()
    return _in_order([replace(each, ruling=rulings.of(each, text)) for each, text in found])


def open_mentions(case: CaseReader, audience: Audience) -> tuple[Mention, ...]:
    """Return those on which the user has not decided."""
    return tuple(each for each in mentions(case, audience) if each.is_open)


class Rulings:
    """The decisions of a case, by where they hold."""

    def __init__(self, case: CaseReader) -> None:
        self._decisions: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in case.all(Decision):
            self._decisions[decision.target_id, decision.field].append(decision)

    def on(self, mention: Mention, text: str) -> list[Decision]:
        """Return the decisions that hold for a mention in a text."""
        told = self._decisions[mention.target_id, mention.field]
        return [decision for decision in told if _covers(decision, mention, text)]

    def of(self, mention: Mention, text: str) -> str:
        """Return what was decided on a mention in a text; "" where nothing was."""
        rulings = {decision.ruling for decision in self.on(mention, text)}
        return "withheld" if "withheld" in rulings else next(iter(rulings), "")


def _covers(decision: Decision, mention: Mention, text: str) -> bool:
    if text[decision.start : decision.end] != decision.words:
        return decision.words == mention.words
    if decision.ruling == "withheld":
        return decision.start <= mention.start and mention.end <= decision.end
    return (decision.start, decision.end) == (mention.start, mention.end)


class _Search:
    """Looks through everything that is read, paragraph by paragraph."""

    def __init__(self, case: Snapshot, audience: Audience, people: People) -> None:
        self._case, self._audience, self._people = case, audience, people
        protected = protect(case, audience.id)
        self._view, self._redactor = protected.case, protected.redactor
        self._sources = Sources(case, people)
        self._occupations = Occupations(people)

    def found(self) -> Iterator[tuple[Mention, str]]:
        """Yield the mentions with the text in which each stands."""
        for reading in readings(self._case, self._view, self._audience):
            for scene in scenes(reading, self._people, self._sources):
                given = [f for f in self._in(scene) if reading.gives(f.start, f.end)]
                for mention in _joined(reading, given):
                    yield mention, reading.text

    def _in(self, scene: Scene) -> Iterator[Found]:
        yield from relatives(scene)
        yield from surnames(scene, self._redactor)
        for found in self._occupations.found(scene):
            if not _is_replaced(self._redactor, scene, found):
                yield found


def _is_replaced(redactor: Redactor, scene: Scene, found: Found) -> bool:
    """Tell whether nothing but an article would be left of the words."""
    start, end = found.start - scene.base, found.end - scene.base
    matches = (m for m in redactor.matches(scene.text) if m.start < end and m.end >= end)
    return any(not words_in(without_article(scene.text[start : m.start])) for m in matches)


def _joined(reading: Reading, found: Iterable[Found]) -> Iterator[Mention]:
    """Make one mention of all that was found in the same words, or within them."""
    by_start = sorted(found, key=lambda each: (each.start, -each.end, -each.sureness))
    groups: list[list[Found]] = []
    for each in by_start:
        if groups and each.end <= groups[-1][0].end:
            groups[-1].append(each)
        else:
            groups.append([each])
    return (_mention(reading, group) for group in groups)


def _mention(reading: Reading, group: list[Found]) -> Mention:
    best = max(group, key=lambda each: each.sureness)
    start, end = group[0].start, group[0].end
    others = dict.fromkeys(f.person_id for f in group if f.person_id != best.person_id)
    return Mention(
        person_id=best.person_id,
        target_id=reading.target_id,
        field=reading.field,
        start=start,
        end=end,
        words=reading.text[start:end],
        reason=best.reason,
        sureness=best.sureness,
        others=tuple(others),
    )


def _in_order(found: list[Mention]) -> tuple[Mention, ...]:
    surest: dict[str, int] = defaultdict(int)
    for each in found:
        surest[each.person_id] = max(surest[each.person_id], each.sureness)
    return tuple(
        sorted(
            found,
            key=lambda m: (-surest[m.person_id], m.person_id, -m.sureness, m.key),
        )
    )
