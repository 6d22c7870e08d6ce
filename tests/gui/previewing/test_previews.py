"""The whole case as an audience would see it: in a window of its own, and gone without a trace."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.gui.windows import show, view_of
from viewer.domain.changes import creation, edit
from viewer.domain.ids import new_id
from viewer.domain.records import Audience, Person
from viewer.domain.sample import sample_id
from viewer.gui.main_window import MainWindow
from viewer.gui.previewing.menu import audience_menu
from viewer.gui.previewing.window import PreviewWindow

AMJAD = sample_id("person", "amjad")
MOHAMMED = sample_id("person", "mohammed")
Preview = Callable[[str], PreviewWindow]


@pytest.fixture(autouse=True)
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


@pytest.fixture
def preview(sample_window: MainWindow, qtbot: QtBot) -> Iterator[Preview]:
    def made(audience: str) -> PreviewWindow:
        sample_window.previews.show(audience)
        return settled(sample_window, qtbot)

    yield made
    sample_window.previews.close()


def settled(window: MainWindow, qtbot: QtBot) -> PreviewWindow:
    qtbot.waitUntil(lambda: not window.previews.is_busy, timeout=20_000)
    assert window.previews.window is not None
    return window.previews.window


def names(window: MainWindow) -> list[str]:
    show(window, "person")
    pane = view_of(window).workspace.pane
    assert pane is not None
    model = pane.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def withhold_amjad(window: MainWindow) -> None:
    amjad = window.session.case.get(Person, AMJAD)
    assert window.session.do(edit(amjad, protection="name_withheld", pseudonym="Person Z"))


def test_every_pane_shows_what_the_audience_would_see(preview: Preview, qtbot: QtBot) -> None:
    public = preview("public")
    assert public.windowTitle() == "PREVIEW for Public: Attacks on activists in Iraq — Casefile"
    assert public.banner.sentence.text() == "What “Public” would see. Nothing can be changed here."
    assert "Person A" in names(public)
    assert "Mohammed Aldhamat" not in names(public)
    view_of(public).guide.find(MOHAMMED)
    reader = view_of(public).reader
    qtbot.waitUntil(lambda: "[Person A], describes" in reader.view.toPlainText())
    assert public.session.case.search("person", "mohammed") == []
    details = view_of(public).details
    assert details.record_id == MOHAMMED
    assert details.view is not None
    assert details.view.protection is not None
    assert details.view.protection.why.isHidden()


def test_nothing_can_be_done_there(preview: Preview) -> None:
    public = preview("public")
    a = public.actions_
    assert public.session.read_only
    for action in (a.new, a.open, a.sample, a.import_files, a.paste, a.export, a.sign, a.check):
        assert not action.isEnabled()
    assert not a.undo.isVisible()
    assert not a.redo.isVisible()
    assert not public.menus.recent.menuAction().isEnabled()
    browse = view_of(public).browse.model()
    entries = [browse.index(row, 0).data() for row in range(browse.rowCount())]
    assert entries[:2] == ["Overview", "Persons"]
    assert entries[-1] == "Tags"
    assert not view_of(public).reader.tools.actions.suggest.isVisible()


def test_it_leaves_nothing_behind(
    sample_window: MainWindow, preview: Preview, runtime: Path
) -> None:
    recent = sample_window.settings.recent
    preview("legal")
    assert list(runtime.iterdir()) != []
    sample_window.previews.close()
    assert list(runtime.iterdir()) == []
    assert sample_window.settings.recent == recent
    assert sample_window.previews.window is None


def test_it_goes_with_the_case(sample_window: MainWindow, preview: Preview, runtime: Path) -> None:
    preview("public")
    sample_window.close_case()
    assert list(runtime.iterdir()) == []
    assert sample_window.previews.window is None


def test_it_follows_a_change_and_stays_where_it_was(
    sample_window: MainWindow, preview: Preview, qtbot: QtBot, runtime: Path
) -> None:
    public = preview("public")
    view_of(public).guide.find(AMJAD)
    withhold_amjad(sample_window)
    assert sample_window.previews.is_busy
    assert settled(sample_window, qtbot) is public
    assert view_of(public).details.record_id == AMJAD
    assert "Person Z" in names(public)
    assert len(list(runtime.rglob("*.casefile"))) == 1


def test_another_audience_is_chosen_in_the_banner(
    sample_window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    public = preview("public")
    press = Audience(id=new_id(), label="Press", name_withheld="left_out")
    sample_window.session.do(creation(press))
    settled(sample_window, qtbot)
    choice = public.banner.audience
    assert [choice.itemText(at) for at in range(choice.count())][-1] == "Press"
    public.banner.audience_chosen.emit(press.id)
    settled(sample_window, qtbot)
    assert "PREVIEW for Press" in public.windowTitle()
    assert "Person A" not in names(public)


def test_what_would_leak_is_not_shown(
    sample_window: MainWindow, preview: Preview, qtbot: QtBot
) -> None:
    public = preview("public")
    mohammed = sample_window.session.case.get(Person, MOHAMMED)
    sample_window.session.do(edit(mohammed, pseudonym="Hasanain"))
    settled(sample_window, qtbot)
    assert "would still be readable" in public.problem.text()
    assert not public.session.is_open
    sample_window.session.do(edit(sample_window.session.case.get(Person, MOHAMMED), pseudonym="X"))
    settled(sample_window, qtbot)
    assert "X" in names(public)


def test_the_same_key_opens_and_leaves_it(sample_window: MainWindow, preview: Preview) -> None:
    menu = audience_menu(sample_window)
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Internal",
        "Legal",
        "Public",
        "&Audiences…",
    ]
    assert isinstance(menu.activeAction(), QAction)
    public = preview("public")
    assert public.actions_.show_as.shortcut() == sample_window.actions_.show_as.shortcut()
    public.actions_.show_as.trigger()
    assert sample_window.previews.window is None


def test_the_whole_of_it_is_on_the_screen(sample_window: MainWindow, preview: Preview) -> None:
    room = sample_window.screen().availableGeometry()
    sample_window.resize(room.size())
    sample_window.move(room.topLeft())
    assert room.contains(preview("public").geometry())
