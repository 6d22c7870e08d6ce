"""Back and forward, as in a browser."""

import pytest
from PySide6.QtWidgets import QApplication

from viewer.domain.changes import creation, deletion
from viewer.domain.ids import new_id
from viewer.domain.records import Tag
from viewer.gui.navigation import Navigator
from viewer.gui.session import Session


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def navigator(session: Session, shown: list[str]) -> Navigator:
    navigator = Navigator(session)
    navigator.record_shown.connect(shown.append)
    return navigator


def test_back_and_forward_retrace_the_way(navigator: Navigator, shown: list[str]) -> None:
    for id in "abc":
        navigator.go_to(id)
    navigator.back()
    navigator.back()
    navigator.forward()
    assert shown == ["a", "b", "c", "b", "a", "b"]
    assert navigator.can_go_back
    assert navigator.can_go_forward


def test_a_new_way_replaces_the_one_ahead(navigator: Navigator) -> None:
    for id in "ab":
        navigator.go_to(id)
    navigator.back()
    navigator.go_to("c")
    assert not navigator.can_go_forward
    navigator.back()
    assert navigator.current == "a"


def test_the_same_again_is_no_step(navigator: Navigator, shown: list[str]) -> None:
    navigator.go_to("a")
    navigator.go_to("a")
    assert shown == ["a", "a"]
    assert not navigator.can_go_back


def test_the_ends_of_the_way_stay_the_ends(navigator: Navigator, shown: list[str]) -> None:
    navigator.back()
    navigator.forward()
    assert shown == []


def test_what_is_deleted_leaves_the_way(
    session: Session, navigator: Navigator, shown: list[str]
) -> None:
    tag = Tag(id=new_id(), label="x")
    session.do(creation(tag))
    for id in ("a", tag.id, "a", "b", tag.id):
        navigator.go_to(id)
    session.do(deletion(tag))
    assert shown[-1] == "b"
    navigator.back()
    assert navigator.current == "a"
    assert not navigator.can_go_back


def test_nothing_is_shown_when_all_is_gone(
    session: Session, navigator: Navigator, shown: list[str]
) -> None:
    tag = Tag(id=new_id(), label="x")
    session.do(creation(tag))
    navigator.go_to(tag.id)
    session.undo()
    assert shown == [tag.id, ""]


def test_closing_the_case_forgets_the_way(
    qapp: QApplication, session: Session, navigator: Navigator
) -> None:
    navigator.go_to("a")
    session.close()
    assert navigator.current == ""
