"""Plain text in the character sets that people write in, and what is no text at all."""

import codecs
from pathlib import Path

import pytest

from viewer.errors import UnreadableSource
from viewer.sources.reading import document_of, read, read_bytes, read_pasted

ENGLISH = "The café’s owner said “no”: the naïve plan cost £5.\n\nHe left the town – for good."
ARABIC = (
    "قال الشاهد إن الرجال جاؤوا في الليل وأخذوا أخاه من البيت. ولم يعرف أحد من أهل الحي إلى أين "
    "ذهبوا به، ولم تجب الشرطة عن أسئلة العائلة.\n\nوبعد خمسة أيام وجدوه قرب النهر."
)
RUSSIAN = (
    "Свидетель сказал, что ночью приехали люди в форме и увезли его брата. Никто из соседей не "
    "знал, куда его увезли, и полиция не ответила на вопросы семьи.\n\nЕго нашли через пять дней."
)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-16"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
    ],
)
def test_text_is_read_in_its_character_set(text: str, charset: str) -> None:
    source = read_bytes(text.encode(charset), "statement.txt")
    assert source.text == text
    assert source.media_type == "text/plain"


def test_the_original_bytes_and_the_name_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_bytes(codecs.BOM_UTF8 + b"One.\r\n\r\nTwo.\r\n")
    document, content = document_of(read(path), title="A statement", type="testimony")
    assert content.data == path.read_bytes()
    assert document.sha256 == content.sha256
    assert (document.text, document.file_name) == ("One.\n\nTwo.", "statement.txt")
    assert (document.title, document.type) == ("A statement", "testimony")


def test_pasted_text_has_no_file_name() -> None:
    source = read_pasted("He was “there”.")
    assert (source.text, source.file_name) == ("He was “there”.", "")
    assert source.data == "He was “there”.".encode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\r\nb\rc\vd\u2028e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\n\n\n\n  \nb   \n", "a\n\nb"),
        ("one\0two\x07 co\u00adoperate\ufeff" + "." * 100, "onetwo cooperate" + "." * 100),
        ("page\fnext", "page\n\nnext"),
        ("e\u0301", "é"),
    ],
)
def test_only_text_is_kept(written: str, kept: str) -> None:
    assert read_pasted(written).text == kept


def test_lone_surrogates_become_a_mark_that_can_be_stored() -> None:
    assert read_pasted("a\ud800b").text == "a?b"
    assert read_bytes("a\ud800b".encode("utf-16", "surrogatepass")).text == "a\ufffdb"


def test_lines_that_were_broken_to_a_width_are_put_together() -> None:
    broken = (
        "The witness told us that the men had come to the house before\n"
        "midnight, that they had worn no uniforms, and that the youngest\n"
        "of them had asked for her brother by his full name.\n"
        "\n"
        "An address:\n12 River Road\nThe Town"
    )
    first, second = read_pasted(broken).text.split("\n\n")
    assert first.count("\n") == 0
    assert "before midnight" in first
    assert second == "An address:\n12 River Road\nThe Town"


def test_a_line_of_its_own_is_a_paragraph_where_no_line_is_blank() -> None:
    one, two = "word " * 40 + "end.", "more " * 40 + "end."
    assert read_pasted(f"{one}\n{two}").text == f"{one}\n\n{two}"


def test_endless_marks_over_a_letter_take_no_time() -> None:
    text = read_pasted("a" + "\u0301\u0316" * 200_000).text
    assert "\u034f" in text
    assert len(text) > 400_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        ("\u200b\u00a0 \u2003".encode(), "no words"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"ID3\x04\0" + b"\0\1" * 50, "recording"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "DOCX or PDF"),
        (b"SQLite format 3\0" + b"\0\1" * 50, "Open it instead"),
        (b"\x1f\x8b\x08" + b"\0\1" * 50, "Unpack"),
        (b"\x7fELF" + b"\0\1" * 50, "program"),
    ],
)
def test_what_is_no_text_is_said_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said) as raised:
        read_bytes(data, "thing")
    assert "nothing was changed" in str(raised.value)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none", Path("/dev/zero"), Path("\0")):
        with pytest.raises(UnreadableSource, match="cannot be read"):
            read(path)
