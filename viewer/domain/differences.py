"""What changed between two states of a text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Role = Literal["same", "removed", "added"]

_WORD = re.compile(r"\S+|\s+")
#: Words, and the spaces between them, that stay on either side of a change: one sees where it is.
CONTEXT = 16
#: Words and spaces beyond which what changed is given as a whole: comparing takes their square.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words. Of a long run that is the same only the ends are left, with “…”."""

    role: Role
    text: str


def differences(before: str, after: str) -> list[Piece]:
    """Return the words of both texts in order, those that left before those that came."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    pieces = [
        Piece("same", "".join(old[:head])),
        *_compared(inner_old, inner_new),
        Piece("same", "".join(old[len(old) - tail :])),
    ]
    return _cut([piece for piece in pieces if piece.text])


def _common(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _compared(old: list[str], new: list[str]) -> list[Piece]:
    if max(len(old), len(new)) > _MOST:
        return [Piece("removed", "".join(old)), Piece("added", "".join(new))]
    steps: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, came = "".join(old[a:b]), "".join(new[c:d])
        # A space between two changed words is part of the change.
        is_part = (tag != "equal" or left.isspace()) and steps and steps[-1][0] != steps[-1][1]
        if is_part:
            steps[-1] = steps[-1][0] + left, steps[-1][1] + came
        else:
            steps.append((left, came))
    return [piece for left, came in steps for piece in _step(left, came)]


def _step(left: str, came: str) -> list[Piece]:
    return [Piece("same", left)] if left == came else [Piece("removed", left), Piece("added", came)]


def _cut(pieces: list[Piece]) -> list[Piece]:
    last = len(pieces) - 1
    return [
        Piece("same", _ends(piece.text, n > 0, n < last)) if piece.role == "same" else piece
        for n, piece in enumerate(pieces)
    ]


def _ends(text: str, keep_head: bool, keep_tail: bool) -> str:
    words = _WORD.findall(text)
    room = CONTEXT * (keep_head + keep_tail)
    if len(words) <= room + CONTEXT:
        return text
    head = "".join(words[:CONTEXT]) if keep_head else ""
    tail = "".join(words[-CONTEXT:]) if keep_tail else ""
    return f"{head}… {tail}"
