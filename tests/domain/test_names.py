"""Names that are one, and names that look so and are two."""

import pytest

from viewer.domain.names import likeness, script_of, spoken

ONE = [
    ("مصطفى الكاظمي", "Mustafa al-Kadhimi"),
    ("مصطفى الكاظمي", "Moustafa Al Kazimi"),
    ("مصطفي الكاظمي", "Mostafa Alkadhimi"),
    ("Mustafa al-Kadhimi", "Moustafa El Kazimi"),
    ("أمجد الدهامات", "Amjad Aldhamat"),
    ("امجد الدهامات", "أمجد الدهامات"),
    ("محمد الحسن", "Mohammed al-Hassan"),
    ("محمد حسن", "Muhammad Hasan"),
    ("Mohamed Salah", "محمد صلاح"),
    ("Mouhamad Hassan", "Mohammed Hasan"),
    ("محمود درويش", "Mahmoud Darwish"),
    ("محمود درويش", "Mahmud Darwich"),
    ("حسين كريم", "Hussein Karim"),
    ("حسين كريم", "Husain Kareem"),
    ("Hossein Karimi", "Husayn Karimi"),
    ("أحمد عبد الله", "Ahmed Abdullah"),
    ("أحمد عبدالله", "Ahmad Abdallah"),
    ("Ahmed Abdulla", "Ahmad Abd Allah"),
    ("عبد الرحمن الشمري", "Abdulrahman al-Shammari"),
    ("عبدالرحمن الشمري", "Abd al-Rahman ash-Shammari"),
    ("Abderrahmane Chammari", "عبد الرحمن الشمري"),
    ("عبد الكريم قاسم", "Abdul Karim Qasim"),
    ("عبد الكريم قاسم", "Abdelkarim Kassem"),
    ("نور الدين زنكي", "Nureddin Zanki"),
    ("نور الدين زنكي", "Nour al-Din Zenki"),
    ("صلاح الدين البيطار", "Salah ad-Din al-Bitar"),
    ("حسن نصر الله", "Hassan Nasrallah"),
    ("فاطمة الزهراء", "Fatima al-Zahra"),
    ("فاطمه الزهراء", "Fatma Zahra"),
    ("زينب سلمان", "Zaynab Salman"),
    ("زينب سلمان", "Zeinab Salman"),
    ("ليلى حداد", "Layla Haddad"),
    ("ليلى حداد", "Leila Hadad"),
    ("سعيد الراشد", "Sa'id al-Rashid"),
    ("سعيد الراشد", "Saeed Al Rashed"),
    ("يوسف العاني", "Yousef al-Ani"),
    ("يوسف العاني", "Yusuf Alani"),
    ("عمر الخطيب", "Omar al-Khatib"),
    ("علي السيستاني", "Ali al-Sistani"),
    ("عيسى قاسم", "Issa Qassim"),
    ("خالد مشعل", "Khaled Mashal"),
    ("جمال عبد الناصر", "Gamal Abdel Nasser"),
    ("جمال عبد الناصر", "Jamal Abdul Nasir"),
    ("معمر القذافي", "Muammar Gaddafi"),
    ("معمر القذافي", "Moammar al-Qadhafi"),
    ("هيثم المناع", "Haytham al-Manna"),
    ("ثامر الحلي", "Thamer al-Hilli"),
    ("ظافر العاني", "Dhafer al-Ani"),
    ("كاظم الساهر", "Kathem al-Saher"),
    ("كاظم الساهر", "Kadim Al Sahir"),
    ("رياض سيف", "Riad Seif"),
    ("ضياء العبيدي", "Dhia al-Obeidi"),
    ("غازي عجيل الياور", "Ghazi Ajil al-Yawar"),
    ("جواد المالكي", "Jawad al-Maliki"),
    ("Jawad Maliki", "Djaouad El Maliki"),
    ("إياد علاوي", "Iyad Allawi"),
    ("إياد علاوي", "Ayad Allawi"),
    ("عدي الربيعي", "Uday al-Rubaie"),
    ("فيصل القاسم", "Faisal al-Qasim"),
    ("وليد جنبلاط", "Walid Jumblatt"),
    ("وليد المعلم", "Oualid al-Muallem"),
    ("شاكر وهيب", "Chaker Wahib"),
    ("ياسين السامرائي", "Yacine al-Samarrai"),
    ("طه ياسين", "Taha Yassin"),
    ("مها الدوري", "Maha al-Douri"),
    ("إسحاق الهاشمي", "Ishaq al-Hashimi"),
    ("فتحي المصري", "Fathi al-Masri"),
    ("أدهم خنجر", "Adham Khanjar"),
    ("Şivan Perwer", "شیڤان پەروەر"),
    ("مەسعود بارزانی", "Masoud Barzani"),
    ("جلال طالبانی", "Jalal Talabani"),
    ("نەوشیروان مستەفا", "Nawshirwan Mustafa"),
    ("چنار سعد", "Chinar Saad"),
    ("پەروین بابان", "Parwin Baban"),
    ("محمدرضا پهلوی", "Mohammadreza Pahlavi"),
    ("گلناز احمدی", "Golnaz Ahmadi"),
    ("Ma7moud 3abbas", "محمود عباس"),
    ("مُحَمَّد حَسَن", "محمد حسن"),
    ("محمـــد حسن", "محمد حسن"),
    ("Dr. Amjad Aldhamat", "Amjad Al-Dhamat"),
    ("أحمد السيد", "Ahmed El-Sayed"),
    ("السيد أحمد الكاظمي", "Ahmed al-Kadhimi"),
    ("حسين الشيخ", "Hussein al-Sheikh"),
    ("Muḥammad Ḥasan", "Mohammed Hassan"),
]

