"""How a record appears to an audience, in words; and whether a pseudonym gives somebody away."""

from collections.abc import Iterable, Iterator

from viewer.domain.audiences import gives, treatment
from viewer.domain.fields import Term
from viewer.domain.names import Spoken, spoken
from viewer.domain.names.likeness import alike
from viewer.domain.reader import CaseReader
from viewer.domain.records import Audience, Name, Person, fields_of
from viewer.domain.text import folded, words
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary

_PERSON = {
    "named": "by name",
    "pseudonym": "as “{}”, without the name",
    "bare": "as “{}”, without name and details",
    "left_out": "not at all",
}
#: Letters of a word that can tell who is meant.
_LEAST = 3


def person_appearance(audience: Audience, protection: str, pseudonym: str) -> str:
    """Return how a person of that protection appears, as in "as “Person 4”, without the name"."""
    return _PERSON[treatment(audience, protection)].format(pseudonym)


def item_appearance(audience: Audience, protection: str) -> str:
    """Return whether an event, a place, a document or a note appears."""
    return "shown" if gives(audience, protection) else "left out"


def pseudonym_doubts(case: CaseReader, person: Person) -> list[str]:
    """Return in sentences why a person's pseudonym would protect nobody; none for a good one."""
    pseudonym = person.pseudonym.strip()
    return list(_doubts(case, person, pseudonym)) if pseudonym else []


def _doubts(case: CaseReader, person: Person, pseudonym: str) -> Iterator[str]:
    own = [name.text for name in case.where(Name, person_id=person.id)]
    if any(_gives_away(pseudonym, name) for name in own):
        yield "It is like the person's own name."
    wanted = folded(pseudonym)
    for other in case.all(Person):
        if other.id != person.id and folded(other.pseudonym.strip()) == wanted:
            yield f"It is the pseudonym of “{title(case, other)}”, too."
            break
    if any(folded(name.text) == wanted for name in case.all(Name) if name.text not in own):
        yield "Somebody in this case is called so."


def _gives_away(pseudonym: str, name: str) -> bool:
    said = spoken(name)
    initials = {_initials(name.replace("-", " ").split()), _initials(w.letters for w in said.words)}
    letters = "".join(words(pseudonym))
    return (len(letters) > 1 and letters in initials) or _sound_alike(spoken(pseudonym), said)


def _initials(parts: Iterable[str]) -> str:
    return "".join(folded(part[:1]) for part in parts)


def _sound_alike(one: Spoken, other: Spoken) -> bool:
    return any(
        alike(word, each) is not None
        for word in one.words
        for each in other.words
        if min(len(word.letters), len(each.letters)) >= _LEAST
    )


def what_is_seen(audience: Audience) -> list[tuple[str, str]]:
    """Return in words what an audience sees: of what, and how it appears."""
    found = [("Public persons, events, places, documents, notes", "as they are")]
    for field in fields_of(Audience.kind):
        if isinstance(field.spec, Term):
            code = getattr(audience, field.name)
            found.append((field.spec.label, vocabulary(field.spec.vocabulary).label(code).lower()))
    return found
