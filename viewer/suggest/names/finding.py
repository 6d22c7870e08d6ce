"""Every mention of a person, an organisation or a place in an article."""

from collections.abc import Iterator

from viewer.domain.suggestions import SuggestedName
from viewer.suggest.article import Article
from viewer.suggest.names.folding import People
from viewer.suggest.names.kinds import Form, forms
from viewer.suggest.names.nameless import nameless
from viewer.suggest.names.parts import candidates
from viewer.suggest.names.runs import runs
from viewer.suggest.names.signs import PERSON

_KINDS = ("person", "organisation", "place")


def find_names(article: Article) -> list[SuggestedName]:
    """Return the mentions in the order of the text."""
    text = article.text
    found = [each for run in runs(text) for each in candidates(run)]
    made = forms(text, found)
    people = People((form.key, form.words) for form in made.values() if form.kind == PERSON)
    named = [each for form in made.values() for each in _suggested(text, form, people)]
    named.extend(list(nameless(text, named)))
    return sorted(named, key=lambda each: (each.start, -each.end))


def _suggested(text: str, form: Form, people: People) -> Iterator[SuggestedName]:
    kind = form.kind
    if kind is None:
        return
    name = people.fullest(form.key) if kind == PERSON else form.key
    for mention, reason in zip(form.mentions, form.reasons, strict=True):
        yield SuggestedName(
            start=mention.start,
            end=mention.end,
            text=text[mention.start : mention.end],
            confidence=round(min(0.95, 0.4 + 0.1 * form.signs.weights[kind]), 2),
            reason=reason or "It is written like a name",
            what=_KINDS[kind],
            unit="organisation" if _KINDS[kind] == "organisation" else "individual",
            name=name,
            title=mention.title,
        )
