"""What a description says of somebody's danger, in English and Arabic."""

import pytest

from viewer.domain.careful.words import asks_not_to_be_named, is_hiding, is_minor, kin_in


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Brother of the victim", "brother"),
        ("The victim's sister", "sister"),
        ("Teacher and mother of the victim", "mother"),
        ("A farmer who is the half-brother of the slain man", "half-brother"),
        ("شقيق القتيل", "شقيق"),
        ("والدة الضحية", "والد"),
    ],
)
def test_kin_of_a_victim(text: str, word: str) -> None:
    kin = kin_in(text)
    assert kin is not None
    assert (kin.word, kin.of_a_victim) == (word, True)


@pytest.mark.parametrize("text", ["His brother", "their aunt", "شقيقه", "والدتها"])
def test_kin_of_somebody(text: str) -> None:
    kin = kin_in(text)
    assert kin is not None
    assert kin.of_somebody
    assert not kin.of_a_victim


@pytest.mark.parametrize(
    "text",
    ["Mother superior", "Teacher of his brother", "He threatened the victim's wife", "مدرس شقيقه"],
)
def test_who_is_no_kin(text: str) -> None:
    assert kin_in(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Boy",
        "A girl from Amarah",
        "A 12-year-old",
        "He is a 17-year-old student.",
        "Student, 15",
        "aged 9",
        "a seven-month-old baby",
        "twelve years old",
        "Schoolgirl",
        "طفل",
        "فتاة عمرها ١٤ عامًا",
        "البالغ من العمر 16 عاما",
        "ابن الـ12 عاما",
    ],
)
def test_minors(text: str) -> None:
    assert is_minor(text)


@pytest.mark.parametrize(
    "text",
    [
        "An 18-year-old",
        "No longer a child",
        "Mother of a boy",
        "Father of a boy and a girl",
        "Teacher of a 12-year-old girl",
        "Children's rights activist",
        "Her boyfriend",
        "Boy Scout leader",
        "Lawyer in a 10-year-old case",
        "He shot a boy",
        "A 12-year veteran",
        "A minor official",
        "Sentenced to 15 years",
        "مدرس أطفال",
        "أم لثلاثة أطفال",
        "صحفي منذ 12 عاما",
        "عمره 40 عاما",
    ],
)
def test_who_is_no_minor(text: str) -> None:
    assert not is_minor(text)


@pytest.mark.parametrize(
    "text",
    [
        "In hiding since May",
        "Not safe, and in hiding",
        "Talks from an undisclosed location",
        "Lives in a safe house",
        "مختبئ في بغداد",
        "متوارٍ عن الأنظار",
    ],
)
def test_people_in_hiding(text: str) -> None:
    assert is_hiding(text)


@pytest.mark.parametrize(
    "text",
    [
        "No longer in hiding",
        "He is not in hiding",
        "Has never been in hiding",
        "Accused of hiding weapons",
        "Came out of hiding",
        "لم يعد مختبئًا",
    ],
)
def test_people_who_do_not_hide(text: str) -> None:
    assert not is_hiding(text)


@pytest.mark.parametrize(
    "text",
    [
        "Spoke on condition of anonymity",
        "Asked not to be named",
        "Ali (not his real name)",
        "طلبت عدم ذكر اسمها",
        "اسم مستعار",
    ],
)
def test_who_asks_not_to_be_named(text: str) -> None:
    assert asks_not_to_be_named(text)
    assert not asks_not_to_be_named("Named in the report")
