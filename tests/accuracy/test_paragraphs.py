import pytest

from tests.accuracy.paragraphs import is_whole_paragraph


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ('He came.\n\n"I stay."\n\nShe left.', "I stay.", True),
        ('He came.\n"I stay."\nShe left.', "I stay.", True),
        ('He came.\n\n"I stay," he said.\n\nShe left.', "I stay,", False),
        ('He came.\n\n"I stay\nhere."\n\nShe left.', "I stay\nhere.", True),
        ('He said\n"I stay."\n\nShe left.', "I stay.", False),
        ("“One.\n\n“Two.”\n\nShe left.", "One.\n\n“Two.", True),
    ],
)
def test_a_paragraph_is_whole_when_nothing_else_stands_in_it(
    text: str, words: str, whole: bool
) -> None:
    start = text.index(words)
    assert is_whole_paragraph(text, (start, start + len(words))) is whole
