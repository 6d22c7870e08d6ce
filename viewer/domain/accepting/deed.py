"""Accepted suggestions become records: all of one deed in one draft."""

from viewer.domain.accepting.groups import Group
from viewer.domain.accepting.identity import Matches, is_surname_alone
from viewer.domain.accepting.people import People
from viewer.domain.accepting.reading import Reading, Span
from viewer.domain.marking import Draft
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.suggestions import Mentioned


class Deed:
    """Writes proposals into one draft; whom several of them mean is written once."""

    def __init__(self, reading: Reading, *, only_sure: bool = False) -> None:
        self.reading = reading
        self._only_sure = only_sure
        self._matches = Matches(reading)
        self.draft = Draft(reading.case)
        self._people = People(reading, self.draft)
        #: The events that this deed creates, by the words that name what happened.
        self.events: dict[Span, str] = {}
        self._ids: dict[str, str | None] = {}
        #: Whom this deed creates, by kind and name.
        self._created: dict[tuple[str, str], str] = {}

    def names(self, group: Group, link_to: str | None = None) -> str:
        """Write a person or place with all mentions; returns its id.

        Where it is not clear who is meant, it is `link_to`, or else somebody new; nobody, and "",
        where only what is sure is to be written.
        """
        if self._only_sure and self._matches.of(group).doubt:
            return ""
        id = link_to or self.meant(group) or self._create(group)
        self._ids[group.key] = id
        self._people.completed(group, id)
        return id

    def person(self, mentioned: Mentioned | None, naming: str = "") -> str | None:
        """Return whom words mean, created where the case does not know them; None in doubt."""
        return self._of("person", mentioned, naming)

    def place(self, mentioned: Mentioned | None) -> str | None:
        """Return which place words mean, created where the case does not know it."""
        return self._of("place", mentioned, "")

    def tie(self, record_id: str, field: str, span: Span, note: str = "") -> None:
        """Let the words of a span speak of a field of a record."""
        words = self.reading.words(span)
        if words is not None:
            self.draft.tie(record_id, field, words, note=note)

    def tie_meant(self, record_id: str, field: str, kind: str, mentioned: Mentioned | None) -> None:
        """Let words that mean somebody speak of a field that says who it is."""
        if mentioned is not None:
            note = self.reading.note_on(kind, mentioned)
            self.tie(record_id, field, (mentioned.start, mentioned.end), note)

    def _of(self, kind: str, mentioned: Mentioned | None, naming: str) -> str | None:
        group = self.reading.group(kind, mentioned, naming)
        if group is None or self.reading.is_rejected(kind, group.name):
            return None
        if group.key not in self._ids:
            doubtful = bool(self._matches.of(group).doubt)
            self._ids[group.key] = self.meant(group) or (None if doubtful else self._create(group))
        return self._ids[group.key]

    def meant(self, group: Group) -> str | None:
        """Return who is meant for sure, of the case or created by this deed."""
        if self._ids.get(group.key):
            return self._ids[group.key]
        return self._matches.of(group).record_id or self._created.get(_place(group))

    def _create(self, group: Group) -> str:
        id = self._people.created(group)
        if group.is_named and not is_surname_alone(group):
            self._created[_place(group)] = id
        return id


def _place(group: Group) -> tuple[str, str]:
    return group.kind, form_of_name(group.name) if group.is_named else group.key
