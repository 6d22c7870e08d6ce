from pathlib import Path

import pytest

from tests.accuracy import brat
from tests.accuracy.making import mentioned, quote
from tests.accuracy.tally import Tally

TEXT = '"We go," Ann Lo said, "at once."\n\n"I stay."\n\nBan called it "a shame" to go.'


def annotated(*attributions: tuple[str, str]) -> str:
    """Annotations of contents and sources; a bar stands between the parts of a content."""
    lines = []
    for n, (content, source) in enumerate(attributions):
        parts = ";".join(_span(part) for part in content.split("|"))
        lines += [f"T{n}1\tContent {parts}\tx", f"T{n}2\tSource {_span(source)}\tx"]
        lines += [f"T{n}3\tCue {_span(source)}\tx", f"T{n}4\tAttribution {_span(source)}\tx"]
        lines.append(f"E{n}\tAttribution:T{n}4 Content:T{n}1 Source:T{n}2 Cue:T{n}3")
    return "\n".join(lines)


def _span(words: str) -> str:
    return f"{TEXT.index(words)} {TEXT.index(words) + len(words)}"


@pytest.fixture
def text(tmp_path: Path) -> brat.BratText:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "text" / "bare.txt").write_text(TEXT, "utf-8")
    annotations = annotated(
        ('"We go,"|"at once."', "Ann Lo"), ('"I stay."', "Ann Lo"), ('it "a shame" to go', "Ban")
    )
    (tmp_path / "attributions" / "one_someone.ann").write_text(annotations, "utf-8")
    (text,) = brat.texts_of(tmp_path)
    return text


def test_quoted_content_is_gold_and_fragments_stand_apart(text: brat.BratText) -> None:
    whole, fragments = brat.gold_quotes(text)
    assert [TEXT[slice(*each.span)] for each in whole] == ["We go,", "at once.", "I stay."]
    assert [each.paragraph for each in whole] == [False, False, True]
    assert [TEXT[slice(*each.span)] for each in fragments] == ["a shame"]


def test_a_speaker_is_right_where_the_source_stands(text: brat.BratText) -> None:
    found = [
        quote(TEXT, "We go,", mentioned(TEXT, "Lo")),
        quote(TEXT, "I stay.", mentioned(TEXT, "Ban")),
    ]
    rows = brat.measured(text, found)
    assert rows["direct quotes"] == Tally(1, 2, 1, 3)
    assert rows["whole-paragraph quotes"] == Tally(0, 1, 0, 1)


def test_a_speaker_is_right_by_the_surname(text: brat.BratText) -> None:
    far = mentioned(TEXT, "We", "Mary Ann Lo")
    assert brat.measured(text, [quote(TEXT, "at once.", far)])["direct quotes"] == Tally(1, 1, 1, 3)


def test_a_fragment_counts_only_among_fragments(text: brat.BratText) -> None:
    rows = brat.measured(text, [quote(TEXT, "a shame", mentioned(TEXT, "Ban"))])
    assert rows["direct quotes"] == Tally(0, 0, 0, 3)
    assert rows["fragments within indirect speech"] == Tally(1, 1, 1, 1)


def test_marks_that_are_not_closed_reach_to_the_end_of_the_paragraph() -> None:
    text = "“One.\n\n“Two.” Three” he said.\n\nHe “left."
    assert _quoted(text) == ["One.", "Two.", "left."]


def test_doubled_marks_are_double_marks() -> None:
    assert _quoted("''I don't,'' he said. ``No,'' she said.") == ["I don't,", "No,"]


def _quoted(text: str) -> list[str]:
    return [text[slice(*span)] for span in brat.quoted(text)]
