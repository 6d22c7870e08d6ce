"""Full-text search over folded words, in Latin and Arabic script alike.

Each record's words stand once, folded, in the table `search`; triggers keep the FTS5 index
equal to it. A row's number begins with its kind, so that one index answers for each kind alone
and in the order of entry, without ranking every match of a short prefix.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from viewer.domain.changes import ChangeSet
from viewer.domain.records import (
    Annotation,
    Document,
    Event,
    Figure,
    Name,
    Passage,
    Person,
    Place,
    Quote,
    Record,
    Tag,
)
from viewer.domain.text import folded, words
from viewer.store import rows

#: Kinds in which the user searches; a name leads to its person.
SEARCHED = ("person", "event", "quote", "document", "place", "figure", "annotation", "tag")

_RANGE = 1 << 40

# FTS5 writes its pending words out at the end of each statement: one row a statement is some
# forty times slower than many.
_BATCH = 5000
#: Code points a statement, beyond which a batch ends earlier.
_BATCH_LENGTH = 1 << 23
# An entry that is there keeps its number, and so its place in the order of entry.
_SET = """INSERT INTO search(id, source_id, record_id, text)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
    ON CONFLICT(source_id) DO UPDATE SET record_id = excluded.record_id, text = excluded.text
    WHERE record_id != excluded.record_id OR text != excluded.text"""

_BETWEEN = re.compile(r"(?:[^\w\n]|_)+")
_TEXTS: dict[str, Callable[[Any], tuple[str, ...]]] = {
    "person": lambda r: (r.described_as, r.occupation, r.pseudonym, r.about),
    "name": lambda r: (r.text,),
    "place": lambda r: (r.name, r.also_written, r.about),
    "event": lambda r: (r.title, r.description),
    "document": lambda r: (r.title, r.author, r.publisher, r.address, r.note, r.text),
    "figure": lambda r: (str(r.number), r.counted),
    "tag": lambda r: (r.label,),
}
_KINDS: tuple[type[Record], ...] = (
    Person,
    Name,
    Place,
    Event,
    Document,
    Figure,
    Annotation,
    Tag,
    Quote,
)


def refresh(db: Database, change_set: ChangeSet) -> None:
    """Bring the search text up to date after the rows of a change set were written."""
    passages = {c.id: c.after for c in change_set.changes if isinstance(c.after, Passage)}
    living = (change.after for change in change_set.changes if change.after is not None)
    _add(db, _entries(db, living, passages))


def refresh_all(db: Database) -> None:
    """Build the search text and its index anew."""
    db.execute("DELETE FROM search")
    _add(db, expected(db))
    db.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")


def expected(db: Database) -> Iterator[tuple[str, str, str, str]]:
    """Yield (kind, source, record, folded text) of everything that must be found."""
    for kind in _KINDS:
        yield from _entries(db, rows.select(db, kind), {})


def _entries(
    db: Database, records: Iterable[Record], passages: dict[str, Passage]
) -> Iterator[tuple[str, str, str, str]]:
    for record in records:
        if isinstance(record, Quote):
            exact = _words_under(db, record.passage_id, passages)
            yield "quote", record.id, record.id, plain(f"{exact}\n{record.note}")
        elif isinstance(record, Annotation):
            under = _words_under(db, record.target_id, passages)
            yield "annotation", record.id, record.id, plain(f"{record.body}\n{under}")
        elif record.kind in _TEXTS:
            shown = record.person_id if isinstance(record, Name) else record.id
            kind = "person" if isinstance(record, Name) else record.kind
            yield kind, record.id, shown, plain("\n".join(_TEXTS[record.kind](record)))


def plain(text: str) -> str:
    """Return the folded words of a text, with a space between, and its lines."""
    # What stands between words is no matter of opinion then: the tokenizer's Unicode is older
    # than Python's and takes a newer sign for a letter.
    return _BETWEEN.sub(" ", folded(text))


def _words_under(db: Database, passage_id: str, passages: dict[str, Passage]) -> str:
    """Return the words of a passage, perhaps a new one; "" for the id of anything else."""
    if passage_id in passages:
        return passages[passage_id].exact
    row = db.execute("SELECT exact FROM passage WHERE id = ?", (passage_id,)).fetchone()
    return str(row[0]) if row else ""


def _add(db: Database, entries: Iterable[tuple[str, str, str, str]]) -> None:
    for batch in _batches(_numbered(db, entries)):
        db.execute(_SET, (json.dumps(batch, ensure_ascii=False),))


def _numbered(
    db: Database, entries: Iterable[tuple[str, str, str, str]]
) -> Iterator[tuple[int, str, str, str]]:
    next_number: dict[str, int] = {}
    for kind, source, record, text in entries:
        number = next_number.get(kind) or _last(db, kind) + 1
        next_number[kind] = number + 1
        yield number, source, record, text


def _batches(entries: Iterable[tuple[int, str, str, str]]) -> Iterator[list[object]]:
    batch: list[object] = []
    length = 0
    for entry in entries:
        batch.append(entry)
        length += len(entry[3])
        if len(batch) == _BATCH or length > _BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def bounds(kind: str) -> tuple[int, int]:
    """Return the first and last row number of a kind in the search table."""
    first = (SEARCHED.index(kind) + 1) * _RANGE
    return first, first + _RANGE - 1


def _last(db: Database, kind: str) -> int:
    first, last = bounds(kind)
    sql = "SELECT id FROM search WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1"
    row = db.execute(sql, (first, last)).fetchone()
    return int(row[0]) if row else first


def match(text: str) -> str:
    """Return an FTS5 query for words that begin with those of `text`; "" without words."""
    return " ".join(matches(text))


def matches(text: str) -> list[str]:
    """Return an FTS5 query for each word of `text`."""
    return [f'"{word}"*' for word in dict.fromkeys(words(text))]


def cannot_be_looked_for(error: Exception) -> bool:
    """Whether a word has a letter newer than the tokenizer's Unicode, which splits it in two."""
    return "phrase queries" in str(error)
