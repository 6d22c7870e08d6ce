"""Who and what a text names: persons, organisations and places, by rules alone."""

from viewer.suggest.names.finding import find_names

__all__ = ["find_names"]
