"""The bundled fonts write every script that a case needs, on a machine that has no fonts.

Vazirmatn writes Arabic, Persian and plain Latin; Noto Sans stands in for what it lacks: letters of
transliterations, Cyrillic, Greek, and the invisible marks that keep dates upright beside Arabic.
"""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication, QRawFont

from viewer import resources

VAZIRMATN = ["Vazirmatn-Regular.ttf", "Vazirmatn-Medium.ttf", "Vazirmatn-Bold.ttf"]
NOTO = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"]

ARABIC = "أمجد الدهامات ءآؤئةىپچژگک٠١٢٣٤٥٦٧٨٩،؛؟ـًٌٍَُِّْ"
SHAPED = "ﺍﺎﺑﺒﺐﻟﻠﻻﻼﻡﻣﻤﻢﻩﻫﻬﻪﻲﻳﻴ"
LATIN = "Aldhamat’s “words” – and — áàâäãåçéñöøßšžğışāīū… × ± ≥ • · § © 0123456789"
BEYOND = "ḥṣṭḍẓʿʾ Жданов Ελλάδα \u2066\u2069\u200e\u200f"


def lacking(name: str, text: str) -> list[str]:
    font = QRawFont(str(resources.path("fonts", name)), 12)
    assert font.isValid()
    return [letter for letter in text if not font.supportsCharacter(ord(letter))]


@pytest.mark.parametrize("name", VAZIRMATN)
@pytest.mark.parametrize("text", [ARABIC, SHAPED, LATIN], ids=["arabic", "shaped", "latin"])
def test_every_weight_writes_arabic_and_latin(qapp: QGuiApplication, name: str, text: str) -> None:
    assert lacking(name, text) == []


@pytest.mark.parametrize("name", NOTO)
def test_the_stand_in_writes_what_vazirmatn_cannot(qapp: QGuiApplication, name: str) -> None:
    assert lacking("Vazirmatn-Regular.ttf", BEYOND) != []
    assert lacking(name, BEYOND) == []


@pytest.mark.parametrize(
    ("family", "names"), [("Vazirmatn", VAZIRMATN), ("Noto Sans", NOTO)], ids=["Vazirmatn", "Noto"]
)
def test_the_weights_of_a_family_answer_to_its_name(
    qapp: QGuiApplication, family: str, names: list[str]
) -> None:
    for name in names:
        font = QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))
        assert family in QFontDatabase.applicationFontFamilies(font)


def test_every_font_comes_with_its_licence() -> None:
    for path in resources.path("fonts").glob("*.ttf"):
        licence = Path(path.parent, f"{path.stem.split('-')[0]}-OFL.txt")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")
