"""The words around a place in folded letters, and what may be written together with a name."""

from collections.abc import Set
from itertools import product

from viewer.domain.redaction.everyday import everyday
from viewer.domain.redaction.letters import SEPARATORS, Letters
from viewer.domain.redaction.word_set import word_set

#: A name of fewer letters is also the inside of many other words.
_LEAST_WITHIN = 5
#: A name of fewer letters takes nothing before or after it.
_LEAST_JOINED = 3
#: Nothing longer is a word that anybody looks up.
_LONGEST = 60
#: Nothing longer is written to a name; of more letters around it only so many are looked at.
_FARTHEST = 8

#: And, then, with, for, like, in, to, the, O: written together with the word that follows.
_ARABIC_BEFORE = frozenset(
    "".join(parts) for parts in product(("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال"))
) | {"لل", "ولل", "فلل", "يا"}
#: The accusative, which names of three letters take too, and what only longer ones do: his, her …
_TANWIN = "ا"
_ARABIC_AFTER = word_set("ه ها هم هما هن ي ك كم كن نا ين ان ون ات يه يين يون")
_JOINED_AFTER = _ARABIC_AFTER | {"s", _TANWIN}
_HEBREW_BEFORE = frozenset("והבלכמש")
#: From first to last: Thai, Lao, Myanmar, Khmer; Japanese and Chinese; Hangul, which adds endings.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u1100", "\u11ff"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\U00020000", "\U0003ffff"),
)


class Words:
    """The words of a text, and which of them are no place for somebody else's name."""

    def __init__(self, letters: Letters, public: Set[str]) -> None:
        self._folded, self._written, self._public = letters.folded, letters.written, public
        self._start = self._end = 0

    def is_apart(self, first: int, last: int, left: int, right: int) -> bool:
        """Tell whether what stands from `first` to `last` is no mere part of other words.

        Of several words, the first has `left` letters of them and the last has `right`.
        """
        before, after = self.before(first), self.after(last)
        if not before and not after:
            return True
        if self.is_public(first) or self.is_public(last):
            return False
        if after == _TANWIN and before.endswith("ال"):
            return False
        return self._begins(first, before, left) and self._ends(last, after, right)

    def is_joined(self, first: int, last: int, left: int, right: int) -> bool:
        """Tell whether there are only prefixes and endings, if anything, around a place."""
        before, after = self.before(first), self.after(last)
        return (not before or (left >= _LEAST_JOINED and _is_joined_before(before))) and (
            not after or (right >= _LEAST_JOINED and after in _JOINED_AFTER)
        )

    def before(self, first: int) -> str:
        """Return the letters before a place that are written together with it."""
        if first == 0 or self._folded[first - 1] in SEPARATORS or self._is_seam(first):
            return ""
        return self._folded[max(self._around(first)[0], first - _FARTHEST) : first]

    def after(self, last: int) -> str:
        """Return the letters behind a place that are written together with it."""
        end = last + 1
        if end == len(self._folded) or self._folded[end] in SEPARATORS or self._is_seam(end):
            return ""
        return self._folded[end : min(self._around(last)[1], end + _FARTHEST)]

    def is_public(self, at: int) -> bool:
        """Tell whether the word there is one of the name of somebody who may be named."""
        word = self._word(at)
        if word in self._public or (word[-1:] == "s" and word[:-1] in self._public):
            return True
        return any(
            word[:count] in _ARABIC_BEFORE and word[count:] in self._public for count in (1, 2, 3)
        )

    def is_known(self, word: str) -> bool:
        """Tell whether folded letters are a common word, or one of a name that may be shown."""
        return word in everyday() or word in self._public

    def _begins(self, first: int, before: str, piece: int) -> bool:
        if not before or _is_unspaced(self._folded[first]):
            return True
        if piece >= _LEAST_JOINED and _is_joined_before(before):
            return True
        return self._is_long_enough(first, piece)

    def _ends(self, last: int, after: str, piece: int) -> bool:
        if not after or _is_unspaced(self._folded[last]):
            return True
        if piece >= _LEAST_JOINED and (after in ("s", _TANWIN) or _is_indic(after[0])):
            return True
        if piece > _LEAST_JOINED and after in _ARABIC_AFTER:
            return True
        return self._is_long_enough(last, piece)

    def _is_long_enough(self, at: int, piece: int) -> bool:
        if piece < _LEAST_WITHIN or self._folded[at].isdigit():
            return False
        return self._word(at) not in everyday()

    def _word(self, at: int) -> str:
        start, end = self._around(at)
        return self._folded[start:end] if end - start <= _LONGEST else ""

    def _around(self, at: int) -> tuple[int, int]:
        if not self._start <= at < self._end:
            self._start = self._end = at
            while self._start and self._folded[self._start - 1] not in SEPARATORS:
                self._start -= 1
            while self._end < len(self._folded) and self._folded[self._end] not in SEPARATORS:
                self._end += 1
        return self._start, self._end

    def _is_seam(self, at: int) -> bool:
        """Tell whether a figure meets a letter there, or a small letter a capital."""
        if self._folded[at - 1].isdigit() != self._folded[at].isdigit():
            return True
        if not self._written[at].isupper():
            return False
        after = self._written[at + 1 : at + 2]
        return self._written[at - 1].islower() or (
            self._written[at - 1].isupper() and after.islower()
        )


def _is_joined_before(before: str) -> bool:
    return before in _ARABIC_BEFORE or (len(before) <= 2 and _HEBREW_BEFORE.issuperset(before))


def _is_unspaced(letter: str) -> bool:
    return letter > "\u0dff" and any(first <= letter <= last for first, last in _UNSPACED)


def _is_indic(letter: str) -> bool:
    return "\u0900" <= letter <= "\u0dff"
