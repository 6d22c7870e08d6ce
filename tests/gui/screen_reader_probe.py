"""What a screen reader finds in the program, asked over AT-SPI.

Run by the system's Python, which has pyatspi, within a session bus of its own. Starts the program,
then answers one line of JSON with another: [function, argument, …] → its value.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

#: Milliseconds within which the program answers; a dialog that is executed answers when it is over.
ANSWER = 15000
#: Seconds within which something appears.
PATIENCE = 30
#: Children of one thing that are looked at: a table may have a million.
MOST = 300

STATES = {
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "showing": pyatspi.STATE_SHOWING,
    "selected": pyatspi.STATE_SELECTED,
}
Steps = list[list[str]]


def desktop() -> Any:
    return pyatspi.Registry.getDesktop(0)


def children(node: Any) -> Iterator[Any]:
    for number in range(min(node.childCount, MOST)):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield child


def states(node: Any) -> list[str]:
    found = node.getState()
    return [name for name, state in STATES.items() if found.contains(state)]


def below(node: Any) -> Iterator[Any]:
    for child in children(node):
        yield child
        yield from below(child)


def is_meant(node: Any, role: str, name: str, shown: bool) -> bool:
    fits = node.getRoleName() == role and (not name or node.name.startswith(name))
    return fits and (not shown or "showing" in states(node))


def at(steps: Steps, shown: bool = True) -> Any:
    """The thing to which steps of role and beginning of a name lead, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            node = followed(steps, shown)
        except Exception:  # What was there a moment ago may be gone.
            node = None
        if node is not None:
            return node
        time.sleep(0.2)
    raise LookupError(f"nothing is at {steps}")


def followed(steps: Steps, shown: bool) -> Any:
    node = next((app for app in children(desktop()) if app.name == "Casefile"), None)
    for role, name in steps:
        if node is None:
            return None
        node = next((each for each in below(node) if is_meant(each, role, name, shown)), None)
    return node


def described(node: Any) -> dict[str, Any]:
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "states": states(node),
        "labels": labels(node),
    }


def labels(node: Any) -> list[str]:
    return [
        relation.getTarget(number).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for number in range(relation.getNTargets())
    ]


def find(steps: Steps, shown: bool = True) -> dict[str, Any]:
    return described(at(steps, shown))


def all_below(steps: Steps, shown: bool = True) -> list[dict[str, Any]]:
    nodes = below(at(steps, shown))
    return [described(node) for node in nodes if not shown or "showing" in states(node)]


def windows() -> list[dict[str, Any]]:
    return [described(node) for node in children(at([])) if "showing" in states(node)]


def press(steps: Steps) -> None:
    """Do what a click does; menus need not be open for it."""
    # A dialog that is executed answers when it is over.
    with suppress(GLib.GError):
        at(steps, shown=False).queryAction().doAction(0)


def focus(steps: Steps) -> bool:
    return bool(at(steps).queryComponent().grabFocus())


def select(steps: Steps, row: int) -> bool:
    return bool(at(steps).queryTable().addRowSelection(row))


def table(steps: Steps, rows: int) -> dict[str, Any]:
    found = at(steps).queryTable()
    across = range(found.nColumns)
    return {
        "rows": found.nRows,
        "columns": [found.getColumnDescription(column) for column in across],
        "cells": [
            [found.getAccessibleAt(row, column).name for column in across]
            for row in range(min(rows, found.nRows))
        ],
    }


def text(steps: Steps, start: int, end: int) -> dict[str, Any]:
    found = at(steps).queryText()
    selected = [list(found.getSelection(n)) for n in range(found.getNSelections())]
    return {
        "length": found.characterCount,
        "text": found.getText(start, end),
        "caret": found.caretOffset,
        "selections": selected,
    }


def select_text(steps: Steps, start: int, end: int) -> bool:
    found = at(steps).queryText()
    done = found.setSelection(0, start, end) if found.getNSelections() else None
    return bool(found.addSelection(start, end) if done is None else done)


def place_caret(steps: Steps, offset: int) -> bool:
    return bool(at(steps).queryText().setCaretOffset(offset))


FUNCTIONS = {
    function.__name__: function
    for function in (
        *(find, all_below, windows, press, focus, select, table, text, select_text, place_caret),
    )
}


def answer(line: str) -> dict[str, Any]:
    """What was asked; once more where something went while it was looked at."""
    name, *arguments = json.loads(line)
    for _ in range(3):
        try:
            return {"value": FUNCTIONS[name](*arguments)}
        except LookupError as error:
            return {"error": str(error)}
        except Exception as error:
            last = f"{type(error).__name__}: {error}"
    return {"error": last}


def main() -> None:
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    # The program of sys.argv must not write where the answers go.
    with subprocess.Popen(sys.argv[1:], env=environment, stdout=subprocess.DEVNULL) as program:
        try:
            Atspi.set_timeout(ANSWER, PATIENCE * 1000)
            for line in sys.stdin:
                sys.stdout.write(f"{json.dumps(answer(line))}\n")
                sys.stdout.flush()
        finally:
            program.kill()


main()
