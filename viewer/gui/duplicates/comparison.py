"""Two persons side by side: what differs is chosen, what both have is shown once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.domain.fields import Term
from viewer.domain.merging import MAIN_NAME, between, defaults, differing, stricter
from viewer.domain.records import Name, Person, field_of, fields_of
from viewer.domain.titles import title
from viewer.domain.vocabularies import vocabulary
from viewer.gui.details.section import TieSection
from viewer.gui.details.ties import ties_of
from viewer.gui.duplicates.choice import Choice, Offer
from viewer.gui.emptying import empty
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

#: Links of each sort that are shown of either person.
_MOST = 6
_UNDO = "Merge makes one person of both, who keeps everything that either has. Undo parts them."


class Comparison(QWidget):
    """Shows a pair; says what was chosen for the person who is to be made of it."""

    record_requested = Signal(str)
    passage_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.choices_by_field: dict[str, Choice] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(18, 12, 18, 14)
        self._box.setSpacing(12)

    def choices(self) -> dict[str, Any]:
        """Return what is chosen, as `merged` takes it."""
        return {name: choice.value for name, choice in self.choices_by_field.items()}

    def choose(self, values: Mapping[str, Any]) -> None:
        """Choose what was chosen before, where it is still offered."""
        for name, choice in self.choices_by_field.items():
            if name in values:
                choice.take_value(values[name])

    def take_all(self, place: int) -> None:
        """Choose everything of the first person (0) or of the second (1)."""
        for choice in self.choices_by_field.values():
            choice.take(place)

    def begin(self) -> None:
        """Give the keyboard to the first choice, or else to the first link."""
        first = next(iter(self.choices_by_field.values()), None)
        target = first.chosen_button if first is not None else self.findChild(LinkLine)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Show nobody."""
        self.choices_by_field.clear()
        empty(self._box)

    def show_pair(self, one: Person, other: Person, reason: str = "") -> None:
        """Show two persons; `one` is who stays when they are merged."""
        self.clear()
        if reason:
            self._box.addWidget(label(reason, "subheading"))
        self._box.addWidget(_columns(self._head(one, 0), self._head(other, 1)))
        self._add_warnings(one, other)
        self._add_choices(one, other)
        self._add_what_is_equal(one, other)
        self._box.addWidget(_columns(self._names(one), self._names(other)))
        self._box.addWidget(_columns(self._ties(one), self._ties(other)))
        self._box.addWidget(label(_UNDO, "quiet"))
        self._box.addStretch(1)

    def _head(self, person: Person, place: int) -> QWidget:
        link = LinkLine(title(self._session.case, person), icon_name="person")
        link.clicked.connect(lambda: self.record_requested.emit(person.id))
        take = QPushButton("Take all of these")
        take.setToolTip(f"Choose everything of this person (key {place + 1})")
        take.setProperty("look", "link")
        take.clicked.connect(lambda: self.take_all(place))
        column, box = _column()
        box.addWidget(link)
        box.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        take.setVisible(not self._session.read_only)
        return column

    def _add_warnings(self, one: Person, other: Person) -> None:
        tied = between(self._session.case, one, other)
        if tied:
            self._box.addWidget(label("Between the two, and gone when they are merged:", "problem"))
            for tie in tied:
                self._box.addWidget(label(f"\u200e• {title(self._session.case, tie)}"))
        if one.protection != other.protection:
            stays = _said("protection", stricter(one.protection, other.protection))
            words = f"The stricter protection stays: {stays.lower()}."
            self._box.addWidget(label(words, "badge"))

    def _add_choices(self, one: Person, other: Person) -> None:
        values = defaults(self._session.case, one, other)
        mains = [self._main_name(person) for person in (one, other)]
        if mains[0] and mains[1] and mains[0].text != mains[1].text:
            offers = [Offer(name.id, name.text) for name in mains if name]
            self._add(MAIN_NAME, Choice("Main name", offers, mains[0].id))
        for name in differing(one, other):
            given = [getattr(person, name) for person in (one, other)]
            offers = [Offer(value, _said(name, value)) for value in given]
            heading = field_of(Person.kind, name).spec.label
            self._add(name, Choice(heading, offers, values[name], _both(name, given)))

    def _add(self, name: str, choice: Choice) -> None:
        choice.set_read_only(self._session.read_only)
        self.choices_by_field[name] = choice
        self._box.addWidget(choice)

    def _main_name(self, person: Person) -> Name | None:
        names = self._session.case.where(Name, limit=1, person_id=person.id, type="main")
        return names[0] if names else None

    def _add_what_is_equal(self, one: Person, other: Person) -> None:
        same = [
            f"{field.spec.label}: {_said(field.name, value)}"
            for field in fields_of(Person.kind)
            if (value := getattr(one, field.name)) and value == getattr(other, field.name)
        ]
        if same:
            self._box.addWidget(label(f"The same in both – {'; '.join(same)}", "quiet"))

    def _names(self, person: Person) -> QWidget:
        column, box = _column()
        names = self._session.case.where(Name, person_id=person.id)
        box.addWidget(label("Names" if names else "No name", "quiet"))
        for name in names:
            kind = vocabulary("name_type").label(name.type).lower()
            box.addWidget(label(f"\u200e\u2068{name.text}\u2069 – {kind}"))
        return column

    def _ties(self, person: Person) -> QWidget:
        column, box = _column()
        for group in ties_of(self._session.case, person, _MOST):
            section = TieSection(group)
            section.record_requested.connect(self.record_requested)
            section.passage_requested.connect(self.passage_requested)
            section.more_requested.connect(lambda: self.record_requested.emit(person.id))
            box.addWidget(section)
        return column


def _said(name: str, value: str) -> str:
    spec = field_of(Person.kind, name).spec
    return vocabulary(spec.vocabulary).label(value) if isinstance(spec, Term) else value


def _both(name: str, values: list[str]) -> Offer | None:
    """Long texts may be joined."""
    if not all(values) or name not in ("about", "described_as", "occupation"):
        return None
    return Offer(("\n\n" if name == "about" else "; ").join(values), "Both, one after the other")


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    box = QVBoxLayout(column)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    return column, box


def _columns(one: QWidget, other: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(18)
    for column in (one, other):
        row.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
    return both
