"""What may be told of an error: never the case's words.

An exception's message, its notes and a frame's values may quote a testimony, and a type or a piece
of code that was made while the program ran may be called after it. So only types that stand in a
module are named, and places in files that Python loaded; of a path, only what tells nothing of the
user's account.
"""

import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import CodeType, TracebackType

from viewer import __version__

#: Of one error, how many others it may come from, and places at each end of its way.
_MOST_ERRORS, _MOST_PLACES = 20, 30


def report(error: BaseException) -> str:
    """Return what may be told of an error: versions, time, types and places in the program."""
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    system = f"Python {platform.python_version()}, {platform.system()}"
    lines = [f"{at} Casefile {__version__}, {system}"]
    for link in islice(_chain(error), _MOST_ERRORS):
        lines += [_name(type(link)), *_places(link.__traceback__)]
    return "\n".join(lines) + "\n\n"


def _chain(first: BaseException) -> Iterator[BaseException]:
    """An error, those of a group, and what each came from."""
    seen: set[int] = set()
    waiting = [first]
    while waiting:
        error = waiting.pop()
        if id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        parts = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
        origin = error.__cause__ or error.__context__
        waiting += [*filter(None, [origin]), *reversed(parts)]


def _name(kind: type[BaseException]) -> str:
    """Return the name of a type, or of the nearest above it that stands in a module.

    A type that was made while the program ran may be called after anything.
    """
    return next(f"{known.__module__}.{known.__qualname__}" for known in kind.__mro__ if _is(known))


def _is(kind: type) -> bool:
    try:
        found: object = sys.modules[kind.__module__]
        for part in kind.__qualname__.split("."):
            found = getattr(found, part)
    except Exception:
        return False
    return found is kind


def _places(trace: TracebackType | None) -> list[str]:
    """Return where an error went through, the outermost first; of a long way, both ends."""
    frames = [(frame.f_code, line) for frame, line in traceback.walk_tb(trace)]
    lines = [_place(code, line) for code, line in frames]
    if len(lines) <= 2 * _MOST_PLACES:
        return lines
    left_out = len(lines) - 2 * _MOST_PLACES
    return [*lines[:_MOST_PLACES], f"  … {left_out} more …", *lines[-_MOST_PLACES:]]


def _place(code: CodeType, line: int) -> str:
    file = _of_program(Path(code.co_filename))
    return f"  {file}:{line} in {code.co_name}" if file else "  in code that was made on the way"


def _of_program(file: Path) -> str:
    """Return the place of a module's file within what Python loads from; empty for any other."""
    if not file.is_absolute():
        # In a bundle, modules have no other place than their name.
        module = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
        return file.as_posix() if module in sys.modules else ""
    if str(file) not in {getattr(module, "__file__", None) for module in [*sys.modules.values()]}:
        return ""
    roots = [Path(root) for root in sys.path if root and file.is_relative_to(root)]
    longest = max(roots, key=lambda root: len(root.parts), default=None)
    return file.relative_to(longest).as_posix() if longest is not None else ""
