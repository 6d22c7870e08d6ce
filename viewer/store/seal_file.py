"""What is in a seal, a small JSON file beside a case; it tells nothing that the case says.

Its form is described in `resources/schemas/seal-1.schema.json`. The signature is over the bytes
"casefile seal 1", a line end, and the seal without its signature as JSON: in UTF-8, keys in order,
without spaces. Seals come from strangers: size, form and types are looked at before anything else.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from viewer.domain.records import KINDS
from viewer.errors import NotASeal, NotFoundError
from viewer.store import signing

VERSION = 1
ENDING = ".seal"
#: Bytes; a hundred thousand documents need less.
LARGEST = 16 << 20
#: Code points of a signer's name.
LONGEST_NAME = 200

#: Unseen letters that Persian, Urdu and others are written with (ZWNJ, ZWJ).
_JOINERS = {0x200C: None, 0x200D: None}
_HASH = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)
_KEYS = {
    *("casefile_seal", "case", "at", "file", "history", "counts", "documents", "signer"),
    "signature",
}
_PREFIX = f"casefile seal {VERSION}\n".encode()


@dataclass(frozen=True, slots=True)
class SealedLine:
    """The line of the history with which a document came: its entry, its place there, its digest.

    With the line and its salt, a single document can be shown to have been in the sealed case.
    """

    seq: int
    n: int
    digest: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A case as it was when it was sealed; `at` is UTC, `size` in bytes, `seq` and `hash` the head.

    `public` is the signer's key, `signer` what they call themselves, perhaps nothing.
    """

    case_id: str
    at: str
    sha256: str
    size: int
    seq: int
    hash: str
    counts: Mapping[str, int]
    documents: tuple[SealedLine, ...]
    public: bytes
    signer: str = ""
    signature: bytes = field(default=b"", repr=False)

    @property
    def signed_bytes(self) -> bytes:
        """What the signature is over."""
        encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
        return _PREFIX + encode(self._said()).encode()

    @property
    def is_signed(self) -> bool:
        """Whether the signature is right."""
        return signing.is_signed(self.public, self.signature, self.signed_bytes)

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the signer's key, in groups."""
        return signing.fingerprint(self.public)

    def _said(self) -> dict[str, Any]:
        return {
            "casefile_seal": VERSION,
            "case": self.case_id,
            "at": self.at,
            "file": {"sha256": self.sha256, "size": self.size},
            "history": {"seq": self.seq, "hash": self.hash},
            "counts": dict(self.counts),
            "documents": [[line.seq, line.n, line.digest] for line in self.documents],
            "signer": {"key": self.public.hex(), "name": self.signer},
        }

    def text(self) -> str:
        """Return the seal as its file holds it."""
        whole = {**self._said(), "signature": self.signature.hex()}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def is_name(text: str) -> bool:
    """Return whether a signer may be called so: one line of some length, or nothing."""
    return len(text) <= LONGEST_NAME and text.translate(_JOINERS).isprintable()


def read(path: Path) -> Seal:
    """Return what a seal says, right or not; raises `NotFoundError` or `NotASeal`."""
    try:
        if not path.is_file():
            raise OSError("a folder, or a pipe, which would never end")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise NotFoundError(f"There is no seal “{path.name}” that can be read.") from error
    try:
        if len(data) > LARGEST:
            raise ValueError("too long")
        return _seal(json.loads(data.decode("utf-8")))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NotASeal(
            f"“{path.name}” is not a seal, or it is damaged. Ask whoever gave it to you for "
            "another copy."
        ) from error


def _seal(said: Any) -> Seal:
    _require(type(said) is dict and said.keys() == _KEYS and said["casefile_seal"] == VERSION)
    file, history = _object(said["file"], "sha256", "size"), _object(said["history"], "seq", "hash")
    signer = _object(said["signer"], "key", "name")
    _require(type(signer["name"]) is str and is_name(signer["name"]))
    return Seal(
        case_id=_matching(_ID, said["case"]),
        at=_matching(_MOMENT, said["at"]),
        sha256=_matching(_HASH, file["sha256"]),
        size=_number(file["size"]),
        seq=_number(history["seq"]),
        hash=_matching(_HASH, history["hash"]),
        counts=_counts(said["counts"]),
        documents=tuple(map(_line, _list(said["documents"]))),
        public=_bytes(signer["key"], signing.PUBLIC_BYTES),
        signer=signer["name"],
        signature=_bytes(said["signature"], signing.SIGNATURE_BYTES),
    )


def _require(is_so: bool) -> None:
    if not is_so:
        raise ValueError("not as a seal is")


def _object(said: Any, *keys: str) -> dict[str, Any]:
    _require(type(said) is dict and said.keys() == set(keys))
    found: dict[str, Any] = said
    return found


def _list(said: Any) -> list[Any]:
    _require(type(said) is list)
    found: list[Any] = said
    return found


def _number(said: Any) -> int:
    _require(type(said) is int and 0 <= said < 2**63)
    return int(said)


def _matching(form: re.Pattern[str], said: Any) -> str:
    _require(type(said) is str and form.fullmatch(said) is not None)
    return str(said)


def _bytes(said: Any, length: int) -> bytes:
    found = bytes.fromhex(said)
    _require(found.hex() == said and len(found) == length)
    return found


def _counts(said: Any) -> dict[str, int]:
    found = _object(said, *(set(said) & KINDS.keys()))
    return {kind: _number(number) for kind, number in found.items()}


def _line(said: Any) -> SealedLine:
    seq, n, digest = _list(said)
    return SealedLine(_number(seq), _number(n), _matching(_HASH, digest))
