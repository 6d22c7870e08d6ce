"""Persons who may be one: found beside the window, compared side by side, merged or told apart."""
