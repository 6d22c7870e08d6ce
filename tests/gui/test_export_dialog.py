import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Audience, Export, Person
from viewer.domain.sample import sample_id
from viewer.gui.export_dialog import ExportDialog
from viewer.gui.exporting import offers
from viewer.gui.session import Session
from viewer.store import ListQuery


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def dialog(session: Session, runtime: Path, qtbot: QtBot) -> Iterator[ExportDialog]:
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def await_preview(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitSignal(dialog.preview.ready, timeout=20_000).wait()


def write(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Export, whatever there is to look at first."""
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    dialog.export.click()
    if dialog.export.text() == "Export anyway":
        dialog.export.click()


def height_in_sight(widget: QWidget) -> int:
    return widget.visibleRegion().boundingRect().height()


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_buttons_are_on_the_screen(dialog: ExportDialog) -> None:
    assert dialog.screen().availableGeometry().contains(dialog.rect())


def test_the_written_file_says_what_its_readers_may_see(
    session: Session, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    target = tmp_path / "out.pdf"
    dialog.file.setText(str(target))
    with qtbot.waitSignal(dialog.preview.ready, timeout=20_000, raising=False):
        write(dialog, qtbot)
        qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
        dialog.choices.audiences["internal"].click()
    public = text_of(target)
    assert "Amjad Aldhamat" in public
    assert "Mohammed" not in public

    internal = tmp_path / "internal.pdf"
    dialog.file.setText(str(internal))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    assert "Mohammed Aldhamat" in text_of(internal)


def test_the_preview_shows_pages_and_leaves_nothing_behind(
    dialog: ExportDialog, qtbot: QtBot, runtime: Path
) -> None:
    await_preview(dialog, qtbot)
    assert dialog.preview.pages.page_count > 5
    image = dialog.preview.pages.grab().toImage()
    shades = {image.pixelColor(x, 60).lightness() for x in range(0, image.width(), 2)}
    assert max(shades) > 250
    assert list(runtime.iterdir()) == []


def test_fewer_sections_make_fewer_pages(dialog: ExportDialog, qtbot: QtBot) -> None:
    await_preview(dialog, qtbot)
    before = dialog.preview.pages.page_count
    for code in ("sources", "chronology", "acts"):
        dialog.choices.pdf.sections.check(code, False)
    await_preview(dialog, qtbot)
    assert dialog.preview.pages.page_count < before


def test_cancel_leaves_no_file(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    await_preview(dialog, qtbot)
    before = sorted(tmp_path.iterdir())
    dialog.file.setText(str(tmp_path / "out.pdf"))
    write(dialog, qtbot)
    dialog.cancel.click()
    qtbot.waitUntil(dialog.outcome.sentence.isVisible, timeout=20_000)
    assert "Nothing was written" in dialog.outcome.sentence.text()
    assert sorted(tmp_path.iterdir()) == before
    assert dialog.isVisible()


def test_closing_while_writing_leaves_no_file(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    before = sorted(tmp_path.iterdir())
    dialog.file.setText(str(tmp_path / "out.pdf"))
    write(dialog, qtbot)
    dialog.done(0)
    assert sorted(tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there_is_told(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.file.setText(str(tmp_path / "nowhere" / "out.pdf"))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.problem.isVisible, timeout=20_000)
    assert "was not written" in dialog.outcome.problem.text()


def test_the_offered_name_follows_the_audience_and_gets_its_suffix(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    assert "(public" in dialog.file.text()
    assert dialog.file.text().endswith(".pdf")
    dialog.file.clear()
    qtbot.keyClicks(dialog.file, str(tmp_path / "mine"))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    assert (tmp_path / "mine.pdf").exists()


def test_a_name_in_the_title_is_not_in_the_offered_file_name(
    session: Session, runtime: Path, qtbot: QtBot
) -> None:
    session.do(edit(session.case.case, title="The case of Mohammed Aldhamat"))
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)
    await_preview(dialog, qtbot)
    assert "Mohammed" not in Path(dialog.file.text()).name
    dialog.close()


def test_an_export_that_would_leak_is_refused_in_words(
    session: Session, runtime: Path, qtbot: QtBot
) -> None:
    mohammed = session.case.get(Person, sample_id("person", "mohammed"))
    session.do(edit(mohammed, pseudonym="Mohammed Aldhamat"))
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.preview.refused, timeout=20_000):
        pass
    assert not dialog.export.isEnabled()
    assert "protected person" in dialog.preview.message.text()
    dialog.close()


def test_a_dialog_may_go_while_its_preview_is_made(
    session: Session, runtime: Path, qtbot: QtBot
) -> None:
    dialog = ExportDialog(session, None)
    job_begins = dialog.preview._wait
    qtbot.waitUntil(lambda: not job_begins.isActive())
    dialog.deleteLater()
    del dialog
    qtbot.wait(50)
    qtbot.waitUntil(lambda: list(runtime.iterdir()) == [], timeout=20_000)


def test_annotations_are_exported_for_other_programs(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.choices.formats[".jsonld"].click()
    await_preview(dialog, qtbot)
    assert "It holds 5 annotations." in dialog.preview.message.text()
    assert not dialog.choices.pdf.isVisible()
    assert dialog.file.text().endswith(").jsonld")
    dialog.file.clear()
    qtbot.keyClicks(dialog.file, str(tmp_path / "notes"))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    written = json.loads((tmp_path / "notes.jsonld").read_text("utf-8"))
    assert (written["type"], written["total"]) == ("AnnotationCollection", 5)
    assert "creator" not in written["first"]["items"][0]


def test_a_chosen_name_keeps_to_the_format(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.file.clear()
    qtbot.keyClicks(dialog.file, str(tmp_path / "my.summary.pdf"))
    for ending in (".jsonld", ".pdf"):
        dialog.choices.formats[ending].click()
        assert Path(dialog.file.text()) == tmp_path / f"my.summary{ending}"
    await_preview(dialog, qtbot)
    assert dialog.choices.pdf.isVisible()
    assert dialog.preview.pages.page_count > 5


def test_pages_are_zoomed(dialog: ExportDialog, qtbot: QtBot) -> None:
    await_preview(dialog, qtbot)
    pages = dialog.preview.pages
    fitting = pages.scale
    pages.zoom(1)
    assert pages.scale > fitting
    pages.fit_width()
    assert pages.scale == pytest.approx(fitting)
    assert dialog.preview.pages.verticalScrollBar().maximum() > 0
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose) is False


def test_an_export_is_noted_in_the_case(
    session: Session, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.file.setText(str(tmp_path / "out.pdf"))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    (noted,) = session.case.all(Export)
    assert (noted.file_name, noted.audience) == ("out.pdf", "Public")
    assert "Mohammed Aldhamat: as “Person" in noted.protections
    assert session.undo_label == ""
    assert "noted in the case" in dialog.outcome.sentence.text()


def test_sections_are_moved(dialog: ExportDialog, qtbot: QtBot) -> None:
    sections = dialog.choices.pdf.sections
    assert sections.codes[:2] == ("summary", "persons")
    assert not sections.up.isEnabled()
    sections.list.setCurrentRow(1)
    sections.up.click()
    assert sections.codes[:2] == ("persons", "summary")


def test_an_encrypted_file_needs_its_passphrase(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    passphrase = dialog.choices.pdf.passphrase
    passphrase.wanted.click()
    assert not dialog.export.isEnabled()
    qtbot.keyClicks(passphrase.first, "long enough")
    qtbot.keyClicks(passphrase.again, "long enoug")
    assert "not the same" in dialog.outcome.problem.text()
    qtbot.keyClicks(passphrase.again, "h")
    assert not dialog.outcome.isVisible()
    target = tmp_path / "out.pdf"
    dialog.file.setText(str(target))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password="long enough") as opened:
        assert opened.encryption.R == 6


def test_a_dossier_and_what_the_list_shows_are_offered(
    session: Session, runtime: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    offered = offers.dossier(session, sample_id("person", "amjad"))
    query = ListQuery("person", "name", words="Aldhamat")
    offered += offers.selection(session, query)
    assert [words for words, _ in offered] == [
        "Dossier of this person: Amjad Aldhamat",
        "What the list shows: 2 persons",
    ]
    assert offers.selection(session, replace(query, words="")) == []
    assert offers.dossier(session, sample_id("place", "iraq")) == []
    dialog = ExportDialog(session, None, offers=offered)
    qtbot.addWidget(dialog)
    await_preview(dialog, qtbot)
    whole = dialog.preview.pages.page_count
    dialog.choices.covers.setCurrentIndex(1)
    await_preview(dialog, qtbot)
    assert dialog.preview.pages.page_count < whole
    assert "Dossier" in Path(dialog.file.text()).name
    dialog.close()


def test_the_report_can_be_in_arabic(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    await_preview(dialog, qtbot)
    dialog.choices.pdf.language.setCurrentText("العربية")
    await_preview(dialog, qtbot)
    target = tmp_path / "out.pdf"
    dialog.file.setText(str(target))
    write(dialog, qtbot)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    assert PdfReader(target).trailer["/Root"]["/Lang"] == "ar"


def test_an_audience_of_the_case_can_be_chosen(
    session: Session, runtime: Path, qtbot: QtBot
) -> None:
    session.do(creation(Audience(id=new_id(), label="Partners", name_withheld="named")))
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)
    await_preview(dialog, qtbot)
    own = list(dialog.choices.audiences.values())[-1]
    assert own.text() == "Partners"
    own.click()
    await_preview(dialog, qtbot)
    assert "(partners" in dialog.file.text()
    dialog.close()


def test_what_may_still_point_to_somebody_is_looked_at_first(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.file.setText(str(tmp_path / "out.pdf"))
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    dialog.export.click()
    assert "may still point to somebody" in dialog.outcome.sentence.text()
    assert dialog.looks.currentWidget() is not dialog.preview
    assert not (tmp_path / "out.pdf").exists()
    assert dialog.export.text() == "Export anyway"
    dialog.choices.audiences["internal"].click()
    assert dialog.export.text() == "Export"
    assert not dialog.looks.isTabVisible(1)


def test_a_passphrase_changes_no_page(dialog: ExportDialog, qtbot: QtBot) -> None:
    await_preview(dialog, qtbot)
    with qtbot.assertNotEmitted(dialog.preview.ready, wait=1_500):
        dialog.choices.pdf.passphrase.wanted.click()
        qtbot.keyClicks(dialog.choices.pdf.passphrase.first, "long")
    dialog.choices.pdf.sections.check("quotes", False)
    await_preview(dialog, qtbot)
    assert not dialog.export.isEnabled()
    assert "not the same" in dialog.outcome.problem.text()


def test_enter_exports_from_the_lowest_row_only(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    await_preview(dialog, qtbot)
    dialog.choices.audiences["internal"].click()
    await_preview(dialog, qtbot)
    target = tmp_path / "out.pdf"
    dialog.file.setText(str(target))
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    dialog.choices.pdf.passphrase.wanted.click()
    for field in (dialog.choices.pdf.passphrase.again, dialog.choices.pdf.passphrase.first):
        field.setFocus()
        qtbot.keyClicks(field, "long enough")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.export.isEnabled()
    assert dialog.isVisible()
    dialog.file.setFocus()
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.outcome.open.isVisible, timeout=20_000)
    assert target.exists()


def test_the_pages_follow_what_is_decided(dialog: ExportDialog, qtbot: QtBot) -> None:
    await_preview(dialog, qtbot)
    qtbot.waitUntil(dialog.export.isEnabled, timeout=30_000)
    with qtbot.waitSignal(dialog.preview.ready, timeout=20_000):
        dialog.looks.setCurrentWidget(dialog.looks.words)
        dialog.looks.words.deeds.withhold.click()
        assert not dialog.export.isEnabled()


def test_the_fields_of_a_passphrase_come_into_sight(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.resize(900, 560)
    passphrase = dialog.choices.pdf.passphrase
    passphrase.wanted.click()
    for field in (passphrase.first, passphrase.again):
        qtbot.waitUntil(lambda field=field: height_in_sight(field) == field.height())
