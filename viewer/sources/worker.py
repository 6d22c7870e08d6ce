"""The process that parses: an order and a stranger's bytes come in, text or pixels go out.

An order is one line of JSON, followed by the bytes; so is the answer. The first thing done is to
give up what parsing does not need; see `confinement`.
"""

import importlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from viewer.sources.confinement import confine
from viewer.sources.problems import Problem, ProblemError

#: The module that has `parse(data, order)` for a media type.
_PARSERS = {
    "text/html": "viewer.sources.web.page",
    "application/pdf": "viewer.sources.pdf.parsing",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "viewer.sources.word"
    ),
    "message/rfc822": "viewer.sources.mail",
    "multipart/related": "viewer.sources.mail",
}
_DRAWING = "viewer.sources.pdf.pages"

Order = dict[str, Any]
Answer = tuple[Order, bytes]


def main() -> None:
    """Answer the one order on standard input, and end."""
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    order = json.loads(sys.stdin.buffer.readline())
    try:
        header, payload = _answer(order)
    except ProblemError as error:
        header, payload = {"problem": error.problem.value}, b""
    _send(answers, json.dumps(header).encode() + b"\n", payload)
    # Nothing of a stranger's is taken apart or flushed any more.
    os._exit(0)


def _answer(order: Order) -> Answer:
    with _blamed(Problem.OURS):
        answer = {"read": _read, "sizes": _sizes, "draw": _draw}[order["task"]]
        module = _PARSERS[order["media_type"]] if order["task"] == "read" else _DRAWING
        parser = importlib.import_module(module)
        confine(order)
    with _blamed(Problem.DAMAGED):
        data = sys.stdin.buffer.read(order["size"])
        os.close(0)
        return answer(parser, data, order)


@contextmanager
def _blamed(otherwise: Problem) -> Iterator[None]:
    """Say what an error means; before the document is looked at, it is never the document's."""
    try:
        yield
    except ProblemError:
        raise
    except MemoryError as error:
        raise ProblemError(Problem.MEMORY) from error
    except ModuleNotFoundError as error:  # some parsers import what they need when they need it
        raise ProblemError(Problem.OURS) from error
    except Exception as error:
        raise ProblemError(otherwise) from error


def _read(parser: Any, data: bytes, order: Order) -> Answer:
    parsed = parser.parse(data, order)
    if len(parsed.text) > order["text_length"]:
        raise ProblemError(Problem.TOO_MUCH_TEXT)
    text = parsed.text.encode("utf-8", "replace")
    return {"fields": parsed.fields, "tool": parsed.tool}, text


def _sizes(parser: Any, data: bytes, order: Order) -> Answer:
    return {"sizes": parser.sizes(data, order["most_pages"])}, b""


def _draw(parser: Any, data: bytes, order: Order) -> Answer:
    width, height, pixels = parser.drawn(
        data, order["page"], order["pixels_wide"], order["pixel_bytes"]
    )
    return {"width": width, "height": height}, pixels


def _send(to: int, *parts: bytes) -> None:
    for part in parts:
        view = memoryview(part)
        while view:
            view = view[os.write(to, view) :]
