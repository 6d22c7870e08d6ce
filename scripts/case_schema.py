"""Remake `resources/schemas/case-1.schema.json` from the fields of the records.

    python -m scripts.case_schema

A test holds the file equal to what this makes.
"""

import inspect
import json
import re
from pathlib import Path
from typing import Any

from viewer.domain.exchange import DATE_PARTS, FORMAT, VERSION, is_needed
from viewer.domain.fields import DateField, Moment, NamedField, Real, Ref, Term, Whole
from viewer.domain.records import KINDS, Record, fields_of
from viewer.domain.vocabularies import vocabulary

Schema = dict[str, Any]

PATH = Path(__file__).parents[1] / "resources" / "schemas" / f"case-{VERSION}.schema.json"
_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"

#: What a label does not say: units and standards.
_NOTES = {
    ("document", "file_name"): "Without its folder; empty for pasted text.",
    ("document", "media_type"): "Of the original (RFC 6838).",
    ("document", "sha256"): "Of the original bytes, in hexadecimal; the key of “originals”.",
    ("document", "text_sha256"): "Of the text as UTF-8, in hexadecimal.",
    ("document", "text"): "Unicode NFC; in a PDF each page but the first begins with a form feed.",
    ("passage", "start"): (
        "In Unicode code points of the document's text, from 0 (W3C Web Annotation, "
        "TextPositionSelector)."
    ),
    ("passage", "end"): "In code points of the document's text; the first after the passage.",
    ("passage", "exact"): "The document's text from start to end (TextQuoteSelector).",
    ("passage", "prefix"): "What stands before, as far as it is kept (TextQuoteSelector).",
    ("passage", "suffix"): "What stands after, as far as it is kept (TextQuoteSelector).",
    ("place", "latitude"): "In degrees, WGS 84; north is positive.",
    ("place", "longitude"): "In degrees, WGS 84; east is positive.",
    ("evidence", "field"): "The name of the record's field; empty for the record as a whole.",
    ("annotation", "body"): "Plain text with light Markdown.",
    ("saved_filter", "listed"): "The kind of record that is listed.",
    ("saved_filter", "criteria"): "JSON.",
    ("rejection", "start"): "In code points of the document's text, from 0.",
    ("rejection", "end"): "In code points of the document's text; the first after the words.",
}
_PARTS = {
    "written": "The words of the source.",
    "edtf": "Extended Date/Time Format, level 0 or 1 (ISO 8601-2); empty where that is not known.",
    "anchor_id": "The event, document or figure from which a relative date counts.",
    "offset": "How far from there: a duration of ISO 8601 with a sign, as in P5D or -P1Y.",
    "basis": "Why the date is a conclusion; empty where the source says it.",
}


def schema() -> Schema:
    """Return the JSON Schema of a case, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case of Casefile",
        "description": "All that an audience may see of a case; its history is not in it.",
        "type": "object",
        "required": ["format", "version", "records"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "audience": {"type": "string", "description": "For whom it was made."},
            "records": {
                "description": "The records by kind; their order says nothing.",
                "type": "object",
                "required": ["case"],
                "additionalProperties": False,
                "properties": {kind: _list(kind) for kind in KINDS},
            },
            "originals": {
                "description": "Original bytes of documents by SHA-256, in base64 (RFC 4648).",
                "type": "object",
                "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
                "additionalProperties": {"type": "string", "contentEncoding": "base64"},
            },
        },
        "$defs": {
            "id": {
                "description": "A UUID (RFC 9562), which no other record has.",
                "type": "string",
                "pattern": _UUID,
            },
            "date": _date(),
            **{kind: _record(record) for kind, record in KINDS.items()},
            **{f"vocabulary_{name}": _vocabulary(name) for name in _vocabularies()},
        },
    }


def _list(kind: str) -> Schema:
    found: Schema = {"type": "array", "items": {"$ref": f"#/$defs/{kind}"}}
    return found | ({"minItems": 1, "maxItems": 1} if kind == "case" else {})


def _record(record: type[Record]) -> Schema:
    fields = fields_of(record.kind)
    return {
        "title": record.labels[0],
        "description": _said(record),
        "type": "object",
        "required": ["id", *(field.name for field in fields if is_needed(field))],
        "additionalProperties": False,
        "properties": {
            "id": {"$ref": "#/$defs/id"},
            **{field.name: _field(record.kind, field) for field in fields},
        },
    }


def _said(record: type[Record]) -> str:
    """Return what the record's own documentation says, on one line."""
    return re.sub(r"\s+", " ", inspect.getdoc(record) or "").replace("`", "")


def _field(kind: str, field: NamedField) -> Schema:
    found: Schema = {"title": field.spec.label}
    said = [_NOTES.get((kind, field.name), "")]
    match field.spec:
        case Term(vocabulary=name):
            found["$ref"] = f"#/$defs/vocabulary_{name}"
        case DateField():
            found["anyOf"] = [{"$ref": "#/$defs/date"}, {"type": "null"}]
        case Ref(kind=to):
            said.append(f"The id of a record of kind {to}." if to else "The id of any record.")
            found |= _or_null({"$ref": "#/$defs/id"}, field)
        case Whole(least=least):
            found |= {"type": "integer", "minimum": least, "maximum": 2**63 - 1}
        case Real():
            found |= _or_null({"type": "number"}, field)
        case Moment():
            said.append("A moment in UTC, as in 2026-11-22T12:00:00Z (ISO 8601).")
            found["type"] = "string"
        case _:
            found["type"] = "string"
    if described := " ".join(filter(None, said)):
        found["description"] = described
    return found if is_needed(field) else found | {"default": _default(field)}


def _or_null(schema: Schema, field: NamedField) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]} if field.optional else schema


def _default(field: NamedField) -> Any:
    return None if isinstance(field.spec, DateField) else field.default


def _date() -> Schema:
    texts = {name: {"type": "string", "description": _PARTS[name]} for name in DATE_PARTS}
    anchor = {"anyOf": [{"$ref": "#/$defs/id"}, {"type": "null"}]}
    return {
        "title": "Date",
        "description": "A date as written, as EDTF, or by its distance from something else.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **texts,
            "anchor_id": {"description": _PARTS["anchor_id"], **anchor},
        },
    }


def _vocabularies() -> list[str]:
    specs = (field.spec for kind in KINDS for field in fields_of(kind))
    return sorted({spec.vocabulary for spec in specs if isinstance(spec, Term)})


def _vocabulary(name: str) -> Schema:
    found = vocabulary(name)
    terms = [
        {"const": term.code, "title": term.label}
        | ({"description": term.note} if term.note else {})
        for term in found
    ]
    return {"title": found.title, "description": found.standard, "oneOf": terms}


def text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(text(), encoding="utf-8", newline="\n")
    print(f"{PATH.name}: {len(KINDS)} kinds")
