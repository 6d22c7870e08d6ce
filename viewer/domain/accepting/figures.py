"""Suggested figures: what is proposed of them, and the records that they become."""

from collections.abc import Iterator

from viewer.domain.accepting.dates import date_of
from viewer.domain.accepting.deed import Deed
from viewer.domain.accepting.proposal import Proposal, joined
from viewer.domain.accepting.reading import Reading, Span
from viewer.domain.ids import new_id
from viewer.domain.marking.draft import within
from viewer.domain.records import Figure
from viewer.domain.suggestions import SuggestedFigure
from viewer.domain.text import unisolated
from viewer.domain.titles import figure_phrase


def figure_proposals(reading: Reading) -> Iterator[Proposal]:
    """Yield what is proposed of figures, without those of the case and those turned down."""
    for figure in reading.of(SuggestedFigure):
        is_rejected = reading.is_rejected("figure", span=(figure.number_start, figure.number_end))
        if _known(reading, figure) is None and not is_rejected:
            yield _proposal(reading, figure)


def _known(reading: Reading, figure: SuggestedFigure) -> str | None:
    """Return the figure of the case that these words report.

    It has this number, unless they report no other: then the user may have corrected it.
    """
    evidence = reading.marks.evidence((figure.number_start, figure.number_end))
    evidence += reading.marks.evidence((figure.start, figure.end))
    for each in evidence:
        record = reading.case.find(each.record_id)
        if isinstance(record, Figure) and (
            each.field == "number" or record.number == figure.number or _is_alone(reading, figure)
        ):
            return record.id
    return None


def _is_alone(reading: Reading, figure: SuggestedFigure) -> bool:
    span = (figure.start, figure.end)
    return sum((each.start, each.end) == span for each in reading.of(SuggestedFigure)) == 1


def _proposal(reading: Reading, figure: SuggestedFigure) -> Proposal:
    return Proposal(
        key=f"figure:{figure.number_start}-{figure.number_end}",
        kind="figure",
        label=unisolated(figure_phrase(_record(reading, figure))),
        detail=joined(*_details(reading, figure)),
        spans=((figure.start, figure.end),),
        confidence=figure.confidence,
        reason=figure.reason,
        suggestions=(figure,),
    )


def _details(reading: Reading, figure: SuggestedFigure) -> Iterator[str]:
    claimant = reading.said_of("person", figure.claimant)
    yield f"says {claimant}" if claimant else ""
    yield date_of(reading, figure.period).written
    yield reading.said_of("place", figure.place)


def _record(reading: Reading, figure: SuggestedFigure, **ids: str | None) -> Figure:
    return Figure(
        id=new_id(),
        qualifier=figure.qualifier,
        number=figure.number,
        act=figure.act,
        counted=" ".join(figure.counted.split()),
        period=date_of(reading, figure.period),
        **ids,
    )


def write_figure(deed: Deed, figure: SuggestedFigure) -> str:
    """Write a figure with its claimant and place; returns its id."""
    known = _known(deed.reading, figure)
    if known is not None:
        return known
    claimant, place = deed.person(figure.claimant), deed.place(figure.place)
    record = _record(deed.reading, figure, claimant_id=claimant, place_id=place)
    deed.draft.add(record)
    _tie_count(deed, record, figure)
    if claimant is not None:
        deed.tie_meant(record.id, "claimant_id", "person", figure.claimant)
    if place is not None:
        deed.tie_meant(record.id, "place_id", "place", figure.place)
    return record.id


def _tie_count(deed: Deed, record: Figure, figure: SuggestedFigure) -> None:
    """Tie the number to itself, and all else that the words say to the words as one passage."""
    words = (figure.start, figure.end)
    deed.tie(record.id, "", words)
    deed.tie(record.id, "number", (figure.number_start, figure.number_end))
    if record.qualifier != "stated":
        deed.tie(record.id, "qualifier", words)
    if record.act != "other":
        deed.tie(record.id, "act", words)
    if _says(deed.reading, words, record.counted):
        deed.tie(record.id, "counted", words)
    if figure.period is not None and record.period.written:
        deed.tie(record.id, "period", (figure.period.start, figure.period.end))


def _says(reading: Reading, span: Span, wanted: str) -> bool:
    words = reading.words(span)
    return words is not None and within(words, wanted) is not None
