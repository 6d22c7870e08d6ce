"""`casefile risks`: what may still point to somebody, for people and as JSON."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from viewer.cli import main


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sample.casefile"
    assert CliRunner().invoke(main, ["sample", str(file)]).exit_code == 0
    return file


def risks(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, ["risks", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def test_both_lists_for_people(sample: Path) -> None:
    said = risks(sample)
    assert "Words to decide: 2 open, 0 decided" in said
    assert "sure      “His brother” for Mohammed Aldhamat (Person A)" in said
    assert "began to shoot. His brother, Mohammed Aldhamat, describes the killing" in said
    assert "Risks that are left: 3" in said
    assert "high      Mohammed Aldhamat: A tie to somebody who is named" in said


def test_as_json_with_places_in_code_points(sample: Path) -> None:
    found = json.loads(risks(sample, "--json"))
    assert found["audience"] == "public"
    first = found["words"][0]
    assert (first["kind"], first["field"], first["words"]) == ("document", "text", "His brother")
    assert first["end"] - first["start"] == len("His brother")
    assert {risk["level"] for risk in found["risks"]} == {"high", "medium"}


def test_who_sees_everything_recognises_nobody_anew(sample: Path) -> None:
    assert json.loads(risks(sample, "--json", "--audience", "Internal"))["words"] == []


def test_an_audience_that_is_not_known_is_refused(sample: Path) -> None:
    result = CliRunner().invoke(main, ["risks", str(sample), "--audience", "press"])
    assert result.exit_code != 0
    assert "no audience “press”" in result.output
