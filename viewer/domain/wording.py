"""What a report says itself, in the language of the report: read from `resources/wordings/`.

The words of the case are never translated: these stand around them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from viewer import resources
from viewer.domain.plurals import FORMS
from viewer.domain.text import direction

#: The languages in which a report can be written (ISO 639), as each calls itself.
LANGUAGES = {"en": "English", "ar": "العربية"}

_FROM_THE_RIGHT = ("ar",)
#: Of what is written from the left, and from the right.
_COMMAS = {False: ", ", True: "، "}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, for example `Wording.of("en")("count.persons", n=3)`."""

    language: str
    _texts: Mapping[str, str | Mapping[str, str]]

    @staticmethod
    def of(language: str) -> "Wording":
        """Return the wording of a language (BCP 47); English where there is none."""
        code = language.partition("-")[0].lower()
        return _wording(code if code in LANGUAGES else "en")

    def __call__(self, key: str, **values: str | int) -> str:
        """Return a text with its values in place; a number `n` chooses the plural form.

        Whole numbers are set in groups of three. Raises `KeyError`.
        """
        text = self._texts[key]
        if not isinstance(text, str):
            text = text.get(FORMS[self.language](int(values["n"])), text["other"])
        return text.format(**{name: self._written(value) for name, value in values.items()})

    @property
    def is_rtl(self) -> bool:
        """Whether the language is written from the right."""
        return self.language in _FROM_THE_RIGHT

    def get(self, key: str, otherwise: str = "") -> str:
        """Return a text without values, or what stands in for it where there is none."""
        return self(key) if key in self._texts else otherwise

    def number(self, number: int) -> str:
        """Return a whole number in digits."""
        return f"{number:,}"

    def listed(self, *parts: str) -> str:
        """Return the parts that are not empty, with the commas of their script between them."""
        said = [part for part in parts if part]
        from_right = direction(said[0]) if said else None
        return _COMMAS[self.is_rtl if from_right is None else from_right].join(said)

    def _written(self, value: str | int) -> str:
        return self.number(value) if isinstance(value, int) else value


@cache
def _wording(language: str) -> Wording:
    tables = resources.toml("wordings", f"{language}.toml")
    texts = {f"{table}.{name}": text for table in tables for name, text in tables[table].items()}
    return Wording(language, texts)


#: What the window says, and a report for which no language is chosen.
ENGLISH = Wording.of("en")
