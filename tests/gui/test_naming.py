"""The name of an exported file: its ending is given, once."""

from pathlib import Path

import pytest

from viewer.gui.exporting.naming import with_ending


@pytest.mark.parametrize(
    ("name", "ending", "whole"),
    [
        ("/home/me/case", ".pdf", "/home/me/case.pdf"),
        ("/home/me/case.PDF", ".pdf", "/home/me/case.PDF"),
        ("/home/me/case v1.2", ".zip", "/home/me/case v1.2.zip"),
        ("/home/me/case.ftm.jsonl", ".ftm.jsonl", "/home/me/case.ftm.jsonl"),
        ("/home/me/case.jsonl", ".ftm.jsonl", "/home/me/case.jsonl.ftm.jsonl"),
        ("", ".pdf", "."),
    ],
)
def test_the_ending_is_given_where_it_is_not_there(name: str, ending: str, whole: str) -> None:
    assert with_ending(name, ending) == Path(whole)
