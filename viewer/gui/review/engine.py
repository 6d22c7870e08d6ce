"""What reads a text for suggestions, as chosen: rules, or a pipeline beside them."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from viewer.domain.dates import Date
from viewer.gui.review.job import Suggestions
from viewer.gui.settings import Settings

if TYPE_CHECKING:
    from viewer.suggest.engines import Engine


class ChosenEngine:
    """A `Finder` that loads what the settings name when it is first needed, beside the window."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._loaded: tuple[Path | None, Engine] | None = None

    def __call__(self, text: str, published: Date, language: str) -> Suggestions:
        """Return what is suggested; raises `EngineError` where the engine cannot be loaded."""
        return self._engine().suggest(text, published, language)

    def _engine(self) -> Engine:
        from viewer.suggest.engines import engine

        folder = self._settings.engine_folder
        with self._lock:
            if self._loaded is None or self._loaded[0] != folder:
                self._loaded = folder, engine(folder)
            return self._loaded[1]
