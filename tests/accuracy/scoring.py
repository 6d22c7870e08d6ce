"""Precision, recall and F1 of what is suggested for an article, per kind."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tests.accuracy import quotes
from tests.accuracy.gold import (
    NAMES,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldFigure,
    GoldName,
    GoldRole,
)
from tests.accuracy.matching import is_who, meets, shared, span_of, tallied
from tests.accuracy.tally import Measures, Share
from viewer.domain.dates import EdtfError, parse_edtf
from viewer.domain.suggestions import (
    SuggestedDate,
    SuggestedEvent,
    SuggestedFigure,
    SuggestedName,
    SuggestedQuote,
    Suggestion,
)

#: Acts that do harm; what is suggested of other acts is not measured.
HARM = {
    *("killing", "attempted_killing", "shooting", "torture", "assault", "sexual_violence"),
    *("kidnapping", "disappearance", "arrest", "threat", "surveillance", "displacement"),
    *("destruction", "restriction"),
}
_PLURALS = {"person": "persons", "organisation": "organisations", "place": "places"}
S = TypeVar("S", bound=Suggestion)


def measured(article: GoldArticle, suggestions: Sequence[Suggestion]) -> Measures:
    """Measure what is suggested for an article against its gold."""
    rows = names(article.names, of(suggestions, SuggestedName))
    rows |= roles(article.roles, of(suggestions, SuggestedName))
    rows |= quotes.measured(article, of(suggestions, SuggestedQuote))
    rows |= dates(article.dates, of(suggestions, SuggestedDate))
    rows |= figures(article, of(suggestions, SuggestedFigure))
    rows |= events(article, of(suggestions, SuggestedEvent))
    return {name: row for name, row in rows.items() if article.measures(name)}


def of(suggestions: Sequence[Suggestion], kind: type[S]) -> list[S]:
    """Return the suggestions of a kind, each span once for what it says."""
    return [each for each in suggestions if isinstance(each, kind)]


def names(gold: Sequence[GoldName], suggested: Sequence[SuggestedName]) -> Measures:
    """Measure mentions of who and what is named: span and kind, or only met by one of the kind."""
    named = [each for each in suggested if each.what != "person" or each.naming == "named"]
    rows: Measures = {"names": tallied(named, gold, _same_name)[0]}
    rows["names, overlapping"], pairs = tallied(named, gold, _met_name)
    for kind in NAMES:
        mine = [each for each in named if each.what == kind]
        theirs = [_of_kind(each) for each in gold if kind in each.kinds]
        rows[_PLURALS[kind]] = tallied(mine, theirs, _same_name)[0]
        rows[f"{_PLURALS[kind]}, overlapping"] = tallied(mine, theirs, _met_name)[0]
    right = sum(_folded(each.name) in map(_folded, name.names) for each, name in pairs)
    rows["full name of a name found"] = Share(right, len(pairs))
    return rows


def roles(gold: Sequence[GoldRole], suggested: Sequence[SuggestedName]) -> Measures:
    """Measure persons whom the article does not name, by the words that it has for them."""
    unnamed = [each for each in suggested if each.what == "person" and each.naming != "named"]
    tally, pairs = tallied(unnamed, gold, meets)
    right = sum(each.naming in role.naming for each, role in pairs)
    return {
        "persons without a name": tally,
        "how a person found is known": Share(right, len(pairs)),
    }


def dates(gold: Sequence[GoldDate], suggested: Sequence[SuggestedDate]) -> Measures:
    """Measure mentions of dates, and the values of those that were found."""
    tally, _ = tallied(suggested, gold, meets)
    found = [(_nearest(suggested, date), date) for date in gold if not date.optional and date.edtf]
    judged = [same_edtf(each.edtf, date.edtf) for each, date in found if each]
    return {"dates": tally, "value of a date found": Share(sum(judged), len(judged))}


def figures(article: GoldArticle, suggested: Sequence[SuggestedFigure]) -> Measures:
    """Measure counts by their numbers, and what else is said of those that were found."""
    tally, pairs = tallied(suggested, article.figures, _same_number)
    claims = [
        is_who(each.claimant, article.with_people(figure.claimant))
        for each, figure in pairs
        if figure.claimant
    ]
    qualified = sum(each.qualifier in figure.qualifiers for each, figure in pairs)
    acts = sum(each.act in figure.acts for each, figure in pairs)
    return {
        "figures": tally,
        "qualifier of a figure found": Share(qualified, len(pairs)),
        "act of a figure found": Share(acts, len(pairs)),
        "claimant of a figure found": Share(sum(claims), len(claims)),
    }


def events(article: GoldArticle, suggested: Sequence[SuggestedEvent]) -> Measures:
    """Measure acts of harm where they are told, with the victim and without."""
    harm = [each for each in suggested if each.act in HARM]

    def with_victim(each: SuggestedEvent, event: GoldEvent) -> bool:
        return _same_act(each, event) and _same_victim(article, each, event)

    acts, pairs = tallied(harm, article.events, _same_act)
    dated = [_same_date(each, event) for each, event in pairs if event.date]
    return {
        "events, act": acts,
        "events, act and victim": tallied(harm, article.events, with_victim)[0],
        "date of an event found": Share(sum(dated), len(dated)),
    }


def same_edtf(written: str, gold: frozenset[str]) -> bool:
    """Whether an EDTF text says the same as one of the gold's; "" is unresolved."""
    try:
        return any(_read(written) == _read(each) for each in gold)
    except EdtfError:
        return False


def _read(edtf: str) -> object:
    """Return the days and the certainty of a value, however it is written; None unresolved."""
    if not edtf:
        return None
    date = parse_edtf(edtf)
    ends = (date.start, date.end or date.start)
    return date.earliest, date.latest, [(end.uncertain, end.approximate) for end in ends]


def _of_kind(name: GoldName) -> GoldName:
    """What may be taken for another kind too need not be found as one of this kind."""
    return replace(name, optional=name.optional or len(name.kinds) > 1)


def _same_name(each: SuggestedName, gold: GoldName) -> bool:
    return each.what in gold.kinds and span_of(each) in gold.spans


def _met_name(each: SuggestedName, gold: GoldName) -> bool:
    return each.what in gold.kinds and meets(each, gold)


def _same_number(each: SuggestedFigure, gold: GoldFigure) -> bool:
    number = each.number_start, each.number_end
    return each.number == gold.number and shared(number, gold.span) > 0


def _same_act(each: SuggestedEvent, gold: GoldEvent) -> bool:
    told = ((each.start, each.end), each.trigger, *each.also)
    return each.act in gold.acts and any(shared(one, span) for one in told for span in gold.spans)


def _same_victim(article: GoldArticle, each: SuggestedEvent, gold: GoldEvent) -> bool:
    if not gold.victim:
        return True
    victim = article.with_people(gold.victim)
    return any(part.role == "victim" and is_who(part.who, victim) for part in each.parts)


def _same_date(each: SuggestedEvent, gold: GoldEvent) -> bool:
    return bool(each.date and gold.date and shared(span_of(each.date), gold.date))


def _nearest(suggested: Sequence[SuggestedDate], gold: GoldDate) -> SuggestedDate | None:
    """Return the suggestion that shares most with the date, if any does."""
    met = [each for each in suggested if meets(each, gold)]
    return max(met, key=lambda each: shared(span_of(each), gold.span), default=None)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
