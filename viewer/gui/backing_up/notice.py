"""In the line at the bottom: that a backup is being made, or could not be."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QStatusBar

from viewer.gui import messages
from viewer.gui.backing_up.keeper import BackupKeeper
from viewer.gui.icons import icon
from viewer.gui.plain import show_tip


class BackupNotice(QPushButton):
    """Quiet: it is there only while there is something to say, and says all of it when asked."""

    def __init__(self, bar: QStatusBar, keeper: BackupKeeper) -> None:
        super().__init__(bar)
        self._keeper = keeper
        self.setProperty("look", "link")
        self.clicked.connect(self._tell)
        bar.addPermanentWidget(self)
        keeper.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the keeper knows now."""
        keeper = self._keeper
        self.setVisible(keeper.is_at_work or bool(keeper.problem))
        self.setEnabled(not keeper.is_at_work)
        self.setText("Backing up…" if keeper.is_at_work else "No backup was made")
        show_tip(self, "" if keeper.is_at_work else keeper.problem)
        if keeper.problem and not keeper.is_at_work:
            self.setIcon(icon("warning"))

    def _tell(self) -> None:
        keeper = self._keeper
        if keeper.can_try_again:
            messages.offer(self.window(), keeper.problem, "Try again", keeper.back_up)
        else:
            messages.warn(self.window(), keeper.problem)
