"""Ways of writing a name, and what is shown of them."""

import unicodedata

import pytest

from tests.domain.named import redactor

SAID = redactor([("Sa'id al-Rashid", "سعيد الراشد")], public=["Rashida Karim", "Omar Haddad"])
AMJAD = redactor(["Amjad Hassan Aldhamat"])
ALI = redactor(["Ali Hamad"])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sa'id al-Rashid", "[A]"),
        ("SAÏD AL-RASHID’S; rashids", "[A]’S; [A]s"),
        ("Said Alrashid, Sa’id el Rashid", "[A], [A]"),
        ("Al\u200bRa\u0301shid", "[A]"),
        ("Sa'id\nRashid, sa-id_rashid", "[A], [A]"),
        ("al-Rashid, Sa'id", "[A]"),
        ("Rash\u00adid and Ra\u202eshid", "[A] and [A]"),
        ("al-Ra-\nshid and al-\nRashid", "[A] and [A]"),
        ("S a i d  a l - R a s h i d", "[A]"),
        ("Ｓａｉｄ Ｒａｓｈｉｄ, 𝐒𝐚𝐢𝐝 𝐑𝐚𝐬𝐡𝐢𝐝, Ⓡⓐⓢⓗⓘⓓ", "[A], [A], [A]"),
        ("Rаshіd, Rαshid", "[A], [A]"),
        ("Sa&#39;id %52ashid &#x52;ashid R\\u0061shid %2552ashid", "[A] [A] [A] [A]"),
        ("<b>R</b>ashid <i>Sa</i>'id", "<b>[A]"),
        ("#JusticeForRashid2019 @said_rashid", "#JusticeFor[A]2019 @[A]"),
        ("said.rashid@example.org", "[A]@example.org"),
        ("IMG_rashid02.jpg saidrashid RashidSaid", "IMG_[A]02.jpg [A] [A]"),
        ("S. al-Rashid; S. Rashid; srashid", "[A]; [A]; [A]"),
        ("Saeed al Rasheed, Saïd ar-Rachid", "[A], [A]"),
        ("Dr Said Rashid and Abu Rashid", "Dr [A] and Abu [A]"),
        ("Rashida and rash ideas; he said so", "Rashida and rash ideas; he said so"),
        ("Rashida Karim, Rashida's", "Rashida Karim, Rashida's"),
        ("Ra shid", "[A]"),
        ("dihsar", "dihsar"),
        ("\u202edihsaR diaS\u202c", "\u202e[A]\u202c"),
    ],
)  # fmt: skip
def test_ways_of_writing_a_name_in_latin_letters(written: str, shown: str) -> None:
    assert SAID.redacted(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("سعيد الراشد، سَعِيد الرّاشد", "[A]، [A]"),
        ("والراشد وبالراشد للراشد", "و[A] وب[A] لل[A]"),
        ("رأيت سعيدًا، وسعيدهم", "رأيت [A]ا، و[A]هم"),
        ("ســـعيد", "[A]"),
        ("ﺳﻌﻴﺪ", "[A]"),
        ("ديعس دشارلا", "[A]"),
        ("%D8%B3%D8%B9%D9%8A%D8%AF", "[A]"),
        ("في السعودية مساعد", "في السعودية مساعد"),
    ],
)
def test_ways_of_writing_a_name_in_arabic_letters(written: str, shown: str) -> None:
    assert SAID.redacted(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A. H. Aldhamat, A. Aldhamat, A Dhamat", "[A], [A], [A]"),
        ("Amjad A. said", "[A]. said"),
        ("A.H.A. and A. H. A. and AHA", "[A] and [A] and [A]"),
        ("A.A. spoke", "[A] spoke"),
        ("AA and aha and A.A. Milne", "AA and aha and A.A. Milne"),
        ("Aldhamat A.", "[A]."),
        ("Amjad Aldhamat, Amjad Hassan", "[A], [A]"),
        ("أمجد الضامات", "[A]"),
        ("وأمجد", "و[A]"),
        ("كانت السلطات في المدينة", "كانت السلطات في المدينة"),
    ],
)
def test_a_name_of_several_parts_is_found_in_short(written: str, shown: str) -> None:
    assert AMJAD.redacted(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ali, ALI, ali's", "[A], [A], [A]'s"),
        ("Alice, quality, Australia", "Alice, quality, Australia"),
        ("FreeAli and <b>Ali</b>", "Free[A] and <b>[A]</b>"),
        ("A l i", "[A]"),
        ("علي، على", "[A]، [A]"),
    ],
)
def test_a_short_name_is_a_word_of_its_own(written: str, shown: str) -> None:
    assert redactor([("Ali Hamad", "علي حمد")]).redacted(written) == shown


