"""What an encrypted case file is opened with: a key, made of a passphrase once."""

import hashlib
import os
import unicodedata
from dataclasses import dataclass

from viewer.errors import UnfitPassphrase

#: Rounds of PBKDF2-HMAC-SHA512, and the bytes of key and salt: what SQLCipher 4 does by itself, so
#: that any program which knows SQLCipher opens a case with its passphrase.
_ROUNDS = 256_000
_SECRET_BYTES, _SALT_BYTES = 32, 16
_UNFIT = (
    "A passphrase of no characters, or with a NUL among them, protects nothing; nothing was done."
)


def letters(passphrase: str) -> bytes:
    """Return a passphrase in UTF-8, its letters composed (NFC): keyboards differ in that."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """A secret of 32 bytes, and the salt of 16 bytes with which the file begins.

    Other threads open the file with it at once, and nobody need keep the passphrase. It tells
    nothing of itself when it is printed.
    """

    secret: bytes
    salt: bytes

    @classmethod
    def of(cls, passphrase: str, salt: bytes) -> "Key":
        """Return the key that a passphrase makes with a salt (0.2 to 0.6 s).

        Composed and decomposed letters (NFC, NFD) make the same key. Raises `UnfitPassphrase`.
        """
        if not passphrase or "\0" in passphrase:
            raise UnfitPassphrase(_UNFIT)
        secret = hashlib.pbkdf2_hmac("sha512", letters(passphrase), salt, _ROUNDS, _SECRET_BYTES)
        return cls(secret, salt)

    @classmethod
    def new(cls, passphrase: str) -> "Key":
        """Return the key of a passphrase for a file that is to be; raises `UnfitPassphrase`."""
        return cls.of(passphrase, os.urandom(_SALT_BYTES))

    @classmethod
    def random(cls) -> "Key":
        """Return a key that no passphrase makes, for files that go with the program."""
        return cls(os.urandom(_SECRET_BYTES), os.urandom(_SALT_BYTES))

    def fits(self, passphrase: str) -> bool:
        """Return whether a passphrase makes this key."""
        return bool(passphrase) and "\0" not in passphrase and Key.of(passphrase, self.salt) == self

    @property
    def literal(self) -> str:
        """The key as SQLCipher's SQL says it, between the quotation marks."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"

    def __repr__(self) -> str:
        return "Key(…)"
