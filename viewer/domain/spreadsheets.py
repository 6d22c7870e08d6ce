"""Text that no spreadsheet takes for a formula, and the same text back again.

A spreadsheet computes a cell that begins with = + - or @ (also in full width), and one that begins
with a tab or a newline may hide what follows. An apostrophe before it makes it text, as OWASP
advises against CSV injection. Who opens a file with another separator than it has finds cells that
begin within ours: what follows a separator inside a text is guarded in the same way. An apostrophe
that stands there already gets another, so that `unguarded(guarded(text)) == text` for every text.
"""

import re

_FORMULA = r"=+\-@＝＋－＠﹦﹢﹣﹫−"
#: Parts cells or lines somewhere.
_PARTS = r",;|\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029"
#: May stand between that and a formula: white space, invisible signs, quotation marks.
_BETWEEN = rf"""['\s"\u200b-\u200f\u2060-\u2069\ufeff{_PARTS}]"""
#: All that stands before a formula. A run is looked at once, from its beginning.
_BEFORE = re.compile(rf"(?<!{_BETWEEN}){_BETWEEN}*+(?=[{_FORMULA}])")
_PART = re.compile(rf"[{_PARTS}]")
_HIDING = re.compile(r"'*[\t\r\n]")


def guarded(text: str) -> str:
    """Return a text that is no formula in a spreadsheet, nor has one in it."""
    text = _BEFORE.sub(lambda run: f"{run[0]}'" if _begins_a_cell(run) else run[0], text)
    return f"'{text}" if _HIDING.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given; of other texts, one without such apostrophes."""
    if text.startswith("'") and _HIDING.match(text):
        text = text[1:]
    return _BEFORE.sub(
        lambda run: run[0].removesuffix("'") if _begins_a_cell(run) else run[0], text
    )


def _begins_a_cell(run: re.Match[str]) -> bool:
    return run.start() == 0 or bool(_PART.search(run[0]))
