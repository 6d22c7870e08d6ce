"""The entries of what was said: quotes, figures, notes and tags."""

from collections.abc import Iterator

from viewer.domain.records import (
    Annotation,
    Figure,
    Passage,
    Quote,
    Tag,
    Tagging,
)
from viewer.domain.summary.entries import Entries
from viewer.domain.summary.leaves import Link, Statement
from viewer.domain.summary.order import number_of
from viewer.domain.summary.tree import FigureEntry, FigureGroup, NoteEntry, QuoteEntry, TagEntry
from viewer.domain.titles import title


class Said(Entries):
    """Builds quotes, reported figures, notes and tags."""

    def quotes(self) -> tuple[QuoteEntry, ...]:
        """Quotes in the order of the documents."""
        return tuple(self._quote(quote) for quote in self.order.quotes)

    def _quote(self, quote: Quote) -> QuoteEntry:
        user = self.order.link(quote.id)
        passage = self.view.get(Passage, quote.passage_id)
        return QuoteEntry(
            number=number_of(user),
            words=Statement(passage.exact, self.sources.of_passage(passage.id, user)),
            speaker=self.order.optional_link(quote.speaker_id),
            attribution=self.label("attribution", quote.attribution),
            form=self.label("form", quote.form),
            is_direct=quote.form == "direct",
            note=quote.note,
            references=self.sources.of_record(quote.id, user),
            tags=self.order.tags_of(quote.id),
        )

    def figures(self) -> tuple[FigureGroup, ...]:
        """Reported figures, one group for each kind of act."""
        return tuple(
            FigureGroup(
                number,
                self.label("act", group[0].act),
                tuple(self._figure(figure) for figure in group),
            )
            for number, group in enumerate(self.order.figure_groups, start=1)
        )

    def _figure(self, figure: Figure) -> FigureEntry:
        user = self.order.link(figure.id)
        notes = self.view.where(Annotation, target_id=figure.id)
        return FigureEntry(
            number=number_of(user),
            count=figure.number,
            claimant=self.order.optional_link(figure.claimant_id),
            qualifier=self.label("qualifier", figure.qualifier),
            counted=figure.counted,
            period=self.dated(figure.period),
            place=self.order.place_name(figure.place_id),
            notes=tuple(note.body for note in notes if note.body),
            references=self.sources.of_record(figure.id, user),
        )

    def notes(self) -> tuple[NoteEntry, ...]:
        """Notes on records and passages."""
        written = (note for note in self.view.all(Annotation) if note.body)
        return tuple(self._note(note, number) for number, note in enumerate(written, start=1))

    def _note(self, note: Annotation, number: int) -> NoteEntry:
        user = Link(f"note-{number}", self.order.wording("notes.note"))
        target = self.view.find(note.target_id)
        on = self.order.links.get(note.target_id)
        fallback = title(self.view, target, self.order.wording) if target else ""
        return NoteEntry(
            number=number,
            on=on or Link("", fallback),
            body=note.body,
            motivation=self.label("motivation", note.motivation),
            references=self.sources.of_passage(target.id, user)
            if isinstance(target, Passage)
            else (),
        )

    def tags(self) -> tuple[TagEntry, ...]:
        """Tags by label, with the entries that carry them."""
        tags = sorted(self.view.all(Tag), key=lambda tag: tag.label)
        return tuple(TagEntry(tag.label, tuple(self._tagged(tag))) for tag in tags)

    def _tagged(self, tag: Tag) -> Iterator[Link]:
        for tagging in self.view.where(Tagging, tag_id=tag.id):
            if link := self.order.links.get(tagging.target_id):
                yield link
