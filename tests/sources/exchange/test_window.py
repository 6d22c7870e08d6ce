"""JSON of any length is read piece by piece, and no piece may grow beyond measure."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.sources.exchange.limits import CaseLimits
from viewer.sources.exchange.refusal import RefusalError
from viewer.sources.exchange.window import Window

USUAL = CaseLimits()
SMALL = CaseLimits(value_length=50, longest_value=4000, parts=8, outside_strings=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text() | st.floats(-9, 9),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=10,
)


class Drops(io.StringIO):
    """A text that comes in drops of a few characters, however many are asked for."""

    def __init__(self, text: str, size: int) -> None:
        super().__init__(text)
        self._size = size

    def read(self, _length: int | None = None) -> str:
        return super().read(self._size)


def window(text: str, size: int = 7, limits: CaseLimits = USUAL) -> Window:
    return Window(Drops(text, size).read, limits)


@given(st.lists(JSON, max_size=5), st.integers(1, 40), st.booleans())
def test_values_are_read_as_they_were_written_however_they_come(
    values: list[Any], size: int, is_ascii: bool
) -> None:
    text = "".join(f" {json.dumps(value, ensure_ascii=is_ascii)} ;\n" for value in values)
    found = window(text, size)
    for value in values:
        assert found.value("here") == value
        assert found.passes(";")
    assert found.next() == ""


@pytest.mark.parametrize("size", range(1, 30))
def test_a_piece_that_is_cut_anywhere_is_no_mistake(size: int) -> None:
    text = json.dumps({"a": '\\\u1234"', "b": [True, None, -1.5e10, 12]})
    assert window(text + ",", size).value("here") == json.loads(text)


def said(text: str, size: int = 7) -> str:
    with pytest.raises(RefusalError) as caught:
        window(text, size, SMALL).value("here")
    assert caught.value.place == "here"
    return caught.value.what


def test_a_long_text_is_read() -> None:
    text = json.dumps({"a": 'x\\"[{' * 300})
    assert window(text, 7, SMALL).value("here") == json.loads(text)


@pytest.mark.parametrize("size", [7, 5000])
@pytest.mark.parametrize(
    "bomb",
    [
        "[" + "[]," * 500 + "[]]",
        "[" + "1," * 500 + "1]",
        json.dumps({str(n): n for n in range(99)}),
    ],
)
def test_what_would_swell_is_refused(bomb: str, size: int) -> None:
    assert said(bomb, size) == "it holds more parts than anything in a case"


def test_what_is_longer_than_anything_is_refused() -> None:
    assert said('"' + "x" * 9000) == "what stands there is longer than anything in a case"


def test_a_long_text_full_of_marks_takes_no_time() -> None:
    """Each mark of a text without an end could be taken for the beginning of another."""
    text = '{"a": "' + '\\"' * 400_000
    with pytest.raises(RefusalError, match="not JSON"):
        window(text, 1_000_000, CaseLimits(value_length=1000)).value("here")


def test_a_key_that_comes_twice_among_many_takes_no_time() -> None:
    many = ",".join(f'"{number}": 1' for number in [*range(200_000), 199_999])
    with pytest.raises(RefusalError, match="says “199999” twice"):
        window(f"{{{many}}}", 1_000_000, CaseLimits()).value("here")


def test_a_mistake_at_the_beginning_is_told_without_reading_on() -> None:
    drops = Drops('{"a" 1}' + " " * 1000, 100)
    with pytest.raises(RefusalError, match="not JSON"):
        Window(drops.read, SMALL).value("here")
    assert drops.tell() == 100
