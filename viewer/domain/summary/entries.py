"""What the entries of all kinds are built with."""

from collections.abc import Iterable

from viewer.domain.records import (
    Event,
    Involvement,
)
from viewer.domain.snapshot import Snapshot
from viewer.domain.summary.dates import dated
from viewer.domain.summary.leaves import Part
from viewer.domain.summary.order import Order, number_of
from viewer.domain.summary.sources import Sources
from viewer.domain.vocabularies import vocabulary


class Entries:
    """A protected case, the order of its entries, and the numbers of its sources."""

    def __init__(self, view: Snapshot, order: Order, sources: Sources) -> None:
        self.view = view
        self.order = order
        self.sources = sources

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
            role=vocabulary("role").label(part.role),
            role_code=part.role,
            when=dated(self.view, event.date),
            detail=part.detail,
            references=self.sources.of_record(part.id, self.order.link(part.event_id)),
        )
