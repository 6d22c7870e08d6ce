"""A small pipeline of spaCy's own making, saved in a folder, beside the rules."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.suggestions import SuggestedEvent, SuggestedName
from viewer.errors import EngineError
from viewer.suggest.engines import Engine, available, engine

spacy = pytest.importorskip("spacy")

PATTERNS = [
    {"label": "PERSON", "pattern": "zora quill"},
    {"label": "ORG", "pattern": [{"LOWER": "grain"}, {"LOWER": "watch"}]},
    {"label": "GPE", "pattern": "Tarsin"},
    {"label": "NORP", "pattern": "Tarsinian"},
    {"label": "PERSON", "pattern": [{"LOWER": "quill"}, {"TEXT": "'s"}]},
]
TEXT = (
    "The quiet zora quill was killed in Tarsin by a Tarsinian.\n\ngrain watch wept for quill's end."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    nlp = spacy.blank("en")
    nlp.meta["name"] = "tiny"
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    folder = tmp_path_factory.mktemp("pipelines") / "tiny"
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def tiny(folder: Path) -> Engine:
    return engine(folder)


def names(tiny: Engine, text: str, language: str = "") -> set[tuple[str, str]]:
    found = tiny.suggest(text, language=language)
    return {(each.what, each.text) for each in found if isinstance(each, SuggestedName)}


def test_it_is_called_as_its_folder_says(tiny: Engine) -> None:
    assert available()
    assert (tiny.name, tiny.version) == ("en_tiny", "0.0.0")


def test_its_names_join_those_of_the_rules(tiny: Engine) -> None:
    assert {
        ("person", "zora quill"),
        ("person", "quill"),
        ("organisation", "grain watch"),
        ("place", "Tarsin"),
    } <= names(tiny, TEXT)
    assert not any(text == "Tarsinian" for _, text in names(tiny, TEXT))


def test_the_other_rules_read_on_with_its_names(tiny: Engine) -> None:
    (event,) = [each for each in tiny.suggest(TEXT) if isinstance(each, SuggestedEvent)]
    assert event.title == "Killing of zora quill"
    assert event.place is not None
    assert event.place.name == "Tarsin"


def test_its_names_say_where_they_are_from(tiny: Engine) -> None:
    (body,) = [each for each in tiny.suggest(TEXT) if each.text == "grain watch"]
    assert body.reason == "en_tiny takes “grain watch” for an organisation"


def test_a_text_of_another_language_is_left_to_the_rules(tiny: Engine) -> None:
    assert ("person", "zora quill") not in names(tiny, TEXT, "ar")


def test_a_long_line_is_read_in_pieces(tiny: Engine) -> None:
    assert ("person", "zora quill") in names(tiny, "so " * 400_000 + "zora quill")


@given(
    text=st.one_of(st.text(), st.lists(st.sampled_from(TEXT.split(" ")), max_size=9).map(" ".join))
)
def test_any_text_gives_spans_of_its_words(tiny: Engine, text: str) -> None:
    for each in tiny.suggest(text):
        assert text[each.start : each.end] == each.text


def copied(folder: Path, to: Path) -> Path:
    for path in folder.rglob("*"):
        if path.is_file():
            target = to / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return to


def test_a_pipeline_for_another_spacy_is_refused(folder: Path, tmp_path: Path) -> None:
    copied(folder, tmp_path)
    meta = json.loads((tmp_path / "meta.json").read_text("utf-8"))
    (tmp_path / "meta.json").write_text(json.dumps(meta | {"spacy_version": ">=2.0,<3.0"}))
    with pytest.raises(EngineError, match=r"was made for spaCy >=2\.0"):
        engine(tmp_path)


@pytest.mark.parametrize(
    "broken", ["vocab/strings.json", "tokenizer", "entity_ruler/patterns.jsonl"]
)
def test_a_damaged_pipeline_is_said(folder: Path, tmp_path: Path, broken: str) -> None:
    (copied(folder, tmp_path) / broken).write_bytes(b"\xc1\x00{")
    with pytest.raises(EngineError, match="damaged or incomplete"):
        engine(tmp_path)


def test_code_of_others_is_refused_before_it_runs(folder: Path, tmp_path: Path) -> None:
    ran: list[object] = []

    @spacy.registry.callbacks("test.runs.v1")
    def make() -> object:
        ran.append(1)
        return lambda nlp: nlp

    asked = "[nlp.after_creation]\n@callbacks = test.runs.v1\n"
    path = copied(folder, tmp_path) / "config.cfg"
    path.write_text(path.read_text("utf-8").replace("after_creation = null\n", "") + asked)
    with pytest.raises(EngineError, match="not part of spaCy"):
        engine(tmp_path)
    assert ran == []
