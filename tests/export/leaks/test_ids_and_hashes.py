"""A short name that an id, a hash or an escape of JSON spells by chance is nobody's."""

import json
from pathlib import Path

import pytest

from viewer.domain.redaction import Redactor
from viewer.domain.summary import CaseSummary
from viewer.errors import LeakError
from viewer.export.guarded import guarded

ADA = CaseSummary(guard=Redactor({("ada",): "Person 4", ("adadeed",): "Person 4"}))
NO_AND_NA = CaseSummary(guard=Redactor({("no",): "Person 5", ("na",): "Person 6"}))
ID = "0ada0123-0000-7000-8000-00000ada0000"
HASH = "1ada" * 16


def written(text: str, path: Path, summary: CaseSummary = ADA) -> bool:
    try:
        with guarded(path, summary) as temporary:
            temporary.write_text(text, encoding="utf-8")
    except LeakError:
        return False
    return True


@pytest.mark.parametrize("token", [ID, HASH, f"urn:uuid:{ID}"])
def test_what_they_spell_is_no_name(token: str, tmp_path: Path) -> None:
    assert written(f'{{"id": "{token}"}}\n', tmp_path / "out.json")


def test_a_place_called_by_a_number_is_not_the_minute_of_a_moment(tmp_path: Path) -> None:
    summary = CaseSummary(guard=Redactor({("44",): "place withheld"}))
    assert written('{"received": "2026-11-27T07:44:33Z"}', tmp_path / "1.json", summary)
    assert not written('{"title": "at 44"}', tmp_path / "2.json", summary)
    assert not written('{"title": "07:44"}', tmp_path / "3.json", summary)


@pytest.mark.parametrize("token", ["-P1M", "P2Y3M", "2019-10-25T09:00:00Z", "M."])
def test_a_single_letter_is_not_looked_for(token: str, tmp_path: Path) -> None:
    m_and_t = CaseSummary(guard=Redactor({("m",): "Person 7", ("t",): "Person 8"}))
    assert written(json.dumps([token]), tmp_path / "1.json", m_and_t)


@pytest.mark.parametrize("token", [f"{ID}ada", f"ada{HASH}", ID[:-1], "Ada", f"{ID} Ada"])
def test_what_is_no_id_is_searched(token: str, tmp_path: Path) -> None:
    assert not written(f'{{"id": "{token}"}}\n', tmp_path / "out.json")


@pytest.mark.parametrize("text", ["\no", "one\n\na\no"])
def test_an_escape_is_no_name(text: str, tmp_path: Path) -> None:
    assert written(json.dumps([text]), tmp_path / "1.json", NO_AND_NA)


@pytest.mark.parametrize("text", ["No.", "said\nNo", "na\x1a", "“N\u0061”"])
def test_a_name_beside_an_escape_is_one(text: str, tmp_path: Path) -> None:
    assert not written(json.dumps([text]), tmp_path / "1.json", NO_AND_NA)
    assert not written(json.dumps([text], ensure_ascii=False), tmp_path / "1.json", NO_AND_NA)


def test_a_line_keeps_its_number(tmp_path: Path) -> None:
    with pytest.raises(LeakError, match="line 2: “Ada”"), guarded(tmp_path / "1", ADA) as path:
        path.write_text('["one\\n\\ntwo",\n"\\u0041da"]')
