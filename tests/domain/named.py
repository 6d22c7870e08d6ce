"""Cases that hold persons with names and nothing else, and the redactor for them."""

from collections.abc import Iterable

from viewer.domain.records import Name, Person, Place, Record
from viewer.domain.redaction import Redactor
from viewer.domain.redaction.owners import redactor_of
from viewer.domain.snapshot import Snapshot


def redactor(
    hidden: Iterable[str | tuple[str, ...]],
    public: Iterable[str] = (),
    *,
    organisations: Iterable[str] = (),
    places: Iterable[str] = (),
) -> Redactor:
    """Protect each of `hidden` (a name, or all names of one person) as A, B, C …"""
    records: list[Record] = [Place(id=place, name=place) for place in places]
    protected = {}
    for letter, names in zip("ABCDEFGH", hidden, strict=False):
        protected[letter] = letter
        records += _person(letter, (names,) if isinstance(names, str) else names)
    for name in public:
        records += _person(f"public {name}", (name,))
    for name in organisations:
        records += _person(f"organisation {name}", (name,), "organisation")
    return redactor_of(Snapshot(records), protected)


def _person(id: str, names: Iterable[str], unit: str = "individual") -> list[Record]:
    return [
        Person(id=id, unit=unit),
        *(Name(id=f"{id}: {name}", person_id=id, text=name) for name in names),
    ]
