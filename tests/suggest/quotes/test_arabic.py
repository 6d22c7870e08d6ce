"""Arabic: the verb of saying comes first, then who says it."""

import pytest

from tests.suggest.quotes.quoting import quotes, said


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("وقالت رنا قاسم: «هربنا إلى النهر».", "هربنا إلى النهر", "رنا قاسم"),
        (
            "وقال المتحدث باسم البلدية كريم الحداد: «عدنا في الصباح».",
            "عدنا في الصباح",
            "المتحدث باسم البلدية كريم الحداد",
        ),
        ('قال المحافظ إن الطريق "مغلق".', "مغلق", "المحافظ"),
        ("«هربنا إلى النهر»، قالت رنا قاسم.", "هربنا إلى النهر", "رنا قاسم"),
        ("وأضاف قاسم أن الحراس كانوا «نياما».", "نياما", "قاسم"),
    ],
)
def test_the_speaker_stands_after_the_verb(text: str, quote: str, speaker: str) -> None:
    assert said(text) == [(quote, speaker)]


def test_a_source_is_anonymous() -> None:
    [quote] = quotes("وقال مصدر أمني: «لم يغادروا».")
    assert quote.attribution == "anonymous"
