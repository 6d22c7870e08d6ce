"""Finding the written forms of names in a text, and putting something else in their place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from viewer.domain.redaction.automaton import Automaton, Pattern
from viewer.domain.redaction.forms import Form
from viewer.domain.redaction.initials import initials_in
from viewer.domain.redaction.letters import GONE_MARK, Letters, is_lettered
from viewer.domain.redaction.occurrences import occurrences
from viewer.domain.redaction.readings import Reading, readings
from viewer.domain.redaction.resolving import Found, resolved
from viewer.domain.redaction.sounding import Sounds
from viewer.domain.redaction.unlettered import Unlettered
from viewer.domain.wording import ENGLISH, LANGUAGES, Wording

_BRACKETED = re.compile(r"\[([^\[\]\n]{1,200})\]")
#: The program's own wording, which is nobody's name.
_WITHHELD = frozenset(
    Wording.of(language)(f"withheld.{what}")
    for language in LANGUAGES
    for what in ("name", "place", "description", "words", "removed")
)
_NUMBERED = re.compile(r"Person \d+")
#: What stands so near to words that are gone is looked at once more, in code points.
_NEAR = 120
#: A form read backwards has to be so long, and of one word only from right to left.
_LEAST_TURNED, _LEAST_WORDS_TURNED = 4, 8
_MOST_ROUNDS = 6
_ARTICLES, _LEAST_WITH_ARTICLE = ("al", "el", "ال"), 5


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in a text, as code points of the text, half open."""

    start: int
    end: int
    form: Form


class Redactor:
    """Finds forms of names, and replaces each by what stands for it.

    Full names to be `kept` win over what stands in them and is a single word or one of the
    `partial` forms. Their words, and further `public` ones, are not taken for anything else. Of
    the `capital` forms only what is written with a capital counts; the `soundless` are not known
    by their sound. Of whom no pseudonym may be given is `nobody`.
    """

    def __init__(
        self,
        replacements: Mapping[Form, str],
        kept: Iterable[Form] = (),
        capital: Set[Form] = frozenset(),
        partial: Set[Form] = frozenset(),
        public: Iterable[str] = (),
        soundless: Set[Form] = frozenset(),
        nobody: str = ENGLISH("withheld.name"),
    ) -> None:
        kept = set(kept)
        self._nobody = nobody
        self._shown = dict(replacements)
        self._partial = partial | {form for form in replacements if len(form) == 1}
        self._public = frozenset({word for form in kept for word in form} | set(public))
        self._bracketed = frozenset(self._shown.values()) | _WITHHELD
        lettered = {form for form in self._shown if is_lettered("".join(form))}
        self._initials = {
            "".join(form): form for form in lettered & partial if _is_of_initials(form)
        }
        written = lettered - set(self._initials.values())
        self._automaton = Automaton(_patterns(written, kept - set(self._shown), capital, partial))
        self._sounds = Sounds(written - soundless, kept)
        self._unlettered = Unlettered(self._shown.keys() - lettered)
        self._shown = {form: self._safe(shown) for form, shown in self._shown.items()}

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self._shown)

    def shown(self, form: Form) -> str:
        """Return what stands for a form, without its brackets."""
        return self._shown[form]

    def redacted(self, text: str) -> str:
        """Return the text with every form replaced in brackets."""
        for _ in range(_MOST_ROUNDS):
            text, places = self._replaced(text)
            if not self._is_left_near(text, places):
                return text
        return f"[{self._nobody}]"

    def finds(self, text: str) -> bool:
        """Tell whether a form stands in the text."""
        return any(True for _ in self.matches(text))

    def hits(self, text: str) -> list[tuple[int, int, Form]]:
        """Return where a form stands in what was read back from a file: (start, end, form).

        A form that stands there backwards is not told: such a text is searched turned as well.
        """
        return [(one.start, one.end, one.form) for one in self._all(text) if not one.is_turned]

    def matches(self, text: str) -> Iterator[Match]:
        """Yield the forms in a text that are to be replaced, in order, without overlaps."""
        for each in self._all(text):
            yield Match(each.start, each.end, each.form)

    def _all(self, text: str) -> list[Found]:
        if not self._shown or not text:
            return []
        masked = self._masked(text)
        found = self._found(masked)
        new = found
        while new:
            masked = _without(masked, new)
            new = self._found_near(masked, new)
            found += new
        return sorted(found)

    def _found(self, text: str) -> list[Found]:
        hidden: list[Found] = []
        kept: list[Found] = []
        for reading in readings(text):
            self._read(reading, hidden, kept)
        hidden += [Found(*each) for each in initials_in(text, self._initials, self._public)]
        hidden += [Found(*each) for each in self._unlettered.found_in(text)]
        return resolved(hidden, kept, self._partial, text)

    def _read(self, reading: Reading, hidden: list[Found], kept: list[Found]) -> None:
        letters = Letters(reading.text)
        for first, last, pattern in occurrences(letters, self._automaton, self._public):
            span = reading.span(*letters.span(first, last))
            found = Found(*span, pattern.form, is_turned=pattern.is_turned)
            (kept if pattern.is_kept else hidden).append(found)
        for first, last, form in self._sounds.heard(letters):
            hidden.append(Found(*reading.span(*letters.span(first, last)), form, is_heard=True))

    def _found_near(self, masked: str, gone: list[Found]) -> list[Found]:
        """What is gone may leave a name beside it that was the inside of a word before."""
        found: list[Found] = []
        near = (each for each in gone if _leaves_something(masked, each))
        for start, end in _windows(masked, near):
            found += [each.moved(start) for each in self._found(masked[start:end])]
        return found

    def _masked(self, text: str) -> str:
        """What stands for a name is not read as one; U+FDD1 is used for it alone."""
        text = text.replace(GONE_MARK, "\ufdd2")
        if "[" in text:
            text = _BRACKETED.sub(self._mask, text)
        return GONE_MARK * len(text) if self._is_own(text) else text

    def _mask(self, match: re.Match[str]) -> str:
        return GONE_MARK * len(match[0]) if match[1] in self._bracketed else match[0]

    def _is_own(self, text: str) -> bool:
        return text in self._bracketed and (
            text in _WITHHELD or _NUMBERED.fullmatch(text) is not None
        )

    def _safe(self, shown: str) -> str:
        """A pseudonym that holds a name would tell it wherever it stands for one."""
        return self._nobody if self.finds(shown) else shown

    def _replaced(self, text: str) -> tuple[str, list[Found]]:
        """Return the text without the forms, and where now stands something else."""
        pieces: list[str] = []
        places: list[Found] = []
        at = length = 0
        for match in self.matches(text):
            new = f"[{self._shown[match.form]}]"
            pieces += [text[at : match.start], new]
            length += match.start - at
            places.append(Found(length, length + len(new), match.form))
            length, at = length + len(new), match.end
        return "".join([*pieces, text[at:]]), places

    def _is_left_near(self, text: str, places: list[Found]) -> bool:
        """Nothing is left by what `matches` does; should it ever be, it is seen here."""
        return any(self.finds(text[start:end]) for start, end in _windows(text, places))


