"""Vocabularies: lists of codes with labels, read from `resources/vocabularies/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from viewer import resources


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: a code that is stored, a label that is shown, a note that explains it.

    `many` is what several of them are called after a number; the label where that is empty.
    """

    code: str
    label: str
    note: str = ""
    many: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of terms and the standard that it follows."""

    name: str
    title: str
    standard: str
    terms: tuple[Term, ...]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, code: object) -> bool:
        return any(term.code == code for term in self.terms)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the list."""
        return tuple(term.code for term in self.terms)

    def label(self, code: str) -> str:
        """Return the label of a code; an unknown code is its own label."""
        return next((term.label for term in self.terms if term.code == code), code)

    def many(self, code: str) -> str:
        """Return what several of a code are called, as in "44 kidnappings"."""
        found = next((term.many for term in self.terms if term.code == code), "")
        return found or self.label(code).lower()


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the vocabulary of that name, for example `vocabulary("act")`."""
    data = resources.toml("vocabularies", f"{name}.toml")
    terms = tuple(Term(**term) for term in data["terms"])
    return Vocabulary(name, data["title"], data["standard"], terms)
