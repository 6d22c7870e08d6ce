"""Sealing and verifying in threads of their own: both read the whole file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.errors import CasefileError, Interrupted
from viewer.gui.job import Job

if TYPE_CHECKING:
    from viewer.store import Access
    from viewer.store.seal_file import Seal
    from viewer.store.sealing import Verdict


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where the seal is, and the fingerprint of the key that signed it."""

    path: Path
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Held:
    """A seal, and what the case is to it; None where its signature is not right."""

    seal: Seal
    verdict: Verdict | None


class SealJob(Job):
    """Seals a case; makes the user's key where there is none."""

    #: What was `Sealed`.
    sealed = Signal(object)
    #: A sentence: nothing was sealed.
    failed = Signal(str)

    def __init__(
        self, access: Access, signer: str, passphrase: str, parent: QObject | None = None
    ) -> None:
        super().__init__("sealing", parent)
        self._access, self._signer, self._passphrase = access, signer, passphrase

    def _work(self) -> None:
        from viewer.store import sealing, signing

        try:
            has_key = signing.has_key()
            key = (signing.load_key if has_key else signing.make_key)(self._passphrase)
            path = sealing.seal(self._access, key, self._signer, self._cancelled.is_set)
        except Interrupted:
            return
        except CasefileError as error:
            self.failed.emit(str(error))
            return
        self.sealed.emit(Sealed(path, signing.fingerprint(key.public)))


class VerifyJob(Job):
    """Holds the case against a seal."""

    #: A case `Held` against a seal.
    held = Signal(object)
    #: A sentence: the seal cannot be read, or the case.
    failed = Signal(str)

    def __init__(self, path: Path, access: Access, parent: QObject | None = None) -> None:
        super().__init__("verifying", parent)
        self._path, self._access = path, access

    def _work(self) -> None:
        from viewer.store import seal_file, sealing

        try:
            seal = seal_file.read(self._path)
            wanted = self._access, self._cancelled.is_set
            verdict = sealing.verify(seal, *wanted) if seal.is_signed else None
        except Interrupted:
            return
        except CasefileError as error:
            self.failed.emit(str(error))
            return
        self.held.emit(Held(seal, verdict))
