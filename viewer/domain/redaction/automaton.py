"""Finding many patterns in one pass over a text (Aho and Corasick, 1975)."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from viewer.domain.redaction.letters import GONE, SEPARATORS


@dataclass(frozen=True, slots=True)
class Pattern:
    """The letters of a form without what parts its words.

    `joints` are the places between its words, in letters from its beginning. Of the kept ones the
    text shows the name; the partial ones are short forms. Some count only where
    their first letter is a capital. A form that is turned stands from its last letter to its
    first.
    """

    key: str
    form: tuple[str, ...]
    joints: frozenset[int]
    is_kept: bool = False
    is_partial: bool = False
    needs_capital: bool = False
    is_turned: bool = False


class _State(dict[str, "_State"]):
    """So much of patterns as was read; where a letter leads is found once and then known."""

    __slots__ = ("fallback", "found", "root")

    def __init__(self, root: "_State | None") -> None:
        super().__init__()
        self.root = self if root is None else root
        self.fallback = self.root
        self.found: tuple[Pattern, ...] = ()

    def __missing__(self, letter: str) -> "_State":
        if letter in SEPARATORS:
            after = self.root if letter == GONE else self
        else:
            after = self.otherwise(letter)
        self[letter] = after
        return after

    def otherwise(self, letter: str) -> "_State":
        """Return where a letter leads that continues none of the patterns as read so far."""
        state = self
        while state is not self.root:
            state = state.fallback
            after = state.get(letter)
            if after is not None:
                return after
        return self.root


class Automaton:
    """Finds where patterns end in folded letters, whatever parts the letters there."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._root = _State(None)
        for pattern in patterns:
            self._add(pattern)
        self._link()

    def ends(self, letters: str) -> Iterator[tuple[int, tuple[Pattern, ...]]]:
        """Yield (place of the last letter, patterns that end there, the longest first)."""
        state = self._root
        for at, letter in enumerate(letters):
            state = state[letter]
            if state.found and letter not in SEPARATORS:
                yield at, state.found

    def _add(self, pattern: Pattern) -> None:
        state = self._root
        for letter in pattern.key:
            after = state.get(letter)
            if after is None:
                after = state[letter] = _State(self._root)
            state = after
        state.found += (pattern,)

    def _link(self) -> None:
        waiting = deque(self._root.values())
        while waiting:
            state = waiting.popleft()
            for letter, after in state.items():
                after.fallback = state.otherwise(letter)
                after.found += after.fallback.found
                waiting.append(after)
