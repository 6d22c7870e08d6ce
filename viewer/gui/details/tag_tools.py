"""What is done with a tag itself: renamed and merged, in the one place for it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.domain.records import Tag
from viewer.domain.tags import twin_of
from viewer.gui.annotations.tagging import merge
from viewer.gui.links import LinkLine
from viewer.gui.session import Session


class TagTools(QWidget):
    """Leads to all tags; offers to merge a tag with another one of the same name."""

    def __init__(self, session: Session, tag_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tag_id = session, tag_id
        self._twin: Tag | None = None
        self.manage = LinkLine("Rename or merge tags…", icon_name="tag")
        self.manage.clicked.connect(self._manage)
        self.merge = LinkLine("Merge with the other tag of this name", icon_name="link")
        self.merge.clicked.connect(self._merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.manage)
        layout.addWidget(self.merge)

    def refresh(self) -> None:
        """Look whether another tag is called the same."""
        tag = self._session.case.find(self._tag_id)
        self._twin = twin_of(self._session.case, tag) if isinstance(tag, Tag) else None
        self.merge.setVisible(self._twin is not None and not self._session.read_only)

    def _merge(self) -> None:
        if self._twin is not None:
            merge(self._session, self._tag_id, [self._twin.id])

    def _manage(self) -> None:
        from viewer.gui.annotations.tags_dialog import manage_tags

        manage_tags(self._session, self._tag_id, self.window())
