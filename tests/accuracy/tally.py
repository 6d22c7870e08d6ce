"""Counts behind precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """How many suggestions of a kind there are, how many are right; how much was to be found.

    One gold quote may be found by two suggestions, so both sides are counted on their own.
    """

    right: int = 0
    suggested: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.suggested + other.suggested,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """Share of right suggestions; None where nothing was suggested."""
        return self.right / self.suggested if self.suggested else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None where there is none."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there is neither gold nor suggestion."""
        if not (self.gold or self.suggested):
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True)
class Share:
    """How many of what was found have the right value."""

    right: int = 0
    judged: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.judged + other.judged)

    @property
    def value(self) -> float | None:
        """None where nothing was to be judged."""
        return self.right / self.judged if self.judged else None


Measures = dict[str, Tally | Share]


def summed(many: "list[Measures]") -> Measures:
    """Add the measures of many texts, in the order in which they first come."""
    total: Measures = {}
    for measures in many:
        for name, each in measures.items():
            total[name] = total[name] + each if name in total else each  # type: ignore[operator]
    return total
