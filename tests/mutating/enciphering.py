"""Case files as a stranger makes them who knows the passphrase: what he wrote, rightly signed.

After “SQLCipher Design”: each page is encrypted for itself (AES-256-CBC, its own vector) and signed
(HMAC-SHA512) together with its number; 80 bytes at its end are kept for both.
"""

import hashlib
import hmac
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from viewer.store.keys import Key
from viewer.store.salvage.pages import Pages

PAGE = 4096
_SALT, _VECTOR, _SIGNATURE = 16, 16, 64


def deciphered(path: Path, key: Key) -> bytes:
    """Return a sound encrypted file as a plain one, whose pages end with 80 bytes of no use."""
    pages = Pages(path, key)
    return b"".join(pages[number] or b"" for number in range(1, pages.count + 1))


def enciphered(data: bytes, key: Key, luck: Random) -> bytes:
    """Return such a file encrypted; of what is no whole page, as it is."""
    whole = len(data) // PAGE
    pages = [data[n * PAGE : (n + 1) * PAGE] for n in range(whole)]
    done = [_page(page, n, key, luck) for n, page in enumerate(pages, start=1)]
    return b"".join(done) + data[whole * PAGE :]


def _page(page: bytes, number: int, key: Key, luck: Random) -> bytes:
    start = _SALT if number == 1 else 0
    vector = luck.randbytes(_VECTOR)
    encryptor = Cipher(algorithms.AES(key.secret), modes.CBC(vector)).encryptor()
    body = encryptor.update(page[start : PAGE - _SIGNATURE - _VECTOR]) + encryptor.finalize()
    signed = body + vector
    return key.salt[:start] + signed + _signature(key, signed + number.to_bytes(4, "little"))


def _signature(key: Key, signed: bytes) -> bytes:
    salt = bytes(byte ^ 0x3A for byte in key.salt)
    signing = hashlib.pbkdf2_hmac("sha512", key.secret, salt, 2, len(key.secret))
    return hmac.digest(signing, signed, "sha512")