def _patterns(
    forms: Set[Form], kept: Set[Form], capital: Set[Form], partial: Set[Form]
) -> Iterator[Pattern]:
    for form in forms:
        key, joints = "".join(form), _joints(form)
        yield Pattern(key, form, joints, False, form in partial, form in capital)
        if _is_turned_too(form, key):
            turned = frozenset(len(key) - joint for joint in joints)
            yield Pattern(key[::-1], form, turned, is_turned=True)
    for form in kept:
        yield Pattern("".join(form), form, _joints(form), is_kept=True)


def _joints(form: Form) -> frozenset[int]:
    """Names are also parted behind an article that is written to its word."""
    found, at = set(), 0
    for word in form:
        found.add(at)
        if word.startswith(_ARTICLES) and len(word) >= _LEAST_WITH_ARTICLE:
            found.add(at + 2)
        at += len(word)
    return frozenset(found - {0})


def _is_turned_too(form: Form, key: str) -> bool:
    if key == key[::-1]:
        return False
    if len(form) > 1 and len(key) >= _LEAST_WORDS_TURNED:
        return True
    return len(key) >= _LEAST_TURNED and "\u0590" <= key[0] <= "\u08ff"


def _is_of_initials(form: Form) -> bool:
    return len(form) > 1 and all(len(word) == 1 for word in form)


def _without(text: str, found: Iterable[Found]) -> str:
    pieces, at = [], 0
    for each in sorted(found):
        pieces += [text[at : each.start], GONE_MARK * (each.end - each.start)]
        at = each.end
    return "".join([*pieces, text[at:]])


def _windows(text: str, found: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """Yield what stands around what was found, cut between words where that is near."""
    start = end = 0
    for each in sorted(found):
        left = max(0, *(text.rfind(space, 0, max(each.start - _NEAR, 0)) for space in " \n"))
        if left >= end:
            if end:
                yield start, end
            start = left
        end = max(end, _space_after(text, each.end + _NEAR))
    if end:
        yield start, end


def _space_after(text: str, at: int) -> int:
    found = (text.find(space, at) for space in " \n")
    return min((place for place in found if place >= 0), default=len(text))


def _leaves_something(text: str, gone: Found) -> bool:
    """Tell whether what is gone was written together with a word, or stood in a longer name."""
    before, after = text[max(gone.start - 1, 0) : gone.start], text[gone.end : gone.end + 1]
    return gone.is_within or _is_written(before) or _is_written(after)


def _is_written(letter: str) -> bool:
    return letter.isalnum() or (not letter.isascii() and letter != GONE_MARK)