@pytest.mark.parametrize(
    ("name", "written", "shown"),
    [
        ("Hope", "Hope has hope", "[A] has hope"),
        ("May Said", "May, as said in may; may said", "[A], as said in may; [A]"),
        ("hope", "Hope has hope", "[A] has [A]"),
        ("K", "K was at k", "[A] was at k"),
        ("Al", "Al of Al-Amal", "[A] of Al-Amal"),
        ("Islam Khan", "Islamic State, Islam", "Islamic State, [A]"),
        ("Agent 007", "agent-007, 007", "[A], 007"),
        ("1984", "in 1984, not 19845", "in [A], not 19845"),
        ("🙂", "so🙂", "so[A]"),
        ("***", "said *** and a***b", "said [A] and a***b"),
        ("?", "why? ?", "why? [A]"),
        ("\u0301\u0302", "e\u0301\u0302 \u0301\u0302", "e\u0301\u0302 [A]"),
        ("<b>Ali</b>", "Ali; <b>Ali</b>", "[A]; <[A]>"),
        ("\u202eilA", "Ali and ilA", "[A] and [A]"),
        ("田中太郎", "昨日田中太郎さんは", "昨日[A]さんは"),
        ("田中", "昨日田中さんは", "昨日[A]さんは"),
        ("สมชาย", "นายสมชายกล่าว", "นาย[A]กล่าว"),
        ("משה כהן", "ולמשה כהן", "ול[A]"),
        ("राम कुमार", "राम कुमार ने", "[A] ने"),
        ("Jürgen Müller", "Juergen Mueller, Jurgen Muller", "[A], [A]"),
        ("Mueller", "Müller", "[A]"),
        ("O'Brien", "O’Brien, OBrien, O Brien", "[A], [A], [A]"),
        ("Mo7ammed", "mo7ammed", "[A]"),
        ("Иван Петров", "Иван Петров, ПЕТРОВ", "[A], [A]"),
    ],
)  # fmt: skip
def test_names_of_all_kinds(name: str, written: str, shown: str) -> None:
    assert redactor([name]).redacted(written) == shown


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_a_name_is_found_however_it_is_composed(form: str) -> None:
    written = unicodedata.normalize(form, "José Ángel, محمّد")
    assert redactor([("José Ángel", "محمد")]).redacted(written) == "[A], [A]"


def test_a_place_is_code_points_of_the_text_as_given() -> None:
    text = "x &#82;ashid's y"
    (match,) = SAID.matches(text)
    assert text[match.start : match.end] == "&#82;ashid"
    assert SAID.shown(match.form) == "A"
    assert SAID.hits(text) == [(match.start, match.end, match.form)]


def test_what_stands_for_a_name_is_not_taken_for_one() -> None:
    person = redactor(["Person", "Withheld"])
    assert person.redacted("a Person, withheld") == "a [A], [B]"
    assert not person.finds("[name withheld]")


def test_a_pseudonym_that_holds_a_name_never_stands_for_one() -> None:
    names = redactor([("Rashid", "A")])
    assert names.redacted("Rashid") == "[name withheld]"


def test_what_is_gone_leaves_no_name_beside_it() -> None:
    assert ALI.redacted("xhamad ali") == "x[A]"
    assert redactor(["Ali", "Rashid"]).redacted("rashidali rashid-ali") == "[B][A] [B]-[A]"
    assert redactor(["Amjad", "Rashid"]).redacted("Am[x]jad") == "Am[x]jad"


def test_an_end_of_a_sentence_ends_a_name() -> None:
    names = redactor(["Omar Rashid"], public=["Omar Haddad", "Layla Rashid"])
    assert names.redacted("I saw Omar. Rashid left.") == "I saw Omar. Rashid left."
    assert names.redacted("I saw O. Rashid leave.") == "I saw [A] leave."
