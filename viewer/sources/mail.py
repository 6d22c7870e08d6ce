"""A mail → its words and what its head says; runs in the parser's process.

A web page that was saved as one file is a mail, too: its root is the page.
"""

import platform
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from typing import Any

from viewer import __version__
from viewer.sources.charsets import decoded
from viewer.sources.parsed import Parsed
from viewer.sources.plain import paragraphs_of
from viewer.sources.problems import Problem, ProblemError
from viewer.sources.tidy import tidied
from viewer.sources.web import page
from viewer.sources.web.blocks import BlockReader
from viewer.sources.web.tree import text_of

#: Parts in parts in parts.
_DEEPEST = 20
_MOST_PARTS = 2_000
#: Code points of a line of the head.
_LONGEST = 4_000
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_TOOL = f"email of Python {platform.python_version()} by Casefile {__version__}"
_FLOWING = re.compile(r"(?<=\S) \n(?=[^>\s])")


def parse(data: bytes, order: dict[str, Any]) -> Parsed:
    """Return what a mail or a saved web page says; raises `ProblemError`."""
    mail = message_from_bytes(data.lstrip())
    parts = list(_parts(mail))
    if order["media_type"] == "multipart/related":
        return _saved_page(mail, parts)
    texts = [text for part in parts if not _name(part) for text in [_words(part)] if text]
    if not texts and not _line(mail, "Subject"):
        raise ProblemError(Problem.NO_TEXT)
    head = "\n".join(f"{name}: {value}" for name in _SHOWN if (value := _line(mail, name)))
    return Parsed("\n\n".join([head, *texts]), _TOOL, _fields(mail, parts))


def _parts(mail: Message) -> Iterator[Message]:
    """Yield the parts that hold something, of alternatives the plainest; a mail in it is closed."""
    waiting = [(mail, 0)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if not isinstance(inner, list) or part.get_content_type() == "message/rfc822":
            yield part
        elif depth >= _DEEPEST:
            raise ProblemError(Problem.BOMB)
        else:
            chosen = _plainest(part, inner)
            waiting += [(each, depth + 1) for each in reversed(chosen)]


def _plainest(part: Message, inner: list[Any]) -> list[Any]:
    if part.get_content_type() != "multipart/alternative":
        return inner
    plain = [each for each in inner if each.get_content_type() == "text/plain" and _words(each)]
    return plain[:1] or inner[-1:]


def _words(part: Message) -> str:
    """Return the words of a part of plain text or HTML; "" for others."""
    kind = part.get_content_type()
    if kind not in ("text/plain", "text/html"):
        return ""
    try:
        text, _ = decoded(_payload(part), part.get_content_charset() or "")
    except ProblemError:
        return ""
    return _of_html(text) if kind == "text/html" else _of_plain(text, part)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _of_plain(text: str, part: Message) -> str:
    text = tidied(text)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWING.sub(" ", text)
    return paragraphs_of(text)


def _of_html(text: str) -> str:
    """Return all words of a part: a mail has no margin."""
    reader = BlockReader()
    reader.feed(text)
    reader.close()
    return text_of(reader.blocks)


def _fields(mail: Message, parts: list[Message]) -> dict[str, str]:
    names = [name for part in parts if (name := _name(part))]
    left_out = f"Attached to the mail, and not read: {'; '.join(names)}" if names else ""
    return {
        "title": _line(mail, "Subject"),
        "author": _sender(_line(mail, "From")),
        "published": _line(mail, "Date"),
        "language": _line(mail, "Content-Language")[:2].lower(),
        "note": left_out,
    }


def _sender(line: str) -> str:
    """Return the name of who sent it, or the address where there is no name."""
    found = getaddresses([line])
    return next((name or address for name, address in found), line) or line


def _line(part: Message, name: str) -> str:
    """Return a line of the head as it reads, "" where there is none."""
    written = str(part.get(name, ""))[:_LONGEST]
    return " ".join(tidied(_as_it_reads(written)).split())


def _as_it_reads(written: str) -> str:
    try:
        return str(make_header(decode_header(written)))
    except (MessageError, ValueError, LookupError):
        return written


def _name(part: Message) -> str:
    """Return what an attachment is called; "" for a part that is the mail's own words."""
    kind = part.get_content_type()
    is_words = kind in ("text/plain", "text/html") and "attachment" not in part.get(
        "Content-Disposition", ""
    )
    if is_words and part.get_filename() is None:
        return ""
    inner: Any = part.get_payload() if kind == "message/rfc822" else None
    subject = _line(inner[0], "Subject") if isinstance(inner, list) and inner else ""
    return _as_it_reads((part.get_filename() or "")[:_LONGEST]) or subject or kind


def _saved_page(mail: Message, parts: list[Message]) -> Parsed:
    root = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if root is None:
        raise ProblemError(Problem.NO_TEXT)
    parsed = page.parse(_payload(root), {"charset": root.get_content_charset() or ""})
    address = _line(mail, "Snapshot-Content-Location") or _line(root, "Content-Location")
    if "address" not in parsed.fields and address.startswith(("https://", "http://")):
        parsed.fields["address"] = address
    return parsed
