"""What is taken for a list of persons or events, and what is not."""

from pathlib import Path

import pytest

from viewer.sources.tables.recognising import holds_list

LIST = "Name;Job\nSalma Rahim;Teacher\nAli Hassan;Baker\n"


@pytest.mark.parametrize(
    ("name", "data", "is_list"),
    [
        ("persons.csv", LIST.encode(), True),
        ("PERSONS.TSV", LIST.replace(";", "\t").encode("utf-16"), True),
        ("persons.csv", "الاسم\nعلي\n".encode("cp1256"), True),
        ("persons.txt", LIST.encode(), True),
        ("persons", LIST.encode(), True),
        ("persons.txt", b"Shoe;Size\nleft;38\nright;39\n", False),
        (
            "article.txt",
            b"They came at night, she said.\n\nNobody, they say, knew.\n",
            False,
        ),
        ("persons.pdf", LIST.encode(), False),
        ("persons.csv", b"%PDF-1.7 \n", False),
        ("persons.csv", b"", False),
    ],
)
def test_a_list_is_known_by_its_ending_or_its_rows(
    tmp_path: Path, name: str, data: bytes, is_list: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert holds_list(path) is is_list


def test_what_is_not_there_is_no_list(tmp_path: Path) -> None:
    assert not holds_list(tmp_path / "persons.csv")
    (tmp_path / "folder.csv").mkdir()
    assert not holds_list(tmp_path / "folder.csv")