TWO = [
    ("Amjad Aldhamat", "Mohammed Aldhamat"),
    ("أمجد الدهامات", "محمد الدهامات"),
    ("أمجد الدهامات", "Mohammed Aldhamat"),
    ("Hassan Karim", "Hussein Karim"),
    ("حسن كريم", "حسين كريم"),
    ("حسن كريم", "Hussein Karim"),
    ("حسين كريم", "Hassan Karim"),
    ("Mohammed Ali", "Mahmoud Ali"),
    ("محمد علي", "Mahmoud Ali"),
    ("محمود علي", "Mohammed Ali"),
    ("Ahmed Saleh", "Hamid Saleh"),
    ("أحمد صالح", "Hamid Saleh"),
    ("أحمد صالح", "حامد صالح"),
    ("Omar Hadi", "Ammar Hadi"),
    ("عمر هادي", "عمار هادي"),
    ("Saad Jabbar", "Saeed Jabbar"),
    ("سعد جبار", "Saeed Jabbar"),
    ("سعد جبار", "سعيد جبار"),
    ("Karim Salman", "Karam Salman"),
    ("Jamal Nouri", "Jamil Nouri"),
    ("جمال نوري", "Jamil Nouri"),
    ("Salim Daoud", "Salman Daoud"),
    ("Ali Hassan", "Alaa Hassan"),
    ("علي حسن", "Alaa Hassan"),
    ("Huda Karim", "Hadi Karim"),
    ("Rashid Omar", "Rushdi Omar"),
    ("Zaid Haddad", "Yazid Haddad"),
    ("Haitham Jabouri", "Hazem Jabouri"),
    ("Imad Najm", "Ahmad Najm"),
    ("Abdullah Karim", "Abdulrahman Karim"),
    ("Hassan Aldhamat", "Amjad Hassan Aldhamat"),
    ("Ahmed Ali Hassan", "Ahmed Karim Hassan"),
    ("Mohammed Hassan Aldhamat", "Amjad Hassan Aldhamat"),
    ("Aldhamat", "Amjad Aldhamat"),
    ("al-Kadhimi", "Mustafa al-Kadhimi"),
    ("Amjad", "Amjad Aldhamat"),
    ("Mohammed", "Mahmoud"),
    ("M. Aldhamat", "Amjad Aldhamat"),
    ("Nabil Hadi", "Nabila Hadi"),
    ("نبيل هادي", "Nabila Hadi"),
    ("Nadia Murad", "Nadim Murad"),
    ("Layla Haddad", "Laith Haddad"),
    ("Abu Mahdi", "Umm Mahdi"),
    ("Human Rights Watch", "Human Rights Office"),
    ("Ministry of Interior", "Ministry of Health"),
]

WAYS = [
    ("Amjad Aldhamat", "amjad al-dhamat", "same"),
    ("Aldhamat, Amjad", "Amjad Aldhamat", "order"),
    ("الدهامات أمجد", "Amjad Aldhamat", "order"),
    ("Mustafa al-Kadhimi", "Mustafa Abdullatif al-Kadhimi", "short"),
    ("مصطفى الكاظمي", "Mustafa Abdullatif Mishatat al-Kadhimi", "short"),
    ("A. Aldhamat", "Amjad Aldhamat", "initial"),
    ("UNAMI", "United Nations Assistance Mission for Iraq", "letters"),
    ("أمجد الدهامات", "Amjad Aldhamat", "sound"),
]


def kind_of(one: str, other: str) -> str | None:
    found = likeness(spoken(one), spoken(other))
    return found.kind if found is not None else None


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_name_in_two_spellings_is_known(one: str, other: str) -> None:
    assert kind_of(one, other) in ("same", "sound")


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert kind_of(one, other) is None


@pytest.mark.parametrize(("one", "other", "way"), WAYS)
def test_the_way_in_which_names_are_alike_is_told(one: str, other: str, way: str) -> None:
    assert kind_of(one, other) == way


@pytest.mark.parametrize(("one", "other"), [pair[:2] for pair in [*ONE, *TWO, *WAYS]])
def test_it_does_not_matter_which_name_comes_first(one: str, other: str) -> None:
    assert likeness(spoken(one), spoken(other)) == likeness(spoken(other), spoken(one))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Amjad Aldhamat", "Latn"),
        ("أمجد الدهامات", "Arab"),
        ("پەروین", "Arab"),
        ("أمجد (Amjad) الدهامات", "Arab"),
        ("Елена", "Cyrl"),
        ("李明", "Hani"),
        ("ܐܡܓܕ", "Syrc"),
        ("", ""),
        ("44 – 7", ""),
        ("Ünal", "Latn"),
    ],
)
def test_the_script_of_a_name_is_known(text: str, script: str) -> None:
    assert script_of(text) == script
