"""Persons who are described alike and are not known to be one: "Driver" and "Driver (2)"."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from viewer.domain.suggestions import SuggestedName

#: Before those of whom "his brother" may tell again.
_OWN = ("his ", "her ", "their ")
#: Code points within which it does.
_NEAR = 600


def told_apart(found: Iterable[SuggestedName]) -> Iterator[SuggestedName]:
    """Give each person without a name one to be known by within the text, in its order.

    "A driver" is another one each time; "his brother" is the same one where it soon stands again.
    Whoever is two and was taken for one would be said to have done what the other did.
    """
    numbers: Counter[str] = Counter()
    last: dict[str, SuggestedName] = {}
    for each in found:
        if each.unit != "individual":
            yield each
            continue
        before = last.get(each.text.lower())
        if before is not None and _tells_again(each, before):
            made = replace(each, name=before.name)
        else:
            numbers[each.name] += 1
            number = numbers[each.name]
            made = each if number == 1 else replace(each, name=f"{each.name} ({number})")
        last[each.text.lower()] = made
        yield made


def _tells_again(each: SuggestedName, before: SuggestedName) -> bool:
    return each.text.lower().startswith(_OWN) and each.start - before.end < _NEAR
