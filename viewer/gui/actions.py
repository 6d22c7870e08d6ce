"""Every command of the window, with its name, icon and keys; the window says what each does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from viewer.gui.icons import icon
from viewer.gui.settings import APPEARANCES

Keys = QKeySequence.StandardKey | str | tuple[QKeySequence.StandardKey | str, ...]
_STANDARD = QKeySequence.StandardKey


class Actions(QObject):
    """The commands, made once. Made after the application, as Qt's keys must be."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        add = self._add
        self.new = add("&New case…", "new", _STANDARD.New)
        self.open = add("&Open…", "open", _STANDARD.Open)
        self.sample = add("Open the &sample", "evidence")
        self.clear_recent = add("&Clear this list")
        self.import_files = add("&Import documents…", "import", "Ctrl+I")
        self.import_folder = add("Import a &folder…", "folder")
        self.paste = add("Import from the clip&board", "", "Ctrl+Shift+V")
        self.close_case = add("&Close case", "close", "Ctrl+W")
        self.export = add("&Export…", "export", "Ctrl+E")
        self.back_up = add("Back &up now", "save")
        self.restore = add("Res&tore from backup…", "history")
        self.safety = add("Safet&y…", "settings")
        self.lock = add("&Lock", "lock", "Ctrl+L")
        self.quit = add("&Quit", "", "Ctrl+Q")

        self.undo = add("&Undo", "undo", _STANDARD.Undo)
        self.redo = add("&Redo", "redo", (_STANDARD.Redo, "Ctrl+Shift+Z", "Ctrl+Y"))
        self.delete = add("&Delete record…", "delete", "Ctrl+Delete")
        self.forget = add("Remove for &good…", "delete")
        self.search = add("&Search everything", "search", "Ctrl+K")
        self.filter = add("&Find in the text or list", "filter", _STANDARD.Find)

        self.back = add("&Back", "back", "Alt+Left")
        self.forward = add("&Forward", "forward", "Alt+Right")
        self.next_pane = add("&Next pane", "", "F6")
        self.previous_pane = add("Pre&vious pane", "", "Shift+F6")
        self.reader = add("&Reader", "")
        self.reader.setCheckable(True)
        self.reader.setChecked(True)
        self.alone = add("Reader alon&e", "", "F9")
        self.alone.setCheckable(True)
        self.show_as = add("&Show as…", "audience", "Ctrl+Shift+A")
        self.appearances = self._choices()
        self.larger = add("&Larger", "zoom_in", ("Ctrl++", "Ctrl+="))
        self.smaller = add("&Smaller", "zoom_out", "Ctrl+-")
        self.usual = add("&Usual size", "", "Ctrl+0")
        self.reset_layout = add("Reset &layout")

        self.details = add("Case &details", "folder")
        self.tags = add("Manage &tags…", "tag")
        self.audiences = add("&Audiences…", "audience")
        self.exports = add("E&xports…", "export")
        self.passphrase = add("&Passphrase…", "protection")
        self.sign = add("&Sign changes as…", "edit")
        self.engine = add("S&uggestions by…", "suggest")
        self.decide = add("&Words to decide…", "protection")
        self.check = add("&Check this case", "check")
        self.seal = add("S&eal…", "lock")
        self.verify = add("&Verify a seal…", "check")

        self.getting_started = add("&Getting started", "help", _STANDARD.HelpContents)
        self.shortcuts = add("&Keyboard shortcuts", "", "Ctrl+?")
        self.about = add("&About Casefile")

    @property
    def of_a_case(self) -> tuple[QAction, ...]:
        """The commands that make sense only while a case is open."""
        return (
            *(self.import_files, self.import_folder, self.paste),
            *(self.close_case, self.export, self.search, self.filter, self.next_pane),
            *(
                self.previous_pane,
                self.reader,
                self.alone,
                self.show_as,
                self.reset_layout,
                self.details,
                self.tags,
                self.audiences,
                self.exports,
                self.decide,
                self.check,
                self.seal,
                self.verify,
                self.lock,
                self.passphrase,
                self.back_up,
            ),
        )

    def _add(self, text: str, picture: str = "", keys: Keys = ()) -> QAction:
        action = QAction(text, self)
        if picture:
            action.setIcon(icon(picture))
        each = keys if isinstance(keys, tuple) else (keys,)
        action.setShortcuts(_distinct([QKeySequence(key) for key in each]))
        return action

    def _choices(self) -> QActionGroup:
        group = QActionGroup(self)
        for name in APPEARANCES:
            action = group.addAction(f"&{name.title()}")
            action.setData(name)
            action.setCheckable(True)
        return group


def _distinct(keys: list[QKeySequence]) -> list[QKeySequence]:
    return list({key.toString(): key for key in keys if not key.isEmpty()}.values())
