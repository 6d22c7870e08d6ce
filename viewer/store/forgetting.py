"""What the history alone knows of who or what is to be removed for good."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from viewer.domain.forgetting import Forgetting, Target
from viewer.domain.forgetting.traces import Line, Traces
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Name, Person, Record
from viewer.domain.titles import title
from viewer.store import history, rows, trash
from viewer.store.trash import TrashEntry
from viewer.store.trouble import UnfitRow

_LINES = """SELECT c.seq, c.n, c.kind, c.record_id, c.before, c.after FROM history_change c
            WHERE (c.before IS NOT NULL OR c.after IS NOT NULL)"""
_OF_GONE = "AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = c.record_id)"


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many lines of the history are emptied, of how many deeds, deletions in the trash too."""

    lines: int
    deeds: int
    deletions: int


def target_of(db: Database, case: CaseReader, record: Record) -> Target:
    """Return a record of the case as a target, with names that were deleted of a person."""
    names = [n.text for n in case.where(Name, person_id=record.id)]
    former = _deleted_names(db, record.id) if isinstance(record, Person) else {}
    found = tuple(dict.fromkeys((*names, *former.values())))
    return Target(record, title(case, record), found, frozenset(former))


def target_of_deletion(db: Database, entry: TrashEntry) -> Target:
    """Return a deletion in the trash as a target: what it was about, and all that went along."""
    along = frozenset(record.id for record in entry.along)
    if not isinstance(entry.record, Person):
        return Target(entry.record, entry.title, (), along)
    names = [n.text for n in entry.was.where(Name, person_id=entry.record.id)]
    former = _deleted_names(db, entry.record.id)
    found = tuple(dict.fromkeys((*names, *former.values())))
    return Target(entry.record, entry.title, found, along | former.keys())


def deletion(db: Database, case: CaseReader, seq: int) -> TrashEntry | None:
    """Return the deletion of that number, if it is in the trash."""
    found = trash.entries(db, case, seq + 1, 1)
    return found[0] if found and found[0].entry.seq == seq else None


def _deleted_names(db: Database, person_id: str) -> dict[str, str]:
    """Return the names that were deleted of a person, as they were then, by id."""
    sql = """SELECT record_id, before ->> 'text' FROM history_change
             WHERE kind = 'name' AND after IS NULL AND before ->> 'person_id' = ?"""
    return dict(db.execute(sql, (person_id,)).fetchall())


def traces(db: Database, plan: Forgetting, content: Callable[[str], bytes]) -> Traces:
    """Return what judges the lines of the history, after it has learnt what belongs together."""
    present = {row[0] for row in db.execute("SELECT id FROM record").fetchall()}
    found = Traces(plan, (present - plan.ids).__contains__, content)
    while sum(found.learn(line) for line in lines(db, _OF_GONE)):
        pass
    return found


def counted(db: Database, plan: Forgetting, content: Callable[[str], bytes]) -> Emptied:
    """Return how much of the history a plan would empty."""
    judge = traces(db, plan, content)
    found = [line for line in lines(db) if judge.is_to_go(line)]
    deeds = {line.seq for line in found}
    return Emptied(len(found), len(deeds), len(deeds.intersection(trash.numbers(db))))


def lines(db: Database, which: str = "") -> Iterator[Line]:
    """Yield the lines of the history that say something."""
    place = (0, -1)
    sql = f"{_LINES} {which} AND (c.seq, c.n) > (?, ?) ORDER BY c.seq, c.n LIMIT 500"
    while found := db.execute(sql, place).fetchall():
        place = found[-1][:2]
        for seq, n, kind, id, *values in found:
            if kind not in KINDS:
                raise UnfitRow
            yield Line(seq, n, kind, id, tuple(filter(None, map(history.parsed, values))))


def named_entries(
    db: Database, judge: Traces, emptied: Container[int]
) -> Iterator[tuple[int, str, str]]:
    """Yield (number, label, who) of the entries whose words hold the name, without these.

    What a label quotes is of what the deed did: it goes with the lines that were emptied.
    """
    for seq, label, who in db.execute("SELECT seq, label, who FROM history").fetchall():
        quotes = seq in emptied and "“" in label
        named = quotes or judge.is_naming(label), judge.is_naming(who)
        if any(named):
            yield seq, "" if named[0] else label, "" if named[1] else who


def records(db: Database, ids: Mapping[str, str]) -> Iterator[tuple[str, str, Record | None]]:
    """Yield (kind, id, record) of records, given by id and kind; None for what is not there."""
    for id, kind in ids.items():
        found = rows.select(db, KINDS[kind], "WHERE id = ?", (id,))
        yield kind, id, found[0] if found else None
