from tests.accuracy.making import mentioned, quote
from tests.accuracy.own import read
from tests.accuracy.quotes import measured
from tests.accuracy.tally import Tally

TEXT = '"No, I will not come," said Ban. Ada Lo laughed.\n\n"It was dark."\n\nOde Ban said he left.'
ARTICLE = read(
    "tiny",
    TEXT,
    {
        "person": [
            {"name": "Ode Ban", "forms": {"Ode Ban": 1, "Ban": 1}},
            {"name": "Ada Lo", "forms": {"Ada Lo": 1}},
        ],
        "quote": [
            {"words": "No, I will not come,", "speaker": "Ode Ban", "by": ["said {Ban}."]},
            {"words": "It was dark.", "speaker": "Ada Lo", "paragraph": True},
            {"words": "he left", "form": "indirect", "speaker": "Ode Ban"},
        ],
    },
)
BAN, LO = mentioned(TEXT, "Ban"), mentioned(TEXT, "Ada Lo")


def test_a_quote_with_the_right_speaker_is_right() -> None:
    rows = measured(ARTICLE, [quote(TEXT, "No, I will not come,", BAN)])
    assert rows["direct quotes"] == Tally(1, 1, 1, 2)
    assert rows["whole-paragraph quotes"] == Tally(0, 0, 0, 1)
    assert rows["other direct quotes"] == Tally(1, 1, 1, 1)


def test_a_quote_with_the_wrong_speaker_is_wrong() -> None:
    rows = measured(ARTICLE, [quote(TEXT, "No, I will not come,", LO)])
    assert rows["direct quotes"] == Tally(0, 1, 0, 2)
    assert rows["quote spans"] == Tally(1, 1, 1, 2)


def test_the_right_word_with_the_name_of_somebody_else_is_wrong() -> None:
    wrong = mentioned(TEXT, "Ban", "Ada Lo")
    assert measured(ARTICLE, [quote(TEXT, "It was dark.", wrong)])["direct quotes"].right == 1
    rows = measured(ARTICLE, [quote(TEXT, "No, I will not come,", wrong)])
    assert rows["direct quotes"] == Tally(0, 1, 0, 2)


def test_a_speaker_is_right_by_the_full_name_alone() -> None:
    far = mentioned(TEXT, "he left", "Ode Ban")
    assert measured(ARTICLE, [quote(TEXT, "No, I will not come,", far)])["direct quotes"].right == 1


def test_a_quote_without_a_speaker_claims_none() -> None:
    rows = measured(ARTICLE, [quote(TEXT, "No, I will not come,")])
    assert rows["direct quotes"] == Tally(0, 0, 0, 2)
    assert rows["quote spans"] == Tally(1, 1, 1, 2)


def test_half_of_the_characters_are_enough_and_less_are_not() -> None:
    assert measured(ARTICLE, [quote(TEXT, "No, I will", BAN)])["direct quotes"] == Tally(1, 1, 1, 2)
    assert measured(ARTICLE, [quote(TEXT, "No, I", BAN)])["direct quotes"] == Tally(1, 1, 0, 2)
    assert measured(ARTICLE, [quote(TEXT, TEXT, BAN)])["direct quotes"] == Tally(0, 1, 1, 2)


def test_a_whole_paragraph_is_measured_apart() -> None:
    rows = measured(ARTICLE, [quote(TEXT, '"It was dark."', LO)])
    assert rows["whole-paragraph quotes"] == Tally(1, 1, 1, 1)
    assert rows["other direct quotes"] == Tally(0, 0, 0, 1)


def test_indirect_quotes_are_measured_apart() -> None:
    ban = mentioned(TEXT, "Ode Ban")
    rows = measured(ARTICLE, [quote(TEXT, "he left", ban, "indirect")])
    assert rows["indirect quotes"] == Tally(1, 1, 1, 1)
    assert rows["direct quotes"] == Tally(0, 0, 0, 2)


def test_where_nobody_is_known_to_speak_nobody_may_be_suggested() -> None:
    text = '"Go home," it said. Ban went.'
    article = read("tiny", text, {"quote": [{"words": "Go home,"}]})
    guessed = measured(article, [quote(text, "Go home,", mentioned(text, "Ban"))])
    assert guessed["direct quotes"] == Tally(0, 1, 0, 0)
    assert measured(article, [quote(text, "Go home,")])["quote spans"] == Tally(1, 1, 1, 1)


def test_turns_of_a_transcript_do_not_count_among_quotes_in_marks() -> None:
    text = "Q: Who came?\n\nA: Nobody came."
    turn = {"words": "Nobody came.", "speaker": "", "by": ["{A}:"], "turn": True}
    article = read("tiny", text, {"quote": [turn]})
    rows = measured(article, [quote(text, "Nobody came.", mentioned(text, "A"))])
    assert rows["turns of a transcript"] == Tally(1, 1, 1, 1)
    assert rows["direct quotes"] == Tally(0, 0, 0, 0)
