"""The entries of persons."""

from viewer.domain.records import (
    Involvement,
    Name,
    Person,
    Quote,
    Relationship,
)
from viewer.domain.summary.entries import Entries
from viewer.domain.summary.leaves import Link, OtherName, Statement, Tie
from viewer.domain.summary.order import number_of
from viewer.domain.summary.tree import PersonEntry
from viewer.domain.vocabularies import vocabulary


class Persons(Entries):
    """Builds persons with their names, ties, parts and quotes."""

    def persons(self) -> tuple[PersonEntry, ...]:
        """Individuals, groups, organisations; those with the most parts in events first."""
        return tuple(self._person(person) for person in self.order.persons)

    def _person(self, person: Person) -> PersonEntry:
        user, sources = self.order.link(person.id), self.sources
        names = self.view.where(Name, person_id=person.id)
        mains = [name for name in names if name.type == "main"]
        whole = sources.of_the_rest(person.id, user, "occupation", "about", "described_as")
        of_name = [r for main in mains for r in sources.of_record(main.id, user)]
        described = sources.of_record(person.id, user, "described_as")
        if not mains:
            of_name += described
        return PersonEntry(
            number=number_of(user),
            name=Statement(user.title, tuple(dict.fromkeys([*of_name, *whole]))),
            unit=self.label("unit", person.unit),
            known=self.label("naming", person.naming),
            protection=self.label("protection", person.protection),
            is_protected=person.protection != "public",
            pseudonym=person.pseudonym,
            roles=self._roles(person),
            others=tuple(self._other_name(name, user) for name in names if name.type != "main"),
            described_as=Statement(person.described_as, described) if mains else Statement(),
            occupation=Statement(
                person.occupation, sources.of_record(person.id, user, "occupation")
            ),
            about=Statement(person.about, sources.of_record(person.id, user, "about")),
            ties=tuple(
                self._relationship(tie, user)
                for tie in self.order.ties_of(Relationship, person.id, "person_id")
            ),
            parts=self.parts_in_order(self.view.where(Involvement, person_id=person.id)),
            quotes=tuple(self.order.link(q.id) for q in self._quotes_of(person)),
            tags=self.order.tags_of(person.id),
        )

    def _roles(self, person: Person) -> tuple[str, ...]:
        codes = {part.role for part in self.view.where(Involvement, person_id=person.id)}
        return tuple(self.label("role", c) for c in vocabulary("role").codes if c in codes)

    def _quotes_of(self, person: Person) -> list[Quote]:
        found = self.view.where(Quote, speaker_id=person.id)
        return sorted(found, key=lambda quote: number_of(self.order.link(quote.id)))

    def _other_name(self, name: Name, user: Link) -> OtherName:
        written = Statement(name.text, self.sources.of_record(name.id, user))
        return OtherName(self.label("name_type", name.type), written)

    def _relationship(self, tie: Relationship, user: Link) -> Tie:
        return Tie(
            subject=self.order.link(tie.person_id),
            object=self.order.link(tie.other_id),
            label=self.label("tie", tie.type),
            detail=tie.detail,
            references=self.sources.of_record(tie.id, user),
        )
