"""Finding records as one types: a bounded number of candidates, the best of them first.

Ranking every match of a short beginning of a word would visit half of a large case at each
keystroke. So the candidates are the first matches in the order of entry, and before them those
whose title begins as typed, which the index of the titles gives in order.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from viewer.domain.text import folded, words
from viewer.store import search
from viewer.store.engine import OperationalError

#: Candidates of a kind that are looked at; there may be more than that.
LIMIT = 300
#: Records whose title begins as typed that are put first.
_TITLED = 20
#: Code points of a text that are compared with what was typed.
_LEAD = 160

#: Kinds with a column `sort`, the folded beginning of their title.
_WITH_TITLE = ("person", "event", "document", "place", "tag")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds all the words, or words that begin with them."""

    kind: str
    id: str


def sql(kind: str) -> str:
    """Return the SQL of the candidates of a kind: their ids, and what their words begin with."""
    # A document is long, and whatever of it is asked for, all of it would be read.
    lead = "''" if kind == "document" else f"substr(s.text, 1, {_LEAD})"
    return f"""SELECT s.record_id, {lead} FROM search_index i JOIN search s ON s.id = i.rowid
        WHERE search_index MATCH ? AND i.rowid BETWEEN ? AND ? ORDER BY i.rowid LIMIT ?"""


def find(db: Database, kind: str, text: str, limit: int = LIMIT) -> list[Hit]:
    """Return at most `limit` records of a kind that hold all words of a text, the best first.

    First those whose title begins as typed, in the order of the titles; then by where the words
    stand in what each record says first; alike ones in the order of entry.
    """
    query = search.match(text)
    if not query:
        return []
    try:
        found = db.execute(sql(kind), (query, *search.bounds(kind), LIMIT)).fetchall()
    except OperationalError as error:
        if search.cannot_be_looked_for(error):
            return []
        raise
    titled = _titled(db, kind, " ".join(folded(text).split())) if found else []
    ids = dict.fromkeys([*titled, *_ranked(found, words(text))])
    return [Hit(kind, id) for id in ids][:limit]


def titled_sql(kind: str) -> str:
    """Return the SQL of the records of a kind whose title begins in a way."""
    return f'SELECT id FROM "{kind}" WHERE sort >= ? AND sort < ? ORDER BY sort, id LIMIT ?'


def _titled(db: Database, kind: str, typed: str) -> list[str]:
    if kind not in _WITH_TITLE:
        return []
    bounds = (typed, f"{typed}\U0010ffff", _TITLED)
    return [row[0] for row in db.execute(titled_sql(kind), bounds).fetchall()]


def _ranked(found: Iterable[tuple[str, str]], wanted: list[str]) -> list[str]:
    typed, each = " ".join(wanted), [f" {word}" for word in wanted]
    return [id for id, _ in sorted(found, key=lambda row: _rank(row[1], typed, each))]


def _rank(lead: str, typed: str, wanted: list[str]) -> int:
    """Return 0 for what is exactly as typed, and more the less its beginning is like it."""
    title = f" {lead.partition(chr(10))[0].strip()}"
    if title.startswith(typed, 1):
        return int(len(title) != len(typed) + 1)
    return 2 if all(word in title for word in wanted) else 3
