"""The entries of events, and who did what to whom."""

from viewer.domain.records import (
    Event,
    EventLink,
    Involvement,
    Place,
)
from viewer.domain.summary.entries import Entries
from viewer.domain.summary.leaves import Link, Statement, Tie
from viewer.domain.summary.order import number_of
from viewer.domain.summary.tree import ActEntry, EventEntry

_BY = ("alleged_perpetrator",)
_TO = ("victim",)


class Events(Entries):
    """Builds events with their parts and links."""

    def events(self) -> tuple[EventEntry, ...]:
        """Events by the days they allow; those without any last."""
        return tuple(self._event(event) for event in self.order.events)

    def _event(self, event: Event) -> EventEntry:
        user, sources = self.order.link(event.id), self.sources
        told_apart = ("date", "place_id", "status", "description")
        place = self.view.get(Place, event.place_id) if event.place_id else None
        return EventEntry(
            number=number_of(user),
            title=Statement(user.title, sources.of_the_rest(event.id, user, *told_apart)),
            type=self.label("act", event.type),
            date=self.dated(event.date, sources.of_record(event.id, user, "date")),
            status=Statement(
                self.label("status", event.status),
                sources.of_record(event.id, user, "status"),
            ),
            status_code=event.status,
            place=Statement(
                self.order.place_name(event.place_id),
                sources.of_record(event.id, user, "place_id"),
            ),
            precision=self.label("precision", place.precision) if place else "",
            description=Statement(
                event.description, sources.of_record(event.id, user, "description")
            ),
            parts=self.parts_in_order(self.view.where(Involvement, event_id=event.id)),
            ties=tuple(
                self._event_link(tie, user)
                for tie in self.order.ties_of(EventLink, event.id, "event_id")
            ),
            tags=self.order.tags_of(event.id),
        )

    def _event_link(self, tie: EventLink, user: Link) -> Tie:
        return Tie(
            subject=self.order.link(tie.event_id),
            object=self.order.link(tie.other_id),
            label=self.label("link", tie.type),
            detail=tie.detail,
            references=self.sources.of_record(tie.id, user),
        )

    def acts(self) -> tuple[ActEntry, ...]:
        """Events with somebody's part in them, as who did what to whom."""
        return tuple(act for event in self.order.events if (act := self._act(event)) is not None)

    def _act(self, event: Event) -> ActEntry | None:
        parts = self.parts_in_order(self.view.where(Involvement, event_id=event.id))
        if not parts:
            return None
        return ActEntry(
            event=self.order.link(event.id),
            type=self.label("act", event.type),
            when=self.dated(event.date),
            by=tuple(part for part in parts if part.role_code in _BY),
            to=tuple(part for part in parts if part.role_code in _TO),
            others=tuple(part for part in parts if part.role_code not in (*_BY, *_TO)),
        )
