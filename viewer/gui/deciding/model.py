"""The words to decide on as Qt asks for them: what stands around them, whom they may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from viewer.domain.identifying import Mention, Sureness
from viewer.domain.protection import pseudonyms
from viewer.domain.records import field_of
from viewer.domain.text import in_own_direction, shortened
from viewer.domain.titles import title, title_of
from viewer.gui.plain import tool_tip
from viewer.gui.row_model import Index
from viewer.gui.session import Session

#: Roles under which a row gives what is before, in and after the words; whom; and the state.
AROUND = int(Qt.ItemDataRole.UserRole) + 1
WHOM = AROUND + 1
STATE = AROUND + 2
#: Code points on each side of the words.
_SIDE = 90
_MOST = 60
_ROOT = QModelIndex()
_STATES = {"": "", "withheld": "withheld", "kept": "left readable"}
_HOW = {
    Sureness.SURE: "sure",
    Sureness.LIKELY: "likely",
    Sureness.POSSIBLE: "possible",
}


@dataclass(frozen=True, slots=True)
class _Row:
    mention: Mention
    around: tuple[str, str, str]
    whom: str


class MentionModel(QAbstractListModel):
    """Rows in the order of the domain: by person, the surest first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[_Row] = []

    def show(self, mentions: Sequence[Mention]) -> None:
        """Show others; where only rulings changed, the rows stay."""
        rows = self._made(mentions)
        if [row.mention.key for row in rows] == [row.mention.key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def mention_at(self, row: int) -> Mention | None:
        """Return what stands in a row; None where there is none."""
        return self._rows[row].mention if 0 <= row < len(self._rows) else None

    def row_of(self, key: tuple[str, str, int, int] | None) -> int:
        """Return the row of a mention, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.mention.key == key), -1)

    def next_open(self, row: int) -> int:
        """Return the next row on which nothing was decided, from the top again; -1 for none."""
        order = [*range(row + 1, len(self._rows)), *range(row + 1)]
        return next((n for n in order if n < len(self._rows) and self._is_open(n)), -1)

    def _is_open(self, row: int) -> bool:
        return self._rows[row].mention.is_open

    def _made(self, mentions: Sequence[Mention]) -> list[_Row]:
        names = pseudonyms(self._session.case) if mentions else {}
        texts: dict[tuple[str, str], str] = {}
        return [self._row(mention, names, texts) for mention in mentions]

    def _row(
        self, mention: Mention, names: dict[str, str], texts: dict[tuple[str, str], str]
    ) -> _Row:
        case, place = self._session.case, (mention.target_id, mention.field)
        if place not in texts:
            texts[place] = str(getattr(case.find(mention.target_id), mention.field, ""))
        persons = [
            f"{in_own_direction(title_of(case, id))} ({names.get(id, '')})"
            for id in (mention.person_id, *mention.others)
        ]
        where = self._where(mention)
        whom = f"{' or '.join(persons)} · {_HOW[mention.sureness]} · {mention.reason} · {where}"
        return _Row(mention, _around(texts[place], mention), whom)

    def _where(self, mention: Mention) -> str:
        target = self._session.case.find(mention.target_id)
        if target is None:
            return ""
        label = field_of(target.kind, mention.field).spec.label.lower()
        named = in_own_direction(shortened(title(self._session.case, target), _MOST))
        return named if mention.field == "text" else f"{target.labels[0]}: {named}, {label}"

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer Qt."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        state = _STATES[row.mention.ruling]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "".join(row.around)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(f"{''.join(row.around)}\n{row.whom}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"“{row.mention.words}”: {state or 'to decide'}. {row.whom}"
            case role if role == AROUND:
                return row.around
            case role if role == WHOM:
                return row.whom
            case role if role == STATE:
                return state
        return None


def _around(text: str, mention: Mention) -> tuple[str, str, str]:
    before = text[max(0, mention.start - _SIDE) : mention.start]
    after = text[mention.end : mention.end + _SIDE]
    return _line(before), " ".join(mention.words.split()), _line(after)


def _line(text: str) -> str:
    """Return a text on one line, with a space at each end that had one."""
    inner = " ".join(text.split())
    front = " " if text[:1].isspace() and inner else ""
    return f"{front}{inner}{' ' if text[-1:].isspace() else ''}"
