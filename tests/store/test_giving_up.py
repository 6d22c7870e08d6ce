"""What takes long is given up wherever it is, at once, and leaves nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.looking import marks
from viewer.domain.changes import edit
from viewer.errors import Interrupted
from viewer.store import Access, CaseFile, check, signing
from viewer.store.salvage import salvage
from viewer.store.seal_file import read
from viewer.store.sealing import seal, verify

Work = Callable[[Callable[[], bool]], object]


class Asked:
    """Answers the question whether to give up: yes, from the one of that number on."""

    def __init__(self, last: int | None = None) -> None:
        self.number, self._last = 0, last

    def __call__(self) -> bool:
        self.number += 1
        return self._last is not None and self.number >= self._last


def gives_up_everywhere(work: Work) -> None:
    whole = Asked()
    work(whole)
    assert whole.number > 20
    for tenth in range(11):
        asked = Asked(max(1, whole.number * tenth // 10))
        with pytest.raises(Interrupted, match="nothing was changed"):
            work(asked)
        assert asked.number < whole.number + 10


def test_a_check(closed: Path) -> None:
    before = marks(closed)
    gives_up_everywhere(lambda is_given_up: check(closed, None, is_given_up))
    assert marks(closed) == before
    assert check(closed) == []


def test_a_salvage_which_leaves_no_file(closed: Path) -> None:
    new = closed.with_name("new.casefile")

    def work(is_given_up: Callable[[], bool]) -> None:
        salvage(closed, new, is_given_up=is_given_up)
        new.unlink()

    gives_up_everywhere(work)
    assert sorted(each.name for each in closed.parent.iterdir()) == [closed.name]


def test_sealing_which_leaves_no_seal_and_verifying(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing, "key_path", lambda: tmp_path / "config" / "signing-key.pem")
    key, access = signing.make_key(), Access(closed)

    def work(is_given_up: Callable[[], bool]) -> None:
        seal(access, key, is_given_up=is_given_up).unlink()

    gives_up_everywhere(work)
    assert not list(closed.parent.glob("*.seal"))
    sealed = read(seal(access, key))
    with CaseFile.open(closed) as case_file:
        case_file.apply(edit(case_file.case, title="And on"))
    gives_up_everywhere(lambda is_given_up: verify(sealed, access, is_given_up))
