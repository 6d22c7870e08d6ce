"""Everything that is done with a mutated case, and what came of it."""

import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.store.looking import marks
from viewer.domain.records import KINDS, Document
from viewer.domain.titles import title
from viewer.errors import CasefileError
from viewer.store import LISTS, SEARCHED, CaseFile, Key, ListQuery, check
from viewer.store.salvage import salvage

#: Records of a kind that are looked at, and rows of a list.
_MOST = 60
WORDS = ("a", "amjad", "killed basra", "x")


@dataclass
class Look:
    """What came of one file. Problems are our own mistakes; all else is as promised."""

    #: How each way of opening ended.
    write: str = ""
    read: str = ""
    check: str = ""
    salvage: str = ""
    problems: list[str] = field(default_factory=list)
    #: Seconds of the processor, the longest of all steps.
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def look(path: Path, key: Key | None = None) -> Look:
    """Open a case in both ways, read, check and salvage it; the file must be as it was."""
    found, before = Look(), marks(path)
    found.write = _ended(found, lambda: _opened(path, key, read_only=False, found=found))
    is_read = found.write.startswith("opened")
    found.read = _ended(
        found, lambda: _opened(path, key, read_only=True, found=found, is_read=is_read)
    )
    found.check = _ended(found, lambda: "sound" if check(path, key) == [] else "problems named")
    found.salvage = _ended(found, lambda: _salvaged(path, key))
    if marks(path) != before:
        found.problems.append("the file was changed, or another one was left beside it")
    return found


def _ended(found: Look, deed: Callable[[], str]) -> str:
    began = time.process_time()
    try:
        return deed()
    except CasefileError as error:
        if not str(error).endswith((".", ")")):
            found.problems.append(f"no sentence: {error}")
        return f"refused: {type(error).__name__}"
    except Exception as error:
        places = [
            f"{Path(frame.filename).name}:{frame.lineno}"
            for frame in traceback.extract_tb(error.__traceback__)
            if "viewer" in Path(frame.filename).parts
        ]
        found.problems.append(f"{type(error).__name__} at {' < '.join(places[::-1][:4])}")
        return "CRASH"
    finally:
        found.seconds = max(found.seconds, time.process_time() - began)


def _opened(
    path: Path, key: Key | None, *, read_only: bool, found: Look, is_read: bool = False
) -> str:
    """Open a case and read it, unless it was read already."""
    with CaseFile.open(path, read_only=read_only, key=key) as case:
        outcome = "opened, with a warning" if case.damage else "opened"
        if is_read:
            return outcome
        refused = Counter(_read_through(case, found))
    if refused:
        return f"{outcome}; parts are refused with a sentence"
    return outcome


def _salvaged(path: Path, key: Key | None) -> str:
    """Save what can be read into another folder; what is saved must be sound."""
    with TemporaryDirectory() as folder:
        new = Path(folder, "saved.casefile")
        done = salvage(path, new, key)
        if problems := check(new, key):
            raise AssertionError(f"salvaged, and not sound: {problems}")
    return "whole" if done.is_whole else "in part"


def _read_through(case: CaseFile, found: Look) -> Iterator[str]:
    for deed in _readings(case):
        ended = _ended(found, deed)
        if ended.startswith("refused"):
            yield ended


def _readings(case: CaseFile) -> Iterator[Callable[[], str]]:
    for kind in LISTS:
        yield lambda kind=kind: _list(case, kind)  # type: ignore[misc]
    for kind in SEARCHED:
        yield lambda kind=kind: _search(case, kind)  # type: ignore[misc]
    for record in KINDS.values():
        yield lambda record=record: _records(case, record)  # type: ignore[misc]
    yield lambda: _history(case)
    yield lambda: _worklist(case)


def _list(case: CaseFile, kind: str) -> str:
    query = ListQuery(kind)
    case.total(kind)
    case.count(query)
    for row in case.page(query, limit=_MOST):
        case.position(query, row.id)
    case.page(ListQuery(kind, words="a"), limit=50)
    return ""


def _search(case: CaseFile, kind: str) -> str:
    for words in WORDS:
        case.search(kind, words)
    return ""


def _records(case: CaseFile, kind: Any) -> str:
    for n, record in enumerate(case.all(kind)):
        if n == _MOST:
            break
        title(case, record)
        case.referring(record.id) if n < 5 else None
        if isinstance(record, Document):
            case.passage_uses(record.id)
            case.content(record.sha256)
    return ""


def _history(case: CaseFile) -> str:
    for entry in case.history()[:20]:
        str(entry)
    for entry in case.trash():
        case.restoration(entry.entry.seq)
    for event in case.where(KINDS["event"], limit=5):
        case.history_of(event.id)
    return ""


def _worklist(case: CaseFile) -> str:
    case.worklist()
    return ""


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """Give a folder of one file, emptied afterwards."""
    folder.mkdir(exist_ok=True)
    yield folder
    for path in folder.iterdir():
        path.unlink()
