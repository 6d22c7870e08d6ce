"""The section of persons: who they are, how they are protected, to whom they are tied."""

from collections.abc import Iterator

from viewer.domain.summary import PersonEntry, Tie
from viewer.domain.vocabularies import vocabulary
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words

_NAME = Look((0, 110), is_ruled=True, padding=4, before=9)
_FIELDS = Look((84, 0), padding=1.5)


def persons(writer: Writer) -> Iterator[Block]:
    """Yield a line with the name, then what is known, for each person."""
    for person in writer.summary.persons:
        fields = [Row([[words(t, style.LABEL)], cell]) for t, cell in _fields(person, writer)]
        name = _name(person, writer)
        yield writer.rows([name], _NAME, keeps_with_next=bool(fields))
        if fields:
            yield writer.rows(fields, _FIELDS)


def _name(person: PersonEntry, writer: Writer) -> Row:
    named = vocabulary("naming").label("named", writer.wording.language)
    known = "" if person.known == named else person.known
    kind = dotted((person.unit, known, writer.wording.listed(*person.roles)))
    name = Paragraph((Span(person.name.text, style.H2), *writer.references(person.name.references)))
    label = style.LABEL_STRONG if person.is_protected else style.LABEL
    protection = Paragraph((Span(person.protection, label),), 2, at_end=True)
    mark = Mark(f"person-{person.number}", person.name.text)
    return Row([[name, Paragraph(kind)], [protection]], (mark,))


def _fields(person: PersonEntry, writer: Writer) -> Iterator[tuple[str, list[Paragraph]]]:
    wording = writer.wording
    for other in person.others:
        yield other.type, [Paragraph(writer.statement(other.name))]
    if person.pseudonym:
        yield wording("persons.pseudonym"), [words(person.pseudonym)]
    for name, statement in (
        ("described_as", person.described_as),
        ("occupation", person.occupation),
        ("about", person.about),
    ):
        if statement:
            yield wording(f"persons.{name}"), [writer.text(statement)]
    if person.ties:
        yield wording("persons.ties"), [_tie(tie, person, writer) for tie in person.ties]
    if person.parts:
        yield (
            wording("persons.events"),
            [writer.part(p, f"{p.role} ·", p.event, with_date=True) for p in person.parts],
        )
    if person.quotes:
        quoted = (Span(" ", style.BODY), *writer.links(person.quotes))
        yield wording("persons.quoted"), [Paragraph(quoted)]
    if person.tags:
        yield wording("persons.tags"), [Paragraph(dotted(person.tags, style.BODY))]


def _tie(tie: Tie, person: PersonEntry, writer: Writer) -> Paragraph:
    """From the one side "Member of …", from the other "…: member of this person"."""
    if tie.subject.anchor == f"person-{person.number}":
        label = writer.wording("persons.tie", tie=tie.label)
        spans = [Span(label, style.BODY), writer.span(tie.object)]
    else:
        within = f"{tie.label[0].lower()}{tie.label[1:]}"
        label = writer.wording("persons.tie_to", tie=within)
        spans = [writer.span(tie.subject), Span(label, style.BODY)]
        spans.append(Span(person.name.text, style.BODY))
    if tie.detail:
        spans += [Span(" – ", style.SMALL), Span(tie.detail, style.SMALL_INK)]
    return Paragraph((*spans, *writer.references(tie.references)))
