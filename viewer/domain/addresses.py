"""Addresses of the web, and which of them are anybody's business."""

import re
from urllib.parse import urlsplit

_SCHEMES = ("http", "https")
_NOT_IN_AN_IRI = re.compile(r'[\s<>"{}|\\^`\[\]\x00-\x1f\x7f]')


def public_address(address: str) -> str:
    """Return an address that is an IRI of the web without an account in it, or "".

    What leads to a file of this machine, or to an account, is nobody else's business.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_public = parts.scheme in _SCHEMES and parts.hostname and "@" not in parts.netloc
    return address if is_public and not _NOT_IN_AN_IRI.search(address) else ""
