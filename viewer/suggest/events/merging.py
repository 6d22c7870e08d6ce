"""Sentences that tell of one happening, made one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from viewer.domain.suggestions import Mentioned, Part, SuggestedDate, SuggestedEvent
from viewer.suggest.article import Span
from viewer.suggest.events.telling import Telling

#: Acts by which one happening may be told of, from the gravest on.
_GRAVER = ("killing", "shooting", "assault")
_TAKEN = ("disappearance", "kidnapping")
_ONCE = "killing"


#: How many happenings of one person a telling is compared with, the last ones first.
_MOST = 40


@dataclass(slots=True, eq=False)
class _Group:
    """Tellings of one happening, and the dates that they give it."""

    tellings: list[Telling] = field(default_factory=list)
    dates: dict[tuple[str, str], SuggestedDate] = field(default_factory=dict)

    def add(self, telling: Telling) -> None:
        self.tellings.append(telling)
        if telling.date is not None:
            self.dates.setdefault((telling.date.edtf, telling.date.text.lower()), telling.date)

    def takes(self, telling: Telling) -> bool:
        """Whether a telling of the same act, done to the same person, is of the same day."""
        if telling.act == _ONCE and any(each.act == _ONCE for each in self.tellings[-_MOST:]):
            return True
        return all(_may_be_one_day(each, telling.date) for each in self.dates.values())


def merged(tellings: Iterable[Telling], text: str) -> list[SuggestedEvent]:
    """Return one event for each happening: the same act, the same victim, not two days."""
    groups: list[_Group] = []
    by_victim: dict[tuple[str, str], list[_Group]] = {}
    for telling in tellings:
        known = [by_victim.setdefault((name, _kin(telling.act)), []) for name in telling.known]
        near = (group for of_one in known for group in of_one[-_MOST:])
        group = next((group for group in near if group.takes(telling)), None)
        if group is None:
            groups.append(group := _Group())
        group.add(telling)
        for of_one in known:
            if group not in of_one[-_MOST:]:
                of_one.append(group)
    return [_event(group.tellings, text) for group in groups]


def _kin(act: str) -> str:
    """Return the act that stands for all by which the same may be told."""
    kin = next((acts for acts in (_GRAVER, _TAKEN) if act in acts), (act,))
    return kin[0]


def _may_be_one_day(one: SuggestedDate, other: SuggestedDate | None) -> bool:
    """Whether two dates do not speak against each other, as far as both are known."""
    if other is None:
        return True
    if one.edtf and other.edtf:
        return one.edtf.startswith(other.edtf) or other.edtf.startswith(one.edtf)
    return bool(one.edtf or other.edtf) or _same(one, other)


def _same(one: SuggestedDate, other: SuggestedDate) -> bool:
    return one.text.lower() == other.text.lower()


def _event(group: Sequence[Telling], text: str) -> SuggestedEvent:
    first = min(group, key=lambda each: (_gravity(each.act), -each.confidence, each.span))
    start, end = first.span
    return SuggestedEvent(
        start=start,
        end=end,
        text=text[start:end],
        confidence=first.confidence,
        reason=first.reason,
        title=first.title,
        act=first.act,
        trigger=first.trigger,
        date=next((each.date for each in group if each.date is not None), None),
        place=next((each.place for each in group if each.place is not None), None),
        parts=tuple(_parts(first, group)),
        also=tuple(_others(first, group)),
    )


def _gravity(act: str) -> int:
    return next((acts.index(act) for acts in (_GRAVER, _TAKEN) if act in acts), 0)


def _parts(first: Telling, group: Sequence[Telling]) -> list[Part]:
    """Return everybody's part once, as the chosen telling has it before the others."""
    parts: dict[tuple[object, str], Part] = {}
    for telling in (first, *group):
        for part in telling.parts:
            parts.setdefault((_identity(part.who), part.role), part)
    return list(parts.values())


def _identity(who: Mentioned) -> object:
    return who.name or (who.start, who.end)


def _others(first: Telling, group: Sequence[Telling]) -> list[Span]:
    return sorted({each.span for each in group} - {first.span})
