"""Names of persons as they sound, in Arabic and Latin letters alike."""

from viewer.domain.names.keys import keys
from viewer.domain.names.likeness import Likeness, alike, likeness, title_likeness
from viewer.domain.names.scripts import RIGHT_TO_LEFT, SCRIPT_LABELS, script_of
from viewer.domain.names.spoken import Spoken, Word, spoken

__all__ = [
    "RIGHT_TO_LEFT",
    "SCRIPT_LABELS",
    "Likeness",
    "Spoken",
    "Word",
    "alike",
    "keys",
    "likeness",
    "script_of",
    "spoken",
    "title_likeness",
]
