"""What a child said of its deeds before it died."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Told:
    """Each promise by its number: the fingerprint of the case afterwards, and its key."""

    promised: dict[int, tuple[int, str]] = field(default_factory=dict)
    #: The deed that was acknowledged last; -1 when not even the opening was.
    last: int = -1
    acknowledged: int = 0
    #: Deeds that were refused with a sentence.
    refused: int = 0
    #: Backups by their file's name: how the case was then, and its key.
    backups: dict[str, tuple[int, str]] = field(default_factory=dict)
    #: Names that were removed for good.
    gone: list[bytes] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    has_begun: bool = False
    has_ended: bool = False

    @classmethod
    def by(cls, lines: Iterable[str]) -> "Told":
        told = cls()
        for line in lines:
            if line.endswith("\n"):
                told._take(*line.split())
        return told

    def _take(self, word: str, *rest: str) -> None:
        match word, *rest:
            case "begun", *_:
                self.has_begun = True
            case "try", number, fingerprint, key:
                self.promised[int(number)] = int(fingerprint, 16), key
            case "done", number:
                self.last = int(number)
                self.acknowledged += int(number) > 0
            case "failed", number, _:
                self.refused += 1
                self.promised.pop(int(number))
            case "backup", fingerprint, *name:
                self.backups[" ".join(name)] = int(fingerprint, 16), self.promised[self.last][1]
            case "gone", name:
                self.gone.append(name.encode())
            case "late", number:
                self.problems.append(f"Deed {number} was refused and is written all the same.")
            case "bug", *_:
                self.problems.append(f"The child broke: {' '.join(rest)}.")
            case "ended" | "refused", *_:
                self.has_ended = True

    def possible(self) -> list[tuple[int, str]]:
        """Return how the case may be now: as the last deed left it, or one that was in flight."""
        later = [number for number in self.promised if number > self.last]
        return [self.promised[n] for n in (self.last, *later) if n in self.promised]

    @property
    def in_flight(self) -> bool:
        """A deed was begun whose end was not heard of."""
        return any(number > self.last for number in self.promised)
