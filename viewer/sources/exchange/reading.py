"""A file in which a case came as JSON → its records, checked."""

import base64
import binascii
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from viewer.domain.changes import Content, sha256
from viewer.domain.exchange import FORMAT, VERSION, Exchanged
from viewer.domain.records import KINDS, Case, Document, Record
from viewer.errors import Cancelled
from viewer.sources.exchange.limits import CASE_LIMITS, CaseLimits
from viewer.sources.exchange.pieces import ORIGINALS, RECORDS, Piece, pieces
from viewer.sources.exchange.records import record_of, text_of
from viewer.sources.exchange.refusal import RefusalError, for_user
from viewer.sources.exchange.whole import require_sound, with_originals
from viewer.sources.exchange.window import Window
from viewer.sources.reading import shown_name

#: Pieces between two questions whether the user gave up.
_BETWEEN = 500

IsCancelled = Callable[[], bool]


def read_case(
    path: Path, limits: CaseLimits = CASE_LIMITS, cancelled: IsCancelled | None = None
) -> Exchanged:
    """Return the case that a file holds as JSON.

    Raises `UnreadableSource` with what is wrong and where, and `Cancelled`. Nothing is written.
    """
    try:
        return _read(path, limits, cancelled)
    except RefusalError as error:
        raise for_user(error, shown_name(path)) from error


def _read(path: Path, limits: CaseLimits, cancelled: IsCancelled | None) -> Exchanged:
    try:
        if path.stat().st_size > limits.file_bytes:
            most = limits.file_bytes // 1024**2
            raise RefusalError("", f"it is larger than {most:,} MB")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _Gathered(limits, cancelled).case_of(pieces(Window(file.read, limits)))
    except UnicodeDecodeError as error:
        raise RefusalError("", "it is not UTF-8") from error
    except OSError as error:
        raise RefusalError("", "it cannot be read") from error


class _Gathered:
    """Gathers the pieces of a file until they are a case."""

    def __init__(self, limits: CaseLimits, cancelled: IsCancelled | None) -> None:
        self._limits, self._cancelled = limits, cancelled
        self._records: dict[str, Record] = {}
        self._originals: dict[str, bytes] = {}
        self._said: dict[str, Any] = {}

    def case_of(self, found: Iterator[Piece]) -> Exchanged:
        for number, piece in enumerate(found):
            if number % _BETWEEN == 0 and self._cancelled is not None and self._cancelled():
                raise Cancelled("Reading was stopped; nothing was changed.")
            self._take(piece)
        for name, check in _CHECKS.items():
            check(self._said.get(name))
        contents = self._kept()
        require_sound(self._records)
        return self._whole(contents)

    def _take(self, piece: Piece) -> None:
        match piece.keys:
            case (first, kind) if first == RECORDS:
                self._add(record_of(kind, piece.value, piece.place), piece.place)
            case (first, hash) if first == ORIGINALS:
                self._originals[hash] = _original(hash, piece)
            case (name,) if name in _CHECKS:
                _CHECKS[name](piece.value)
                self._said[name] = piece.value
            case _:
                what = "this version of Casefile knows no such part of a case"
                raise RefusalError(piece.place, what)

    def _add(self, record: Record, place: str) -> None:
        if record.id in self._records:
            raise RefusalError(place, f"another record has its id, {record.id}, too")
        if len(self._records) >= self._limits.records:
            raise RefusalError(place, f"it holds more than {self._limits.records:,} records")
        self._records[record.id] = record

    def _kept(self) -> tuple[Content, ...]:
        """Hold texts and originals against their hashes; return what the case is to keep."""
        documents = (record for record in self._records.values() if isinstance(record, Document))
        kept = list(with_originals(documents, self._originals))
        self._records |= {document.id: document for document, _ in kept}
        contents = {content.sha256: content for _, content in kept}
        for hash in self._originals.keys() - contents.keys():
            raise RefusalError(f"original {hash}", "no document has it")
        return tuple(contents.values())

    def _whole(self, contents: tuple[Content, ...]) -> Exchanged:
        case = next(record for record in self._records.values() if isinstance(record, Case))
        order = {kind: number for number, kind in enumerate(KINDS)}
        others = [record for record in self._records.values() if record is not case]
        others.sort(key=lambda record: order[record.kind])
        audience = self._said.get("audience") or ""
        return Exchanged(case, tuple(others), contents, audience)


def _check_format(value: Any) -> None:
    if value != FORMAT:
        raise RefusalError("“format”", f"its format is not “{FORMAT}”")


def _check_version(value: Any) -> None:
    if type(value) is not int or value < 1:
        raise RefusalError("“version”", "it does not say which version of the format it has")
    if value > VERSION:
        what = f"a later version of Casefile wrote it (format {value}), which you need to read it"
        raise RefusalError("“version”", what)


def _check_audience(value: Any) -> None:
    text_of(value or "", "“audience”")


#: What a case says of itself, and what must be true of it.
_CHECKS = {"format": _check_format, "version": _check_version, "audience": _check_audience}


def _original(hash: str, piece: Piece) -> bytes:
    try:
        data = base64.b64decode(text_of(piece.value, piece.place), validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusalError(piece.place, "it is not base64") from error
    if sha256(data) != hash:
        raise RefusalError(piece.place, "its bytes are not what its hash says")
    return data
