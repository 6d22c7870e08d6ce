"""What the fields of a record are: said once, beside the field, for store, window and exports."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Field:
    """A field's label in the window, in exports and in the history."""

    label: str
    #: False where the program fills it and the user only reads it.
    editable: bool = True


@dataclass(frozen=True, slots=True)
class Text(Field):
    """Words; `long` ones get several lines."""

    long: bool = False


@dataclass(frozen=True, slots=True)
class Moment(Text):
    """A point in time that the program notes: UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Term(Field):
    """A code of a vocabulary."""

    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Ref(Field):
    """The id of a record of `kind`; of any kind when that is empty."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class DateField(Field):
    """A `Date`, kept with the days it allows."""


@dataclass(frozen=True, slots=True)
class Whole(Field):
    """A whole number, not below `least` where that is given."""

    least: int | None = None


@dataclass(frozen=True, slots=True)
class Real(Field):
    """A number with decimals, such as degrees of latitude."""


@dataclass(frozen=True, slots=True)
class NamedField:
    """A field as one record kind has it."""

    name: str
    spec: Field
    optional: bool
    default: Any
