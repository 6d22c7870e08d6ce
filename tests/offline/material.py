"""What is imported on the tours: a file of each format, which asks for things of a network."""

from pathlib import Path

from tests.sources import test_nothing_is_fetched as pointing

#: Nobody is there (RFC 5737).
TARGET = "http://192.0.2.1/thing"
ARTICLE = (
    "Salma Rahim was arrested in Basra on 12 May 2020. “They came at night,” said Karim Rahim, "
    f"her brother. A picture: ![]({TARGET}) <img src='{TARGET}'>"
)
PERSONS = "Name,Occupation,Source\nSalma Rahim,teacher,{0}\nKarim Rahim,=WEBSERVICE(1),{0}\n"


def documents(folder: Path) -> list[Path]:
    """Write a document of each format into a folder."""
    texts = {"article.txt": ARTICLE, "notes.md": f"# Notes\n\n{ARTICLE}"}
    made = {
        **{name: text.encode() for name, text in texts.items()},
        "page.html": pointing.web_page(TARGET),
        "report.pdf": pointing.pdf_file(TARGET),
        "letter.docx": pointing.word_file_without_entities(TARGET),
        "mail.eml": pointing.mail_file(TARGET),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


def table(folder: Path) -> Path:
    """Write a list of persons into a folder."""
    path = folder / "persons-to-come.csv"
    path.write_text(PERSONS.format(TARGET), encoding="utf-8")
    return path
