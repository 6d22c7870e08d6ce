"""What each list shows and how it can be sorted; each sort order is an index of `schema`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: `sql` gives its value, `sort` the columns that order it."""

    name: str
    label: str
    sql: str
    sort: tuple[str, ...] = ()
    vocabulary: str = ""
    is_date: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """The list of one kind; its first sort order is that of `default`."""

    kind: str
    columns: tuple[Column, ...]
    default: str
    #: Where the words of the filter line are looked for: a column with an id, and its kind.
    words: tuple[tuple[str, str], ...]

    def column(self, name: str) -> Column:
        """Return a column by name; raises `KeyError`."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def _title(id_column: str) -> str:
    return f"(SELECT title FROM person WHERE id = t.{id_column})"


_ROLES = "(SELECT group_concat(DISTINCT role) FROM involvement WHERE person_id = t.id)"
_PERSON_WHEN = """(SELECT e.id FROM involvement i JOIN event e ON e.id = i.event_id
    WHERE i.person_id = t.id AND e.date_earliest < 9007199254740992
    ORDER BY e.date_earliest LIMIT 1)"""
_PLACE = "(SELECT name FROM place WHERE id = t.place_id)"
_DOCUMENT = "(SELECT title FROM document WHERE id = t.document_id)"
_TARGET = """(SELECT coalesce(
    (SELECT exact FROM passage WHERE id = t.target_id),
    (SELECT title FROM person WHERE id = t.target_id),
    (SELECT title FROM event WHERE id = t.target_id),
    (SELECT name FROM place WHERE id = t.target_id),
    (SELECT title FROM document WHERE id = t.target_id),
    (SELECT p.exact FROM quote q JOIN passage p ON p.id = q.passage_id WHERE q.id = t.target_id),
    ''))"""


_TAGS = """(SELECT group_concat(label, ', ' ORDER BY sort) FROM tagging JOIN tag
    ON tag.id = tag_id WHERE target_id = t.id)"""


def _uses(column: str, table: str) -> str:
    return f"(SELECT count(*) FROM {table} WHERE {column} = t.id)"


_EVENT = "(SELECT title FROM event WHERE id = t.{})"

LISTS: dict[str, ListSpec] = {
    spec.kind: spec
    for spec in (
        ListSpec(
            "person",
            (
                Column("name", "Name", "t.title", ("sort",)),
                Column("role", "Role", _ROLES, vocabulary="role"),
                Column("when", "When", _PERSON_WHEN, is_date=True),
                Column("unit", "Kind", "t.unit", ("unit", "sort"), vocabulary="unit"),
                Column(
                    "protection",
                    "Protection",
                    "t.protection",
                    ("protection", "sort"),
                    vocabulary="protection",
                ),
            ),
            "name",
            (("id", "person"),),
        ),
        ListSpec(
            "event",
            (
                Column("date", "When", "t.id", ("date_earliest",), is_date=True),
                Column("title", "Event", "t.title", ("sort",)),
                Column("type", "Type of act", "t.type", ("type", "date_earliest"), "act"),
                Column("place", "Place", _PLACE),
                Column("status", "Status", "t.status", ("status", "date_earliest"), "status"),
            ),
            "date",
            (("id", "event"), ("place_id", "place")),
        ),
        ListSpec(
            "quote",
            (
                Column("text", "Quote", "(SELECT exact FROM passage WHERE id = t.passage_id)"),
                Column("speaker", "Speaker", _title("speaker_id"), ("sort",)),
                Column("form", "Form", "t.form", ("form",), "form"),
                Column("document", "Document", _DOCUMENT, ("document_id", "start")),
            ),
            "document",
            (("id", "quote"), ("speaker_id", "person")),
        ),
        ListSpec(
            "document",
            (
                Column("title", "Title", "t.title", ("sort",)),
                Column("type", "Type", "t.type", ("type",), "document_type"),
                Column("publisher", "Publisher", "t.publisher"),
                Column("published", "Published", "t.id", ("published_earliest",), is_date=True),
                Column("passages", "Passages", _uses("document_id", "passage"), is_number=True),
            ),
            "title",
            (("id", "document"),),
        ),
        ListSpec(
            "place",
            (
                Column("name", "Name", "t.name", ("sort",)),
                Column("precision", "Precision", "t.precision", ("precision", "sort"), "precision"),
                Column("part_of", "Part of", "(SELECT name FROM place WHERE id = t.part_of_id)"),
                Column("events", "Events", _uses("place_id", "event"), is_number=True),
            ),
            "name",
            (("id", "place"),),
        ),
        ListSpec(
            "figure",
            (
                Column("act", "Kind of act", "t.act", ("act",), "act"),
                Column("qualifier", "", "t.qualifier", vocabulary="qualifier"),
                Column("number", "Number", "t.number", ("number",), is_number=True),
                Column("counted", "Of whom", "t.counted"),
                Column("claimant", "Reported by", _title("claimant_id")),
                Column("period", "Period", "t.id", ("period_earliest",), is_date=True),
            ),
            "act",
            (("id", "figure"), ("claimant_id", "person")),
        ),
        ListSpec(
            "involvement",
            (
                Column("person", "Person", _title("person_id"), ("person_id",)),
                Column("role", "Role", "t.role", ("role",), "role"),
                Column("event", "Event", _EVENT.format("event_id"), ("event_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "event",
            (("person_id", "person"), ("event_id", "event")),
        ),
        ListSpec(
            "relationship",
            (
                Column("person", "Person", _title("person_id"), ("person_id",)),
                Column("type", "Tie", "t.type", ("type",), "tie"),
                Column("other", "To", _title("other_id"), ("other_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "person",
            (("person_id", "person"), ("other_id", "person")),
        ),
        ListSpec(
            "event_link",
            (
                Column("event", "Event", _EVENT.format("event_id"), ("event_id",)),
                Column("type", "Link", "t.type", ("type",), "link"),
                Column("other", "To", _EVENT.format("other_id"), ("other_id",)),
                Column("detail", "Detail", "t.detail"),
            ),
            "event",
            (("event_id", "event"), ("other_id", "event")),
        ),
        ListSpec(
            "annotation",
            (
                Column("body", "Note", "t.body"),
                Column("motivation", "Kind", "t.motivation", ("motivation",), "motivation"),
                Column("target", "On", _TARGET),
                Column("tags", "Tags", _TAGS),
                Column("created", "Created", "substr(t.created, 1, 10)", ("created",)),
            ),
            "created",
            (("id", "annotation"),),
        ),
        ListSpec(
            "tag",
            (
                Column("label", "Tag", "t.label", ("sort",)),
                Column("uses", "Records", _uses("tag_id", "tagging"), is_number=True),
            ),
            "label",
            (("id", "tag"),),
        ),
    )
}
