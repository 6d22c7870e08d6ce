"""The formats of what was received, as people call them."""

_NAMES = {
    "text/plain": "Plain text",
    "text/html": "Web page (HTML)",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (DOCX)",
    "message/rfc822": "E-mail",
    "multipart/related": "Saved web page (MHTML)",
}


def format_name(media_type: str) -> str:
    """Return what a media type is called; the type itself where it has no other name."""
    return _NAMES.get(media_type, media_type)
