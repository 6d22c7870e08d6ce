"""Planning a removing for good beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.domain.forgetting import Choice, Forgetting, Preview, Target, planned, previewed
from viewer.errors import CasefileError
from viewer.gui.job import ReadingJob

if TYPE_CHECKING:
    from viewer.store import Access, CaseFile, Emptied

#: Asks an open case whom or what to remove.
Which = Callable[["CaseFile"], Target]


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom or what, further forms of the name, and what becomes of documents by their id."""

    which: Which
    also: tuple[str, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, in words too, and how much of the history it empties."""

    wish: Wish
    plan: Forgetting
    preview: Preview
    emptied: Emptied


class PlanJob(ReadingJob):
    """Reads the case and tells what would be done."""

    #: A `Planned`.
    planned = Signal(object)
    #: The `Wish`, and a sentence: it cannot be done so.
    refused = Signal(object, str)

    def __init__(self, access: Access, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__("planning", access, parent)
        self._wish = wish

    def _work(self) -> None:
        with self._reading() as case:
            if case is None:
                return
            try:
                found = self._planned(case)
            except CasefileError as error:
                self.refused.emit(self._wish, str(error))
                return
        if not self._cancelled.is_set():
            self.planned.emit(found)

    def _planned(self, case: CaseFile) -> Planned:
        wish, target = self._wish, self._wish.which(case)
        names = tuple(dict.fromkeys((*target.names, *wish.also)))
        plan = planned(case, replace(target, names=names), case.content, wish.choices)
        return Planned(wish, plan, previewed(case, plan), case.emptied(plan))
