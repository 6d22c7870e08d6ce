"""What is said of a list before and after it is taken in."""

from collections.abc import Iterator, Sequence

from viewer.domain.listing.columns import NEEDED, Columns
from viewer.domain.listing.listing import Wish
from viewer.domain.listing.planned import Planned
from viewer.domain.vocabularies import vocabulary

_UNASKED = (
    "No column says how persons are protected, and nobody knows whether they agreed to be named: "
    "they begin with “{withheld}”, organisations with “{public}”."
)
_NEW_PERSONS = "Persons who are new to the case begin with “{withheld}”."
_NO_STATUS = "No column says how well events are verified: they begin with “{alleged}”."
_NEEDS = {
    "persons": "No column is the name or description of a person: nothing can be made of it.",
    "events": "No column is the title, type or description of an event: nothing can be made of it.",
}


def lacks(what: str, columns: Columns) -> str:
    """Return a sentence where no column says who or what is in a row; else ""."""
    return "" if set(NEEDED[what]).intersection(columns) else _NEEDS[what]


def defaults(wish: Wish) -> Iterator[str]:
    """Yield sentences on what is taken for granted where no column says it."""
    protections, columns = vocabulary("protection"), wish.columns
    words = {
        "withheld": protections.label("name_withheld"),
        "public": protections.label("public"),
        "alleged": vocabulary("status").label("alleged"),
    }
    if wish.what == "persons" and "protection" not in columns:
        yield _UNASKED.format(**words)
    if wish.what == "events":
        yield _NEW_PERSONS.format(**words)
        if "status" not in columns:
            yield _NO_STATUS.format(**words)


def counts(plans: Sequence[Planned], what: str) -> str:
    """Say what comes of rows, as in "12 new persons, 3 in the case already"."""
    states = [plan.state for plan in plans]
    told = sum(bool(plan.problems) for plan in plans)
    parts = [f"{number(states.count('new'), what, 'new ')}"]
    if what == "persons" and (public := sum(map(_is_public, plans))):
        parts[0] += f" ({public:,} to be named to everybody)"
    for state, words in (("known", "in the case already"), ("left_out", "left out")):
        if count := states.count(state):
            parts.append(f"{count:,} {words}")
    if told:
        parts.append(f"something to look at in {number(told, 'rows')}")
    return ", ".join(parts)


def _is_public(plan: Planned) -> bool:
    public = vocabulary("protection").label("public")
    return plan.item is not None and plan.says.get("Protection") == public


def number(count: int, many: str, before: str = "") -> str:
    """Return a count with what is counted, as in "1 new person"."""
    return f"{count:,} {before}{many.removesuffix('s') if count == 1 else many}"
