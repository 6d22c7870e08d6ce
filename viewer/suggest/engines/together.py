"""Names that two engines found, made one list in which no two overlap without reason."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.names.folding import People


def together(rules: Sequence[SuggestedName], found: Sequence[SuggestedName]) -> list[SuggestedName]:
    """Return the names of the rules as corrected and completed by those that a pipeline found.

    Of two that overlap the longer one stays; of the same words, the pipeline says what they name.
    Who is described without a name is the rules' alone to find.
    """
    named = sorted((name for name in rules if name.naming == "named"), key=_start)
    starts = [name.start for name in named]
    lost: set[int] = set()
    added = [_merged(each, named, starts, lost) for each in found]
    kept = [name for at, name in enumerate(named) if at not in lost]
    others = [name for name in rules if name.naming != "named"]
    whole = [*kept, *filter(None, added)]
    return sorted([*_by_full_names(whole), *others], key=lambda name: (name.start, -name.end))


def _start(name: SuggestedName) -> int:
    return name.start


def _merged(
    found: SuggestedName, named: Sequence[SuggestedName], starts: list[int], lost: set[int]
) -> SuggestedName | None:
    """Return what is added for a found name; the names that it takes the place of are lost."""
    over = [at for at in _overlapping(found, named, starts) if at not in lost]
    if any(_length(named[at]) > _length(found) for at in over):
        return None
    lost.update(over)
    same = next((named[at] for at in over if _is_same(named[at], found)), None)
    if same is None:
        return replace(found, title=next((named[at].title for at in over), None))
    if same.what == found.what:
        return replace(same, confidence=max(same.confidence, found.confidence))
    return found


def _overlapping(
    found: SuggestedName, named: Sequence[SuggestedName], starts: list[int]
) -> list[int]:
    begin = bisect_left(starts, found.start)
    while begin > 0 and named[begin - 1].end > found.start:
        begin -= 1
    end = bisect_left(starts, found.end)
    return list(range(begin, end))


def _is_same(one: SuggestedName, other: SuggestedName) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _length(name: SuggestedName) -> int:
    return name.end - name.start


def _by_full_names(names: Sequence[SuggestedName]) -> list[SuggestedName]:
    """Return the names with each person's fullest form, now that more forms may be known."""
    forms = dict.fromkeys(name.name for name in names if name.what == "person" and name.name)
    people = People((form, form.split()) for form in forms)
    return [
        replace(name, name=people.fullest(name.name)) if name.what == "person" else name
        for name in names
    ]
