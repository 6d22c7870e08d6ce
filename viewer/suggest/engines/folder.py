"""A folder that holds a spaCy pipeline: what it says of itself, and whether it may be loaded.

A pipeline's configuration names functions that spaCy then calls. Those of spaCy itself are known;
a pipeline that asks for any other code, or for another pipeline by name, is refused before.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from viewer.errors import EngineError

_META, _CONFIG = "meta.json", "config.cfg"
#: The largest description that is read, in bytes; that of a large pipeline has some 20,000.
_LARGEST = 5_000_000
#: Kinds of functions that a pipeline may name, all of spaCy's own.
_REGISTRIES = frozenset(["@architectures", "@scorers", "@tokenizers", "@layers", "@vectors"])
_MISC = frozenset(
    f"spacy.{name}.v1"
    for name in (
        *("levenshtein_compare", "first_longest_spans_filter"),
        *("prioritize_new_ents_filter", "prioritize_existing_ents_filter"),
    )
)
_CALLBACKS = ("before_creation", "after_creation", "after_pipeline_creation")
#: What of a pipeline finds names, or is needed by what does. All else is left out.
FACTORIES = frozenset(["tok2vec", "ner", "entity_ruler"])


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What a folder says of the pipeline in it; `labels` are the kinds of names that it knows.

    `needs` are the versions of spaCy that it was made for, as a requirement: ">=3.8,<3.9".
    """

    folder: Path
    name: str
    version: str
    language: str
    needs: str = ""
    labels: tuple[str, ...] = ()


def describe(folder: Path) -> Pipeline:
    """Return what a folder says of its pipeline; spaCy is not needed for it.

    Raises EngineError where it holds none.
    """
    if not all((folder / name).is_file() for name in (_META, _CONFIG)):
        raise EngineError(
            f"The folder {folder} holds no spaCy pipeline: it has no {_META} and {_CONFIG}. "
            "Choose the folder of an unpacked pipeline; nothing is ever downloaded."
        )
    meta = _meta(folder)
    labels = meta.get("labels")
    return Pipeline(
        folder,
        name="_".join(filter(None, [_words(meta, "lang"), _words(meta, "name")])),
        version=_words(meta, "version"),
        language=_words(meta, "lang"),
        needs=_words(meta, "spacy_version"),
        labels=tuple(sorted(_labels(labels if isinstance(labels, dict) else {}))),
    )


def refuse_foreign_code(pipeline: Pipeline, config: Mapping[str, Any]) -> None:
    """Raise EngineError where a configuration, as spaCy reads it, asks for code not of spaCy."""
    for what in _foreign(config):
        raise EngineError(
            f"The pipeline in {pipeline.folder} was not loaded: it asks for {what}, which is not "
            "part of spaCy and could do anything. Choose a pipeline that needs spaCy alone."
        )


def components(config: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of a pipeline's parts, each with the name of what makes it."""
    parts = _section(config, "components")
    return {name: str(_section(parts, name).get("factory", "")) for name in parts}


def _foreign(config: Mapping[str, Any]) -> Iterator[str]:
    nlp, parts = _section(config, "nlp"), _section(config, "components")
    if not str(nlp.get("lang")).isalpha():
        yield f"the language {nlp.get('lang')}"
    yield from (f"{name} = {nlp[name]}" for name in _CALLBACKS if nlp.get(name) is not None)
    yield from (f"the part {name}" for name in parts if "source" in _section(parts, name))
    kept = [parts[name] for name, factory in components(config).items() if factory in FACTORIES]
    for registry, name in _functions([nlp, *kept]):
        is_ours = name.startswith("spacy.") and "Torch" not in name
        is_known = registry in _REGISTRIES and is_ours
        if not is_known and not (registry == "@misc" and name in _MISC):
            yield f"{registry} {name}"


def _functions(value: object) -> Iterator[tuple[str, str]]:
    """Yield the functions that a value names, wherever they stand in it."""
    if isinstance(value, Mapping):
        yield from ((key, str(name)) for key, name in value.items() if str(key).startswith("@"))
        for each in value.values():
            yield from _functions(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _functions(each)


def _section(config: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = config.get(name)
    return section if isinstance(section, Mapping) else {}


def _meta(folder: Path) -> dict[str, Any]:
    try:
        with (folder / _META).open("rb") as file:
            meta = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError) as error:
        raise EngineError(
            f"The description of the pipeline in {folder} cannot be read ({_META}). "
            "Unpack the pipeline again, or choose another folder."
        ) from error
    return meta if isinstance(meta, dict) else {}


def _words(meta: dict[str, Any], key: str) -> str:
    value = meta.get(key)
    return value if isinstance(value, str) else ""


def _labels(labels: dict[str, Any]) -> set[str]:
    lists = (labels[part] for part in ("ner", "entity_ruler") if part in labels)
    return {each for of_one in lists if isinstance(of_one, list) for each in map(str, of_one)}
