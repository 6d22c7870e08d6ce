"""Separated values (RFC 4180 and what is like it): a stranger's file → a `Table`.

They are read here and not apart: to decode and to part them is all that is done, in one pass whose
time grows with the length alone.
"""
