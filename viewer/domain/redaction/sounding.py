"""Names that only sound like a recorded one: other spellings, and the other script."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from viewer.domain.names import Word, alike, spoken
from viewer.domain.redaction.everyday import everyday
from viewer.domain.redaction.forms import Form
from viewer.domain.redaction.letters import Letters
from viewer.domain.redaction.occurrences import COMMON_GAP, SENTENCE_END
from viewer.domain.redaction.skeletons import may_begin, of_name, skeleton
from viewer.domain.redaction.word_set import word_set

#: How far apart a single part of a name and a word may sound, by the consonants they have: in one
#: script and across two. Of a part with fewer consonants only what is written alike is found.
_WITHIN = {3: 0.1, 4: 0.3}
_ACROSS = {2: 0.1, 3: 0.35, 4: 0.5}
_MOST = 4
#: Between the words of a name; of no weight there.
_JOINING = word_set(
    "al el ul il bin ben ibn bint ar as an ash at ad az er es en et ed ez", "ال بن ابن بنت"
)
_WORD = re.compile(r"[^\W_]+")
_SEAM = re.compile("(?<=[a-z])(?=[A-Z])")
_PREFIXES = ("و", "ف", "ب", "ل", "ك")
_LEAST_BEHIND_PREFIX = 3


class Sound(NamedTuple):
    """Where a form is heard in folded letters: the places of the first and the last of them."""

    first: int
    last: int
    form: Form


class _Token(NamedTuple):
    start: int
    end: int
    #: The words that are spoken, in the order in which they are.
    words: tuple[Word, ...]
    #: Of the first of them.
    skeleton: str

    def moved(self, by: int) -> "_Token":
        return _Token(self.start + by, self.end + by, self.words, self.skeleton)


class _Sequence(NamedTuple):
    words: tuple[Word, ...]
    form: Form


class _Beginnings(dict[str, bool]):
    """Whether a name may begin with a folded word; a common one only if it is one itself."""

    def __init__(self, known: set[str], own: set[str]) -> None:
        super().__init__()
        self._known, self._own = known, own

    def __missing__(self, word: str) -> bool:
        is_common = word in everyday() and word not in self._own
        found = self[word] = not is_common and may_begin(word, self._known)
        return found


class Sounds:
    """Hears forms of names in texts, unless the name of somebody who may be named sounds so."""

    def __init__(self, forms: Iterable[Form], public: Iterable[Form]) -> None:
        self._sequences: dict[tuple[str, str], list[_Sequence]] = defaultdict(list)
        self._singles: dict[str, list[tuple[Word, Form]]] = defaultdict(list)
        self._public: dict[str, list[Word]] = defaultdict(list)
        self._known: set[str] = set()
        self._taken: dict[str, tuple[_Token, ...]] = {}
        self._alone: dict[str, Form | None] = {}
        own: set[str] = set()
        for form in forms:
            self._add(form)
            own.update(form)
        self._firsts = {first for first, _ in self._sequences}
        self._beginnings = _Beginnings(self._known, own)
        for word in {word for form in public for word in form}:
            for heard in spoken(word).words:
                self._public[skeleton(heard.letters)].append(heard)

    def heard(self, letters: Letters) -> Iterator[Sound]:
        """Yield what sounds like a form in the letters of a text; what is heard may overlap."""
        if not self._known:
            return
        for match in _WORD.finditer(letters.folded):
            if self._beginnings[match[0]]:
                written = letters.written[match.start() : match.end()]
                for token in self._tokens(written):
                    yield from self._of(letters, token.moved(match.start()))

    def _add(self, form: Form) -> None:
        words = spoken(" ".join(form)).words
        if not words or any(word.is_initial or not word.key for word in words):
            return
        if len(words) > 1:
            pair = skeleton(words[0].letters), skeleton(words[1].letters)
            self._sequences[pair].append(_Sequence(words, form))
        elif len(form) == 1:
            self._singles[skeleton(words[0].letters)].append((words[0], form))
        self._known |= of_name(words)

    def _tokens(self, written: str) -> tuple[_Token, ...]:
        """Return the ways to take a word with which a name may begin, counted from there."""
        found = self._taken.get(written)
        if found is None:
            found = self._taken[written] = tuple(_tokens(written))
        return found

    def _of(self, letters: Letters, token: _Token) -> Iterator[Sound]:
        single = self._single(letters, token) if len(token.words) == 1 else None
        if single is not None:
            yield Sound(token.start, token.end - 1, single)
        if token.skeleton in self._firsts:
            yield from self._sequence(letters, token)

    def _sequence(self, letters: Letters, token: _Token) -> Iterator[Sound]:
        after = _next(letters, token.end) if len(token.words) == 1 else None
        second = after.words[0] if after else token.words[len(token.words) > 1]
        for words, form in self._sequences.get((token.skeleton, skeleton(second.letters)), ()):
            if (end := _end_of(words, letters, token)) is not None:
                yield Sound(token.start, end - 1, form)

    def _single(self, letters: Letters, token: _Token) -> Form | None:
        first = letters.written[token.start]
        if first.islower() and first.upper() != first:
            return None
        written = letters.folded[token.start : token.end]
        if written not in self._alone:
            self._alone[written] = self._found_alone(token.words[0])
        return self._alone[written]

    def _found_alone(self, word: Word) -> Form | None:
        heard = skeleton(word.letters)
        found = [form for mine, form in self._singles.get(heard, ()) if _is_near(mine, word, heard)]
        if not found or any(alike(one, word) is not None for one in self._public.get(heard, ())):
            return None
        return found[0]


def _is_near(mine: Word, other: Word, heard: str) -> bool:
    limits = _ACROSS if mine.is_arabic != other.is_arabic else _WITHIN
    limit = limits.get(min(len(heard), _MOST))
    if limit is None:
        return False
    apart = alike(mine, other)
    return apart is not None and apart <= limit


def _tokens(written: str) -> Iterator[_Token]:
    """Yield the ways to take one word: the whole, without what is written to it, and in parts."""
    yield from _readings(written, 0, len(written))
    seams = [match.start() for match in _SEAM.finditer(written)]
    for first, last in zip([0, *seams], [*seams, len(written)], strict=True) if seams else ():
        yield from _readings(written, first, last)


def _readings(written: str, start: int, end: int) -> Iterator[_Token]:
    word = written[start:end]
    yield from _token(start, end, word)
    if word[-1] == "s":
        yield from _token(start, end, word[:-1])
    while word.startswith(_PREFIXES) and len(word) > _LEAST_BEHIND_PREFIX:
        word, start = word[1:], start + 1
        yield from _token(start, end, word)
        if word.startswith("ل"):
            yield from _token(start, end, f"ا{word}")


def _token(start: int, end: int, word: str) -> Iterator[_Token]:
    words = spoken(word).words
    if words:
        yield _Token(start, end, words, skeleton(words[0].letters))


def _end_of(words: tuple[Word, ...], letters: Letters, token: _Token) -> int | None:
    """Return where a name of several words ends that begins with a token; None if it does not."""
    waiting, end, is_common = list(token.words), token.end, _is_common(letters, token)
    for word in words:
        if not waiting:
            after = _next(letters, end)
            if after is None:
                return None
            if after.words[0].is_arabic != token.words[0].is_arabic:
                return None
            waiting, end = list(after.words), after.end
            is_common = is_common and _is_common(letters, after)
        if alike(word, waiting.pop(0)) is None:
            return None
    return None if waiting or is_common else end


def _is_common(letters: Letters, token: _Token) -> bool:
    return letters.folded[token.start : token.end] in everyday()


def _next(letters: Letters, end: int) -> _Token | None:
    """Return the next word that has a sound of its own, if it is near."""
    for _ in range(3):
        match = _WORD.search(letters.folded, end, end + 100)
        if match is None or not _is_gap(letters, end, match.start()):
            return None
        if match[0] not in _JOINING:
            word = letters.written[match.start() : match.end()]
            return next(_token(*match.span(), word), None)
        end = match.end()
    return None


def _is_gap(letters: Letters, start: int, end: int) -> bool:
    gap = letters.written[start:end]
    return COMMON_GAP.fullmatch(gap) is not None and not SENTENCE_END.match(gap)
