"""The chronology, and who did what to whom."""

from collections.abc import Iterator
from dataclasses import replace

from viewer.domain.summary import ActEntry, EventEntry, Part, Tie
from viewer.domain.vocabularies import vocabulary
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words


def chronology(writer: Writer) -> Iterator[Block]:
    """Yield the events by their dates, undated ones last."""
    rows = [_event(event, writer) for event in writer.summary.events]
    yield writer.rows(rows, Look((112, 0), is_ruled=True, padding=7))


def _event(event: EventEntry, writer: Writer) -> Row:
    said = event.date.phrase or writer.wording("date.none")
    when = Span(f"{said[0].upper()}{said[1:]}", style.STRONG if event.date.phrase else style.LABEL)
    date = Paragraph((when, *writer.references(event.date.references)))
    mark = Mark(f"event-{event.number}", event.title.text)
    return Row([[date], list(_told(event, writer))], (mark,))


def _told(event: EventEntry, writer: Writer) -> Iterator[Paragraph]:
    yield Paragraph((Span(event.title.text, style.H2), *writer.references(event.title.references)))
    yield _kind(event, writer)
    if event.description:
        yield writer.text(event.description, before=2)
    for number, part in enumerate(event.parts):
        line = writer.part(part, f"{part.role} ·", part.person)
        yield Paragraph(line.spans, 0 if number else 2)
    for tie in event.ties:
        yield _tie(tie, event, writer)
    yield from writer.date_notes(event.date)
    if event.tags:
        yield Paragraph(dotted((writer.wording("events.tags"), *event.tags)))


def _kind(event: EventEntry, writer: Writer) -> Paragraph:
    spans = [Span(event.type, style.SMALL)]
    if event.place:
        spans += [Span(" · ", style.SMALL), Span(event.place.text, style.SMALL)]
        near = vocabulary("precision").label("vicinity", writer.wording.language)
        if event.precision == near:
            spans.append(Span(writer.wording("events.near"), style.SMALL))
        spans += writer.references(event.place.references)
    spans += [Span(" · ", style.SMALL), Span(event.status.text, style.SMALL)]
    return Paragraph((*spans, *writer.references(event.status.references)))


def _tie(tie: Tie, event: EventEntry, writer: Writer) -> Paragraph:
    """Another event goes before the label when it is the one that led to this, followed it …"""
    if tie.subject.anchor == f"event-{event.number}":
        spans = [Span(writer.wording("events.tie", tie=tie.label), style.SMALL)]
        spans.append(writer.span(tie.object, style.SMALL_INK, style.SMALL_LINK))
    else:
        spans = [writer.span(tie.subject, style.SMALL_INK, style.SMALL_LINK)]
        to_this = writer.wording("events.tie_to", tie=tie.label.lower())
        spans.append(Span(to_this, style.SMALL))
    if tie.detail:
        spans += [Span(" – ", style.SMALL), Span(tie.detail, style.SMALL)]
    return Paragraph((*spans, *writer.references(tie.references)))


def acts(writer: Writer) -> Iterator[Block]:
    """Yield a table of the events in which somebody had a part."""
    yield writer.note("acts.note", 6)
    head = Row(writer.heads("acts", "act", "by", "against", "others"))
    rows = [_act(act, number, writer) for number, act in enumerate(writer.summary.acts, start=1)]
    yield writer.rows(rows, Look((128, 0, 0, 128), is_ruled=True), head)


def _act(act: ActEntry, number: int, writer: Writer) -> Row:
    when = act.when.phrase or writer.wording("date.none_within")
    title = writer.span(act.event, style.STRONG, style.STRONG_LINK)
    what = [Paragraph((title,)), Paragraph(dotted((act.type, when)))]
    by, to = _people(act.by, writer), _people(act.to, writer)
    others = [_in_short(part, f"{part.role} ·", writer) for part in act.others]
    return Row([what, by, to, others or [_DASH]], (Mark(f"act-{number}"),))


_DASH = words("–", style.LABEL)


def _people(parts: tuple[Part, ...], writer: Writer) -> list[Paragraph]:
    return [_in_short(part, "", writer) for part in parts] or [_DASH]


def _in_short(part: Part, label: str, writer: Writer) -> Paragraph:
    """The detail stands in the chronology."""
    return writer.part(replace(part, detail=""), label, part.person)
