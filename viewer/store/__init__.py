"""The case file: the only place with SQL and sqlite_utils."""

from viewer.store.access import Access, access_to, is_encrypted, key_for
from viewer.store.backup import Backup, Former, back_up, backups, backups_of, formers
from viewer.store.backup_names import folder_beside
from viewer.store.casefile import CaseFile
from viewer.store.check import check
from viewer.store.filter_specs import EVIDENCE, FILTERS, Filter
from viewer.store.finding import Hit
from viewer.store.forgetting import Emptied
from viewer.store.history import HistoryEntry, RecordChange
from viewer.store.holding import Holder, holder
from viewer.store.keys import Key
from viewer.store.list_specs import LISTS, Column, ListSpec
from viewer.store.lists import ListQuery, ListRow
from viewer.store.passages import PassageUse
from viewer.store.restore import restore
from viewer.store.search import SEARCHED
from viewer.store.worklist import Task

__all__ = [
    "EVIDENCE",
    "FILTERS",
    "LISTS",
    "SEARCHED",
    "Access",
    "Backup",
    "CaseFile",
    "Column",
    "Emptied",
    "Filter",
    "Former",
    "HistoryEntry",
    "Hit",
    "Holder",
    "Key",
    "ListQuery",
    "ListRow",
    "ListSpec",
    "PassageUse",
    "RecordChange",
    "Task",
    "access_to",
    "back_up",
    "backups",
    "backups_of",
    "check",
    "folder_beside",
    "formers",
    "holder",
    "is_encrypted",
    "key_for",
    "restore",
]
