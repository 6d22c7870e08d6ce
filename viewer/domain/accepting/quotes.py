"""Suggested quotes: what is proposed of them, and the records that they become."""

from collections.abc import Iterator

from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.proposal import Proposal, joined
from viewer.domain.accepting.reading import Reading
from viewer.domain.marking.quotes import add_quote
from viewer.domain.suggestions import SuggestedQuote
from viewer.domain.text import shortened
from viewer.domain.vocabularies import vocabulary

#: How a speaker of whom no mention is suggested is known.
_NAMINGS = {"role_only": "role_only", "anonymous": "anonymous"}


def quote_proposals(reading: Reading) -> Iterator[Proposal]:
    """Yield what is proposed of quotes, without those of the case and those turned down."""
    for quote in reading.of(SuggestedQuote):
        span = (quote.start, quote.end)
        if reading.marks.quote(span) is None and not reading.is_rejected("quote", span=span):
            yield _proposal(reading, quote)


def _proposal(reading: Reading, quote: SuggestedQuote) -> Proposal:
    form = "" if quote.form == "direct" else vocabulary("form").label(quote.form)
    return Proposal(
        key=f"quote:{quote.start}-{quote.end}",
        kind="quote",
        label=f"“{shortened(quote.text)}”",
        detail=joined(_speaker(reading, quote), form),
        spans=((quote.start, quote.end),),
        confidence=quote.confidence,
        reason=quote.reason,
        suggestions=(quote,),
    )


def _speaker(reading: Reading, quote: SuggestedQuote) -> str:
    said = reading.said_of("person", quote.speaker)
    return said or vocabulary("attribution").label("unattributed")


def write_quote(deed: Deed, quote: SuggestedQuote) -> str:
    """Write a quote with its speaker, who is created where need be; returns its id."""
    span = (quote.start, quote.end)
    known = deed.reading.marks.quote(span)
    words = deed.reading.words(span)
    if known is not None or words is None:
        return known or ""
    speaker = deed.person(quote.speaker, _NAMINGS.get(quote.attribution, ""))
    id = add_quote(deed.draft, words, speaker, quote.form, quote.attribution)
    if speaker is not None:
        deed.tie_meant(id, "speaker_id", "person", quote.speaker)
    return id
