"""Which editor a field gets."""

from viewer.domain.fields import DateField, Moment, NamedField, Real, Ref, Term, Text, Whole
from viewer.domain.vocabularies import vocabulary
from viewer.gui.editors.base import Editor
from viewer.gui.editors.date import DateEditor
from viewer.gui.editors.number import RealEditor, WholeEditor
from viewer.gui.editors.reference import ReferenceEditor
from viewer.gui.editors.term import TermEditor
from viewer.gui.editors.text import LineEditor, LongEditor, MomentEditor
from viewer.gui.session import Session
from viewer.store import SEARCHED


def editor_for(field: NamedField, session: Session) -> Editor:
    """Return a new editor for a field; it shows nothing yet."""
    match field.spec:
        case Term(vocabulary=name):
            return TermEditor(vocabulary(name))
        case Ref(kind=kind):
            kinds = (kind,) if kind else SEARCHED
            return ReferenceEditor(session, kinds, optional=field.optional)
        case DateField():
            return DateEditor(session)
        case Whole(least=least):
            return WholeEditor(least)
        case Real():
            return RealEditor()
        case Moment():
            return MomentEditor()
        case Text(long=True):
            return LongEditor()
        case _:
            return LineEditor()
