"""What a file is: by its content first, by its name second."""

import io
import re
import zipfile
from pathlib import PurePath

from viewer.sources.problems import Problem, ProblemError

PLAIN = "text/plain"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
#: A web page saved whole, as a mail with its pictures.
WEB_ARCHIVE = "multipart/related"

#: Bytes from the beginning that are looked at.
_HEAD = 8192
_OTHERS = (
    (
        Problem.PICTURE,
        rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|avif|mif1)",
    ),
    (
        Problem.RECORDING,
        rb"ID3|\xff[\xfb\xf3\xf2]|OggS|fLaC|RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3|#!AMR",
    ),
    (Problem.OTHER_OFFICE, rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf|%!PS"),
    (Problem.ARCHIVE, rb"\x1f\x8b\x08|BZh\d|\xfd7zXZ\0|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd"),
    (Problem.CASE_FILE, rb"SQLite format 3\0"),
    (Problem.PROGRAM, rb"\x7fELF|MZ.\0.\0|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe"),
)
_KINDS = [(problem, re.compile(magic, re.DOTALL)) for problem, magic in _OTHERS]
_PDF = re.compile(rb"%PDF-\d")
_TAG = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(rb"<(?:p|div|br|span|h[1-6]|a|table|article|meta|title)\b[^>]{0,500}>", re.I)
_HEADERS = re.compile(rb"(?:From [^\n]+\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n){0,200}){2,200}")
_HEADER = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_OF_MAIL = {
    *(b"from", b"to", b"subject", b"date", b"received", b"message-id", b"mime-version"),
    *(b"return-path", b"delivered-to", b"content-type", b"cc", b"reply-to"),
}
_SURE = {b"from", b"received", b"mime-version", b"return-path", b"message-id"}
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MAIL_NAMES = (".eml", ".mht", ".mhtml")


def sniffed(data: bytes, file_name: str = "") -> str:
    """Return the media type of a document; raises `ProblemError` for what is none."""
    if not data.strip(b"\0 \t\r\n"):
        raise ProblemError(Problem.EMPTY)
    head = _latin(data[:_HEAD])
    ending = PurePath(file_name).suffix.lower()
    if head.startswith(b"PK\x03\x04"):
        return _packed(data)
    if _PDF.search(head[:1024]):
        return PDF
    if _TAG.match(head) or (ending in _PAGE_NAMES and _ANY_TAG.search(head)):
        return HTML
    if _is_mail(head, ending):
        return WEB_ARCHIVE if _is_saved_page(head) else MAIL
    _refuse_other_kinds(head)
    return PLAIN


def _refuse_other_kinds(head: bytes) -> None:
    for problem, magic in _KINDS:
        if magic.match(head):
            raise ProblemError(problem)


def _latin(head: bytes) -> bytes:
    """Return a head of UTF-16 as plain bytes, so that its markup is seen."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "ignore").encode("ascii", "replace")
    return head.removeprefix(b"\xef\xbb\xbf")


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:10_000])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ProblemError(Problem.DAMAGED) from error
    if "word/document.xml" in names:
        return DOCX
    is_office = names & {"mimetype", "xl/workbook.xml", "ppt/presentation.xml"}
    raise ProblemError(Problem.OTHER_OFFICE if is_office else Problem.ARCHIVE)


def _is_mail(head: bytes, ending: str) -> bool:
    lines = head.replace(b"\r\n", b"\n").lstrip()
    block = _HEADERS.match(lines)
    if block is None:
        return False
    names = {name.lower() for name in _HEADER.findall(block[0])} & _OF_MAIL
    return len(names) >= 2 and bool(names & _SURE or ending in _MAIL_NAMES)


def _is_saved_page(head: bytes) -> bool:
    lower = head.lower()
    return b"multipart/related" in lower and (
        b"saved by" in lower[:300] or b"snapshot-content-location" in lower
    )
