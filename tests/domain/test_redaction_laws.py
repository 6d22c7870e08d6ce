"""Laws of redaction, held for hostile names and texts; `LEAKS=5000` tries that many of each."""

import os
import re
import unicodedata
from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.named import redactor
from viewer.domain.redaction import forms_of
from viewer.domain.redaction.word_set import word_set

EXAMPLES = settings(
    max_examples=int(os.environ.get("LEAKS", "100")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)

LATIN = sorted(
    word_set("Ali Amjad Omar Said Rashid al-Rashid Aldhamat Hope May Hassan O'Brien Müller Li A Bo")
)
ARABIC = sorted(word_set("علي أمجد سعيد الراشد محمّد كريم ريم حسن عبدالله نور"))
ALPHABETS = (
    "abcdeilmnors AEIM-'",
    "ابتدرسعفكلمنوهيةىأؤئ \u064e\u0651\u0640",
    "a\u0301\u0308\u20dd\u200b\u200d\u00ad\u202e\u202c\u2067\u2069b ",
    "<b>i</b>&amp;#65;%41\\n[]{}*_`",
    "🙂★٣2 7éßﬁﷲĳ",
    "日本太郎김민수สมชายमोहनדוד",
    "аеорсАВСabco αβο",
    "\ufdd0\ufdd1\ufffe\x00\x01\ue000 ab",
)
WORDS = (
    "the cat Islamic Australia quality assails dismay hopeless رسالة كامل العليا Person withheld"
)

odd = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=8))
part = st.sampled_from([*LATIN, *ARABIC]) | odd
insides = st.sampled_from(WORDS.split()).flatmap(
    lambda word: st.integers(0, len(word) - 1).map(lambda at: word[at : at + 4])
)
names = st.lists(part | insides, min_size=1, max_size=3).map(" ".join).filter(str.strip)
separators = st.sampled_from(
    ["", " ", "\n", "-", "_", ", ", ". ", "'s ", "<br>", "/", "[", "]", "\u200f"]
)


def _broken(name: str) -> str:
    half = len(name) // 2
    return f"{name[:half]}-\n{name[half:]}"


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split())


WAYS = [
    str,
    str.upper,
    str.lower,
    _broken,
    _camel,
    " ".join,
    lambda name: quote(name.encode(errors="replace")),
    lambda name: "".join(f"&#{ord(letter)};" for letter in name),
    lambda name: "\u200b".join(name),
    lambda name: "\u00ad".join(name),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "_") + "2019",
    lambda name: f"#JusticeFor{name.replace(' ', '')}",
    lambda name: f"<b>{name[:2]}</b>{name[2:]}",
    lambda name: f"و{name}",
    lambda name: f"{name}’s",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFKC", name),
    lambda name: f"\u202e{name[::-1]}\u202c",
    lambda name: name[::-1],
    lambda name: f"{name[:1]}. {name[-4:]}",
    lambda name: ".".join(word[0] for word in name.split()) + ".",
]


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """Names to hide, names to show, and a text that holds them."""
    hidden = draw(st.lists(names, min_size=1, max_size=3))
    shown = draw(st.lists(names, max_size=2))
    pieces = []
    for _ in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from([*hidden, *shown]) | st.sampled_from(WORDS.split()) | odd)
        pieces += [draw(st.sampled_from(WAYS))(name), draw(separators)]
    return hidden, shown, "".join(pieces)


@EXAMPLES
@given(cases())
def test_nothing_is_found_in_what_was_redacted(case: tuple[list[str], list[str], str]) -> None:
    hidden, shown, text = case
    names = redactor(hidden, shown)
    redacted = names.redacted(text)
    assert not names.finds(redacted)
    assert names.hits(redacted) == []
    assert names.redacted(redacted) == redacted


@EXAMPLES
@given(cases())
def test_places_are_in_order_and_apart(case: tuple[list[str], list[str], str]) -> None:
    hidden, shown, text = case
    at = 0
    for match in redactor(hidden, shown).matches(text):
        assert at <= match.start < match.end <= len(text)
        at = match.end


@EXAMPLES
@given(cases())
def test_what_is_not_found_stays_as_it_was(case: tuple[list[str], list[str], str]) -> None:
    hidden, shown, text = case
    names = redactor(hidden, shown)
    left, at = [], 0
    for match in names.matches(text):
        left.append(text[at : match.start])
        at = match.end
    redacted = names.redacted(text)
    for piece in [*left, text[at:]]:
        assert piece in redacted
        redacted = redacted[redacted.index(piece) + len(piece) :]


@EXAMPLES
@given(names)
def test_a_recorded_name_is_found_as_it_is_written(name: str) -> None:
    assert redactor([name]).finds(f"{name} ") or not _is_readable(name)


def _is_readable(name: str) -> bool:
    """Marks, spaces and what is no character show nothing; U+FDD0 ends whatever is searched.

    What so many signs part is no name that anybody writes.
    """
    return not re.search(r"\ufdd0|(?:\s*(?:_|[^\w\s])){6}", name) and any(
        unicodedata.category(letter)[0] not in "CMZ" for letter in name
    )


WAYS_FOUND = [str.upper, _camel, WAYS[6], WAYS[7], WAYS[8], WAYS[9], WAYS[10], WAYS[15], " ".join]


@EXAMPLES
@given(
    st.lists(st.sampled_from([w for w in LATIN if len(w) > 2]), min_size=2, max_size=3),
    st.sampled_from(WAYS_FOUND),
    st.sampled_from(["", "x ", "said “", "و ", "(", "a\n", "<p>"]),
    st.sampled_from(["", " x", "”", "’s", ".", "\n", "</p>", "2019", "\u0301"]),
)
def test_a_full_name_is_found_however_it_is_written(
    words: list[str], way: object, before: str, after: str
) -> None:
    name = " ".join(words)
    assert callable(way)
    text = f"{before}{way(name)}{after}"
    names = redactor([name], ["Omar Haddad", "Layla Rashid", "Said Karim"])
    assert any(m.end - m.start >= len(name.replace(" ", "")) - 3 for m in names.matches(text))


@EXAMPLES
@given(
    hidden=st.lists(names, min_size=1, max_size=3),
    shown=st.lists(st.sampled_from(LATIN + ARABIC), min_size=2, max_size=3).map(" ".join),
)
def test_the_full_name_of_a_public_person_stays_where_it_holds_no_protected_one(
    hidden: list[str], shown: str
) -> None:
    names = redactor(hidden, [shown])
    redacted = names.redacted(shown)
    if redacted != shown:
        assert any(_holds(shown, name) for name in hidden)


def _holds(shown: str, name: str) -> bool:
    """Tell whether a name is all of another one, or several words of it, however cut."""
    keys = {"".join(form) for form in forms_of(shown)}
    return any("".join(form) in key for form in forms_of(name) for key in keys) or not any(
        map(str.isalnum, name)
    )
