"""Who says what stands between quotation marks, rule by rule."""

import pytest

from tests.suggest.quotes.quoting import quotes, said


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("“We had no water,” said Rana Qasim.", "We had no water,", "Rana Qasim"),
        ("“We had no water,” Rana Qasim said.", "We had no water,", "Rana Qasim"),
        ("“We had no water,” Qasim told the court.", "We had no water,", "Qasim"),
        ("Rana Qasim said: “We had no water.”", "We had no water.", "Rana Qasim"),
        ("She replied, “We had no water.”", "We had no water.", "She"),
        ("“Where were you?” the judge asked.", "Where were you?", "the judge"),
        ('The soldiers, he said, were "everywhere."', "everywhere.", "he"),
        ("According to Rana Qasim, it was “a trap.”", "a trap.", "Rana Qasim"),
        ("It was “a trap,” according to a court clerk.", "a trap,", "a court clerk"),
        ("“Run,” shouted a man at the gate.", "Run,", "a man at the gate"),
        ("Rana Qasim, a nurse in Duhok, said: “We ran.”", "We ran.", "Rana Qasim"),
        ("Rana Qasim, who was there, said: “We ran.”", "We ran.", "Rana Qasim"),
        ("On Monday, a nurse, who was there, said: “We ran.”", "We ran.", "a nurse"),
        ("He was accused of murder, calling it “a joke.”", "a joke.", "He"),
        ("The trial was called “a joke” by Rana Qasim.", "a joke", "Rana Qasim"),
        ("“The road is closed,” read a sign.", "The road is closed,", "a sign"),
        ("“Run,” one protester shouted.", "Run,", "one protester"),
        ("As Rana Qasim put it, “we ran.”", "we ran.", "Rana Qasim"),
        ("Rana Qasim: “We ran.”", "We ran.", "Rana Qasim"),
        ("Rana Qasim issued this statement: “We ran.”", "We ran.", "Rana Qasim"),
        ("They heard Rana Qasim's claim that “nobody came.”", "nobody came.", "Rana Qasim"),
        ("“We ran.” — Rana Qasim, a nurse", "We ran.", "Rana Qasim"),
        ("Rana Qasim on Monday told the court: “We ran.”", "We ran.", "Rana Qasim"),
        ("Rana Qasim wept and said, “We ran.”", "We ran.", "Rana Qasim"),
        ("His aunt, Rana Qasim, said: “We ran.”", "We ran.", "Rana Qasim"),
        ("The army, Rana Qasim said, was “everywhere.”", "everywhere.", "Rana Qasim"),
        ("A guard said she thinks it was “a trap.”", "a trap.", "A guard"),
        ("“We ran,” said his sister, Rana Qasim.", "We ran,", "Rana Qasim"),
        (
            "“We ran,” said his lawyer, Duhok attorney Rana Qasim.",
            "We ran,",
            "Duhok attorney Rana Qasim",
        ),
        ("“We ran,” said a nurse, Reuters reported.", "We ran,", "a nurse"),
        ("The army criticised Rana Qasim for saying “nobody came.”", "nobody came.", "Rana Qasim"),
        ("“We ran,” recalled Khin Zaw Win, a nurse.", "We ran,", "Khin Zaw Win"),
    ],
)
def test_the_speaker_stands_beside_a_word_of_saying(text: str, quote: str, speaker: str) -> None:
    assert said(text) == [(quote, speaker)]


@pytest.mark.parametrize("end", [".", ", on Monday.", ""])
def test_a_name_beside_what_the_speaker_is_names_the_speaker(end: str) -> None:
    text = f"“We ran,” said his sister, Rana Qasim{end}"
    [quote] = quotes(text, "Rana Qasim")
    assert quote.speaker is not None
    assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.name == "Rana Qasim"


@pytest.mark.parametrize("rest", ["Rana Qasim was told", "Rana Qasim's clerk, was told"])
def test_another_who_is_named_after_the_speaker_is_not_the_speaker(rest: str) -> None:
    [quote] = quotes(f"“We ran,” said his sister, {rest}.", "Rana Qasim")
    assert quote.speaker is not None
    assert quote.speaker.name == "his sister"


def test_a_quote_split_by_its_speaker_is_two_quotes_of_one_speaker() -> None:
    text = "“We waited,” Rana Qasim said, “until nightfall.” “Nobody came.”"
    assert [speaker for _, speaker in said(text)] == ["Rana Qasim"] * 3


def test_each_quote_of_a_sentence_has_the_speaker_who_is_nearer() -> None:
    text = "Rana Qasim called the raid “a crime,” and the general called it “a success.”"
    assert said(text) == [("a crime,", "Rana Qasim"), ("a success.", "the general")]


def test_a_single_quoted_word_that_nobody_says_is_no_quote() -> None:
    assert (
        said("The so-called “liberated” villages stood empty. It ran in “The Morning Post”.") == []
    )


def test_the_title_of_a_work_before_a_word_of_saying_is_no_quote() -> None:
    assert said("Seen on “The Morning Show,” Rana Qasim said nothing.") == []


def test_a_quoted_word_within_what_somebody_says_is_a_quote() -> None:
    text = "A clerk said the list was “cleaned” before the trial."
    assert said(text) == [("cleaned", "A clerk")]


def test_a_speaker_whose_name_is_kept_back_is_anonymous() -> None:
    text = "A guard, speaking on condition of anonymity, said: “They never left.”"
    [quote] = quotes(text)
    assert quote.attribution == "anonymous"
    assert said(text) == [("They never left.", "A guard")]


def test_a_pronoun_gets_the_name_of_the_person_before_it() -> None:
    text = "Rana Qasim is a nurse in Duhok. “We ran,” she said."
    [quote] = quotes(text, "Rana Qasim")
    assert quote.speaker is not None
    assert quote.speaker.name == "Rana Qasim"


def test_the_reason_shows_the_words_that_name_the_speaker() -> None:
    [quote] = quotes("“We ran,” said Rana Qasim.")
    assert quote.reason == "“said Rana Qasim” follows the words."


def test_a_quote_that_nobody_near_says_has_no_speaker() -> None:
    [quote] = quotes("It rained.\n\n“We ran to the river.”\n\nIt was night.")
    assert (quote.speaker, quote.attribution) == (None, "unattributed")


def test_who_stands_for_the_person_before_it() -> None:
    text = "They met Rana Qasim, who said: “We ran.”"
    [quote] = quotes(text, "Rana Qasim")
    assert said(text) == [("We ran.", "who")]
    assert quote.speaker is not None
    assert quote.speaker.name == "Rana Qasim"


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("“We ran,” said Rana Qasim.", "by_name"),
        ("“We ran,” said the clerk.", "role_only"),
        ("“We ran,” said an official who asked not to be named.", "anonymous"),
        ("“We ran,” said a source in the ministry.", "anonymous"),
    ],
)
def test_how_the_speaker_is_named_is_told(text: str, attribution: str) -> None:
    assert [quote.attribution for quote in quotes(text)] == [attribution]
