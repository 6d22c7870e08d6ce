"""Who of the case is meant by a name of a document: one for sure, or nobody.

Never by a surname alone, never by a description, and of two who fit neither.
"""

from dataclasses import dataclass

from viewer.domain.accepting.groups import Group
from viewer.domain.accepting.reading import Reading
from viewer.domain.marking.mentions import known_as
from viewer.domain.records import Person, Record
from viewer.domain.titles import title


@dataclass(frozen=True, slots=True)
class Match:
    """The person or place of the case that is meant; `doubt` says why nobody who fits is taken."""

    record_id: str | None = None
    doubt: str = ""


class Matches:
    """Whom of the case the names of a document mean, each looked for once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: dict[str, Match] = {}

    def of(self, group: Group) -> Match:
        """Return who is meant by a name."""
        if group.key not in self._found:
            self._found[group.key] = match(self._reading, group)
        return self._found[group.key]


def match(reading: Reading, group: Group) -> Match:
    """Return who of the case is meant by a name."""
    marked = _marked(reading, group)
    if len(marked) == 1:
        return Match(marked.pop())
    if not group.is_named:
        return Match(doubt="Its words mean several in the case: none is linked" if marked else "")
    known = known_as(reading.case, group.kind, group.called)
    among = [record for record in known if record.id in marked] or known
    if len(among) > 1:
        many = among[0].labels[1].lower()
        return Match(doubt=f"{len(among)} {many} of this name are in the case: none is linked")
    return _only(reading, group, among[0]) if among else Match()


def _marked(reading: Reading, group: Group) -> set[str]:
    """Return those whom words of the document are linked to already."""
    return {id for words in reading.named(group) for id in reading.marks.meant(group.kind, words)}


def _only(reading: Reading, group: Group, record: Record) -> Match:
    called = title(reading.case, record)
    if isinstance(record, Person):
        if (record.unit == "individual") != (group.unit == "individual"):
            unit = "an individual" if record.unit == "individual" else "no individual"
            return Match(doubt=f"{called} in the case is {unit}: not linked")
        if is_surname_alone(group):
            return Match(doubt=f"Perhaps {called} of the case: not linked by a single name")
    return Match(record.id)


def is_surname_alone(group: Group) -> bool:
    """Whether one word is all that is known of an individual's name."""
    is_individual = group.kind == Person.kind and group.unit == "individual"
    return is_individual and len(group.called.split()) == 1
