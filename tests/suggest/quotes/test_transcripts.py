"""Interviews and hearings without quotation marks: a line's label says who speaks."""

import pytest

from tests.suggest.quotes.quoting import quotes, said

HEARING = """The court sat at noon.

HALE: Where were you that night?
QASIM: We ran to the river. “Stay,” they shouted.
HALE: And then?
QASIM: We waited. Nobody came.

It rose at four."""


def test_each_answer_is_a_quote_of_its_label() -> None:
    assert said(HEARING) == [
        ("We ran to the river. “Stay,” they shouted.", "QASIM"),
        ("We waited. Nobody came.", "QASIM"),
    ]


def test_a_label_means_the_only_person_of_that_name() -> None:
    text = f"Rana Qasim was heard.\n\n{HEARING}"
    names = {each.speaker.name for each in quotes(text, "Rana Qasim") if each.speaker}
    assert names == {"Rana Qasim"}


INTERVIEW = "Q: Where were you?\n\nA: We ran.\n\nQ: And then?\n\nA: Nobody came."


def test_who_is_interviewed_answers() -> None:
    heading = "An interview with the nurse Rana Qasim.\n\nKarim Hale met her in May."
    text = f"{heading}\n\n{INTERVIEW}"
    answers = quotes(text, "Rana Qasim", "Karim Hale")
    assert [each.text for each in answers] == ["We ran.", "Nobody came."]
    assert [each.speaker.name for each in answers if each.speaker] == ["Rana Qasim"] * 2


def test_whom_the_heading_and_the_text_name_answers() -> None:
    text = f"The night of Rana Qasim\n\nIn May Rana Qasim fled from Duhok.\n\n{INTERVIEW}"
    answers = quotes(text, "Rana Qasim")
    assert [each.speaker.name for each in answers if each.speaker] == ["Rana Qasim"] * 2


def test_answers_are_nobodys_where_nobody_is_plainly_interviewed() -> None:
    text = f"Rana Qasim was interviewed by Karim Hale.\n\n{INTERVIEW}"
    answers = quotes(text, "Rana Qasim", "Karim Hale")
    assert [each.text for each in answers] == ["We ran.", "Nobody came."]
    assert [each.speaker.name for each in answers if each.speaker] == ["", ""]
    assert {each.attribution for each in answers} == {"unattributed"}


def test_questions_of_somebody_known_are_less_sure() -> None:
    text = "Karim Hale: Where?\nRana Qasim: At the river.\nKarim Hale: When was it?\n"
    found = quotes(text, "Karim Hale", "Rana Qasim")
    assert [each.confidence for each in found] == [0.4, 0.85, 0.4]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The road is closed.\nIt rained.\nEditor: Names were changed.",
        "Place: Duhok.\nDate: 3 May 2021.\nPlace: Erbil.\nDate: 4 May 2021.",
        "Rana Qasim: Nurse\nKarim Hale: Judge\nRana Qasim: Witness",
        "Rana Qasim: We ran.\nIt rained for days.\nKarim Hale: We waited.",
    ],
)
def test_lists_and_lone_labels_are_no_transcript(text: str) -> None:
    assert said(text) == []
