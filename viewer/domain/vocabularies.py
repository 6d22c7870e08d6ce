"""Vocabularies: lists of codes with labels, read from `resources/vocabularies/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

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

    def label(self, code: str, language: str = "en") -> str:
        """Return the label of a code in a language; an unknown code is its own label."""
        term = self._term(code, language)
        return code if term is None else term.label

    def many(self, code: str, language: str = "en") -> str:
        """Return what several of a code are called, as in "44 kidnappings"."""
        term = self._term(code, language)
        return (term and term.many) or self.label(code, language).lower()

    def _term(self, code: str, language: str) -> Term | None:
        terms = self.terms if language == "en" else _translated(self.name, language)
        return next((term for term in terms if term.code == code), None)


@cache
def labels(language: str) -> dict[str, Any]:
    """Return what another language than English calls terms, by vocabulary, and audiences."""
    return resources.toml("vocabularies", "labels", f"{language}.toml")


@cache
def _translated(name: str, language: str) -> tuple[Term, ...]:
    """Return the terms of a vocabulary as another language calls them."""
    called = labels(language)[name]
    several = called.get("many", {})
    return tuple(
        Term(code, label, many=several.get(code, ""))
        for code, label in called.items()
        if isinstance(label, str)
    )


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the vocabulary of that name, for example `vocabulary("act")`."""
    data = resources.toml("vocabularies", f"{name}.toml")
    terms = tuple(Term(**term) for term in data["terms"])
    return Vocabulary(name, data["title"], data["standard"], terms)
