"""What was kept back from an audience, in words for those who work on the case."""

from collections.abc import Iterator

from viewer.domain.protection.rules import Rules
from viewer.domain.reader import CaseReader
from viewer.domain.records import Annotation, Decision, Document, Event, Person, Place
from viewer.domain.titles import title


def applied(case: CaseReader, rules: Rules) -> str:
    """Return a line for each person who is protected, and one for what else is left out."""
    return "\n".join((*_persons(case, rules), *_items(case, rules)))


def _persons(case: CaseReader, rules: Rules) -> Iterator[str]:
    for person in case.all(Person):
        if person.id in rules.masks:
            details = ", without details" if person.id in rules.bare else ""
            yield f"{title(case, person)}: as “{rules.masks[person.id]}”{details}"
        elif person.id in rules.absent:
            yield f"{title(case, person)}: left out"


def _items(case: CaseReader, rules: Rules) -> Iterator[str]:
    for kind in (Event, Place, Document, Annotation):
        number = sum(item.id in rules.hidden for item in case.all(kind))
        if number:
            yield f"{number:,} {kind.labels[number != 1].lower()} left out"
    withheld = sum(each.ruling == "withheld" for each in case.all(Decision))
    if withheld and rules.protected:
        yield f"Words left out by decision, in {withheld:,} {'places' if withheld > 1 else 'place'}"
