"""How much of a stranger's case is ever read."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class CaseLimits:
    """Far above what people gather; each keeps a file that is made to harm from filling memory."""

    #: In bytes, with the originals.
    file_bytes: int = 2048 * _MEGABYTE
    records: int = 2_000_000
    #: In characters of the file, from which on a value is looked through before it is read.
    value_length: int = 4 * _MEGABYTE
    #: In characters of the file: an original of 200 MB in base64, or the longest text.
    longest_value: int = 280 * _MEGABYTE
    #: Of a long value: its strings, brackets and braces.
    parts: int = 500
    #: Of a long value: characters outside its strings.
    outside_strings: int = 20_000


CASE_LIMITS = CaseLimits()
