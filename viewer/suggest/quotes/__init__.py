"""Quotes and who speaks them, found by rules: marks first, then the words of saying around them."""

from viewer.suggest.quotes.finding import find_quotes

__all__ = ["find_quotes"]
