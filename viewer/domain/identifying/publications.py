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
    """Yield what the given sources tell that may be public: that they name the person, once for
    all of them, and that they hold words by which they are found.
    """
    public = [each for each in remains.view.all(Document) if _may_be_public(each)]
    naming = [each for each in public if id in remains.naming[each.id]]
    if naming:
        yield _that_names(remains, sorted(naming, key=lambda each: not each.address))
    quotes = {each.id: _unique_quotes(remains, id, each.id) for each in public}
    quoting = [each for each in public if quotes[each.id] and each not in naming]
    if quoting:
        yield _that_quotes(sorted(quoting, key=lambda each: not each.address), quotes)


def _may_be_public(document: Document) -> bool:
    return bool(document.address or document.publisher or document.type in _PUBLIC)


def _that_names(remains: Remains, documents: list[Document]) -> Publication:
    """Those with an address come first."""
    first, ids = documents[0], tuple(each.id for each in documents)
    if first.address:
        address = shortened(first.address)
        said = f"The source is published at {address} and gives the name of {{who}}"
        return Level.HIGH, f"{said}{_and_others(documents)}", ids, _SOURCE
    said = (
        f"The source “{shortened(remains.title(first.id))}” gives the name of {{who}}; whoever "
        "finds it, by its title or by a search for the words that are cited, reads it"
    )
    return Level.MEDIUM, f"{said}{_and_others(documents)}", ids, _SOURCE


def _that_quotes(documents: list[Document], quotes: dict[str, tuple[str, ...]]) -> Publication:
    first = documents[0]
    where = f" at {shortened(first.address)}" if first.address else ""
    said = (
        f"What {{who}} says is published{where} and may be found by a search for its words, with "
        "what the source tells of the person"
    )
    level = Level.MEDIUM if first.address else Level.LOW
    ids = (id for each in documents for id in (each.id, *quotes[each.id]))
    return level, f"{said}{_and_others(documents)}", tuple(ids), _QUOTE


def _and_others(documents: list[Document]) -> str:
    more = len(documents) - 1
    if not more:
        return ""
    return "; so does one other source" if more == 1 else f"; so do {more:,} other sources"


def _unique_quotes(remains: Remains, id: str, document_id: str) -> tuple[str, ...]:
    found = ((quote, remains.view.get(Passage, quote.passage_id)) for quote in remains.quotes(id))
    return tuple(
        quote.id
        for quote, passage in found
        if passage.document_id == document_id and len(words(passage.exact)) >= _UNIQUE
    )
