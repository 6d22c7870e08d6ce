"""Editors of single values: one per type of field, used by the details and by the dialogs."""
