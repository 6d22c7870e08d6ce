"""Protection: a case as one audience may see it, with nothing left of what it may not.

Of whom it is kept back is in `rules`, what becomes of each record in `view`, and what becomes of
the text of documents, and of the passages in it, in `rewriting`.
"""

from dataclasses import dataclass, field

from viewer.domain.audiences import audience_of, sees_everything
from viewer.domain.protection.applied import applied
from viewer.domain.protection.rules import pseudonyms, rules_for
from viewer.domain.protection.view import View
from viewer.domain.reader import CaseReader
from viewer.domain.records import KINDS, Audience
from viewer.domain.redaction import Redactor
from viewer.domain.references import require_whole
from viewer.domain.snapshot import Snapshot
from viewer.domain.wording import ENGLISH, Wording

__all__ = ["Protected", "protect", "pseudonyms"]


@dataclass(frozen=True, slots=True)
class Protected:
    """A case for one audience; the redactor tells whether a text would still leak.

    `case` is a whole case of its own: each passage has the words of its document's text.
    `redacted` are the documents in which words were replaced, whose hashes would let a reader
    confirm a guess at them.
    """

    audience: Audience
    case: Snapshot
    redactor: Redactor
    redacted: frozenset[str] = field(default=frozenset())
    #: Who and what was kept back, for those who work on the case: it holds real names.
    applied: str = field(default="", repr=False)


def protect(case: CaseReader, audience: str, wording: Wording = ENGLISH) -> Protected:
    """Return the case as `audience` may see it.

    That something is withheld is said, in brackets, in the words of `wording`. Raises
    `NotFoundError` for an unknown audience, `BrokenCase` for a case that is damaged.
    """
    whom = audience_of(case, audience)
    everything = [record for kind in KINDS.values() for record in case.all(kind)]
    require_whole(everything)
    if sees_everything(whom):
        return Protected(whom, Snapshot(everything), Redactor({}))
    rules = rules_for(case, whom)
    view = View(case, rules, wording)
    records = Snapshot(view.records())
    return Protected(whom, records, view.redactor, view.redacted, applied(case, rules))
