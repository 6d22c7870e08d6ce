"""Kin in Arabic: شقيقه, والدتي, ابن عمها, والدة أمجد, شقيق الضحية."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from viewer.domain.identifying.phrase import Named, Owner, Phrase, named_at
from viewer.domain.identifying.words import Word, arabic_kin, listed, words_in

_THE = "ال"
#: So many words has the longest expression.
_LONGEST = 2


class _Read(NamedTuple):
    """Whose kin words mean, what kin, and the name that stands after them."""

    owner: Owner
    codes: frozenset[str]
    name: Named | None = None


def phrases(text: str, names: list[Named]) -> Iterator[Phrase]:
    """Yield the phrases of a text; some may overlap."""
    if text.isascii():
        return
    words = words_in(text)
    for at in range(len(words)):
        for length in range(_LONGEST, 0, -1):
            yield from _at(text, words, at, length, names)


def _at(text: str, words: list[Word], at: int, length: int, names: list[Named]) -> Iterator[Phrase]:
    run, after = words[at : at + length], words[at + length : at + length + 1]
    if len(run) < length:
        return
    for first in _readings(run[0].text):
        read = _read((first, *(word.text for word in run[1:])), after, names)
        if read is not None:
            start = run[0].start if first == run[0].text else _behind_a_letter(text, run[0].start)
            end = {"named": read.name and read.name.end, "victim": after and after[0].end}
            ids = read.name.ids if read.name is not None else frozenset[str]()
            yield Phrase(start, end.get(read.owner) or run[-1].end, read.codes, read.owner, ids)
            return


def _behind_a_letter(text: str, at: int) -> int:
    """The marks on a letter belong to it."""
    at += 1
    while unicodedata.category(text[at]) in ("Mn", "Cf"):
        at += 1
    return at


def _readings(word: str) -> Iterator[str]:
    """Yield a word, and without what is written together with it: وشقيقه."""
    yield word
    for prefix in listed("arabic", "before"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield word.removeprefix(prefix)


def _read(forms: tuple[str, ...], after: list[Word], names: list[Named]) -> _Read | None:
    if forms[-1] in listed("arabic", "otherwise"):
        return None
    known = arabic_kin()
    name = named_at(names, start=after[0].start) if after else None
    if found := _with_ending(forms):
        owner, codes = found
        # "My brother Amjad", or "of Amjad's brother": it hangs on who speaks.
        return _Read(owner, codes, name if forms in known else None)
    if forms in known:
        return _before_its_owner(known[forms], after, name)
    definite = known.get((forms[0].removeprefix(_THE),)) if len(forms) == 1 else None
    return _Read("nobody", definite) if definite else None


def _with_ending(forms: tuple[str, ...]) -> tuple[Owner, frozenset[str]] | None:
    owners: tuple[Owner, ...] = ("theirs", "mine")
    for owner in owners:
        for ending in listed("arabic", owner):
            stem = (*forms[:-1], forms[-1].removesuffix(ending))
            if stem != forms and stem in arabic_kin():
                return owner, arabic_kin()[stem]
    return None


def _before_its_owner(codes: frozenset[str], after: list[Word], name: Named | None) -> _Read | None:
    """A bare word is kin only of what follows it: والدة أمجد."""
    if name is not None:
        return _Read("named", codes, name)
    is_victim = bool(after) and after[0].text in listed("arabic", "victims")
    return _Read("victim", codes) if is_victim else None
