"""Backups of the case in the window: made unasked, looked at, put in its place."""
