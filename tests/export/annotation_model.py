"""What the W3C Web Annotation Data Model and its vocabulary demand, as far as Casefile writes it.

Numbers in brackets are sections of the model (Recommendation of 23 February 2017).
"""

import re
from collections.abc import Iterator
from typing import Any


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: Terms of the context: a key that is not among them would be lost to a program that reads RDF.
TERMS = _set(
    "@context id type label name value body target source selector creator generator stylesheet "
    "items partOf first total startIndex motivation purpose textDirection format language exact "
    "prefix suffix styleClass created modified start end"
)
CLASSES = _set(
    "Annotation AnnotationCollection AnnotationPage TextualBody SpecificResource Text Person "
    "Software TextQuoteSelector TextPositionSelector CssStylesheet"
)
MOTIVATIONS = _set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying "
    "linking moderating questioning replying tagging"
)
IRI = re.compile(r'(urn:[a-z0-9]+:|https?://[^/\s]+)[^\s<>"{}|\\^`\[\]]*')
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

Json = dict[str, Any]


def problems(collection: Json) -> list[str]:
    """Everything in which a collection with one embedded page breaks the model."""
    return [*_of_collection(collection), *_of_nodes(collection, "")]


def _of_collection(collection: Json) -> Iterator[str]:
    if collection.get("@context") != CONTEXT:
        yield "[5.1] the context is that of the model"
    if collection.get("type") != "AnnotationCollection" or not _is_iri(collection.get("id")):
        yield "[5.1] a collection has its type and exactly one IRI"
    items = collection.get("first", {}).get("items", [])
    if collection.get("total") != len(items):
        yield "[5.1] total is the number of annotations"
    if "first" in collection and not items:
        yield "[5.2] a page has at least one annotation"
    if "first" in collection:
        yield from _of_page(collection["first"])
    for number, annotation in enumerate(items):
        yield from (f"{number}: {problem}" for problem in _of_annotation(annotation))


def _of_page(page: Json) -> Iterator[str]:
    if page.get("type") != "AnnotationPage" or not _is_iri(page.get("id")):
        yield "[5.2] a page has its type and exactly one IRI"
    if not _is_count(page.get("startIndex", 0)):
        yield "[5.2] startIndex is a non-negative integer"


def _of_annotation(annotation: Json) -> Iterator[str]:
    if "@context" in annotation:
        yield "[5.2] an annotation within a page has no context of its own"
    if annotation.get("type") != "Annotation" or not _is_iri(annotation.get("id")):
        yield "[3.1] an annotation has its type and exactly one IRI"
    if not annotation.get("target"):
        yield "[3.1] an annotation has a target"
    if annotation.get("motivation") not in MOTIVATIONS:
        yield "[3.3.5] the motivation is one of the vocabulary's"
    if "body" in annotation and "bodyValue" in annotation:
        yield "[3.2.5] a body or a bodyValue, not both"
    yield from _of_target(annotation["target"])
    for body in annotation.get("body", []):
        yield from _of_body(body)


def _of_target(target: Json) -> Iterator[str]:
    source = target.get("source")
    if target.get("type") != "SpecificResource" or not isinstance(source, dict):
        yield "[4] a specific resource has its type and exactly one source"
    elif not _is_iri(source.get("id")):
        yield "[4] the source has an IRI"
    if {"value", "items"} & target.keys():
        yield "[4] a specific resource has neither value nor items"
    for selector in target.get("selector", []):
        yield from _of_selector(selector)


def _of_selector(selector: Json) -> Iterator[str]:
    match selector.get("type"):
        case "TextQuoteSelector":
            texts = (selector.get(name, "") for name in ("exact", "prefix", "suffix"))
            if not selector.get("exact") or not all(isinstance(text, str) for text in texts):
                yield "[4.2.4] a quote has exact words, and at most one prefix and suffix"
        case "TextPositionSelector":
            start, end = selector.get("start"), selector.get("end")
            if not (_is_count(start) and _is_count(end) and start < end):
                yield "[4.2.5] a position has a start and an end, non-negative integers"
        case other:
            yield f"[4.2] {other} is no selector that is written here"


def _of_body(body: Json) -> Iterator[str]:
    if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str):
        yield "[3.2.4] a textual body has its type and exactly one value"
    if body.get("purpose") not in MOTIVATIONS:
        yield "[3.3.5] the purpose is one of the vocabulary's"
    if body.get("textDirection", "auto") not in ("ltr", "rtl", "auto"):
        yield "[3.2.1] the direction of a text is ltr, rtl or auto"
    if {"source", "items"} & body.keys():
        yield "[3.2.4] a textual body has neither source nor items"


def _of_nodes(node: Any, where: str) -> Iterator[str]:
    """What holds of every object, wherever it stands."""
    if isinstance(node, list):
        for item in node:
            yield from _of_nodes(item, where)
    if not isinstance(node, dict):
        return
    for name in node.keys() - TERMS:
        yield f"{where}: {name} is not a term of the context"
    if node.get("type", "Text") not in CLASSES:
        yield f"{where}: {node['type']} is not a class of the context"
    for name in node.keys() & {"created", "modified"}:
        if not MOMENT.fullmatch(node[name]):
            yield f"{where}: [3.3.1] {name} is an xsd:dateTime in UTC, with a Z"
    if "language" in node and not LANGUAGE.fullmatch(node["language"]):
        yield f"{where}: [3.2.1] a language is given as BCP 47"
    if "format" in node and node["format"] not in ("text/plain", "text/markdown"):
        yield f"{where}: [3.2.1] a format is a media type"
    if node.get("type") == "CssStylesheet" and not isinstance(node.get("value"), str):
        yield f"{where}: [4.4] an embedded stylesheet has its value"
    for name, value in node.items():
        yield from _of_nodes(value, f"{where}/{name}")


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
