"""What only holds itself is destroyed in the window's thread, whoever makes Python look for it."""

import threading

import pytest

from viewer.gui.tidying import Tidying


class Ring:
    """Holds itself, and says in which thread it went."""

    gone: list[str]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.gone.append(threading.current_thread().name)


@pytest.fixture
def gone() -> list[str]:
    Ring.gone = []
    return Ring.gone


@pytest.mark.usefixtures("qapp")
def test_a_thread_that_makes_much_destroys_nothing_of_the_window(gone: list[str]) -> None:
    tidying, made = Tidying(), list[list[int]]()
    Ring()
    thread = threading.Thread(target=lambda: made.extend([n] for n in range(100_000)))
    thread.start()
    thread.join()
    assert gone == []
    tidying.tidy()
    assert gone == [threading.main_thread().name]
