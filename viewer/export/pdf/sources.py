"""Where the statements come from: passages with their exact words, and the documents."""

from collections.abc import Iterator

from viewer.domain.dates import moment_phrase
from viewer.domain.formats import format_name
from viewer.domain.summary import DocumentEntry, PassageEntry
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look, Rows
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words

_NOTE = (
    "The exact words of each passage are set in black, with words around them in grey where they "
    "may be given. Paragraphs and characters are counted from the beginning of the document's text."
)
_PASSAGES = Look((30, 0), is_ruled=True, padding=4)
_TITLE = Look((30, 0), is_ruled=True, padding=4, before=8)
_FIELDS = Look((30, 84, 0), padding=1.5)


def sources(writer: Writer) -> Iterator[Block]:
    """Yield the passages that the report refers to, by their numbers."""
    cited = [passage for passage in writer.summary.passages if passage.number in writer.cited]
    yield Rows([Row([[words(_NOTE, style.SMALL)]])], Look(padding=0, after=6), keeps_with_next=True)
    yield Rows([_passage(passage, writer) for passage in cited], _PASSAGES)


def _passage(passage: PassageEntry, writer: Writer) -> Row:
    number = words(f"[{passage.number}]", style.LABEL_STRONG)
    place = f"paragraph {passage.paragraph}, characters {passage.start + 1:,} to {passage.end:,}"
    place = f"page {passage.page}, {place}" if passage.page else place
    document = f"Document {passage.document}"
    anchor = f"document-{passage.document}"
    spans = [
        Span(document, style.SMALL_LINK, anchor)
        if writer.has(anchor)
        else Span(document, style.SMALL),
        Span(f", {place}", style.SMALL),
    ]
    users = [user for user in passage.used_by if writer.has(user.anchor)]
    if users:
        spans += [Span(" · Used for ", style.SMALL), *writer.links(users, "; ")]
    context = (
        Span(f"… {passage.before}" if passage.before else "", style.SMALL),
        Span(passage.words, style.BODY),
        Span(f"{passage.after.rstrip()} …" if passage.after else "", style.SMALL),
    )
    cell = [Paragraph(context, is_text=True), Paragraph(tuple(spans))]
    return Row([[number], cell], (Mark(f"passage-{passage.number}"),))


def documents(writer: Writer) -> Iterator[Block]:
    """Yield the documents with what identifies them."""
    for document in writer.summary.documents:
        title = (Span(document.title.text, style.H2), *writer.references(document.title.references))
        mark = Mark(f"document-{document.number}", document.title.text)
        number = words(str(document.number), style.H2)
        yield Rows([Row([[number], [Paragraph(title)]], (mark,))], _TITLE, keeps_with_next=True)
        rows = [
            Row([[], [words(label, style.LABEL)], [Paragraph(spans)]])
            for label, spans in _fields(document, writer)
        ]
        yield Rows(rows, _FIELDS)


def _fields(document: DocumentEntry, writer: Writer) -> Iterator[tuple[str, tuple[Span, ...]]]:
    published = (
        Span(document.published.phrase or "Date not given", style.BODY),
        *writer.references(document.published.references),
    )
    for label, value in (
        ("Type", document.type),
        ("Author", document.author),
        ("Publisher", document.publisher),
    ):
        if value:
            yield label, (Span(value, style.BODY),)
    yield "Published", published
    for label, value in (
        ("Address", document.address),
        ("About", document.note),
        ("Received", moment_phrase(document.received)),
        ("Format", format_name(document.media_type)),
    ):
        if value:
            yield label, (Span(value, style.BODY),)
    if document.sha256:
        yield "SHA-256", (Span(document.sha256, style.SMALL_INK),)
    if document.tags:
        yield "Tags", dotted(document.tags, style.BODY)
