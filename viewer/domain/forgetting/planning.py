"""Making the plan of a removing for good."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from viewer.domain.changes import Change, Content
from viewer.domain.documents import now
from viewer.domain.forgetting.naming import Naming
from viewer.domain.forgetting.originals import holds
from viewer.domain.forgetting.parts import Choice, Forgetting, NamingDocument, Target
from viewer.domain.forgetting.rewriting import Placed, Rewriter
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Decision, Document, Passage, Record, Rejection
from viewer.domain.redaction import Redactor
from viewer.domain.removal import removal
from viewer.domain.snapshot import Snapshot
from viewer.domain.wording import Wording

#: Gives the original bytes kept under a SHA-256.
Contents = Callable[[str], bytes]
_PLAIN = "text/plain"


def planned(
    case: CaseReader,
    target: Target,
    content: Contents,
    choices: Mapping[str, Choice] | None = None,
    otherwise: Choice = "take-out",
) -> Forgetting:
    """Return what removing a target for good would do.

    `choices` says by id what becomes of a document that names the person, `otherwise` of all
    others. Raises `CasefileError` where a name cannot be taken out of a document.
    """
    return _Planning(case, target, content, choices or {}, otherwise).plan()


class _Planning:
    def __init__(
        self,
        case: CaseReader,
        target: Target,
        content: Contents,
        choices: Mapping[str, Choice],
        otherwise: Choice,
    ) -> None:
        # The case itself knows at once what refers to a record.
        self._kept = case
        self._case = Snapshot(r for kind in KINDS.values() for r in case.all(kind))
        self._removed: list[Record] = []
        self._target, self._content = target, content
        self._choices, self._otherwise = choices, otherwise
        self._wording = Wording.of(self._case.case.language)
        #: The records that change, as they were and as they would be; None where they go.
        self._after: dict[str, Record | None] = {}

    def plan(self) -> Forgetting:
        """Return the whole plan."""
        self._remove([self._case.find(self._target.record.id)])
        naming = Naming(self._target, list(self._left()), self._wording)
        redactor = naming.redactor()
        documents = tuple(self._naming(redactor, naming.own))
        self._remove([each.document for each in documents if each.choice == "remove"])
        rewriter = Rewriter(redactor, self._wording, now()[:10])
        exempt = self._exempt(documents)
        if redactor:
            self._rewrite(rewriter, documents, exempt)
        return Forgetting(
            target=self._target,
            changes=tuple(self._changes()),
            contents=tuple(self._contents(documents)),
            documents=documents,
            shared=tuple(dict.fromkeys(naming.shared())),
            redactor=redactor,
            exempt=exempt,
            words=frozenset(rewriter.words) | frozenset(naming.own),
        )

    def _remove(self, records: Iterable[Record | None]) -> None:
        """Remove records together with those before, so that none is let go twice."""
        self._removed += [record for record in records if record is not None]
        if self._removed:
            changes = removal(self._kept, *self._removed).changes
            self._after = {change.id: change.after for change in changes}

    def _left(self) -> Iterator[Record]:
        """Yield the records that stay, without pointers to what goes."""
        for kind in KINDS.values():
            for record in self._case.all(kind):
                left = self._after.get(record.id, record)
                if left is not None:
                    yield left

    def _naming(self, redactor: Redactor, names: tuple[str, ...]) -> Iterator[NamingDocument]:
        for document in self._left():
            if isinstance(document, Document) and redactor:
                words = _words(redactor, document.text)
                if words or self._is_named_around(document, redactor, names):
                    choice = self._choices.get(document.id, self._otherwise)
                    yield NamingDocument(document, choice, words)

    def _is_named_around(
        self, document: Document, redactor: Redactor, names: tuple[str, ...]
    ) -> bool:
        """What a page or mail says of itself was read from its original, and stands there."""
        told = (document.title, document.author, document.publisher)
        if document.media_type != _PLAIN and any(map(redactor.finds, told)):
            return True
        return holds(self._content(document.sha256), redactor, names)

    def _exempt(self, documents: Iterable[NamingDocument]) -> frozenset[str]:
        kept = {each.document.id for each in documents if each.choice == "keep"}
        return frozenset(kept | {p.id for p in self._case.all(Passage) if p.document_id in kept})

    def _rewrite(
        self, rewriter: Rewriter, documents: Iterable[NamingDocument], exempt: frozenset[str]
    ) -> None:
        left = {record.id: record for record in self._left()}
        placed = _placed(left.values())
        for each in documents:
            if each.choice == "take-out":
                for record in rewriter.document(each.document, placed[each.document.id]):
                    self._after[record.id] = record
                    left.pop(record.id)
        for record in left.values():
            if record.id not in exempt:
                self._after[record.id] = rewriter.record(record)

    def _changes(self) -> Iterator[Change]:
        """Yield what stays and changes, then what goes, each before what it refers to."""
        for id, after in self._after.items():
            before = self._case.find(id)
            if after is not None and before != after:
                yield Change(before, after)
        for id, after in self._after.items():
            if after is None:
                yield Change(self._case.find(id), None)

    def _contents(self, documents: Iterable[NamingDocument]) -> Iterator[Content]:
        for each in documents:
            after = self._after.get(each.document.id)
            if each.choice == "take-out" and isinstance(after, Document):
                yield Content(after.text.encode())


def _words(redactor: Redactor, text: str) -> Counter[str]:
    return Counter(text[match.start : match.end] for match in redactor.matches(text))


def _placed(records: Iterable[Record]) -> dict[str, list[Placed]]:
    """Return what stands at places of a document's text, by the id of the document."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for record in records:
        if isinstance(record, Passage | Rejection):
            found[record.document_id].append(record)
        elif isinstance(record, Decision) and record.field == "text":
            found[record.target_id].append(record)
    return found
