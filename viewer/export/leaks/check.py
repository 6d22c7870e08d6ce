"""Searching a written file, and telling the program's own words from a leak."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from viewer.domain.redaction import Redactor
from viewer.domain.summary import CaseSummary, blank, texts
from viewer.errors import Hit, LeakError
from viewer.export.leaks.finding import Found, found_in
from viewer.export.leaks.honest import Honest
from viewer.export.leaks.places import Reading
from viewer.export.leaks.reading import readings
from viewer.export.progress import Progress

Again = Callable[[CaseSummary, Path], None]

#: So many places are named in the sentence.
_MOST = 5


def search(
    path: Path, summary: CaseSummary, again: Again | None, progress: Progress | None
) -> tuple[Hit, ...]:
    """Return where a protected name can still be read in a file; raises `Cancelled`."""
    guard = summary.guard
    if not guard:
        return ()
    found = dict.fromkeys(_found(readings(path, progress), guard))
    if not found:
        return ()
    instead = {guard.shown(one.form) for one in found}
    honest = Honest(texts(summary), _own(path, summary, again), guard, instead)
    return tuple(dict.fromkeys(one.hit(guard) for one in found if not honest.explains(one)))


def search_name(name: str, summary: CaseSummary) -> tuple[Hit, ...]:
    """Return what a file's own name would tell."""
    found = found_in(Reading("the file's name", "", name), summary.guard)
    return tuple(dict.fromkeys(one.hit(summary.guard) for one in found))


def refusal(hits: tuple[Hit, ...]) -> LeakError:
    """Return the error that tells the user what would have been readable, and where."""
    named = [f"{hit.where}: “{hit.words}” for {hit.instead}" for hit in hits[:_MOST]]
    more = f" … and {len(hits) - _MOST:,} more" if len(hits) > _MOST else ""
    return LeakError(
        "Nothing was written: the name of a protected person would still be readable – "
        f"{'; '.join(named)}{more}. Look at the names and pseudonyms of the persons concerned, "
        "and at the words in these places.",
        hits,
    )


def _found(texts: Iterable[Reading], guard: Redactor) -> Iterator[Found]:
    """What two libraries read alike is searched once."""
    seen: set[tuple[str, bytes]] = set()
    for reading in texts:
        words = " ".join(reading.text.split()).encode("utf-8", "surrogatepass")
        key = (reading.where, blake2b(words, digest_size=16).digest())
        if key not in seen:
            seen.add(key)
            yield from found_in(reading, guard)


def _own(path: Path, summary: CaseSummary, again: Again | None) -> list[Reading]:
    """A blank of the same export holds the program's own words and nothing else."""
    if again is None:
        return []
    with TemporaryDirectory(prefix="casefile-") as folder:
        empty = Path(folder, f"blank{path.suffix}")
        again(blank(summary), empty)
        return list(readings(empty))
