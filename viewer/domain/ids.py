"""Identifiers of records: text UUIDs, version 7 of RFC 9562."""

import os
import time
import uuid


def new_id() -> str:
    """Return a fresh UUIDv7: ordered by time of creation, so that indexes grow at their end."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))
