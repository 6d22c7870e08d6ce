"""Bytes to characters, whatever character set they were written in."""

import codecs
import re
from functools import partial

from viewer.sources.problems import Problem, ProblemError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What the guess may be: sets that people wrote in, so that none is mistaken for a rare one.
_KNOWN = [
    *("cp1252", "cp1256", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "koi8_r", "iso8859_6"),
    *("iso8859_2", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
#: Sets that differ from Windows-1252 in a few letters, which short texts do not tell apart.
_LATIN = {"cp1250", "cp1254", "iso8859_2"}
_RARE = 0.04
#: Bytes that are looked at for a guess, from the beginning and from the middle.
_SAMPLE = 64 * 1024
#: Of all characters, the most that may be controls: what has more is no text.
_MOST_CONTROLS = 0.02
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of bytes and the name of their character set.

    `declared` is what a heading says of it, believed only where the bytes fit. Raises
    `ProblemError` for what is not text.
    """
    charset = next((name for bom, name in _BOMS if data.startswith(bom)), "") or _wide(data)
    candidates = [charset] if charset else [_known(declared), "utf-8"]
    for name in filter(None, candidates):
        text = _strictly(data, name)
        if text is not None:
            return _text(text), name
    guess = charset or _guessed(data)
    return _text(data.decode(guess, "replace")), guess


def _known(declared: str) -> str:
    """Return Python's name of a charset; browsers read Latin-1 and ASCII as Windows-1252."""
    try:
        name = codecs.lookup(declared.strip()).name if declared else ""
        "".encode(name or "utf-8")
    except (LookupError, ValueError, TypeError):
        return ""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}.get(name, name)


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        text = data.decode(charset)
    except (UnicodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


def _wide(data: bytes) -> str:
    """Return which UTF-16 bytes are that have no mark of byte order, or ""."""
    even, odd = (data[start:_SAMPLE:2] for start in (0, 1))
    for name, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) > len(zeros) / 5 and others.count(0) < len(others) / 20:
            return name
    return ""


def _guessed(data: bytes) -> str:
    # Late: most texts are UTF-8.
    from charset_normalizer import from_bytes

    guess = partial(from_bytes, cp_isolation=_KNOWN, preemptive_behaviour=False)
    sample = _sample(data)
    best = guess(sample).best()
    if best is None:
        raise ProblemError(Problem.NOT_TEXT)
    return "cp1252" if best.encoding in _LATIN and _is_western(sample) else best.encoding


def _is_western(sample: bytes) -> bool:
    """Whether letters with accents are as rare as in English, French, German or Spanish."""
    beyond = len(sample.translate(None, bytes(range(160))))
    return beyond < _RARE * len(sample) and _strictly(sample, "cp1252") is not None


def _sample(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:_SAMPLE] + (data[middle : middle + _SAMPLE] if len(data) > 2 * _SAMPLE else b"")


def _text(text: str) -> str:
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise ProblemError(Problem.NOT_TEXT)
    return text
