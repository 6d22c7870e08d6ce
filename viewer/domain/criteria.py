"""What the rows of a list are asked for, as a value that can be kept and combined."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from viewer.domain.dates import FOREVER, NEVER, Span, parse_edtf
from viewer.errors import InvalidRecordError


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from the first one of `start` to the last one of `end`, each EDTF or open ("").

    What allows one of these days is in the range. `undated` asks for what has no date, too;
    without an end, for that alone. Without anything it asks for what has some date.
    """

    start: str = ""
    end: str = ""
    undated: bool = False

    def checked(self) -> "DateRange":
        """Return the range itself; raises `InvalidRecordError` when it cannot be read."""
        if self.span.is_empty:
            raise InvalidRecordError("The range ends before it begins.")
        return self

    @property
    def span(self) -> Span:
        """The first and the last day; raises `EdtfError`."""
        return Span(
            parse_edtf(self.start).earliest if self.start else NEVER,
            parse_edtf(self.end).latest if self.end else FOREVER,
        )

    @property
    def is_open(self) -> bool:
        """Whether it has neither beginning nor end."""
        return not self.start and not self.end


@dataclass(frozen=True, slots=True)
class Criteria:
    """All of it must hold: the words, for each name one of the values chosen, each date range.

    A name is that of a filter of the list. `unknown` names what another version of Casefile
    asked for and this one does not know.
    """

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, DateRange] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the filters that it speaks of."""
        return (*self.chosen, *self.ranges)

    @property
    def is_empty(self) -> bool:
        """Whether every row is as asked for."""
        return not (self.words or self.chosen or self.ranges)

    def with_chosen(self, name: str, values: tuple[str, ...]) -> "Criteria":
        """Return criteria that ask for one of these values under a name; for any when empty."""
        rest = {key: kept for key, kept in self.chosen.items() if key != name or values}
        return replace(self, chosen=rest | ({name: values} if values else {}))

    def with_range(self, name: str, wanted: DateRange) -> "Criteria":
        """Return criteria that ask for a date range under a name."""
        return replace(self, ranges={**self.ranges, name: wanted})

    def without(self, name: str) -> "Criteria":
        """Return criteria that ask for nothing under a name."""
        return replace(
            self,
            chosen={key: kept for key, kept in self.chosen.items() if key != name},
            ranges={key: kept for key, kept in self.ranges.items() if key != name},
            unknown=tuple(key for key in self.unknown if key != name),
        )

    def to_json(self) -> str:
        """Return it as a saved filter keeps it."""
        ranges = {
            name: {"from": kept.start, "to": kept.end, "undated": kept.undated}
            for name, kept in self.ranges.items()
        }
        chosen = {name: list(values) for name, values in self.chosen.items()}
        return json.dumps(
            {"words": self.words, "chosen": chosen, "ranges": ranges}, ensure_ascii=False
        )

    @classmethod
    def from_json(cls, text: str) -> "Criteria":
        """Read what `to_json`, of this or another version, has written; never raises.

        What cannot be read is named in `unknown`.
        """
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            return cls(unknown=("criteria",))
        read = _Reading(data)
        return cls(read.words(), dict(read.chosen()), dict(read.ranges()), tuple(read.unknown))


class _Reading:
    """Takes from JSON what has the expected form and names the rest."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.unknown = [key for key in data if key not in ("words", "chosen", "ranges")]

    def words(self) -> str:
        words = self._data.get("words", "")
        if isinstance(words, str):
            return words
        self.unknown.append("words")
        return ""

    def chosen(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, values in self._part("chosen"):
            if isinstance(values, list) and values and all(isinstance(v, str) for v in values):
                yield name, tuple(values)
            else:
                self.unknown.append(name)

    def ranges(self) -> Iterator[tuple[str, DateRange]]:
        for name, kept in self._part("ranges"):
            wanted = _range(kept)
            if wanted is None:
                self.unknown.append(name)
            else:
                yield name, wanted

    def _part(self, name: str) -> list[tuple[str, Any]]:
        part = self._data.get(name, {})
        if isinstance(part, dict):
            return list(part.items())
        self.unknown.append(name)
        return []


def _range(kept: Any) -> DateRange | None:
    """Return a range as it was kept; None where this version cannot read it."""
    if not isinstance(kept, dict) or kept.keys() - {"from", "to", "undated"}:
        return None
    start, end, undated = kept.get("from", ""), kept.get("to", ""), kept.get("undated", False)
    if not (isinstance(start, str) and isinstance(end, str) and isinstance(undated, bool)):
        return None
    try:
        return DateRange(start, end, undated).checked()
    except InvalidRecordError:
        return None
