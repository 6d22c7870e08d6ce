"""What the user can act on. Everything that is not a `CasefileError` is our own bug.

Each message is a whole sentence: what happened to the data, and what to do next.
"""

from dataclasses import dataclass
from pathlib import Path


class CasefileError(Exception):
    """Something the user can do something about; `str()` is the sentence to show."""

    #: sysexits(3) code for the command line.
    exit_code = 1


class NotFoundError(CasefileError):
    """The file, folder or record that was asked for is not there."""

    exit_code = 66


class MissingDependencyError(CasefileError):
    """A library, font or display that the asked-for function needs is missing."""

    exit_code = 69


class FileProblem(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """A case file that cannot be used as asked; `path` names it."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence.format(name=path.name))
        self.path = path


class NotACaseFile(FileProblem):
    """Not a case file, or so damaged that it cannot be told from one."""


class PassphraseNeeded(FileProblem):
    """An encrypted case file, or so damaged that it cannot be told from one."""


class WrongPassphrase(FileProblem):
    """The passphrase is another one, or the file is damaged where it begins."""


class UnfitPassphrase(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """No passphrase at all, or one that cannot be typed."""


class DamagedCaseFile(FileProblem):
    """A case file whose pages, tables or triggers are not as they must be."""


class NewerCaseFile(FileProblem):
    """Written by a later version of Casefile."""


class OlderCaseFile(FileProblem):
    """Written by an earlier version, and must be brought up to date before it can be read."""


class CaseFileBusy(FileProblem):
    """Held by another window or program."""


class ReadOnlyCaseFile(FileProblem):
    """The medium or the permissions do not allow writing."""


class WriteFailed(FileProblem):
    """The change could not be made durable; the file is as it was before."""


class Unconfirmed(WriteFailed):
    """The change is in the file, but the disk did not say that it would outlast a power cut."""

    #: The change set that is written, where it was one.
    written: object = None


class CaseFileMissing(FileProblem):
    """The file that is open is not at its path any more; the change was not written."""


class CaseFileReplaced(FileProblem):
    """Another file is at the path of the one that is open, or another program wrote to it."""


class BackupFailed(FileProblem):
    """No backup was made, or none put in place; case and older backups are as they were."""


class ConflictError(CasefileError):
    """The record was changed elsewhere since it was read."""


class InvalidRecordError(CasefileError):
    """A record or date that cannot be stored as it stands; nothing was changed."""


class BrokenCase(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """A case whose records do not belong together."""


class NotForgotten(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """What was to be removed for good is still in the file; the sentence says where."""


class Untidied(NotForgotten):
    """The records are gone, but some of the words may still stand in unused parts of the file."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of a protected person's name found in what would have been given away.

    `where` names the place ("page 3"), `words` are the words found there, `instead` is what
    should have stood there ("[Person 4]").
    """

    where: str
    words: str
    instead: str


class LeakError(CasefileError):
    """An export was refused because it would still name a protected person; nothing was written.

    The sentence and the `hits` hold words of the case: they are for the user's eyes alone.
    """

    def __init__(self, sentence: str, hits: tuple[Hit, ...] = ()) -> None:
        super().__init__(sentence)
        self.hits = hits


class Cancelled(CasefileError):  # noqa: N818 - a wish of the user's, not a mistake
    """The user stopped what was under way; nothing was written."""


class Interrupted(CasefileError):  # noqa: N818 - nothing went wrong
    """Reading was given up because nobody waits for the answer any more."""


class EngineError(CasefileError):
    """A folder that holds no pipeline for suggestions which can be used; nothing was changed."""

    exit_code = 66


class UnreadableSource(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """A file or pasted text that gives no document: too large, locked, damaged, not text."""

    exit_code = 65


class KeyProblem(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """The user's signing key cannot be kept or read."""


class NotASeal(CasefileError):  # noqa: N818 - reads as a sentence where it is raised
    """A file that is no seal, or is damaged."""


class NotSealed(FileProblem):
    """A case that was not sealed, since the check finds something wrong with it."""
