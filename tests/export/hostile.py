"""Two hundred texts that nobody should write, and that must come out as they went in."""

import re
import unicodedata
from itertools import permutations

_MARKUP = [
    '<img src="/etc/passwd" width="10"/>',
    '<img src="file:///etc/shadow" valign="top"/>',
    "<b>bold</b> <i>not closed",
    "</para></b></font>",
    '<a href="file:///home">home</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<font color="red" size=900>large</font>',
    "<onDraw name=evil label=1/>",
    "<!-- a comment -->",
    "<![CDATA[ data ]]>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "&amp; &lt;b&gt; &#65; &unknown; &",
    "John <john@example.org> wrote",
    "<seq id='n'/><bullet>x</bullet><br/>",
    "<super>1</super><sub>2</sub><unichar code='65'/>",
    "file:///etc/passwd \\\\server\\share C:\\Users\\name",
    "${jndi:ldap://x} {{7*7}} {0} %s %n %(name)s",
    "=1+1 +cmd|' /C calc'!A0 @SUM(1) -2",
    "'; DROP TABLE person; --",
    "\\ ( ) [ ] / % < > endobj endstream xref trailer %%EOF",
    "BT (text) Tj ET q Q /Name <</Type /Catalog>> R 1 0 obj",
    "BDC EMC /Span <</ActualText (other)>> BDC",
    "\\050 \\101 \\n \\r \\\\",
    "%PDF-1.4 stream\nendstream",
    "[1] [2, Ex. 3] contradicted by [4]",
]
_SCRIPTS = [
    "قُتِلَ أمجدُ الدحامات في ١٤ آذار ٢٠١٩ (العمارة)",
    "محمد «أبو علي» [الأول] – كما قال: 12.5%",
    "ﷺ ﷲ لا إله إلا الله",
    "کودکان گچ پژ ۱۲۳",
    "שלום (עולם) 2019-10-25",
    "Amjad قال Hello مرحبا world",
    "العربية mixed with English ثم العربية",
    "中文 日本語 한국어",
    "Ünal’s “naïve” café – 10 × 5 … « ça »",
    "Ḥasan al-Ṣadr ʿAbd ʾIbrāhīm Ḏū ṯ ḫ ǧ",
    "Привет, Ёжик! Ελληνικά Šćž ĳ ŉ ǆ",
    "ﬁ ﬂ ﬀ ﬃ ½ ² Ⅸ ㎏ ℡ ™",
    "नमस्ते தமிழ் ไทย ខ្មែរ",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟘𝟙 𐍈 𒀀",
    "ʻOkina ‘single’ ‚low‘ „German“",
]
_INVISIBLE = [
    "over\u202eride\u202c after",
    "\u202eevil.exe\u202c",
    "iso\u2066late\u2069 \u2067من اليمين\u2069",
    "unclosed \u202b\u202e\u2067 here",
    "closed too often \u202c\u2069\u2069 here",
    "marks \u200e\u200f\u061c of order",
    "zero\u200bwidth\ufeffspace\u2060joined",
    "soft\u00adhyphen and non\u2011breaking",
    "joined\u200dand\u200cnot",
    "tag \U000e0041\U000e0042 letters",
    "variation\ufe0f selector\ufe0e",
    "null\x00byte bell\x07 escape\x1b[31m delete\x7f",
    "c1 \x80\x85\x9b controls",
    "tab\tvertical\x0bform\x0cfeed",
    "line\nend\r\nof\rall\u2028kinds\u2029here",
    "spaces\u00a0\u2003\u2009\u202f\u3000 of all kinds",
    "interlinear \ufff9a\ufffab\ufffb",
    "object \ufffc replacement \ufffd",
]
_MARKS = [
    "\u0301 alone",
    "alone at the end \u0301",
    "e\u0301 and é, a\u0323\u0307 in order",
    "Z\u0351\u036b\u0343a\u0300\u0301\u0302\u0303l\u0334\u0335g\u0321o\u0362",
    "\u064e\u0650\u0651 vowels alone",
    "a\u20dd \u20e3 1\ufe0f\u20e3 enclosed",
    "\u0301" * 60,
    "ab\u0650cd\u064e",
]
_MISSING = [
    "😀 👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇶 👍🏽",
    "\u0378 \u0530 \u2fe0 unassigned",
    "\U0003fffe \U000e0fff \U0010ffff",
    "\ufdd0 \uffff \ufffe no characters",
    "\ue000 \uf8ff \U000f0000 private",
    "🫠 of a later Unicode",
]
_LONG = [
    "w" * 700,
    "ا" * 400,
    "-" * 300,
    "a\u0301" * 200,
    "\u202e" * 50 + "x",
    "💣" * 60,
    "() " * 90,
]


def _all() -> list[str]:
    single = [*_MARKUP, *_SCRIPTS, *_INVISIBLE, *_MARKS, *_MISSING, *_LONG]
    groups = (_MARKUP, _INVISIBLE, _MISSING, _SCRIPTS, _MARKS)
    mixed = (
        f"{one} {other}"
        for ones, others in permutations(groups, 2)
        for one, other in zip(ones, others, strict=False)
    )
    return list(dict.fromkeys([*single, *mixed]))[:200]


HOSTILE = _all()

#: Shown by no letter of its own, or on one that stands before it.
_NOT_COMPARED = ("Cc", "Cf", "Mn", "Me")


def letters(text: str) -> str:
    """Return what must be found of a text, as compatibility knows it (NFKD).

    Control characters show nothing and are left out of a PDF; spaces, marks that only order a
    text, and marks on a letter are not compared.
    """
    made = unicodedata.normalize("NFKD", text)
    return "".join(
        c for c in made if not c.isspace() and unicodedata.category(c) not in _NOT_COMPARED
    )


def words(text: str) -> list[str]:
    """Return the words of a text, parted where its direction changes: a line orders them anew."""
    made = "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_mark(c))
    return [letters(part) for part in _WORD.findall(made) if letters(part)]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_WORD = re.compile(f"(?:(?![{_FROM_RIGHT}])\\w)+|(?:(?=[{_FROM_RIGHT}])\\w)+")
