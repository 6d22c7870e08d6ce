"""All records that could be read of a damaged file, or made again from its history."""

from viewer.domain.ids import new_id
from viewer.domain.records import KINDS, Case, Record
from viewer.store.giving_up import IsGivenUp, heeded, never, require_wanted
from viewer.store.salvage.fitting import Misfit, Records
from viewer.store.salvage.layouts import Row
from viewer.store.salvage.records import History, record_of
from viewer.store.salvage.report import Loss
from viewer.store.salvage.tables import Table

_ID_LENGTH = 36
_FROM_HISTORY = "its row was not as its history says, so it is as the history says"
_PERHAPS_OLDER = "its row is lost, and so is a part of the history, so it may be an older state"


class Found:
    """The records that there are, and those that there should be."""

    def __init__(self, tables: dict[str, Table], is_given_up: IsGivenUp = never) -> None:
        self._is_given_up = is_given_up
        self._tables, registry = tables, tables["record"]
        self._is_registry_whole = registry.is_whole and bool(registry.rows)
        self._history = History(tables["history_change"])
        #: Kind by id, of all that should be there as far as anything tells.
        self.known = {str(row["id"]): str(row["kind"]) for row in _registered(registry)}
        self.records: Records = {}
        #: Those that may not be as they were last.
        self.changed: list[Misfit] = []
        self._take_rows()
        self._take_strays()
        self._correct()
        self._rebuild()
        self.lost = [self._loss(id) for id in self.known if id not in self.records]

    def _take_rows(self) -> None:
        for kind in KINDS:
            for row in self._tables[kind].rows:
                self._take(record_of(kind, row))

    def _take_strays(self) -> None:
        for kind in KINDS:
            for row in self._tables[kind].strays:
                if self._may_be(kind, str(row["id"])):
                    self._take(record_of(kind, row))

    def _may_be(self, kind: str, id: str) -> bool:
        """Return whether a row that nothing leads to is one of the case, and of that kind.

        It could be one that was deleted.
        """
        if self._is_registry_whole or id in self.known:
            return self.known.get(id) == kind
        return self._history.kind(id) in ("", kind) and not self._history.is_deleted(id)

    def _take(self, record: Record | None) -> None:
        require_wanted(self._is_given_up)
        if record is not None:
            self.records.setdefault(record.id, record)

    def _correct(self) -> None:
        """Believe the history, whose digests hold, more than a row."""
        for id, record in heeded(list(self.records.items()), self._is_given_up):
            vouched = self._history.vouched(id)
            if vouched is not None and vouched != record:
                self.records[id] = vouched
                self.changed.append(Misfit(vouched, _FROM_HISTORY))

    def _rebuild(self) -> None:
        for id in heeded(self._history.ids, self._is_given_up):
            is_sure = id in self.known or self._history.is_whole
            if id in self.records or not is_sure or self._history.is_deleted(id):
                continue
            self.known.setdefault(id, self._history.kind(id))
            record = self._history.rebuilt(id)
            if record is not None:
                self.records[id] = record
                if not self._history.is_whole:
                    self.changed.append(Misfit(record, _PERHAPS_OLDER))

    def _loss(self, id: str) -> Loss:
        return Loss(self.known[id], id, self._history.title(id), "it cannot be read")

    @property
    def totals(self) -> dict[str, int]:
        """How many records of each kind the file says that it has."""
        table = self._tables["total"]
        rows = [row for row in (*table.strays, *table.rows) if row["kind"] in KINDS]
        return {str(row["kind"]): int(str(row["number"])) for row in rows}

    def with_case(self, title: str) -> Records:
        """Return the records; where that of the case is lost, with an empty one in its place."""
        if any(isinstance(record, Case) for record in self.records.values()):
            return self.records
        id = next((id for id, kind in self.known.items() if kind == Case.kind), new_id())
        return {id: Case(id=id, title=title), **self.records}


def _registered(table: Table) -> list[Row]:
    rows = (*table.rows, *table.strays)
    return [row for row in rows if row["kind"] in KINDS and len(str(row["id"])) == _ID_LENGTH]
