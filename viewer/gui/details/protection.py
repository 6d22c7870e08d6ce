"""What the protection of a record means: said beside its fields, with what each audience sees."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.domain.appearance import item_appearance, person_appearance, pseudonym_doubts
from viewer.domain.audiences import audiences
from viewer.domain.careful import reasons
from viewer.domain.changes import ChangeSet, edit
from viewer.domain.fields import Term
from viewer.domain.protection import pseudonyms
from viewer.domain.records import Audience, Person, Record
from viewer.domain.vocabularies import vocabulary
from viewer.gui.details.form import RecordForm
from viewer.gui.labels import label
from viewer.gui.links import LinkLine
from viewer.gui.session import Session

_UNWILLING = {"refused": "refuses to be named", "withdrawn": "withdrew the consent to be named"}


class Protection(QObject):
    """Stands in a form that has the field `protection`; of a person under a heading of its own."""

    def __init__(self, session: Session, form: RecordForm) -> None:
        super().__init__(form)
        self._session, self._rows = session, form.rows
        self._record_id = ""
        self.meaning, self.why = label("", "quiet"), label("", "quiet")
        self.doubts, self.consent = label("", "problem"), label("", "problem")
        self.withhold = LinkLine("Withhold the name", icon_name="protection")
        self.withhold.clicked.connect(self._withhold)
        self.seen = label("", "quiet", selectable=True)
        self.seen.setAccessibleName("What each audience sees")
        self.seen.setContentsMargins(10, 2, 0, 0)
        self._place(form)

    def _place(self, form: RecordForm) -> None:
        layout = cast(QVBoxLayout, form.layout())
        row = self._rows["protection"]
        for widget in (self.meaning, self.why, self.seen):
            row.box.addWidget(widget)
        if "consent" not in self._rows:
            return
        layout.insertWidget(layout.indexOf(row), _heading())
        self._rows["pseudonym"].box.addWidget(self.doubts)
        for part in (self.consent, self.withhold):
            self._rows["consent"].box.addWidget(part)

    def show_record(self, record: Record) -> None:
        """Say how a record is protected now."""
        self._record_id = record.id
        self._say_nothing()
        if self._session.is_preview:
            # Its audience knows nothing of others, nor of why.
            return
        protection = getattr(record, "protection")  # noqa: B009 - several kinds have it
        _say(self.meaning, self._meaning(protection))
        if isinstance(record, Person):
            self._show_person(record)
        else:
            self._show_seen(
                [f"{a.label}: {item_appearance(a, protection)}" for a in self._audiences()]
            )

    def _say_nothing(self) -> None:
        for part in (self.meaning, self.why, self.seen, self.doubts, self.consent, self.withhold):
            part.hide()

    def _audiences(self) -> tuple[Audience, ...]:
        return audiences(self._session.case)

    def _meaning(self, protection: str) -> str:
        spec = cast(Term, self._rows["protection"].field.spec)
        terms = {term.code: term for term in vocabulary(spec.vocabulary)}
        return terms[protection].note

    def _show_person(self, person: Person) -> None:
        pseudonym = suggested(self._session, person)
        line = cast(QLineEdit, self._rows["pseudonym"].editor.focusProxy())
        line.setPlaceholderText(pseudonym)
        _say(self.why, self._reason(person))
        _say(self.doubts, " ".join(pseudonym_doubts(self._session.case, person)))
        unwilling = person.protection == "public" and person.consent in _UNWILLING
        said = _UNWILLING.get(person.consent, "")
        _say(self.consent, f"This person {said}, and is public." if unwilling else "")
        self.withhold.setVisible(unwilling and not self._session.read_only)
        self._show_seen(
            [
                f"{a.label}: {person_appearance(a, person.protection, pseudonym)}"
                for a in self._audiences()
            ]
        )

    def _reason(self, person: Person) -> str:
        words = ", ".join(reason.words for reason in reasons(self._session.case, person))
        if not words or (person.protection == "public" and person.consent == "given"):
            return ""
        return f"Why: {words}" if person.protection != "public" else f"Think about it: {words}"

    def _show_seen(self, lines: list[str]) -> None:
        _say(self.seen, "\n".join(lines))

    def _withhold(self) -> None:
        person = self._session.case.find(self._record_id)
        if isinstance(person, Person):
            self._session.do(edit(person, "Withhold name", protection="name_withheld"))


def suggested(session: Session, person: Person) -> str:
    """Return under which pseudonym a person appears: the given one, or else a suggested one."""
    found = session.findChild(_Suggestions) or _Suggestions(session)
    return person.pseudonym or found.of(person.id)


class _Suggestions(QObject):
    """The pseudonyms of all persons, gathered anew after one changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[str, str] = {}
        session.changed.connect(self._on_changed)
        session.closed.connect(self._known.clear)

    def of(self, person_id: str) -> str:
        if person_id not in self._known:
            self._known.update(pseudonyms(self._session.case))
        return self._known.get(person_id, "")

    def _on_changed(self, change_set: ChangeSet) -> None:
        if Person.kind in change_set.kinds:
            self._known.clear()


def _heading() -> QWidget:
    heading = label("Protection", "subheading")
    heading.setContentsMargins(0, 8, 0, 0)
    return heading


def _say(where: QLabel, words: str) -> None:
    where.setText(words)
    where.setVisible(bool(words))
