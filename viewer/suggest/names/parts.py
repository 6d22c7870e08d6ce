"""A run of capitalised words taken apart: titles, peoples and the names between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from viewer.suggest.names.runs import Run
from viewer.suggest.names.words import (
    common,
    demonyms,
    given_names,
    lexicon,
    places,
    plain,
)

_LINKS = frozenset({"of", "for", "on", "and", "&"})
#: After these a title is part of a name, as in "Ministry of Justice".
_WITHIN = frozenset({"of", "for", "on", "the"})


@dataclass(slots=True)
class Candidate:
    """Words that may be a name, from `start` to `end`; `title` is the span of a title before."""

    start: int
    end: int
    words: list[str]
    opens: bool = False
    title: tuple[int, int] | None = None
    key: str = field(default="")


@dataclass(frozen=True)
class Splitter:
    """The lists that say where one name ends and the next begins."""

    titles = lexicon()["titles"]
    title_starts = frozenset(title.split()[0] for title in titles)
    stops = lexicon()["stops"]
    heads = lexicon()["org_heads"]
    organisations = frozenset(map(plain, lexicon()["organisations"]))
    place_heads = lexicon()["place_heads"]
    never = lexicon()["never"]
    never_heads = lexicon()["never_heads"]
    ends = frozenset({"Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr.", "Bros."})
    smalls = lexicon()["particles"] | {"the"}


S = Splitter()


def candidates(run: Run) -> Iterator[Candidate]:
    """Yield what may be names in a run, in its order."""
    words, starts = run.words, _starts(run)
    first = 0
    if run.opens:
        first = _first(words)
    for begin, end in _pieces(words, first):
        yield from _named(words, starts, begin, end, run.opens and begin == 0)


def _starts(run: Run) -> list[int]:
    at, found = run.start, []
    for word in run.words:
        found.append(at)
        at += len(word) + 1
    return found


def _first(words: list[str]) -> int:
    """Return where the name begins in a run that opens a sentence."""
    at = 0
    while (
        at < len(words)
        and words[at] in S.stops
        and " ".join(words[at : at + 2]) not in S.organisations
    ):
        at += 1
    while at < len(words) and words[at] in _LINKS | S.smalls:
        at += 1
    return at


def _pieces(words: list[str], first: int) -> Iterator[tuple[int, int]]:
    """Part a run at the small words that join two names rather than make one."""
    begin = first
    for at in range(first, len(words)):
        word = words[at]
        if word in S.ends and at + 1 < len(words):
            yield begin, at + 1
            begin = at + 1
            while begin < len(words) and (words[begin] in _LINKS or words[begin] in S.smalls):
                begin += 1
        if at < begin or word not in _LINKS:
            continue
        if not _joins(words, begin, at):
            yield begin, at
            begin = at + 1
            while begin < len(words) and words[begin] in S.smalls:
                begin += 1
    if begin < len(words):
        yield begin, len(words)


def _joins(words: list[str], begin: int, at: int) -> bool:
    """Return whether the small word at `at` stands within one name."""
    link, left = words[at], words[begin:at]
    if not left:
        return False
    after = at + 1
    while after < len(words) and words[after] in S.smalls:
        after += 1
    right = words[after] if after < len(words) else ""
    last = left[-1]
    if link == "of":
        if " ".join(left) in S.titles or last in S.titles:
            return False
        return (
            last in S.heads
            or last in S.place_heads
            or last in S.never_heads
            or last.lower() in common()
            or last == "Republic"
        )
    if link in ("for", "on"):
        return last in S.heads or last in S.never_heads
    if link == "&":
        return True
    headed = any(word in S.heads for word in left) and any(
        word in ("of", "for", "on") for word in left
    )
    return headed and right.lower() in common() and right not in S.heads and right not in S.titles


def _named(
    words: list[str], starts: list[int], begin: int, end: int, opens: bool
) -> Iterator[Candidate]:
    title = None
    at = begin
    while at < end:
        length = 0 if at > begin and words[at - 1] in _WITHIN else _title(words, at, end)
        if (
            length
            and not _is_name(words, begin, end)
            and not (at > begin and words[at - 1].lower() in given_names())
        ):
            if at > begin:
                yield from _plain(words, starts, begin, at, opens, title)
                title = None
            span = (starts[at], starts[at + length - 1] + len(words[at + length - 1]))
            title = (title[0], span[1]) if title and at == begin else span
            at += length
            begin, opens = at, False
            continue
        at += 1
    if begin < end:
        yield from _plain(words, starts, begin, end, opens, title)


def _title(words: list[str], at: int, end: int) -> int:
    """Return how many words from `at` on are a title."""
    if words[at] not in S.title_starts:
        return 0
    for length in (3, 2, 1):
        if at + length <= end and " ".join(words[at : at + length]) in S.titles:
            return length
    return 0


def _is_name(words: list[str], begin: int, end: int) -> bool:
    """Whether a title's word is part of an organisation's name, as in "Justice Department"."""
    if end - begin < 2:
        return False
    whole = " ".join(words[begin:end])
    return (
        whole in S.organisations
        or words[end - 1] in S.heads
        or words[end - 1] in S.never_heads
        or (words[end - 1] in S.place_heads and words[begin] not in S.titles)
    )


def _plain(
    words: list[str],
    starts: list[int],
    begin: int,
    end: int,
    opens: bool,
    title: tuple[int, int] | None,
) -> Iterator[Candidate]:
    while begin < end and words[begin] in demonyms() and end - begin > 1 and not title:
        if (
            words[end - 1] in S.heads
            or any(w in S.heads for w in words[begin:end])
            or " ".join(words[begin:end]) in places()
        ):
            break
        begin += 1
        opens = False
    while end > begin and words[end - 1] in S.smalls:
        end -= 1
    if begin >= end:
        return
    found = words[begin:end]
    yield Candidate(
        starts[begin], starts[end - 1] + len(words[end - 1]), found, opens, title, " ".join(found)
    )
