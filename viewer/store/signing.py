"""The key with which a user signs (Ed25519, RFC 8032): where it is kept, and what it signs.

It is kept as PKCS #8 in PEM, which other programs read, too; with a passphrase it is encrypted
with AES-256. A fingerprint is the SHA-256 of the 32 bytes of a public key.
"""

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from viewer.errors import (
    KeyProblem,
    NotFoundError,
    PassphraseNeeded,
    UnfitPassphrase,
    WrongPassphrase,
)
from viewer.store.durable import make_durable
from viewer.store.keys import letters

#: Bytes of a public key, and of a signature.
PUBLIC_BYTES, SIGNATURE_BYTES = 32, 64
_LARGEST = 16 * 1024
#: Bytes of a passphrase; the library takes no more.
_LONGEST = 1023
_PRIME = 2**255 - 19
_OF_ORDER_8 = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)
#: The y of the few points of a small order: with one as a key, anybody makes signatures.
_WEAK = {0, 1, _PRIME - 1, _OF_ORDER_8, _PRIME - _OF_ORDER_8}
_GROUP = 4


class SigningKey:
    """A private key in memory; it tells nothing of itself when it is printed."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Return the signature of bytes, 64 bytes."""
        return self._key.sign(data)


def is_signed(public: bytes, signature: bytes, data: bytes) -> bool:
    """Return whether a signature of bytes was made with the private half of a public key."""
    if (int.from_bytes(public, "little") & (2**255 - 1)) % _PRIME in _WEAK:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Return the fingerprint of a public key, in capitals and in groups, for reading aloud."""
    digits = sha256(public).hexdigest().upper()
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def is_fingerprint(written: str, public: bytes) -> bool:
    """Return whether somebody wrote the fingerprint of a public key, grouped in whatever way."""
    said = "".join(letter for letter in written if letter not in ":-" and not letter.isspace())
    return said.upper() == fingerprint(public).replace(" ", "")


def key_path() -> Path:
    """Return where the user's key is kept, by the platform's convention."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return base / "casefile" / "signing-key.pem"


def make_key(passphrase: str = "") -> SigningKey:
    """Make the user's key, for them alone to read, and keep it.

    Raises `KeyProblem` or `UnfitPassphrase`.
    """
    key, path = Ed25519PrivateKey.generate(), key_path()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, _encryption(passphrase))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _keep(path, data)
    except OSError as error:
        raise KeyProblem(
            f"Your signing key could not be kept in {path.parent}, so nothing was sealed. See "
            "that there is room, and that you may write there."
        ) from error
    return SigningKey(key)


def _encryption(passphrase: str) -> KeySerializationEncryption:
    if not passphrase:
        return NoEncryption()
    if len(secret := letters(passphrase)) > _LONGEST:
        raise UnfitPassphrase(
            "A passphrase of a signing key has at most 1,023 bytes, so nothing was sealed. Choose "
            "a shorter one."
        )
    return BestAvailableEncryption(secret)


def _keep(path: Path, data: bytes) -> None:
    """Write a key in one step, and never over another."""
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        make_durable(fresh)
        if path.exists():
            raise FileExistsError(path)
        fresh.replace(path)
    finally:
        with suppress(FileNotFoundError):
            fresh.unlink()


def has_key() -> bool:
    """Return whether the user has a key already."""
    return key_path().exists()


def needs_passphrase() -> bool:
    """Return whether the user's key is protected; raises `NotFoundError` or `KeyProblem`."""
    return b"ENCRYPTED" in _kept()


def load_key(passphrase: str = "") -> SigningKey:
    """Return the user's key.

    Raises `NotFoundError` where there is none, `PassphraseNeeded`, `WrongPassphrase`, or
    `KeyProblem`.
    """
    data = _kept()
    if b"ENCRYPTED" not in data:
        return _loaded(data, None)
    if not passphrase:
        raise PassphraseNeeded(
            key_path(),
            "Your signing key is protected with a passphrase. Nothing was sealed: run the command "
            "in a terminal, or name a file that holds it with --key-passphrase-file.",
        )
    try:
        return _loaded(data, letters(passphrase))
    except WrongPassphrase:
        # Earlier keys, and those of other programs, have the letters as they were typed.
        return _loaded(data, passphrase.encode("utf-8", "surrogatepass"))


def _kept() -> bytes:
    try:
        with key_path().open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise NotFoundError(
            "You have no signing key yet: it is made when you seal a case for the first time."
        ) from None
    except OSError as error:
        raise _unreadable() from error


def _loaded(data: bytes, passphrase: bytes | None) -> SigningKey:
    try:
        key = load_pem_private_key(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        if passphrase is None:
            raise _unreadable() from error
        raise WrongPassphrase(
            key_path(),
            "This is not the passphrase of your signing key, or the key is damaged. Nothing was "
            "sealed: try again.",
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _unreadable()
    return SigningKey(key)


def _unreadable() -> KeyProblem:
    return KeyProblem(
        f"Your signing key in {key_path()} cannot be read, so nothing was sealed. Put it back from "
        "a backup; or move it away, and a new one is made, whose fingerprint is another."
    )
