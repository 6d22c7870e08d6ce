"""What the entries of all kinds are built with."""

from collections.abc import Iterable

from viewer.domain.dates import Date
from viewer.domain.records import (
    Event,
    Involvement,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.dates import dated
from viewer.domain.summary.leaves import Dated, Part, Reference
from viewer.domain.summary.order import Order, number_of
from viewer.domain.summary.sources import Sources
from viewer.domain.vocabularies import vocabulary


class Entries:
    """A protected case, the order of its entries, and the numbers of its sources."""

    def __init__(self, view: Snapshot, order: Order, sources: Sources) -> None:
        self.view = view
        self.order = order
        self.sources = sources

    def label(self, name: str, code: str) -> str:
        """Return the label of a code of that vocabulary, in the language of the report."""
        return vocabulary(name).label(code, self.order.wording.language)

    def dated(self, date: Date, references: tuple[Reference, ...] = ()) -> Dated:
        """Return a date in words, in the language of the report."""
        return dated(self.view, date, references, self.order.wording)

    def parts_in_order(self, parts: Iterable[Involvement]) -> tuple[Part, ...]:
        """Return parts in events, by event, role and person."""
        roles = vocabulary("role").codes
        return tuple(
            self._part(part)
            for part in sorted(
                parts,
                key=lambda p: (
                    number_of(self.order.link(p.event_id)),
                    roles.index(p.role),
                    number_of(self.order.link(p.person_id)),
                ),
            )
        )

    def _part(self, part: Involvement) -> Part:
        event = self.view.get(Event, part.event_id)
        return Part(
            person=self.order.link(part.person_id),
            event=self.order.link(part.event_id),
            role=self.label("role", part.role),
            role_code=part.role,
            when=self.dated(event.date),
            detail=part.detail,
            references=self.sources.of_record(part.id, self.order.link(part.event_id)),
        )
