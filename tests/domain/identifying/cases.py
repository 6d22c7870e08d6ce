"""Small made-up cases: a text, who is in it, who is protected, and how they are tied."""

from viewer.domain.audiences import audience_of
from viewer.domain.documents import passage_at
from viewer.domain.identifying import Mention, mentions
from viewer.domain.records import (
    Case,
    Document,
    Event,
    Evidence,
    Involvement,
    Name,
    Person,
    Quote,
    Record,
    Relationship,
)
from viewer.domain.snapshot import Snapshot

#: Whoever is tied, in the order "X is … of Y": ids, type of tie, detail.
Tie = tuple[str, str, str, str]


class Told:
    """A case that one document tells; everything of the document is cited."""

    def __init__(self, text: str, type: str = "article") -> None:
        self.document = Document(id="document", title="What was told", type=type, text=text)
        self.records: list[Record] = [Case(id="case", title="A case"), self.document]
        whole = passage_at(self.document, 0, len(text), id="whole")
        self.records += [whole, Event(id="event", title="What happened", type="killing")]
        self.cites("event", "whole")

    def cites(self, record: str, passage: str, field: str = "") -> None:
        id = f"evidence {len(self.records)}"
        self.records.append(Evidence(id=id, record_id=record, passage_id=passage, field=field))

    def names(self, id: str, name: str, protection: str = "public", **values: str) -> "Told":
        self.records.append(Person(id=id, protection=protection, **values))
        if name:
            self.records.append(Name(id=f"name of {id}", person_id=id, text=name))
        return self

    def protects(self, id: str, name: str = "", **values: str) -> "Told":
        return self.names(id, name, "name_withheld", **values)

    def ties(self, person: str, type: str, other: str, detail: str = "") -> "Told":
        id = f"tie {len(self.records)}"
        self.records.append(
            Relationship(id=id, person_id=person, other_id=other, type=type, detail=detail)
        )
        return self

    def involves(self, person: str, role: str) -> "Told":
        id = f"part {len(self.records)}"
        self.records.append(Involvement(id=id, event_id="event", person_id=person, role=role))
        return self

    def quotes(self, speaker: str | None, words: str) -> "Told":
        start = self.document.text.index(words)
        passage = passage_at(self.document, start, start + len(words), id=f"passage {words}")
        quote = Quote(id=f"quote {words}", passage_id=passage.id, speaker_id=speaker)
        self.records += [passage, quote]
        return self

    def describes(self, record: str, words: str, field: str = "") -> "Told":
        start = self.document.text.index(words)
        passage = passage_at(self.document, start, start + len(words), id=f"words {words}")
        self.records.append(passage)
        self.cites(record, passage.id, field)
        return self

    def but(self, *records: Record) -> "Told":
        self.records += records
        return self

    @property
    def case(self) -> Snapshot:
        return Snapshot(self.records)

    def mentions(self, audience: str = "public") -> tuple[Mention, ...]:
        return mentions(self.case, audience_of(self.case, audience))

    def found(self, audience: str = "public") -> list[str]:
        """The words that are listed, in the order of the text."""
        listed = sorted(self.mentions(audience), key=lambda each: each.key)
        return [mention.words for mention in listed]

    def sureness(self) -> dict[str, str]:
        return {each.words: each.sureness.name.lower() for each in self.mentions()}
