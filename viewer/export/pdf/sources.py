"""Where the statements come from: passages with their exact words, and the documents."""

from collections.abc import Iterator

from viewer.domain.dates import moment_phrase
from viewer.domain.formats import format_name
from viewer.domain.summary import DocumentEntry, PassageEntry
from viewer.export.pdf import style
from viewer.export.pdf.blocks import Block, Look
from viewer.export.pdf.row import Mark, Row
from viewer.export.pdf.text import Paragraph, Span
from viewer.export.pdf.writer import Writer, dotted, words

_PASSAGES = Look((30, 0), is_ruled=True, padding=4)
_TITLE = Look((30, 0), is_ruled=True, padding=4, before=8)
_FIELDS = Look((30, 84, 0), padding=1.5)


def sources(writer: Writer) -> Iterator[Block]:
    """Yield the passages that the report refers to, by their numbers."""
    cited = [passage for passage in writer.summary.passages if passage.number in writer.cited]
    yield writer.note("sources.note", 6)
    yield writer.rows([_passage(passage, writer) for passage in cited], _PASSAGES)


def _passage(passage: PassageEntry, writer: Writer) -> Row:
    number = words(f"[{passage.number}]", style.LABEL_STRONG)
    document = _document(passage.document, writer)
    anchor = f"document-{passage.document}"
    spans = [
        Span(document, style.SMALL_LINK, anchor)
        if writer.has(anchor)
        else Span(document, style.SMALL),
        Span(_place(passage, writer), style.SMALL),
    ]
    users = [user for user in passage.used_by if writer.has(user.anchor)]
    if users:
        spans += [Span(writer.wording("sources.used_for"), style.SMALL)]
        spans += writer.links(users, writer.wording("punctuation.semicolon"))
    context = (
        Span(f"… {passage.before}" if passage.before else "", style.SMALL),
        Span(passage.words, style.BODY),
        Span(f"{passage.after.rstrip()} …" if passage.after else "", style.SMALL),
    )
    cell = [Paragraph(context, is_text=True), Paragraph(tuple(spans))]
    return Row([[number], cell], (Mark(f"passage-{passage.number}"),))


def _document(number: int, writer: Writer) -> str:
    if writer.exhibits is None:
        return writer.wording("sources.document", number=str(number))
    return writer.wording("sources.exhibit", number=writer.exhibits.exhibit(number))


def _place(passage: PassageEntry, writer: Writer) -> str:
    page = writer.wording("sources.page", page=str(passage.page)) if passage.page else ""
    paragraph = str(passage.paragraph)
    if not passage.end:
        return page + writer.wording("sources.paragraph", paragraph=paragraph)
    start, end = passage.start + 1, passage.end
    return page + writer.wording("sources.place", paragraph=paragraph, start=start, end=end)


def documents(writer: Writer) -> Iterator[Block]:
    """Yield the documents with what identifies them."""
    for document in writer.summary.documents:
        title = (Span(document.title.text, style.H2), *writer.references(document.title.references))
        mark = Mark(f"document-{document.number}", document.title.text)
        number = words(str(_shown_number(document.number, writer)), style.H2)
        heading = Row([[number], [Paragraph(title)]], (mark,))
        yield writer.rows([heading], _TITLE, keeps_with_next=True)
        rows = [
            Row([[], [words(label, style.LABEL)], [Paragraph(spans)]])
            for label, spans in _fields(document, writer)
        ]
        yield writer.rows(rows, _FIELDS)


def _shown_number(number: int, writer: Writer) -> int:
    return writer.exhibits.number(number) if writer.exhibits else number


def _fields(document: DocumentEntry, writer: Writer) -> Iterator[tuple[str, tuple[Span, ...]]]:
    wording = writer.wording
    published = (
        Span(document.published.phrase or wording("documents.no_date"), style.BODY),
        *writer.references(document.published.references),
    )
    if writer.exhibits:
        exhibit = writer.exhibits.exhibit(document.number)
        yield wording("documents.exhibit"), (Span(exhibit, style.STRONG),)
    for name, value in (
        ("type", document.type),
        ("author", document.author),
        ("publisher", document.publisher),
    ):
        if value:
            yield wording(f"documents.{name}"), (Span(value, style.BODY),)
    yield wording("documents.published"), published
    for name, value in (
        ("address", document.address),
        ("about", document.note),
        ("received", moment_phrase(document.received, wording.language)),
        ("format", format_name(document.media_type, wording)),
    ):
        if value:
            yield wording(f"documents.{name}"), (Span(value, style.BODY),)
    hashed = document.sha256 or wording("documents.no_sha256")
    yield wording("documents.sha256"), (Span(hashed, style.SMALL_INK),)
    if document.tags:
        yield wording("documents.tags"), dotted(document.tags, style.BODY)
