"""The cases that children are given, made once."""

import shutil
from pathlib import Path
from random import Random

from sqlite_utils import Database

from tests.killing.deeds import Picture, any_deed
from tests.killing.keys import KEYS
from tests.killing.killer import Trial
from tests.store.older import older_copy
from viewer.store import CaseFile, engine, untrusted

#: Deeds with which a case begins.
_FIRST = 40
_PAGE = "<!doctype html><title>A page</title><article><h1>{n}</h1>" + "<p>Amjad said so.</p>" * 60


def trial(work: str, key: str, folder: Path) -> Trial:
    """Return a trial with a template in `folder`, which may hold the templates of others."""
    case = folder / f"case {key}.casefile"
    if not case.exists():
        _make_case(case, key)
        _make_sources(folder / "sources")
    template = case
    if work == "migration":
        template = folder / f"older {key}.casefile"
        if not template.exists():
            _make_older(template, folder / "case -.casefile", key, folder)
    return Trial(work, key, template, _fingerprint(template, key))


def _make_case(path: Path, key: str) -> None:
    rng = Random(key)
    with CaseFile.create(path, key=KEYS[key]) as case_file:
        for _ in range(_FIRST):
            deed = any_deed(rng, Picture(case_file), case_file)
            case_file.apply(deed, "Beginner")


def _make_sources(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for n in range(3):
        (folder / f"page {n}.html").write_text(_PAGE.format(n=n), "utf-8")
        (folder / f"text {n}.txt").write_text(f"Amjad said so on day {n}.\n" * 300, "utf-8")


def _make_older(path: Path, present: Path, key: str, folder: Path) -> None:
    """Make a case of an earlier version, encrypted where there is a key."""
    if not present.exists():
        _make_case(present, "-")
    plain = older_copy(present, path, version=2)
    secret = KEYS[key]
    if secret is None:
        return
    plain = plain.rename(folder / "plain")
    db = engine.connect(plain, "rw")
    try:
        with untrusted.attaching(db):
            db.execute("ATTACH ? AS other KEY ?", (str(path), secret.literal))
            _export(db)
    finally:
        db.close()
        plain.unlink()


def _export(db: Database) -> None:
    version = db.execute("PRAGMA main.user_version").fetchone()[0]
    application = db.execute("PRAGMA main.application_id").fetchone()[0]
    db.execute("SELECT sqlcipher_export('other')").fetchone()
    db.execute(f"PRAGMA other.user_version={version}")
    db.execute(f"PRAGMA other.application_id={application}")
    db.execute("DETACH other")


def _fingerprint(template: Path, key: str) -> int:
    copy = Path(shutil.copy(template, template.with_name("looked at.casefile")))
    with CaseFile.open(copy, key=KEYS[key]) as case_file:
        number = Picture(case_file).number
    for file in copy.parent.glob("looked at*"):
        file.unlink()
    return number
