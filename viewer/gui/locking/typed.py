"""What stands in a dialog or at the words when the case is locked: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.gui import plain

#: What was typed, and where: the window's title and the field's name.
Typed = tuple[str, str]
_HEADING = "This was typed and not saved when the case was locked. Copy what you need of it."
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


def typed_beside(window: QWidget) -> list[Typed]:
    """Return what was typed in dialogs, and in questions that float over the window."""
    return [typed for each in _places(window) for typed in _typed_in(each)]


def _places(window: QWidget) -> Iterator[QWidget]:
    for widget in QApplication.topLevelWidgets():
        is_dialog = isinstance(widget, QDialog) and not isinstance(widget, QFileDialog)
        if widget.isVisible() and is_dialog and not hasattr(widget, "keeps_what_is_typed"):
            yield widget
    for widget in window.findChildren(QWidget):
        if widget.property("look") == "popup" and widget.isVisible() and not widget.isWindow():
            yield widget


def _typed_in(place: QWidget) -> Iterator[Typed]:
    title = place.windowTitle() or place.accessibleName()
    for kind in _FIELDS:
        for field in place.findChildren(kind):
            text = _own_text(field)
            if text and field.isVisible():
                yield f"{title}: {field.accessibleName()}".strip(": "), text


def _own_text(field: QWidget) -> str:
    """Return what the user typed into a field; never what is hidden there."""
    if isinstance(field, QLineEdit):
        is_open = field.echoMode() == QLineEdit.EchoMode.Normal and not field.property("secret")
        return field.text().strip() if field.isModified() and is_open else ""
    if isinstance(field, (QTextEdit, QPlainTextEdit)) and not field.isReadOnly():
        return field.toPlainText().strip() if field.document().isModified() else ""
    return ""


def show_typed(typed: list[Typed], window: QWidget) -> QDialog:
    """Show after unlocking what was typed and could not be saved."""
    dialog = QDialog(window)
    dialog.setWindowTitle("Not saved")
    text = QPlainTextEdit("\n\n".join(f"{where}\n{words}" for where, words in typed))
    text.setReadOnly(True)
    text.setAccessibleName("What was typed")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    box = QVBoxLayout(dialog)
    for widget in (plain.paragraph(_HEADING), text, buttons):
        box.addWidget(widget)
    dialog.resize(520, 320)
    return dialog
