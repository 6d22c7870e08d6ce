"""Identifiers of records: text UUIDs, version 7 of RFC 9562."""

import os
import time
import uuid


def new_id() -> str:
    """Return a fresh UUIDv7: ordered by time of creation, so that indexes grow at their end."""
    return id_at(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10), "big"))


def id_at(milliseconds: int, rest: int) -> str:
    """Return the UUIDv7 of a moment, in milliseconds of Unix time, and of 80 bits besides.

    Six of those bits give way to the version and the variant.
    """
    value = (milliseconds << 80) | rest
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))


def outside_id(case_id: str, audience: str, id: str) -> str:
    """Return the UUID that stands for a record's id in what leaves a case for an audience.

    A record's own id holds the time at which it was made, and would tie what is published to what
    is not. Without the case's id the other cannot be guessed, and it stays the same every time.
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{case_id} {audience} {id}"))
