"""Why a file gives no text: a code from the parser's process, and the user's sentence for it.

The sentences stand here and not in the worker: a parser that was taken over by a hostile file may
choose among them, and nothing else.
"""

from enum import StrEnum

from viewer.errors import UnreadableSource
from viewer.sources.limits import Limits


class Problem(StrEnum):
    """What keeps a file from becoming a document."""

    NO_FILE = "no file"
    TOO_LARGE = "too large"
    TOO_MUCH_TEXT = "too much text"
    NOT_TEXT = "not text"
    PICTURE = "picture"
    RECORDING = "recording"
    OTHER_OFFICE = "other office"
    ARCHIVE = "archive"
    CASE_FILE = "case file"
    PROGRAM = "program"
    EMPTY = "empty"
    NO_TEXT = "no text"
    PICTURES_ONLY = "pictures only"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BOMB = "bomb"
    NO_PAGE = "no page"
    SLOW = "slow"
    MEMORY = "memory"
    CRASHED = "crashed"
    OURS = "ours"


class ProblemError(Exception):
    """A problem found while reading; becomes an `UnreadableSource` at the room's door."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_PASTE = "Open it in the program that it is for, copy the text and paste it here."
_SENTENCES = {
    Problem.NO_FILE: "“{name}” cannot be read: it is not there, not a file, or not yours to read; "
    "nothing was changed. Look at its name and permissions.",
    Problem.TOO_LARGE: "“{name}” is larger than {megabytes} MB, the most that is read as a "
    "document; nothing was changed. Split it, or paste the part that matters.",
    Problem.TOO_MUCH_TEXT: "“{name}” holds more than {millions} million characters, the most that "
    "a document can have here; nothing was changed. Split it, or paste the part that matters.",
    Problem.NOT_TEXT: "“{name}” holds no text in a form that Casefile reads (plain text, HTML, "
    f"PDF, DOCX, EML); nothing was changed. {_PASTE}",
    Problem.PICTURE: "“{name}” is a picture, whose words Casefile cannot read; nothing was "
    "changed. Recognise its text with another program, or type it and paste it here.",
    Problem.RECORDING: "“{name}” is a recording of sound or film; nothing was changed. Write down "
    "what is said in it, and paste that here.",
    Problem.OTHER_OFFICE: "“{name}” is a document of an office program in a form that Casefile "
    "does not read; nothing was changed. Save it there as DOCX or PDF, a list as CSV, and import "
    "that.",
    Problem.ARCHIVE: "“{name}” is a packed archive; nothing was changed. Unpack it, and import "
    "the files that are in it.",
    Problem.CASE_FILE: "“{name}” is a database, perhaps a case of its own, and not a document; "
    "nothing was changed. Open it instead.",
    Problem.PROGRAM: "“{name}” is a program and not a document; nothing was changed. Do not start "
    "it unless you know who made it.",
    Problem.EMPTY: "“{name}” is empty; nothing was changed. Look whether it was copied whole.",
    Problem.NO_TEXT: f"There are no words in “{{name}}”; nothing was changed. {_PASTE}",
    Problem.PICTURES_ONLY: "“{name}” holds only pictures of its pages and no text; nothing was "
    "changed. Recognise its text with another program, or type or paste it here.",
    Problem.ENCRYPTED: "“{name}” is locked with a password; nothing was changed. Save a copy "
    "without one, or open it and paste its text here.",
    Problem.DAMAGED: "“{name}” is damaged or not what its beginning says, so that no text could be "
    "taken out; nothing was changed. Get it again from where it came, or paste its text.",
    Problem.BOMB: "“{name}” would unpack to far more than a document can be, as files do that are "
    "made to harm; nothing was changed. Ask who sent it, or paste its text.",
    Problem.NO_PAGE: "“{name}” has no such page, or one that cannot be drawn. Its text is as it "
    "was.",
    Problem.SLOW: "“{name}” took too long to read and was stopped; nothing was changed. "
    f"It may be made to harm. {_PASTE}",
    Problem.MEMORY: "“{name}” needed too much memory and was stopped; nothing was changed. "
    f"It may be made to harm. {_PASTE}",
    Problem.CRASHED: "“{name}” broke the part of Casefile that reads it, which runs apart; nothing "
    f"was changed. It may be damaged or made to harm. {_PASTE}",
    Problem.OURS: "“{name}” could not be read because a part of Casefile itself is missing or "
    "broken; nothing was changed, and the file is not at fault. Install Casefile again, or paste "
    "the text; if that does not help, please report it.",
}


def for_user(error: ProblemError, name: str, limits: Limits) -> UnreadableSource:
    """Return what the user is told, with the name of the file or that it was pasted."""
    megabytes, millions = limits.input_bytes // 1024**2, limits.text_length // 1_000_000
    template = _SENTENCES[error.problem]
    name = name or "What was pasted"
    return UnreadableSource(template.format(name=name, megabytes=megabytes, millions=millions))
