"""The entries of places and documents, and the summary of the case."""

from viewer.domain.records import (
    Document,
    Place,
)
from viewer.domain.summary.entries import Entries
from viewer.domain.summary.leaves import Link, Statement
from viewer.domain.summary.order import number_of
from viewer.domain.summary.tree import DocumentEntry, PlaceEntry


class Holdings(Entries):
    """Builds places, documents and the case's own summary."""

    def case_summary(self) -> Statement:
        """The case's summary."""
        user = Link("summary", self.order.wording("section.summary"))
        return Statement(self.view.case.summary, self.sources.of_record(self.view.case.id, user))

    def places(self) -> tuple[PlaceEntry, ...]:
        """Places by name."""
        return tuple(self._place(place) for place in self.order.places)

    def _place(self, place: Place) -> PlaceEntry:
        user = self.order.link(place.id)
        known = place.latitude is not None and place.longitude is not None
        return PlaceEntry(
            number=number_of(user),
            name=Statement(user.title, self.sources.of_record(place.id, user)),
            precision=self.label("precision", place.precision),
            also_written=place.also_written,
            part_of=self.order.wording.listed(*(p.name for p in self.order.outer(place))),
            coordinates=f"{place.latitude:.5f}, {place.longitude:.5f}" if known else "",
            about=place.about,
        )

    def documents(self) -> tuple[DocumentEntry, ...]:
        """Documents in the order in which they were received."""
        return tuple(self._document(document) for document in self.view.all(Document))

    def _document(self, document: Document) -> DocumentEntry:
        user, sources = self.order.link(document.id), self.sources
        return DocumentEntry(
            number=number_of(user),
            title=Statement(user.title, sources.of_the_rest(document.id, user, "published")),
            type=self.label("document_type", document.type),
            author=document.author,
            publisher=document.publisher,
            published=self.dated(
                document.published, sources.of_record(document.id, user, "published")
            ),
            address=document.address,
            language=document.language,
            note=document.note,
            received=document.received,
            media_type=sources.original(document.id).media_type,
            sha256=sources.original(document.id).sha256,
            passages=sources.count(document.id),
            tags=self.order.tags_of(document.id),
        )
