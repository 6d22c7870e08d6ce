"""Persons, organisations and places: with all that a document says of their names."""

from viewer.domain.accepting.anonymity import condition
from viewer.domain.accepting.groups import Group
from viewer.domain.accepting.reading import Reading
from viewer.domain.marking import Draft, NewPerson, NewPlace, Words
from viewer.domain.marking.draft import names_of_place
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.marking.people import name_of
from viewer.domain.records import Name, Person, Place
from viewer.domain.suggestions import SuggestedName
from viewer.domain.text import folded

#: Between the written forms of a place, so that no form may hold them.
_SEPARATORS = frozenset(",;،")


class People:
    """Writes persons and places into a draft."""

    def __init__(self, reading: Reading, draft: Draft) -> None:
        self._reading = reading
        self._draft = draft
        self._forms: dict[str, set[str]] = {}
        #: Words by which somebody was created, and whom.
        self._first: set[tuple[str, Words]] = set()

    def created(self, group: Group) -> str:
        """Create a person or place, evidenced by its main mention; returns its id."""
        words = next(iter(self._reading.named(group)), None)
        id = self._new(group, words)
        self._forms[id] = {form_of_name(group.called)}
        if words is not None:
            self._first.add((id, words))
        return id

    def _new(self, group: Group, words: Words | None) -> str:
        if group.kind == Place.kind:
            return self._draft.place(NewPlace(group.called), words)
        new = NewPerson(group.called, group.naming, group.unit)
        return self._draft.person(new, words, words and condition(words))

    def completed(self, group: Group, id: str) -> None:
        """Add what the document says of a person or place and the case does not have yet."""
        for words in sorted(self._reading.named(group), key=lambda words: words.start):
            is_told = (id, words) in self._first or id in self._reading.marks.meant(
                group.kind, words
            )
            if not is_told:
                self._draft.tie(id, "", words, stance="mentions")
        for mention in group.mentions if group.is_named else ():
            form = self._reading.name_at(mention)
            if form is not None and _is_name(mention, form):
                self._add_form(group, id, form)
        if group.kind == Person.kind:
            self._add_occupation(group, id)

    def _add_form(self, group: Group, id: str, words: Words) -> None:
        form = form_of_name(words.line)
        if form in self._forms_of(group, id):
            return
        self._forms[id].add(form)
        if group.kind == Person.kind:
            name = name_of(id, words.line, "alias")
            self._draft.add(name)
            self._draft.tie(name.id, "text", words)
        elif _SEPARATORS.isdisjoint(words.line):
            place = self._draft.get(Place, id)
            also = ", ".join(filter(None, [place.also_written, words.line]))
            self._draft.edit(place, also_written=also)
            self._draft.tie(id, "also_written", words)

    def _forms_of(self, group: Group, id: str) -> set[str]:
        if id not in self._forms:
            if group.kind == Place.kind:
                names = names_of_place(self._draft.get(Place, id))
            else:
                names = [name.text for name in self._reading.case.where(Name, person_id=id)]
            self._forms[id] = {form_of_name(name) for name in names}
        return self._forms[id]

    def _add_occupation(self, group: Group, id: str) -> None:
        titles = (self._reading.words(mention.title) for mention in group.mentions)
        words = next((words for words in titles if words is not None), None)
        if words is None:
            return
        person, said = self._draft.get(Person, id), words.line[:1].upper() + words.line[1:]
        if not person.occupation:
            self._draft.edit(person, occupation=said)
        if not person.occupation or folded(person.occupation) == folded(said):
            self._draft.tie(id, "occupation", words)


def _is_name(mention: SuggestedName, words: Words) -> bool:
    return mention.naming == "named" and not words.line[:1].islower()
