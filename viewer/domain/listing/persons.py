"""A row of a list of persons → a person, with names, tags and the words of each."""

from dataclasses import dataclass, field

from viewer.domain.dates import Date, phrase
from viewer.domain.fields import Term
from viewer.domain.ids import new_id
from viewer.domain.listing.known import known_persons
from viewer.domain.listing.making import Making
from viewer.domain.listing.planned import Cells, Planned, tie_all, tie_tags
from viewer.domain.listing.protecting import careful, is_stricter
from viewer.domain.listing.table import Cell
from viewer.domain.listing.values import Value, date_in, term_in, words_in
from viewer.domain.marking.mentions import form_of_name
from viewer.domain.marking.people import name_of
from viewer.domain.reader import CaseReader
from viewer.domain.records import Person, field_of
from viewer.domain.text import folded
from viewer.domain.vocabularies import vocabulary

#: What stands in the place of a name where there is none.
_NAMELESS = {
    **dict.fromkeys(("anonymous", "name withheld", "withheld"), "anonymous"),
    **dict.fromkeys(("unknown", "unidentified", "not known", "n/a", "?", "-"), "unidentified"),
    **dict.fromkeys(("مجهول", "غير معروف"), "unidentified"),
}
_NO_NAME = "Neither a name nor a description."
_IN_THE_CASE = "In the case already."


@dataclass(slots=True)
class PersonItem:
    """A person-to-be; an empty `name` is that of somebody who is only described."""

    name: str = ""
    name_cells: tuple[Cell, ...] = ()
    aliases: list[Cell] = field(default_factory=list)
    #: By the fields of a `Person`.
    values: dict[str, Value] = field(default_factory=dict)
    tags: list[Cell] = field(default_factory=list)
    protection: str = ""
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """What the person is called, or described as."""
        return self.name or self.said("described_as", "")

    def said(self, field: str, otherwise: str) -> str:
        """Return what the row says of a field."""
        return str(self.values[field].value) if field in self.values else otherwise

    def make(self, making: Making) -> None:
        """Add the person, the names and the tags."""
        given = {name: value.value for name, value in self.values.items()}
        making.add(Person(id=self.id, **{**given, "protection": self.protection}))
        tie_all(making, self.id, self.values)
        if self.name:
            making.tie(self.id, "", self.name_cells[0])
            self._make_name(making, self.name, "main", self.name_cells)
        for cell in self.aliases:
            self._make_name(making, cell.text, "alias", (cell,))
        tie_tags(making, self.id, self.tags)

    def _make_name(self, making: Making, text: str, type: str, cells: tuple[Cell, ...]) -> None:
        name = name_of(self.id, " ".join(text.split()), type)
        making.add(name)
        for cell in cells:
            making.tie(name.id, "text", cell)


class PersonRows:
    """Plans the rows of a list of persons, in their order."""

    def __init__(self, case: CaseReader, *, again: bool = False) -> None:
        self._case = case
        #: Whether persons whom the case knows are made once more.
        self._again = again
        self._known = known_persons(case)
        self._listed: dict[str, int] = {}

    def planned(self, line: int, cells: Cells) -> Planned:
        """Return what a row becomes."""
        item = _item(cells)
        found = Planned(line, item.title, _says(item), cells.problems, item)
        if not item.title:
            found.item, found.why, found.says = None, _NO_NAME, {}
        elif item.name:
            self._compare(found, item)
        return found

    def _compare(self, found: Planned, item: PersonItem) -> None:
        """Look for the same whole name in the case, and in the rows before."""
        if known := self._known.called(item.name):
            self._tell_of_known(found, item, known)
        form = form_of_name(item.name)
        if form in self._listed and found.item is not None:
            found.problems.append(f"The same name as in line {self._listed[form]}: two persons.")
        self._listed.setdefault(form, found.line)

    def _tell_of_known(self, found: Planned, item: PersonItem, known: tuple[str, ...]) -> None:
        found.problems.append(f"{_IN_THE_CASE[:-1]}: made once more.")
        if not self._again:
            found.problems.pop()
            found.item, found.is_known, found.why = None, True, _IN_THE_CASE
        if "protection" not in item.values:
            return
        levels = [self._case.get(Person, id).protection for id in known]
        if any(is_stricter(item.protection, level) for level in levels):
            wanted = vocabulary("protection").label(item.protection).lower()
            found.problems.append(f"The list protects them more than the case does: {wanted}.")


def _item(cells: Cells) -> PersonItem:
    item = PersonItem(tags=cells.several("tags"))
    for code, name, otherwise in (
        ("unit", "unit", "individual"),
        ("naming", "naming", "named"),
        # Somebody wanted something protected: the strictest cannot expose anybody.
        ("protection", "protection", "never_exported"),
        ("consent", "consent", "not_asked"),
    ):
        if cell := cells.get(code):
            cells.take(item.values, code, term_in(cell, name, otherwise))
    for code in ("described_as", "occupation", "about", "pseudonym"):
        if cell := cells.get(code):
            long = code == "about"
            cells.take(item.values, code, words_in(cell, long=long))
    if cell := cells.get("consent_date"):
        cells.take(item.values, "consent_date", date_in(cell))
    _take_names(item, cells)
    _settle_naming(item)
    unit, naming = item.said("unit", "individual"), item.said("naming", "named")
    item.protection = item.said("protection", careful(unit, naming))
    return item


def _take_names(item: PersonItem, cells: Cells) -> None:
    whole = cells.get("name")
    parts = (whole,) if whole else (cells.get("given_name"), cells.get("family_name"))
    item.name_cells = tuple(cell for cell in parts if cell is not None)
    read = [words_in(cell) for cell in item.name_cells]
    cells.problems += [value.problem for value in read if value.problem]
    item.name = "" if any(value.problem for value in read) else " ".join(v.value for v in read)
    forms = {form_of_name(item.name)}
    for cell in cells.several("aliases"):
        if not words_in(cell).problem and form_of_name(cell.text) not in forms:
            forms.add(form_of_name(cell.text))
            item.aliases.append(cell)
    if not item.name and item.aliases:
        first, *item.aliases = item.aliases
        item.name, item.name_cells = " ".join(first.text.split()), (first,)


def _settle_naming(item: PersonItem) -> None:
    """Somebody without a name is known by a description, or not at all."""
    is_name = item.said("naming", "") == "named"
    nameless = "" if is_name else _NAMELESS.get(folded(item.name), "")
    if item.name and not nameless:
        return
    if nameless:
        cell = item.name_cells[0]
        item.values.setdefault("described_as", Value(item.name, cell))
        item.values.setdefault("naming", Value(nameless, cell))
        item.name = ""
    if item.said("naming", "named") == "named":
        described = item.values.get("described_as")
        if described is not None:
            item.values["naming"] = Value("role_only", described.cell)


def _says(item: PersonItem) -> dict[str, str]:
    """Return what the row says, field by field, as it is shown."""
    said = {"Name": item.name, "Other names": "; ".join(cell.text for cell in item.aliases)}
    said |= {field_of(Person.kind, n).spec.label: _shown(n, v) for n, v in item.values.items()}
    said["Protection"] = vocabulary("protection").label(item.protection)
    said["Tags"] = "; ".join(cell.text for cell in item.tags)
    return {label: text for label, text in said.items() if text}


def _shown(field: str, value: Value) -> str:
    if isinstance(value.value, Date):
        return phrase(value.value)
    spec = field_of(Person.kind, field).spec
    code = value.value
    return vocabulary(spec.vocabulary).label(code) if isinstance(spec, Term) else str(code)
