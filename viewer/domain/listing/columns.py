"""Which column of a table fills which field of the records that are made of its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from viewer.domain.text import words
from viewer.errors import InvalidRecordError


@dataclass(frozen=True, slots=True)
class ListField:
    """Something that a column may say of the person or event of its row.

    `called` are what such columns are often headed, beside the label and the code.
    """

    code: str
    label: str
    called: tuple[str, ...] = ()
    #: Said beside the field where it is chosen.
    note: str = ""


PERSONS = (
    ListField(
        "name",
        "Name",
        ("full name", "person", "main name", "name of person", "victim", "اسم", "الاسم"),
    ),
    ListField("given_name", "Given name", ("first name", "forename", "الاسم الاول")),
    ListField("family_name", "Family name", ("last name", "surname", "اللقب")),
    ListField(
        "aliases",
        "Other names",
        ("alias", "also known as", "aka", "names", "other name", "nickname", "nicknames"),
        "Several parted by semicolons",
    ),
    ListField("unit", "Individual or group", ("kind", "type", "type of person")),
    ListField("naming", "How they are known", ("naming",)),
    ListField("described_as", "Described as", ("description", "role", "الوصف")),
    ListField("occupation", "Occupation", ("job", "profession", "work", "المهنة")),
    ListField("about", "About", ("notes", "note", "biography", "details", "remarks", "ملاحظات")),
    ListField("protection", "Protection", ("protected", "level of protection")),
    ListField("consent", "Consent to be named", ("consent", "informed consent")),
    ListField("consent_date", "Date of consent", ("consent date", "date of consent as written")),
    ListField("pseudonym", "Pseudonym", ("code name", "cover name")),
    ListField("tags", "Tags", ("tag", "labels", "keywords"), "Several parted by semicolons"),
)

EVENTS = (
    ListField("title", "Title", ("event", "incident", "name", "headline", "العنوان")),
    ListField("type", "Type of act", ("act", "kind", "category", "type of event", "violation")),
    ListField(
        "date",
        "Date",
        ("when", "date as written", "date of event", "date of incident", "day", "التاريخ"),
        "In words, or as EDTF",
    ),
    ListField("edtf", "Date (EDTF)", ("edtf",), "Of the date as it is written"),
    ListField("place", "Place", ("where", "location", "town", "city", "site", "المكان")),
    ListField("status", "Status", ("verification", "status of verification")),
    ListField("description", "Description", ("what happened", "details", "summary", "الوصف")),
    ListField(
        "victims",
        "Victims",
        ("victim", "whom", "persons harmed", "الضحية", "الضحايا"),
        "Several parted by semicolons",
    ),
    ListField(
        "alleged_perpetrators",
        "Alleged perpetrators",
        ("alleged perpetrator", "perpetrator", "perpetrators", "suspect", "suspects", "by whom"),
        "Several parted by semicolons",
    ),
    ListField("witnesses", "Witnesses", ("witness",), "Several parted by semicolons"),
    ListField("participants", "Participants", ("participant",), "Several parted by semicolons"),
    ListField("protection", "Protection", ("protected",)),
    ListField("tags", "Tags", ("tag", "labels", "keywords"), "Several parted by semicolons"),
)

#: What a list may be of: its code on the command line, and its fields.
FIELDS = {"persons": PERSONS, "events": EVENTS}
#: The fields of which one must be there: they say who a person or what an event is.
NEEDED = {
    "persons": ("name", "given_name", "family_name", "aliases", "described_as"),
    "events": ("title", "type", "description"),
}

#: For each column, the code of its field; "" where it is left out.
Columns = tuple[str, ...]


def matched(what: str, headings: Sequence[str]) -> Columns:
    """Return the fields of columns by their headings; each field once, the first column first.

    Capitals, accents and signs make no difference. What a heading says exactly goes before what it
    is only often called.
    """
    return _matched(what, headings, {})


def _matched(what: str, headings: Sequence[str], said: dict[int, str]) -> Columns:
    chosen = {number: code for number, code in said.items() if code}
    for forms in (_labels(what), _all_forms(what)):
        for number, heading in enumerate(headings):
            code = forms.get(_form(heading), "")
            if code and number not in said and code not in chosen.values():
                chosen.setdefault(number, code)
    return tuple(chosen.get(number, "") for number in range(len(headings)))


def likely(headings: Sequence[str]) -> str:
    """Return what a list with these headings is of: that of which more of them speak."""
    spoken = {what: {*matched(what, headings)} - {""} for what in FIELDS}
    return max(
        FIELDS, key=lambda what: (bool(spoken[what].intersection(NEEDED[what])), len(spoken[what]))
    )


def mapped(what: str, headings: Sequence[str], pairs: Iterable[tuple[str, str]]) -> Columns:
    """Return the fields of columns: those that pairs of heading and field say, others by `matched`.

    An empty field leaves a column out. Raises `InvalidRecordError` for a heading or field that
    there is not, and for a field that two columns are to fill.
    """
    said: dict[int, str] = {}
    for heading, field in pairs:
        number, code = _column(headings, heading), _field(what, field) if field else ""
        if code and code in said.values():
            raise InvalidRecordError(
                f"Two columns are to be “{code}”; nothing was changed. Map one of them."
            )
        said[number] = code
    return _matched(what, headings, said)


def _column(headings: Sequence[str], wanted: str) -> int:
    forms = [_form(heading) for heading in headings]
    if wanted in headings:
        return headings.index(wanted)
    if _form(wanted) in forms:
        return forms.index(_form(wanted))
    known = ", ".join(f"“{heading}”" for heading in headings[:30])
    raise InvalidRecordError(
        f"No column is headed “{wanted}”; nothing was changed. There are {known}."
    )


def _field(what: str, wanted: str) -> str:
    code = _all_forms(what).get(_form(wanted))
    if code is None:
        known = ", ".join(field.code for field in FIELDS[what])
        raise InvalidRecordError(
            f"A list of {what} has no field “{wanted}”; nothing was changed. There are {known}."
        )
    return code


def _form(heading: str) -> str:
    return " ".join(words(heading))


def _labels(what: str) -> dict[str, str]:
    return {_form(name): f.code for f in FIELDS[what] for name in (f.code, f.label)}


def _all_forms(what: str) -> dict[str, str]:
    others = {_form(name): field.code for field in FIELDS[what] for name in field.called}
    return others | _labels(what)
