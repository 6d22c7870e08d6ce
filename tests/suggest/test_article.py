"""How a text is split into paragraphs and sentences."""

import pytest

from viewer.suggest.article import Article


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in Article(text).paragraphs]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in Article(text).sentences]


def test_each_line_is_a_paragraph_without_the_space_around_it() -> None:
    assert paragraphs(" One. \n\n\tTwo.\r\nThree.\u2029Four.\n  \n") == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
    ]


def test_lines_that_were_broken_for_their_width_are_one_paragraph() -> None:
    lines = [
        "The road along the river was closed for nine days because of",
        "the flood that came at night without any warning, and nobody",
        "knew.",
        "The bridge fell.",
    ]
    assert paragraphs("\n".join(lines)) == ["\n".join(lines[:3]), lines[3]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We ran. Nobody came.", ["We ran.", "Nobody came."]),
        ("Dr. Hale met Mr. J. R. Poe. He left.", ["Dr. Hale met Mr. J. R. Poe.", "He left."]),
        ("He left the U.S. He came back.", ["He left the U.S.", "He came back."]),
        ("The U.S. Army came.", ["The U.S. Army came."]),
        ("“Why? Where?” No one knew!", ["“Why?", "Where?”", "No one knew!"]),
        ("It cost 3.5 million. 12 died.", ["It cost 3.5 million.", "12 died."]),
        ("هل عاد؟ لم يعد.", ["هل عاد؟", "لم يعد."]),
        ("", []),
    ],
)
def test_sentences_end_at_their_marks_and_not_at_shortened_words(
    text: str, found: list[str]
) -> None:
    assert sentences(text) == found
