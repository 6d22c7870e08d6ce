"""Where words of a closed case could still be had: in every object of Qt and Python."""

import gc
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QApplication

_ROLES = [int(role) for role in range(32)] + [int(Qt.ItemDataRole.UserRole) + n for n in range(6)]


def in_qt(word: str) -> list[str]:
    """Return what in the tree of objects holds a word: texts, names, tips, rows, documents."""
    return sorted({said for said, text in _texts() if word in text})


def _texts() -> Iterator[tuple[str, str]]:
    seen: set[int] = set()
    for top in QApplication.allWidgets():
        for found in (top, *top.findChildren(QObject)):
            if id(found) not in seen:
                seen.add(id(found))
                yield from _texts_of(found)


def _texts_of(found: QObject) -> Iterator[tuple[str, str]]:
    name = " < ".join(_line_of(found))
    meta = found.metaObject()
    known = [meta.property(number).name() for number in range(meta.propertyCount())]
    # Qt's own dynamic properties (_q_…) hold what Python cannot have.
    ours = [bytes(each.data()).decode() for each in found.dynamicPropertyNames()]
    for each in (*known, *(own for own in ours if not own.startswith("_"))):
        if isinstance(value := found.property(each), str):
            yield f"{name}.{each}", value
    if isinstance(found, QTextDocument):
        yield f"{name} document", found.toPlainText()
    if isinstance(found, QAction):
        yield f"{name} action", f"{found.text()} {found.iconText()} {found.toolTip()}"
    if isinstance(found, QAbstractItemModel):
        yield from ((f"{name} rows", text) for text in _rows(found))


def _line_of(found: QObject | None) -> Iterator[str]:
    while found is not None:
        yield type(found).__name__
        found = found.parent()


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), 500)):
        for column in range(8):
            index = model.index(row, column)
            if not index.isValid():
                break
            yield from (str(model.data(index, role)) for role in _ROLES)


def in_python(word: str) -> list[str]:
    """Return which objects that Python still reaches hold a text with a word."""
    gc.collect()
    held = [each for each in gc.get_objects() if _holds(each, word)]
    return sorted({_said(each) for each in held})


def _holds(each: object, word: str) -> bool:
    """Whether one of its texts has the word, which alone stands in the tests themselves."""
    texts = (text for text in gc.get_referents(each) if type(text) is str)
    return any(word in text and text != word for text in texts)


def _said(each: object) -> str:
    who = [type(other).__qualname__ for other in gc.get_referrers(each)][:4]
    return f"{type(each).__qualname__} {list(each)[:3] if isinstance(each, dict) else ''} of {who}"
