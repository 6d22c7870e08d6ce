"""Lists as somebody may send them, read and planned."""

from viewer.domain.listing.columns import matched
from viewer.domain.listing.listing import Wish, change_set, planned
from viewer.domain.listing.planned import Planned
from viewer.domain.reader import CaseReader
from viewer.domain.records import Case, Evidence, Passage, Record
from viewer.domain.snapshot import Snapshot
from viewer.sources.tables.reading import ReadTable, read_table_bytes

EMPTY = Snapshot([Case(id="case")])


def read(text: str) -> ReadTable:
    return read_table_bytes(text.encode(), "list.csv")


def wish_for(table: ReadTable, what: str, again: bool = False) -> Wish:
    headings = [cell.text for cell in table.table.headings.cells]
    return Wish(what, matched(what, headings), again)


def plans(text: str, what: str, case: CaseReader = EMPTY, again: bool = False) -> list[Planned]:
    table = read(text)
    return list(planned(case, table.table, wish_for(table, what, again)))


def taken_in(text: str, what: str, case: Snapshot = EMPTY, again: bool = False) -> Snapshot:
    """The case with what a list becomes."""
    table = read(text)
    found = planned(case, table.table, wish_for(table, what, again))
    made = change_set(case, table.table, table.content, found, what)
    return Snapshot([*case._records.values(), *(change.record for change in made.changes)])


def words_of(case: Snapshot, record: Record, field: str) -> list[str]:
    """The words that speak of a field of a record."""
    ties = case.where(Evidence, record_id=record.id, field=field)
    return [case.get(Passage, tie.passage_id).exact for tie in ties]
