"""The written forms of a name: as folded words, its parts, and the ways to write it in short."""

import re
from collections.abc import Iterable, Iterator

from viewer.domain.redaction.letters import GONE, SOFT, Letters
from viewer.domain.redaction.readings import readings
from viewer.domain.redaction.word_set import word_set

#: The folded words of one written form. A name without letters is one word, as it is written.
Form = tuple[str, ...]

_PARTING = re.compile("[ \n\\-\x01]+")
_PARTICLES = word_set(
    "al el ul bin ibn bint ben abu abou umm um abd abdul abdel abdal van von der de da di del la",
    "le the of and dr mr mrs ms prof haji hajj sheikh shaykh sheik sayyid sir",
    "ال ابو ابي ابا ام بن ابن بنت عبد دكتور الدكتور الشيخ شيخ الحاج حاج السيد السيده",
)
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_SPELLED = re.compile("(?<=[b-df-hj-np-tv-z])([aou])e(?=ll|[^aeiouyl])")
#: A part with an article written to it is also found without, if it is still long enough.
_LEAST_LATIN, _LEAST_ARABIC = 4, 3


def form_of(name: str) -> Form:
    """Return the folded words of a written name; apostrophes part none."""
    words = _words(name)
    if words:
        return tuple(words)
    return (name.strip(),) if any(not letter.isspace() for letter in name) else ()


def forms_of(name: str) -> set[Form]:
    """Return the ways in which a name may be cut into words, and read.

    "Sa'id al-Rashid" may also be written "Said Alrashid" or "sa-id-al-rashid", and "Müller"
    also "Mueller".
    """
    cut = Letters(name).folded.replace(SOFT, " ")
    return (_whole(name) | {tuple(_cut(cut))}) - {()}


def parts_of(name: str) -> set[Form]:
    """Return the forms of the single parts of a name, without particles, titles and initials.

    "Sa'id al-Dhamat" has the parts "Sa'id" and "Dhamat"; an article written together with its
    name ("Aldhamat") may also be left out.
    """
    words = {word for form in _whole(name) for word in form}
    useful = {word for word in words if _is_part(word)}
    return {(word,) for word in useful | {bare for word in useful for bare in _bare(word)}}


def short_forms_of(name: str) -> set[Form]:
    """Return the ways in which a name of several parts may be shortened or turned.

    Of "Dr Amjad Hassan al-Dhamat": "Amjad Dhamat", "Dhamat, Amjad", "A. Dhamat", "A. H. Dhamat",
    "Amjad D." and "A. H. D." A form whose words are all of one letter stands for initials.
    """
    found: set[Form] = set()
    for form in _whole(name):
        parts = [word for word in form if _is_part(word)]
        if len(parts) > 1:
            found |= set(_shortened(parts))
            found |= {form for bare in _bare(parts[-1]) for form in _shortened([*parts[:-1], bare])}
    return found - forms_of(name)


def parted(name: str) -> list[str]:
    """Return the written words of a name."""
    return [word for word in re.split(r"[\s\-‐‑–_.,/]+", name) if word]


def _shortened(parts: list[str]) -> Iterator[Form]:
    first, *others = parts
    last = others[-1]
    initials = [word[0] for word in parts]
    yield tuple(parts)
    yield tuple(initials)
    yield first[0], last[0]
    yield (last, *parts[:-1])
    yield from ((first, other) for other in others)
    yield from ((first[0], other) for other in others)
    yield (*initials[:-1], last)
    yield from ((last, first), (first, last[0]), (last, first[0]))


def _whole(name: str) -> set[Form]:
    spellings = {name, _spelled_out(name)}
    forms = {form_of(each.text) for spelling in spellings for each in readings(spelling)}
    forms |= {tuple(_joined(form)) for form in forms}
    forms |= {tuple(_SPELLED.sub(r"\1", word) for word in form) for form in forms}
    return forms - {()}


def _words(name: str) -> list[str]:
    return _cut(Letters(name).folded.replace(SOFT, ""))


def _cut(folded: str) -> list[str]:
    return [word for word in _PARTING.split(folded) if word]


def _joined(form: Form) -> Iterator[str]:
    """Join articles to their words."""
    article = ""
    for word in form:
        if word in ("al", "el", "ال") and not article:
            article = word
        else:
            yield article + word
            article = ""
    if article:
        yield article


def _spelled_out(name: str) -> str:
    return "".join(_UMLAUTS.get(letter, letter) for letter in name.lower())


def _is_part(word: str) -> bool:
    return len(word) > 1 and word not in _PARTICLES and not word.isdigit() and GONE not in word


def _bare(word: str) -> Iterable[str]:
    if word[:2] in ("al", "el") and len(word) >= _LEAST_LATIN + 2:
        yield word[2:]
    if word.startswith("ال") and len(word) >= _LEAST_ARABIC + 2:
        yield word[2:]
