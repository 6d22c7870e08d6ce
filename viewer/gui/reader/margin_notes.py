"""What the margin shows of an annotation, read once until something of it changes. No widget."""

from dataclasses import dataclass

from viewer.domain.annotations import meaning
from viewer.domain.changes import ChangeSet
from viewer.domain.markdown import plain
from viewer.domain.records import Annotation, Tag, Tagging
from viewer.domain.text import folded, shortened
from viewer.domain.vocabularies import vocabulary
from viewer.gui import moments
from viewer.gui.reader.marks import HIGHLIGHTS
from viewer.gui.session import Session

#: Kinds whose change may change what is shown of an annotation.
_CONCERNED = {"annotation", "tag", "tagging"}
#: Notes that are kept in mind, and code points of one that are shown in its tip.
_MOST, _TIP = 2000, 400


@dataclass(frozen=True, slots=True)
class MarginNote:
    """An annotation in words."""

    id: str
    motivation: str
    colour: str
    body: str
    tags: tuple[str, ...]
    #: Who made it, and when it was changed last, in words.
    author: str
    when: str
    protection: str = "public"

    @property
    def by(self) -> str:
        """Who and on which day."""
        return " · ".join(part for part in (self.author, self.when.partition(",")[0]) if part)

    @property
    def group(self) -> str:
        """The group of marks that it is shown as."""
        highlights = self.motivation == "highlighting"
        return HIGHLIGHTS[self.colour] if highlights else "annotation"

    @property
    def heading(self) -> str:
        """What kind of annotation it is, what its colour says, and whether it is withheld."""
        said = f"{vocabulary('motivation').label(self.motivation)} · {meaning(self.colour)}"
        if self.protection == "public":
            return said
        return f"{said} · {vocabulary('item_protection').label(self.protection).lower()}"

    @property
    def line(self) -> str:
        """All of it that one line can say."""
        words = shortened(plain(self.body), 200)
        return words or ", ".join(self.tags) or self.heading

    @property
    def told(self) -> tuple[str, ...]:
        """All of it in lines, for a tip and a screen reader."""
        tags = f"Tags: {', '.join(self.tags)}" if self.tags else ""
        by = ", ".join(part for part in (self.author, self.when) if part)
        lines = (self.heading, shortened(plain(self.body), _TIP), tags, by)
        return tuple(line for line in lines if line)


class MarginNotes:
    """Reads annotations for the margin."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, MarginNote | None] = {}

    def get(self, id: str) -> MarginNote | None:
        """Return what there is to show of an annotation; None when it is gone."""
        if id not in self._known:
            if len(self._known) > _MOST:
                self._known.clear()
            self._known[id] = self._read(id)
        return self._known[id]

    def forget(self, change_set: ChangeSet | None = None) -> bool:
        """Read anew what a change set may concern, or everything; returns whether it does."""
        concerned = change_set is None or not _CONCERNED.isdisjoint(change_set.kinds)
        if concerned:
            self._known.clear()
        return concerned

    def _read(self, id: str) -> MarginNote | None:
        case = self._session.case
        found = case.find(id)
        if not isinstance(found, Annotation):
            return None
        taggings = case.where(Tagging, target_id=id)
        tags = sorted((case.get(Tag, t.tag_id).label for t in taggings), key=folded)
        when = moments.local(found.modified or found.created)
        return MarginNote(
            id=id,
            motivation=found.motivation,
            colour=found.colour,
            body=found.body,
            tags=tuple(tags),
            author=found.author,
            when=when,
            protection=found.protection,
        )
