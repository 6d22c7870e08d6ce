"""Small things that lie beside an encrypted case, readable only to whoever has its key."""

import os
from typing import TYPE_CHECKING

from viewer.store.keys import Key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

#: Bytes of a nonce, which is never used again (NIST SP 800-38D).
_NONCE = 12
#: What tells this use of the key from that of the file's pages (RFC 5869).
_USE = b"casefile: beside the case"


def enciphered(data: bytes, key: Key) -> bytes:
    """Encrypt bytes with the key of a case (AES-256-GCM)."""
    nonce = os.urandom(_NONCE)
    return nonce + _cipher(key).encrypt(nonce, data, _USE)


def deciphered(data: bytes, key: Key) -> bytes:
    """Return what was enciphered; nothing when it was not, or with another key."""
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(key).decrypt(data[:_NONCE], data[_NONCE:], _USE)
    except (InvalidTag, ValueError):
        return b""


# The importing of the library is late: most cases are opened without.


def _cipher(key: Key) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # The key is as random as its hash already: there is nothing to make slow.
    return AESGCM(HKDF(SHA256(), 32, salt=key.salt, info=_USE).derive(key.secret))
