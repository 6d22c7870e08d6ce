"""A row of a list of events → an event, with who took part, where, and the words of each."""

from dataclasses import dataclass, field, replace

from viewer.domain.dates import NO_DATE, Date
from viewer.domain.ids import new_id
from viewer.domain.listing.making import Making
from viewer.domain.listing.parts import Meant, Persons, Places, make_part, make_place
from viewer.domain.listing.planned import Cells, Planned, tie_all, tie_tags
from viewer.domain.listing.table import Cell
from viewer.domain.listing.values import Value, date_in, edtf_in, term_in, words_in
from viewer.domain.reader import CaseReader
from viewer.domain.records import Event
from viewer.domain.text import folded, shortened
from viewer.domain.titles import date_phrase
from viewer.domain.vocabularies import vocabulary

#: The fields that name persons, and the role of these.
ROLES = {
    "victims": "victim",
    "alleged_perpetrators": "alleged_perpetrator",
    "witnesses": "witness",
    "participants": "participant",
}
#: Fields that are codes: their vocabulary, and what stands for words that are none of its terms.
_TERMS = {
    "type": ("act", "other"),
    "status": ("status", "alleged"),
    # Somebody wanted something protected: the strictest cannot expose anybody.
    "protection": ("item_protection", "never_exported"),
}
_NO_TITLE = "Neither a title, a type of act nor a description."
_IN_THE_CASE = "In the case already, with this title and date."
_TITLE_LENGTH = 80


@dataclass(slots=True)
class EventItem:
    """An event-to-be; `untitled` are the words of which its title is made where it has none."""

    #: By the fields of an `Event`.
    values: dict[str, Value] = field(default_factory=dict)
    title: str = ""
    title_cell: Cell | None = None
    place: Meant | None = None
    parts: list[tuple[str, Meant]] = field(default_factory=list)
    tags: list[Cell] = field(default_factory=list)
    id: str = field(default_factory=new_id)

    @property
    def date(self) -> Date:
        """The date, as it is written and as EDTF."""
        date: Date = self.values["date"].value if "date" in self.values else NO_DATE
        return date

    def said(self, field: str) -> str:
        """Return the label of what the row says of a field; "" where it says nothing."""
        value = self.values.get(field)
        return vocabulary(_TERMS[field][0]).label(value.value) if value else ""

    def make(self, making: Making) -> None:
        """Add the event, its place and its parts."""
        given = {name: value.value for name, value in self.values.items()}
        # Who made the list, and how careful they were, nobody has said yet.
        event = Event(id=self.id, **{"status": "alleged", "title": self.title, **given})
        if self.place is not None and self.place.id:
            make_place(making, self.place)
            event = replace(event, place_id=self.place.id)
            making.tie(self.id, "place_id", self.place.cell)
        elif self.place is not None:
            making.tie(self.id, "", self.place.cell, stance="mentions")
        making.add(event)
        tie_all(making, self.id, self.values)
        if self.title_cell is not None:
            making.tie(self.id, "", self.title_cell)
        for role, meant in self.parts:
            make_part(making, self.id, role, meant)
        tie_tags(making, self.id, self.tags)


class EventRows:
    """Plans the rows of a list of events, in their order."""

    def __init__(self, case: CaseReader, *, again: bool = False) -> None:
        self._case, self._again = case, again
        self._persons, self._places = Persons(case), Places(case)
        self._known = {_key(event.title, event.date) for event in case.all(Event)}

    def planned(self, line: int, cells: Cells) -> Planned:
        """Return what a row becomes."""
        item = self._item(cells)
        found = Planned(line, item.title, self._says(item), cells.problems, item)
        if not item.title:
            found.item, found.why, found.says = None, _NO_TITLE, {}
        elif not self._again and _key(item.title, item.date) in self._known:
            found.item, found.is_known, found.why = None, True, _IN_THE_CASE
        return found

    def _item(self, cells: Cells) -> EventItem:
        item = EventItem(tags=cells.several("tags"))
        _take_values(item, cells)
        _take_date(item, cells)
        _take_title(item)
        if cell := cells.get("place"):
            item.place = self._places.meant(cell)
        for code, role in ROLES.items():
            item.parts += [(role, self._persons.meant(cell)) for cell in cells.several(code)]
        meant = [item.place, *(meant for _, meant in item.parts)]
        cells.problems += [each.problem for each in meant if each is not None and each.problem]
        return item

    def _says(self, item: EventItem) -> dict[str, str]:
        """Return what the row says, field by field, as it is shown."""
        said = {"Title": item.title, "Type of act": item.said("type")}
        said["Date"] = date_phrase(self._case, item.date) if "date" in item.values else ""
        said["Place"] = _shown(item.place) if item.place is not None else ""
        said["Status"] = item.said("status") or vocabulary("status").label("alleged")
        for code, role in ROLES.items():
            who = (_shown(meant) for of, meant in item.parts if of == role)
            said[code.replace("_", " ").capitalize()] = "; ".join(who)
        value = item.values.get("description")
        said["Description"] = shortened(value.value, 200) if value else ""
        said["Protection"] = item.said("protection")
        said["Tags"] = "; ".join(cell.text for cell in item.tags)
        return {label: text for label, text in said.items() if text}


def _take_values(item: EventItem, cells: Cells) -> None:
    for code, (name, otherwise) in _TERMS.items():
        if cell := cells.get(code):
            cells.take(item.values, code, term_in(cell, name, otherwise))
    for code in ("title", "description"):
        if cell := cells.get(code):
            cells.take(item.values, code, words_in(cell, long=code == "description"))


def _take_date(item: EventItem, cells: Cells) -> None:
    """A date in words and the EDTF beside it are one."""
    cell, edtf_cell = cells.get("date"), cells.get("edtf")
    edtf = edtf_in(edtf_cell) if edtf_cell is not None else None
    if edtf is not None and edtf.problem:
        cells.problems.append(edtf.problem)
    if edtf is not None and edtf.value:
        written = cell.text if cell is not None else edtf.value
        item.values["date"] = Value(Date(written=written, edtf=edtf.value), cell or edtf.cell)
    elif cell is not None:
        cells.take(item.values, "date", date_in(cell))


def _take_title(item: EventItem) -> None:
    """Call an event what it is called, or by its description, or by the type of act."""
    if "title" in item.values:
        item.title = item.values["title"].value
        return
    described, type = item.values.get("description"), item.values.get("type")
    if described is not None:
        item.title, item.title_cell = shortened(described.value, _TITLE_LENGTH), described.cell
    elif type is not None and type.value != "other":
        item.title, item.title_cell = item.said("type"), type.cell


def _shown(meant: Meant) -> str:
    if meant.problem:
        return f"{meant.name} (not linked)"
    return f"{meant.name} (new)" if meant.is_new else meant.name


def _key(title: str, date: Date) -> tuple[str, str]:
    return folded(title), date.edtf or folded(date.written)
