"""Engines that read a document for suggestions: the rules, always there, and pipelines beside them.

A pipeline comes from a folder of the user's own, never by name, which could fetch it.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from viewer import __version__
from viewer.domain.dates import NO_DATE, Date
from viewer.domain.suggestions import Suggestion
from viewer.suggest import suggest
from viewer.suggest.engines.folder import Pipeline, describe

__all__ = ["RULES", "Engine", "Pipeline", "available", "describe", "engine"]


class Engine(Protocol):
    """Text in, suggestions out; `name` and `version` say for the record who suggested them."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def version(self) -> str:
        """Which version of it."""

    def suggest(
        self, text: str, published: Date = NO_DATE, language: str = ""
    ) -> tuple[Suggestion, ...]:
        """Return what seems to be in a text, as `viewer.suggest.suggest` does."""


class _Rules:
    """The rules in plain Python, without a model."""

    name, version = "rules", __version__

    def suggest(
        self, text: str, published: Date = NO_DATE, language: str = ""
    ) -> tuple[Suggestion, ...]:
        """Return what the rules find."""
        return suggest(text, published, language)


#: The engine that is always there.
RULES: Engine = _Rules()


def available() -> bool:
    """Whether spaCy is installed, so that a pipeline could be loaded; asking loads nothing."""
    return find_spec("spacy") is not None


def engine(folder: Path | None = None) -> Engine:
    """Return the rules, or the rules with the spaCy pipeline of a folder; that takes seconds.

    Raises EngineError where the folder holds no pipeline that fits, MissingDependencyError where
    spaCy is not installed.
    """
    if folder is None:
        return RULES
    pipeline = describe(folder)
    from viewer.suggest.engines.spacy_engine import load

    return load(pipeline)
