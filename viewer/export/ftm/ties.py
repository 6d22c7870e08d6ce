"""What ties the entities of a case to each other: parts in events, relationships, evidence."""

from collections.abc import Iterator

from viewer.domain.records import (
    EventLink,
    Evidence,
    Involvement,
    Name,
    Passage,
    Person,
    Record,
    Relationship,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.titles import field_label
from viewer.export.ftm.entities import Entity, entity, shows
from viewer.export.ftm.things import about, called, label, person_schema

#: The schema of a tie, its two ends, and what must be there; other ties are an UnknownLink.
_TIES = {
    "relative": ("Family", "person", "relative", ("Person",), ("Person",)),
    "partner": ("Family", "person", "relative", ("Person",), ("Person",)),
    "friend": ("Associate", "person", "associate", ("Person",), ("Person",)),
    "colleague": ("Associate", "person", "associate", ("Person",), ("Person",)),
    "member_of": ("Membership", "member", "organization", (), ("Organization",)),
    "leads": ("Directorship", "director", "organization", (), ("Organization",)),
    "works_for": ("Employment", "employee", "employer", ("Person",), ("Organization",)),
    "represents": ("Representation", "agent", "client", (), ()),
}
_UNKNOWN = ("UnknownLink", "subject", "object", (), ())


class Ties:
    """Makes entities of the records that tie others."""

    def __init__(self, view: Snapshot) -> None:
        self._view = view

    def all(self) -> Iterator[Entity]:
        """Yield them."""
        view = self._view
        yield from map(self._involvement, view.all(Involvement))
        yield from map(self._relationship, view.all(Relationship))
        yield from map(self._event_link, view.all(EventLink))
        for evidence in view.all(Evidence):
            yield from self._evidence(evidence)

    def _involvement(self, part: Involvement) -> Entity:
        return entity(
            part.id,
            "UnknownLink",
            subject=part.person_id,
            object=part.event_id,
            role=label("involvement", "role", part.role),
            description=part.detail,
            proof=self._proof(part),
        )

    def _relationship(self, tie: Relationship) -> Entity:
        schema, one, other, *_ = self._tie(tie)
        how = "relationship" if schema in ("Family", "Associate") else "role"
        said = label("relationship", "type", tie.type)
        properties = {one: tie.person_id, other: tie.other_id, how: said}
        proof = self._proof(tie)
        return entity(tie.id, schema, **properties, description=tie.detail, proof=proof)

    def _tie(self, tie: Relationship) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
        """A group is no organisation to this format, and nobody is member of a person."""
        person, other = self._view.get(Person, tie.person_id), self._view.get(Person, tie.other_id)
        found = _TIES.get(tie.type, _UNKNOWN)
        ends = zip((person, other), found[3:], strict=True)
        fits = all(not schemata or person_schema(end) in schemata for end, schemata in ends)
        return found if fits else _UNKNOWN

    def _event_link(self, tie: EventLink) -> Entity:
        return entity(
            tie.id,
            "UnknownLink",
            subject=tie.event_id,
            object=tie.other_id,
            role=label("event_link", "type", tie.type),
            description=tie.detail,
            proof=self._proof(tie),
        )

    def _proof(self, record: Record) -> list[str]:
        """Return the ids of the documents that speak of a tie, and do not say otherwise."""
        ties = self._view.where(Evidence, record_id=record.id)
        passages = (self._view.get(Passage, t.passage_id) for t in ties if t.stance == "supports")
        return [passage.document_id for passage in passages]

    def _evidence(self, evidence: Evidence) -> Iterator[Entity]:
        record = self._view.find(evidence.record_id)
        passage = self._view.get(Passage, evidence.passage_id)
        if evidence.stance == "mentions" and isinstance(record, Person | Name):
            yield self._mention(evidence, passage, about(record)[0])
        elif not isinstance(record, Involvement):
            for id in about(record):
                yield self._documentation(evidence, passage, id)

    def _mention(self, evidence: Evidence, passage: Passage, person_id: str) -> Entity:
        return entity(
            evidence.id,
            "Mention",
            document=passage.document_id,
            name=passage.exact if shows(passage.exact) else called(self._view, passage),
            resolved=person_id,
            detectedSchema=person_schema(self._view.get(Person, person_id)),
        )

    def _documentation(self, evidence: Evidence, passage: Passage, id: str) -> Entity:
        return entity(
            evidence.id,
            "Documentation",
            document=passage.document_id,
            entity=id,
            role=field_label(self._view, evidence),
            status=label("evidence", "stance", evidence.stance),
            description=passage.exact,
            summary=[evidence.value, evidence.note],
        )
