"""What speaks for a person, an organisation, a place, or for no name at all."""

from dataclasses import dataclass, field

PERSON, ORGANISATION, PLACE, NOTHING = range(4)


@dataclass(slots=True)
class Signs:
    """How much speaks for each kind, and the strongest reason that a user can read."""

    weights: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0, 0.0])
    reasons: list[str] = field(default_factory=lambda: ["", "", "", ""])
    best: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0, 0.0])

    def add(self, kind: int, weight: float, reason: str = "") -> None:
        """Let something speak for a kind, or, with a weight below 0, against it."""
        self.weights[kind] += weight
        if reason and weight > self.best[kind]:
            self.best[kind], self.reasons[kind] = weight, reason
