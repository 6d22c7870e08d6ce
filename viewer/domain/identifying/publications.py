"""Sources that the reader may find elsewhere, where nothing is withheld."""

from collections.abc import Iterator

from viewer.domain.identifying.remains import Remains
from viewer.domain.identifying.risk import Level
from viewer.domain.records import Document, Passage
from viewer.domain.text import shortened, words

#: What is made for others to read, or tells of it.
_PUBLIC = ("article", "report", "abstract")
#: So many words in a row hardly stand anywhere else.
_UNIQUE = 6

_SOURCE = "Withhold the document, or take its address, publisher and title out."
_QUOTE = "Do not give the quote word for word, or withhold the document."

#: Level, sentence with "{who}", ids of records, what helps.
Publication = tuple[Level, str, tuple[str, ...], str]


def published(remains: Remains, id: str) -> Iterator[Publication]:
    """Yield the given sources that may be public and name the person, or hold its quotes."""
    for document in remains.view.all(Document):
        if not (document.address or document.publisher or document.type in _PUBLIC):
            continue
        quotes = _unique_quotes(remains, id, document.id)
        if id in remains.naming[document.id]:
            yield _that_names(remains, document, quotes)
        elif quotes:
            yield _that_quotes(document, quotes)


def _that_names(remains: Remains, document: Document, quotes: tuple[str, ...]) -> Publication:
    if document.address:
        address = shortened(document.address)
        where = f"The source is published at {address} and gives the name of {{who}}"
        return Level.HIGH, where, (document.id, *quotes), _SOURCE
    where = (
        f"The source “{shortened(remains.title(document.id))}” gives the name of {{who}}; "
        "whoever finds it, by its title or by a search for the words that are cited, reads it"
    )
    return Level.MEDIUM, where, (document.id, *quotes), _SOURCE


def _that_quotes(document: Document, quotes: tuple[str, ...]) -> Publication:
    where = f" at {shortened(document.address)}" if document.address else ""
    sentence = (
        f"What {{who}} says is published{where} and may be found by a search for its words, with "
        "what the source tells of the person"
    )
    level = Level.MEDIUM if document.address else Level.LOW
    return level, sentence, (document.id, *quotes), _QUOTE


def _unique_quotes(remains: Remains, id: str, document_id: str) -> tuple[str, ...]:
    found = ((quote, remains.view.get(Passage, quote.passage_id)) for quote in remains.quotes(id))
    return tuple(
        quote.id
        for quote, passage in found
        if passage.document_id == document_id and len(words(passage.exact)) >= _UNIQUE
    )
