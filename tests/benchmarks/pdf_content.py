"""What the benchmarks of the PDF write: a report of any size, and the same words as a web page."""

from collections.abc import Iterator
from html import escape

from viewer import resources
from viewer.domain.dates import iso_day
from viewer.domain.summary import (
    CaseSummary,
    Dated,
    DocumentEntry,
    EventEntry,
    Link,
    Part,
    PassageEntry,
    PersonEntry,
    QuoteEntry,
    Reference,
    Statement,
)

WORDS = (
    "The witness said that armed men came at night to the house near the river and that the "
    "neighbours heard shots before the cars went off towards the north of the province. "
)
_FIRST_DAY = 737_000


def generated(events: int) -> CaseSummary:
    """Return a summary with so many events, twice as many quotes, and a person for each ten."""
    persons = [Link(f"person-{n}", f"Person of the case {n}") for n in range(1, events // 10 + 2)]
    return CaseSummary(
        audience="internal",
        title="A generated case",
        persons=tuple(
            PersonEntry(n, Statement(link.title, (Reference(n, 1),)), unit="Individual")
            for n, link in enumerate(persons, start=1)
        ),
        events=tuple(_event(n, persons[n % len(persons)]) for n in range(1, events + 1)),
        quotes=tuple(
            QuoteEntry(
                n,
                Statement(WORDS * 2, (Reference(n, 1),)),
                persons[n % len(persons)],
                is_direct=True,
            )
            for n in range(1, 2 * events + 1)
        ),
        passages=tuple(
            PassageEntry(
                n, 1, WORDS, n, n * 90, n * 90 + 80, used_by=(Link(f"quote-{n}", "Quote"),)
            )
            for n in range(1, 2 * events + 1)
        ),
        documents=(DocumentEntry(1, Statement("The only document"), sha256="ab" * 32),),
    )


def _event(n: int, person: Link) -> EventEntry:
    event = Link(f"event-{n}", f"Event {n} of the generated case")
    references, day = (Reference(n, 1),), iso_day(_FIRST_DAY + n)
    return EventEntry(
        n,
        Statement(event.title, references),
        type="Killing",
        status=Statement("Reported"),
        status_code="reported",
        date=Dated(phrase=day, earliest=day, latest=day),
        description=Statement(WORDS * 2, references),
        parts=(Part(person, event, role="Victim", references=references),),
    )


def web_page(summary: CaseSummary) -> str:
    """Return the words of such a report as HTML: as bare as it can be, with links and contents.

    Fonts, measures and breaks are those of the report; its timeline is left out.
    """
    return f"{_head()}<title>{escape(summary.title)}</title>{''.join(_body(summary))}"


def _head() -> str:
    fonts = "".join(
        f"@font-face {{ font-family: Vazirmatn; font-weight: {weight}; "
        f"src: url({resources.path('fonts', name).as_uri()}) }}\n"
        for weight, name in ((400, "Vazirmatn-Regular.ttf"), (700, "Vazirmatn-Bold.ttf"))
    )
    return _HEAD.replace("<style>", f"<style>\n{fonts}")


_HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><style>
@page { size: A4; margin: 82pt 68pt 76pt; @top-left { content: "A generated case" }
  @bottom-left { content: "Page " counter(page) " of " counter(pages) } }
body { font: 9.5pt/15pt Vazirmatn, sans-serif } h1 { font-size: 19pt; break-after: avoid }
h2 { font-size: 11.5pt; break-after: avoid; margin: 6pt 0 0 } p { margin: 0; orphans: 2; widows: 2 }
a { color: #0f5c6e; text-decoration: none } blockquote { border-left: 2pt solid #0f5c6e;
  margin: 9pt 0; padding-left: 12pt; font-size: 10.5pt; line-height: 17pt }
div { border-top: .5pt solid #d3d9df; padding: 5pt 0 } small { font-size: 8pt; color: #5c6773 }
li a::after { content: target-counter(attr(href), page); float: right }
</style>"""


def _body(summary: CaseSummary) -> Iterator[str]:
    yield "<h1>Contents</h1><ul>"
    for code in ("persons", "chronology", "quotes", "sources"):
        yield f'<li><a href="#{code}">{code}</a></li>'
    yield '</ul><h1 id="persons">Persons</h1>'
    for person in summary.persons:
        name = escape(person.name.text)
        yield f'<div><h2 id="person-{person.number}">{name} {_sources(person.name)}</h2>'
        yield f"<p><small>{person.unit}</small></p></div>"
    yield '<h1 id="chronology">Chronology</h1>'
    for event in summary.events:
        yield f'<div><h2 id="event-{event.number}">{escape(event.title.text)}</h2>'
        yield f"<p><small>{event.date.phrase} · {event.type} · {event.status.text}</small></p>"
        yield f"<p>{escape(event.description.text)} {_sources(event.description)}</p>"
        for part in event.parts:
            yield f"<p><small>{part.role}</small> {_link(part.person)}</p>"
        yield "</div>"
    yield '<h1 id="quotes">Quotes</h1>'
    for quote in summary.quotes:
        yield f'<blockquote id="quote-{quote.number}"><p>“{escape(quote.words.text)}” '
        yield f"{_sources(quote.words)}</p><p>{quote.speaker and _link(quote.speaker)}</p>"
        yield "</blockquote>"
    yield '<h1 id="sources">Sources of the statements</h1>'
    for passage in summary.passages:
        yield f'<div id="passage-{passage.number}"><p>[{passage.number}] {escape(passage.words)}'
        yield f"</p><p><small>{''.join(map(_link, passage.used_by))}</small></p></div>"


def _link(link: Link) -> str:
    return f'<a href="#{link.anchor}">{escape(link.title)}</a>'


def _sources(statement: Statement) -> str:
    return " ".join(
        f'<a href="#passage-{r.passage}">[{r.passage}]</a>' for r in statement.references
    )
