"""Which kind each form of a document is: all that is said around its mentions counts together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from viewer.suggest.names.around import abbreviation_after, around
from viewer.suggest.names.folding import People
from viewer.suggest.names.inside import inside
from viewer.suggest.names.lists import HEADS, is_place
from viewer.suggest.names.parts import Candidate
from viewer.suggest.names.signs import NOTHING, ORGANISATION, PERSON, PLACE, Signs
from viewer.suggest.names.words import common, plain

#: What has to speak for a person, an organisation or a place before it is suggested.
_LEAST = (1.1, 1.2, 1.0)
#: What a fuller name says for its short forms.
_SHORT = 3.0


@dataclass(slots=True)
class Form:
    """One way of writing a name, with all its mentions and what speaks for each kind."""

    key: str
    words: list[str]
    mentions: list[Candidate]
    signs: Signs
    around: list[Signs]
    full: str = ""

    @property
    def kind(self) -> int | None:
        """The kind that most is said for; None where too little is."""
        weights = self.signs.weights
        best = max(range(4), key=weights.__getitem__)
        return None if best == NOTHING or weights[best] < _LEAST[best] else best

    def reason(self, number: int, kind: int) -> str:
        """Return why one of the mentions is of a kind."""
        for signs in (self.around[number], self.signs):
            if signs.reasons[kind]:
                return signs.reasons[kind]
        return "It is written like a name"


def forms(text: str, found: Iterable[Candidate]) -> dict[str, Form]:
    """Return the forms of a document by their words."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key].append(candidate)
    made = {key: _form(text, key, mentions) for key, mentions in groups.items()}
    _share(text, made)
    return made


def _form(text: str, key: str, mentions: list[Candidate]) -> Form:
    words = mentions[0].words
    signs = inside(words)
    near = [around(text, mention) for mention in mentions]
    share = len(mentions) ** -0.5
    for kind in range(4):
        signs.weights[kind] += share * sum(each.weights[kind] for each in near)
    if len(words) == 1 and all(mention.opens for mention in mentions):
        signs.add(NOTHING, 0.6)
    return Form(key, words, mentions, signs, near)


def _share(text: str, made: dict[str, Form]) -> None:
    """Let the fuller names speak for the short ones."""
    _abbreviations(text, made)
    _people(made)
    _organisations(made)


def _abbreviations(text: str, made: dict[str, Form]) -> None:
    """Let an abbreviation in brackets be what stands before it."""
    for form in list(made.values()):
        short = next(filter(None, (abbreviation_after(text, m) for m in form.mentions)), "")
        if short in made and len(form.words) > 1 and short != form.key:
            _liken(made[short], form)


def _liken(short: Form, form: Form) -> None:
    kind = form.kind
    if kind is None:
        short.signs.add(NOTHING, 1)
        return
    short.signs.add(kind, _SHORT, f"It is short for “{form.key}”")
    if kind == PERSON:
        return
    short.full = form.key


def _people(made: dict[str, Form]) -> None:
    full = [form for form in made.values() if form.kind == PERSON and len(form.words) > 1]
    people = People((form.key, form.words) for form in full)
    for form in made.values():
        if len(form.words) == 1 and people.knows(form.words):
            form.signs.add(PERSON, _SHORT, "It is part of the name of a person in this text")


def _organisations(made: dict[str, Form]) -> None:
    """Let "the Council" and "Zipmex" be the organisation whose full name has that word."""
    full: dict[str, set[str]] = defaultdict(set)
    for form in made.values():
        if form.kind == ORGANISATION and len(form.words) > 1:
            for word in form.words:
                full[word].add(form.key)
    for form in made.values():
        if len(form.words) == 1 and form.key in full:
            _shorten(form, full[form.key])


def _shorten(form: Form, full: set[str]) -> None:
    word = form.key
    if word in HEADS:
        if not all(mention.opens for mention in form.mentions):
            form.signs.add(ORGANISATION, _SHORT, "It is short for an organisation in this text")
    elif plain(word).lower() in common() or is_place(word, 2):
        return
    else:
        form.signs.add(ORGANISATION, 1.5, "It is part of an organisation's name in this text")
    if len(full) == 1 and form.kind == ORGANISATION:
        form.full = next(iter(full))


__all__ = ["PLACE", "Form", "forms"]
