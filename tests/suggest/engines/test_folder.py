"""A folder is told to hold a pipeline, or refused, before any of it is loaded."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from viewer.errors import EngineError, MissingDependencyError
from viewer.suggest import suggest
from viewer.suggest.engines import RULES, Pipeline, describe, engine
from viewer.suggest.engines.folder import components, refuse_foreign_code

META = {
    "lang": "en",
    "name": "tiny",
    "version": "1.2.3",
    "spacy_version": ">=3.8.0,<3.9.0",
    "labels": {"ner": ["PERSON", "GPE"], "tagger": ["NN"]},
}


def pipeline(folder: Path, meta: object = META) -> Path:
    (folder / "meta.json").write_text(json.dumps(meta), "utf-8")
    (folder / "config.cfg").write_text('[nlp]\nlang = "en"\n', "utf-8")
    return folder


def test_a_folder_says_what_is_in_it(tmp_path: Path) -> None:
    assert describe(pipeline(tmp_path)) == Pipeline(
        tmp_path, "en_tiny", "1.2.3", "en", ">=3.8.0,<3.9.0", ("GPE", "PERSON")
    )


def test_the_rules_are_there_without_a_folder() -> None:
    text = "Salma Rahim was killed in Basra."
    assert engine() is RULES
    assert RULES.suggest(text) == suggest(text)


def test_a_name_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="nothing is ever downloaded"):
        engine(Path("en_core_web_sm"))
    with pytest.raises(EngineError, match=r"no meta\.json and config\.cfg"):
        engine(tmp_path)


def test_without_spacy_it_is_said_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingDependencyError, match=r"casefile\[spacy\]"):
        engine(pipeline(tmp_path))


def test_a_broken_description_is_said(tmp_path: Path) -> None:
    pipeline(tmp_path)
    for broken in (b"{", b"\xff", b"[" * 100_000):
        (tmp_path / "meta.json").write_bytes(broken)
        with pytest.raises(EngineError, match="cannot be read"):
            describe(tmp_path)


@pytest.mark.parametrize("meta", [[], None, {"lang": 3, "labels": 3}, {"labels": {"ner": 3}}])
def test_an_odd_description_says_little(tmp_path: Path, meta: object) -> None:
    found = describe(pipeline(tmp_path, meta))
    assert (found.name, found.labels) == ("", ())


def config(**parts: Any) -> dict[str, Any]:
    nlp = {
        "lang": "en",
        "before_creation": None,
        "tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"},
    }
    return {"nlp": nlp, "components": parts}


def test_a_pipeline_of_spacys_own_parts_is_let_in() -> None:
    ner = {"factory": "ner", "model": {"@architectures": "spacy.TransitionBasedParser.v2"}}
    refuse_foreign_code(Pipeline(Path("p"), "", "", "en"), config(ner=ner))
    assert components(config(ner=ner)) == {"ner": "ner"}


@pytest.mark.parametrize(
    "asked",
    [
        config(ner={"source": "en_core_web_sm"}),
        config(ner={"factory": "ner", "model": {"@architectures": "spacy-transformers.Model.v3"}}),
        config(ner={"factory": "ner", "model": {"tok2vec": {"@architectures": "mine.Model.v1"}}}),
        config(ner={"factory": "ner", "list": [{"@misc": "spacy.LookupsDataLoader.v1"}]}),
        config(ner={"factory": "ner", "model": {"@architectures": "spacy.TorchBiLSTMEncoder.v1"}}),
        config() | {"nlp": {"lang": "en", "after_creation": {"@callbacks": "mine.v1"}}},
        config() | {"nlp": {"lang": "en", "tokenizer": {"@tokenizers": "mine.v1"}}},
        config() | {"nlp": {"lang": "..evil"}},
    ],
)
def test_a_pipeline_that_asks_for_other_code_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(EngineError, match="not part of spaCy"):
        refuse_foreign_code(Pipeline(Path("p"), "", "", "en"), asked)


def test_parts_that_find_no_names_may_be_of_any_make() -> None:
    other = {"factory": "mine", "model": {"@architectures": "mine.v1"}}
    refuse_foreign_code(Pipeline(Path("p"), "", "", "en"), config(other=other))
