"""The day on which a document says that it was published."""

import re
from email.utils import parsedate_to_datetime

from viewer.domain.dates import NO_DATE, Date, EdtfError, parse_edtf
from viewer.domain.marking.dates import date_of

#: Code points: what is longer is a sentence and no date.
_LONGEST = 100
#: ISO 8601 as machines write it, and the PDF's own D:20210510120000+03'00'.
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d.*)?")
_RUN_TOGETHER = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:T?\d{2,6}.*)?")
_SLASHED = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?:\s.*)?")


def date_published(written: str) -> Date:
    """Return a date as it is written, and as EDTF where it names one day, month or year.

    The day is that of the place where it was written: no time zone is reckoned with. Of
    "03/04/2021" only the year is sure.
    """
    written = " ".join(written[:_LONGEST].split())
    if not written:
        return NO_DATE
    edtf = _of_machines(written) or _of_mail(written)
    if not edtf:
        found = date_of(written)
        edtf = found.edtf if found.anchor_id is None else ""
    return Date(written=written, edtf=edtf)


def _of_machines(written: str) -> str:
    for form in (_ISO, _RUN_TOGETHER, _SLASHED):
        if match := form.fullmatch(written):
            return _edtf("-".join(part.zfill(2) for part in match.groups() if part))
    return ""


def _of_mail(written: str) -> str:
    try:
        return _edtf(parsedate_to_datetime(written).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _edtf(text: str) -> str:
    try:
        parse_edtf(text)
    except EdtfError:
        return ""
    return text
