"""What the program remembers of the user between starts: nothing of a case but its path.

What may not be remembered is not written, and what was there of it is gone from the file at once.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from viewer import crash

#: Cases that the welcome page and the menu offer.
RECENT = 8
#: Raise it when the panes of the window change, so that an old layout is not applied to them.
LAYOUT_VERSION = 1

APPEARANCES = ("system", "light", "dark")
#: Minutes without a touch after which a case that has a passphrase is locked.
LOCK_MINUTES = 10
#: Backups of a case that are kept at most.
BACKUPS = 20
#: The text size in percent of the usual one.
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class Settings:
    """A thin, typed door to `QSettings`."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @classmethod
    def of_user(cls) -> Settings:
        """Return the settings of the user who runs the program."""
        scope = QSettings.Scope.UserScope
        return cls(QSettings(QSettings.Format.IniFormat, scope, "Casefile", "Casefile"))

    @property
    def recent(self) -> list[Path]:
        """The cases opened last, the latest first; some may be gone."""
        return [Path(line) for line in self._text("recent").split("\n") if line]

    def add_recent(self, path: Path) -> None:
        """Remember a case as the latest, where that is wanted."""
        # Another window may have cleared the list, or switched it off.
        self._store.sync()
        if not self.keeps_recent:
            return
        path = path.absolute()
        paths = [path, *(other for other in self.recent if other != path)][:RECENT]
        self._store.setValue("recent", "\n".join(map(str, paths)))

    def clear_recent(self) -> None:
        """Forget which cases were opened, on the disk too."""
        self._store.remove("recent")
        self._store.sync()

    @property
    def who(self) -> str:
        """How the user signs in the history; empty at first."""
        return self._text("who")

    @who.setter
    def who(self, name: str) -> None:
        self._store.setValue("who", name)

    @property
    def engine_folder(self) -> Path | None:
        """The folder of the pipeline that suggests beside the rules; None for the rules alone."""
        folder = self._text("engine_folder")
        return Path(folder) if folder else None

    @engine_folder.setter
    def engine_folder(self, folder: Path | None) -> None:
        self._store.setValue("engine_folder", str(folder) if folder is not None else "")

    @property
    def appearance(self) -> str:
        """One of `APPEARANCES`."""
        wish = self._text("appearance")
        return wish if wish in APPEARANCES else APPEARANCES[0]

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        self._store.setValue("appearance", appearance)

    @property
    def text_size(self) -> int:
        """One of `TEXT_SIZES`."""
        size = self._text("text_size")
        return int(size) if size in map(str, TEXT_SIZES) else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    def state(self, name: str) -> QByteArray:
        """Return the remembered state of a window, pane or list, for example its widths."""
        value = self._store.value(f"state/{LAYOUT_VERSION}/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember a state, where that is wanted."""
        self._store.sync()
        if self.keeps_states:
            self._store.setValue(f"state/{LAYOUT_VERSION}/{name}", state)

    def forget_states(self) -> None:
        """Let every window, pane and list look as at the first start."""
        self._store.remove("state")
        self._store.sync()

    # What is kept safe, and what is not kept

    @property
    def lock_minutes(self) -> int:
        """Minutes without a touch until a case with a passphrase is locked; 0 for never."""
        return self._number("lock_minutes", LOCK_MINUTES, least=0)

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._store.setValue("lock_minutes", str(minutes))

    @property
    def makes_backups(self) -> bool:
        """Whether backups are made without being asked for."""
        return self._flag("makes_backups")

    @makes_backups.setter
    def makes_backups(self, makes: bool) -> None:
        self._store.setValue("makes_backups", _word(makes))

    @property
    def backups_folder(self) -> Path | None:
        """The folder that backups go into; None for beside the case."""
        folder = self._text("backups_folder")
        return Path(folder) if folder else None

    @backups_folder.setter
    def backups_folder(self, folder: Path | None) -> None:
        self._store.setValue("backups_folder", str(folder) if folder is not None else "")

    @property
    def backups_kept(self) -> int:
        """How many backups of a case are kept, at least one."""
        return self._number("backups_kept", BACKUPS, least=1)

    @backups_kept.setter
    def backups_kept(self, kept: int) -> None:
        self._store.setValue("backups_kept", str(kept))

    @property
    def keeps_recent(self) -> bool:
        """Whether the cases that were opened are remembered."""
        return self._flag("keeps_recent")

    @keeps_recent.setter
    def keeps_recent(self, keeps: bool) -> None:
        self._store.setValue("keeps_recent", _word(keeps))
        if not keeps:
            self._store.remove("recent")
        self._store.sync()

    @property
    def keeps_states(self) -> bool:
        """Whether it is remembered where windows and panes were, and how lists were shown."""
        return self._flag("keeps_states")

    @keeps_states.setter
    def keeps_states(self, keeps: bool) -> None:
        self._store.setValue("keeps_states", _word(keeps))
        if not keeps:
            self._store.remove("state")
        self._store.sync()

    @property
    def keeps_crash_log(self) -> bool:
        """Whether our own bugs are written down; asked by the command line too, so not in here."""
        return crash.keeps_log()

    @keeps_crash_log.setter
    def keeps_crash_log(self, keeps: bool) -> None:
        crash.keep_log(keeps)

    def clear_traces(self) -> None:
        """Forget, on the disk too, which cases were opened and how the window was left."""
        self._store.remove("recent")
        self._store.remove("state")
        self._store.sync()
        self._sweep()

    def _sweep(self) -> None:
        """Remove what is left where the program ended while this was being written."""
        file = Path(self._store.fileName())
        for left in file.parent.glob(f"{file.name}.??????"):
            left.unlink(missing_ok=True)

    def _flag(self, name: str) -> bool:
        return self._text(name) != _word(False)

    def _number(self, name: str, usual: int, least: int) -> int:
        text = self._text(name)
        return max(least, int(text)) if text.isdecimal() else usual

    def _text(self, name: str) -> str:
        value = self._store.value(name, "")
        return value if isinstance(value, str) else ""


def _word(flag: bool) -> str:
    return "yes" if flag else "no"
