"""Finding and replacing the written forms of names, in Latin and Arabic script.

Compared are folded words, so case, diacritics, tashkeel, punctuation between the words of a name
and the like make no difference.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from viewer.domain.text import folded

#: The folded words of one written form.
Form = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"[\s\-‐‑–_.,/]+")
#: So much may stand between two words of a name: "Amjad, ", "Amjad\n", "amjad_-_".
_GAP = 3
#: A name of fewer letters is also the inside of many other words.
_LEAST_WITHIN = 5
#: And, then, with, like, to: written together with the word that follows.
_ARABIC_PREFIXES = ("و", "ف", "ب", "ل", "ك")
_PARTICLES = frozenset(
    form
    for line in (
        "al el bin ibn bint ben abu abd umm van von der de da di del la le the of and",
        "dr mr mrs ms haji hajj sheikh shaykh sayyid sir",
        "ال ابو ام بن ابن بنت عبد",
    )
    for form in line.split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text, as code points of the text, half open."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def form_of(name: str) -> Form:
    """Return the folded words of a written name."""
    return tuple(_WORD.findall(folded(name)))


def forms_of(name: str) -> set[Form]:
    """Return the ways in which a name may be cut into words.

    "Sa'id al-Rashid" may also be written "Said al-Rashid" or "Said Alrashid".
    """
    tokens = [token for part in _SPACE.split(name) if (token := "".join(form_of(part)))]
    joined = re.sub(r"(?<!\S)(al|el) (?=\S)", r"\1", " ".join(tokens)).split()
    return {form for form in (form_of(name), tuple(tokens), tuple(joined)) if form}


def parts_of(name: str) -> set[Form]:
    """Return the forms of the single parts of a name, without particles and titles.

    "Sa'id al-Dhamat" has the parts "Sa'id" and "Dhamat"; an article written together with its
    name ("Aldhamat") may also be left out.
    """
    parts = {form_of(part) for part in _SPACE.split(name)}
    useful = {part for part in parts if part and part[0] not in _PARTICLES}
    return useful | {bare for part in useful for bare in _without_article(part)}


def _without_article(form: Form) -> Iterator[Form]:
    first = form[0]
    if first[:2] in ("al", "el") and len(first) > 5:
        yield (first[2:], *form[1:])
    if first.startswith("ال") and len(first) > 4:
        yield (first[2:], *form[1:])


class Redactor:
    """Replaces forms of names by what stands for them; forms to be `kept` win when longer."""

    def __init__(self, replacements: Mapping[Form, str], kept: Iterable[Form] = ()) -> None:
        kept = set(kept)
        self._others = {word for form in kept for word in form}
        self._inner: dict[str, Match | None] = {}
        self._replacements = dict(replacements)
        for form, shown in replacements.items():
            if len(form) > 1:
                self._replacements.setdefault(("".join(form),), shown)
        heads = {form[0] for form in self._replacements}
        words = {word for form in self._replacements for word in form} | heads
        self._kept = {form for form in kept if len(form) > 1 and words.intersection(form)}
        self._by_head: dict[str, list[Form]] = {}
        for form in sorted({*self._replacements, *self._kept}, key=len, reverse=True):
            self._by_head.setdefault(form[0], []).append(form)

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self._replacements)

    def redacted(self, text: str) -> str:
        """Return the text with every form replaced in brackets."""
        if not self._replacements or not text:
            return text
        text = self._decoded(text)
        pieces, at = [], 0
        for match in self.matches(text):
            pieces += [text[at : match.start], f"[{self._replacements[match.form]}]"]
            at = match.end
        return "".join([*pieces, text[at:]])

    def shown(self, form: Form) -> str:
        """Return what stands for a form, without its brackets."""
        return self._replacements[form]

    def hits(self, text: str) -> list[tuple[int, int, Form]]:
        """Return where a form stands in what was read back from a file: (start, end, form)."""
        return [(match.start, match.end, match.form) for match in self.matches(text)]

    def finds(self, text: str) -> bool:
        """Tell whether a form stands in the text, percent-encoded addresses included."""
        return any(True for _ in self.matches(self._decoded(text)))

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the forms in a text that are to be replaced, in order, without overlaps."""
        if not self._replacements:
            return
        words = _words(text)
        at = 0
        while at < len(words):
            form = self._form_at(words, at)
            if form is None:
                yield from self._inside(text, words[at])
                at += 1
                continue
            if form not in self._kept:
                first, last = words[at], words[at + len(form) - 1]
                start = _after(text, first.start, _prefix_length(first.text, form[0]))
                yield Match(start, last.end, form)
            at += len(form)

    def _form_at(self, words: list[_Word], at: int) -> Form | None:
        for head in _readings(words[at].text):
            for form in self._by_head.get(head, ()):
                if _continues(words, at, form):
                    return form
        return None

    def _inside(self, text: str, word: _Word) -> Iterator[Match]:
        """A long enough name is found within a word too: "#JusticeForAmjad"."""
        if word.text not in self._inner:
            self._inner[word.text] = self._within(word.text)
        if found := self._inner[word.text]:
            start = _after(text, word.start, found.start)
            yield Match(start, _after(text, start, found.end - found.start), found.form)

    def _within(self, word: str) -> Match | None:
        if word in self._others:
            return None
        for length in range(len(word) - 1, _LEAST_WITHIN - 1, -1):
            for start in range(len(word) - length + 1):
                form = (word[start : start + length],)
                if form in self._replacements:
                    return Match(start, start + length, form)
        return None

    def _decoded(self, text: str) -> str:
        """An address hides names as %D8%A7…: read it, and keep it as it was if it hides none."""
        if "%" not in text:
            return text
        plain = unquote(text)
        return plain if any(True for _ in self.matches(plain)) else text


def _readings(word: str) -> Iterator[str]:
    yield word
    if word.endswith("s"):
        yield word[:-1]
    rest = word
    for _ in range(2):
        if len(rest) < 4 or not rest.startswith(_ARABIC_PREFIXES):
            return
        rest = rest[1:]
        yield rest
        yield f"ا{rest}"


def _prefix_length(word: str, head: str) -> int:
    return max(0, word.find(head)) if word not in (head, f"{head}s") else 0


def _after(text: str, start: int, letters: int) -> int:
    """Return the offset behind so many letters, and behind the marks that stand on them."""
    while letters > 0:
        letters -= len(_fold(text[start]))
        start = _end(text, start)
    return start


def _continues(words: list[_Word], at: int, form: Form) -> bool:
    if at + len(form) > len(words):
        return False
    for step in range(1, len(form)):
        word, before = words[at + step], words[at + step - 1]
        is_last = step == len(form) - 1
        same = word.text == form[step] or (is_last and word.text == f"{form[step]}s")
        if not same or word.start - before.end > _GAP:
            return False
    return True


def _words(text: str) -> list[_Word]:
    if text.isascii():
        return [_Word(m[0], *m.span()) for m in _WORD.finditer(text.lower())]
    letters, origins = _folded_with_origins(text)
    return [
        _Word(m[0], origins[m.start()], _end(text, origins[m.end() - 1]))
        for m in _WORD.finditer(letters)
    ]


def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    pieces = [_fold(character) for character in text]
    return "".join(pieces), [at for at, piece in enumerate(pieces) for _ in piece]


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    return folded(character)


def _end(text: str, last: int) -> int:
    """The marks that stand on the last letter belong to it."""
    end = last + 1
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end
