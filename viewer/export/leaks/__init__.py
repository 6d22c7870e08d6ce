"""The leak check: what was written is read back and searched for every protected name."""

from viewer.export.leaks.check import refusal, search, search_name

__all__ = ["refusal", "search", "search_name"]
