"""Which kind each form of a document is: all that is said around its mentions counts together."""

from collections import defaultdict
from dataclasses import dataclass

from viewer.suggest.names.folding import People
from viewer.suggest.names.parts import Candidate
from viewer.suggest.names.signs import NOTHING, PERSON, Signs, around, own

#: What has to speak for a name before it is suggested.
_LEAST = 1.0
#: What a person's full name says for its short forms.
_SHORT = 3.0


@dataclass(slots=True)
class Form:
    """One way of writing a name, with all its mentions and what speaks for each kind."""

    key: str
    words: list[str]
    mentions: list[Candidate]
    signs: Signs
    reasons: list[str]

    @property
    def kind(self) -> int | None:
        """The kind most is said for; None where too little is."""
        weights = self.signs.weights
        best = max(range(4), key=weights.__getitem__)
        return None if best == NOTHING or weights[best] < _LEAST else best


def forms(text: str, found: list[Candidate]) -> dict[str, Form]:
    """Return the forms of a document by their words."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key].append(candidate)
    made = {key: _form(text, key, mentions) for key, mentions in groups.items()}
    _share(made)
    return made


def _form(text: str, key: str, mentions: list[Candidate]) -> Form:
    base = own(mentions[0])
    reasons, summed = [], [0.0] * 4
    for mention in mentions:
        signs = Signs([0.0] * 4, base.reason, base.best)
        around(text, mention, signs)
        reasons.append(signs.reason)
        summed = [a + b for a, b in zip(summed, signs.weights, strict=True)]
    share = len(mentions) ** -0.5
    weights = [a + b * share for a, b in zip(base.weights, summed, strict=True)]
    if all(mention.opens for mention in mentions) and len(mentions[0].words) == 1:
        weights[NOTHING] += 0.6
    return Form(key, mentions[0].words, mentions, Signs(weights, base.reason, base.best), reasons)


def _share(made: dict[str, Form]) -> None:
    """Let the full names of persons speak for the short ones."""
    full = [form for form in made.values() if form.kind == PERSON and len(form.words) > 1]
    people = People((form.key, form.words) for form in full)
    for form in made.values():
        if len(form.words) == 1 and people.knows(form.words):
            form.signs.add(PERSON, _SHORT)
