"""What the program remembers of the user between starts: nothing of a case but its path."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

#: Cases that the welcome page and the menu offer.
RECENT = 8
#: Raise it when the panes of the window change, so that an old layout is not applied to them.
LAYOUT_VERSION = 1

APPEARANCES = ("system", "light", "dark")
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
        """Remember a case as the latest."""
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
        """Remember a state."""
        self._store.setValue(f"state/{LAYOUT_VERSION}/{name}", state)

    def forget_states(self) -> None:
        """Let every window, pane and list look as at the first start."""
        self._store.remove("state")

    def _text(self, name: str) -> str:
        value = self._store.value(name, "")
        return value if isinstance(value, str) else ""
