"""A note is shown in its looks, and nothing that stands in it is ever loaded or followed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QPalette, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from viewer.gui.annotations.note_text import NoteDocument, NoteView, write_note

HOSTILE = [
    "![](file:///etc/passwd)",
    "![a picture](file:///etc/passwd)",
    '<img src="file:///etc/passwd">',
    "<img src=http://example.org/x.png>",
    "[click](javascript:alert(1)) <a href='http://example.org'>here</a>",
    "<style>@import url(http://example.org/x.css);</style>",
    "\ufffc\u2029\u2028 **\ufdd0**",
    "```\n" * 500,
    "> " * 5000,
    "**" * 9000 + "ب",
]


class Asked(NoteDocument):
    """Remembers what is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        self.names.append(str(name))
        return super().loadResource(kind, name)


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_is_loaded_whatever_stands_in_a_note(qapp: QApplication, body: str) -> None:
    document = Asked()
    write_note(document, body, QPalette())
    document.setTextWidth(200)
    document.size()
    assert document.names == []
    assert "<img" not in document.toHtml()


def test_a_note_that_were_html_after_all_would_load_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    picture = tmp_path / "x.txt"
    picture.write_text("secret")
    url = QUrl.fromLocalFile(str(picture))
    kind = QTextDocument.ResourceType.ImageResource.value
    view = NoteView()
    for shown in (NoteDocument(), view.document()):
        shown.setHtml(f'<img src="{url.toString()}">')
        assert shown.resource(kind, url) is None


def test_looks_are_shown_and_addresses_are_plain_words(qapp: QApplication) -> None:
    document = QTextDocument()
    write_note(document, "# Head\n**Who** was *it*, [here](http://x.org)?\n- one", QPalette())
    assert document.toPlainText() == "Head\nWho was it, here (http://x.org)?\n• one"
    looks = {}
    block = document.begin()
    while block.isValid():
        for fragment in block:
            form = fragment.fragment().charFormat()
            looks[fragment.fragment().text().strip()] = (
                form.fontWeight() == QFont.Weight.Bold,
                form.fontItalic(),
                form.hasProperty(QTextFormat.Property.AnchorHref),
            )
        block = block.next()
    assert looks["Head"] == looks["Who"] == (True, False, False)
    assert looks["it"] == (False, True, False)
    assert looks["(http://x.org)"] == (False, False, False)


def test_a_view_can_be_read_and_copied_only(qtbot: QtBot) -> None:
    view = NoteView()
    qtbot.addWidget(view)
    view.show_note("**Who** was it?")
    qtbot.keyClicks(view, "x")
    assert view.toPlainText() == "Who was it?"
    assert view.isReadOnly()
