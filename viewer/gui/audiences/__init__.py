"""Whom an export is for: the audiences of the program, and those of the case."""
