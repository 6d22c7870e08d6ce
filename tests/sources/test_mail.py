"""A mail gives its words and head; what is attached to it is named and stays closed."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from viewer.errors import UnreadableSource
from viewer.sources.reading import document_of, read_bytes

WORDS = "They came at night and took him away."


def mail(text: str = WORDS, **head: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    described = {"From": "Ada Reyes <ada@example.org>", "Subject": "What I saw", **head}
    for name, value in described.items():
        made[name] = value
    made.set_content(text)
    return made


def text_of(made: EmailMessage) -> str:
    return read_bytes(bytes(made), "letter.eml").text


def test_a_mail_becomes_a_letter_with_what_its_head_says() -> None:
    head = {"To": "desk@example.org", "Date": "Mon, 10 May 2021 08:00:00 +0300"}
    source = read_bytes(bytes(mail(**head)))
    document, content = document_of(source)
    assert (document.type, document.media_type) == ("letter", "message/rfc822")
    assert (document.title, document.author) == ("What I saw", "Ada Reyes")
    assert document.published.written == "Mon, 10 May 2021 08:00:00 +0300"
    assert document.published.edtf == "2021-05-10"
    assert document.text == (
        "From: Ada Reyes <ada@example.org>\nTo: desk@example.org\n"
        f"Date: Mon, 10 May 2021 08:00:00 +0300\nSubject: What I saw\n\n{WORDS}"
    )
    assert content.data == source.data


def test_heads_and_words_in_other_letters_are_read() -> None:
    made = mail("قال الشاهد إنهم جاؤوا ليلا.", Subject="شهادة", From="عمر <omar@example.org>")
    source = read_bytes(bytes(made))
    assert (source.title, source.author) == ("شهادة", "عمر")
    assert source.text.endswith("\n\nقال الشاهد إنهم جاؤوا ليلا.")


def test_plain_words_are_preferred_to_html() -> None:
    made = mail()
    made.add_alternative("<p>Not this.</p>", subtype="html")
    assert text_of(made).endswith(f"\n\n{WORDS}")


def test_html_is_read_where_there_is_nothing_plainer() -> None:
    made = mail()
    made.set_content("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>", subtype="html")
    assert text_of(made).endswith("\n\nOne.\n\nTwo.")


def test_attachments_are_named_and_not_opened() -> None:
    made = mail()
    made.add_attachment("Secret words.", filename="notes.txt")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="صورة.pdf")
    made.add_attachment(mail("Forwarded words.", Subject="Older"))
    source = read_bytes(bytes(made))
    assert source.note == "Attached to the mail, and not read: notes.txt; صورة.pdf; Older"
    assert "Secret" not in source.text
    assert "Forwarded" not in source.text


def test_flowing_lines_are_put_together() -> None:
    made = mail()
    made.set_content("They came at night \nand took him\naway.", params={"format": "flowed"})
    assert text_of(made).endswith("\n\nThey came at night and took him\naway.")


def test_text_with_a_colon_is_no_mail() -> None:
    assert read_bytes(b"Note: one\nBut: two\n\nWords.").media_type == "text/plain"


def test_a_saved_page_is_the_page() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://c.example/a\r\n"
        b"Subject: Two men\r\nDate: Mon, 10 May 2021 08:00:00 +0300\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"\r\n<html><title>Two men</title><p>They came =E2=80=93 at night.</p></html>\r\n--x--\r\n"
    )
    source = read_bytes(data, "page.mhtml")
    assert (source.media_type, source.document_type) == ("multipart/related", "article")
    assert (source.title, source.address) == ("Two men", "https://c.example/a")
    assert source.text == "They came – at night."
    assert source.published.is_blank


def test_a_mail_without_words_is_said_in_a_sentence() -> None:
    with pytest.raises(UnreadableSource, match="no words"):
        read_bytes(b"From: a@example.org\nTo: b@example.org\nDate: x\n\n\n", "empty.eml")
