"""Every mention of a person, an organisation or a place in an article."""

import sys
from collections.abc import Iterable, Iterator

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.article import Article
from viewer.suggest.names.apart import told_apart
from viewer.suggest.names.folding import People
from viewer.suggest.names.headlines import Span, headlines, names_in
from viewer.suggest.names.kinds import Form, forms
from viewer.suggest.names.nameless import nameless
from viewer.suggest.names.parts import candidates
from viewer.suggest.names.runs import Run, runs
from viewer.suggest.names.signs import PERSON

_KINDS = ("person", "organisation", "place")


def find_names(article: Article) -> list[SuggestedName]:
    """Return the mentions in the order of the text."""
    text = article.text
    lines = list(headlines(text, article.paragraphs))
    found = (each for run in _outside(runs(text), lines) for each in candidates(run))
    made = forms(text, found)
    people = People((form.key, form.words) for form in made.values() if form.kind == PERSON)
    named = [each for form in made.values() for each in _suggested(text, form, people)]
    known = {each.text.lower(): each for each in named}
    named.extend(each for line in lines for each in names_in(text, line, known))
    named.extend(list(told_apart(nameless(text, named))))
    return sorted(named, key=lambda each: (each.start, -each.end))


def _outside(found: Iterable[Run], lines: list[Span]) -> Iterator[Run]:
    """Yield the runs that stand in no headline."""
    ahead = iter([*lines, (sys.maxsize, sys.maxsize)])
    start, end = next(ahead)
    for run in found:
        while run.start >= end:
            start, end = next(ahead)
        if run.start < start:
            yield run


def _suggested(text: str, form: Form, people: People) -> Iterator[SuggestedName]:
    kind = form.kind
    if kind is None:
        return
    name = people.fullest(form.key) if kind == PERSON else form.full or form.key
    for number, mention in enumerate(form.mentions):
        yield SuggestedName(
            start=mention.start,
            end=mention.end,
            text=text[mention.start : mention.end],
            confidence=round(min(0.95, 0.4 + 0.1 * form.signs.weights[kind]), 2),
            reason=form.reason(number, kind),
            what=_KINDS[kind],
            unit="organisation" if _KINDS[kind] == "organisation" else "individual",
            name=name,
            title=mention.title,
        )
