"""A sealed case is held against its seal: the same, gone on with, or something else."""

import json
import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.store.chains import as_described
from tests.store.looking import raw, without_trigger
from viewer import resources
from viewer.domain.changes import edit
from viewer.domain.records import Document, Person
from viewer.errors import (
    CasefileError,
    KeyProblem,
    NotASeal,
    NotFoundError,
    NotSealed,
    PassphraseNeeded,
    UnfitPassphrase,
    WrongPassphrase,
)
from viewer.store import Access, CaseFile, Key, seal_file, sealing, signing
from viewer.store.rekeying import rekey
from viewer.store.sealing import State

SCHEMA = json.loads(resources.path("schemas", "seal-1.schema.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "key_path", lambda: tmp_path / "config" / "signing-key.pem")


@pytest.fixture
def sealed(closed: Path) -> Path:
    """The sample case, held by nobody, with a seal beside it."""
    sealing.seal(Access(closed), signing.make_key(), "Leïla")
    return closed


def seal_of(path: Path) -> seal_file.Seal:
    return seal_file.read(path.with_suffix(".seal"))


def test_a_sealed_case_is_the_same(sealed: Path) -> None:
    seal = seal_of(sealed)
    assert seal.is_signed
    assert seal.fingerprint == signing.fingerprint(signing.load_key().public)
    assert sealing.verify(seal, Access(sealed)).state is State.SAME
    assert sealing.case_beside(sealed.with_suffix(".seal")) == sealed


def test_a_case_that_was_worked_on_holds_what_was_sealed(sealed: Path) -> None:
    with CaseFile.open(sealed) as case_file:
        case_file.apply(edit(case_file.case, title="And on"))
        case_file.undo()
    verdict = sealing.verify(seal_of(sealed), Access(sealed))
    assert (verdict.state, verdict.later, verdict.holds) == (State.CONTINUED, 2, True)
    assert "2 entries after it" in sealing.said(verdict, sealed.name)


def test_a_case_from_before_it_was_sealed_is_another(sealed: Path) -> None:
    earlier = sealed.with_name("earlier.casefile")
    earlier.write_bytes(sealed.read_bytes())
    with CaseFile.open(sealed) as case_file:
        case_file.apply(edit(case_file.case, title="And on"))
    seal = seal_file.read(sealing.seal(Access(sealed), signing.load_key()))
    verdict = sealing.verify(seal, Access(earlier))
    assert verdict.state is State.OTHER
    assert "from before the sealing, or was written anew" in verdict.problems[0]


def test_what_was_changed_past_casefile_is_not_what_was_sealed(sealed: Path) -> None:
    with raw(sealed) as db, without_trigger(db, "history_is_fixed"):
        db.execute("UPDATE history SET who = 'Karim' WHERE seq = 2")
    verdict = sealing.verify(seal_of(sealed), Access(sealed))
    assert verdict.state is State.OTHER
    assert verdict.problems[0].startswith("Entry 2 of the history")


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("UPDATE content SET data = CAST('x' AS BLOB)", "The original of the document"),
        ("DELETE FROM content", "The original of the document"),
        ("UPDATE person SET title = 'Karim'", "What the list of persons"),
        ("UPDATE search SET text = 'karim'", "The search does not hold"),
    ],
)
def test_what_no_line_of_the_history_holds_is_looked_at_too(
    sealed: Path, deed: str, said: str
) -> None:
    with raw(sealed) as db, without_trigger(db, "content_is_fixed"):
        db.execute(deed)
    verdict = sealing.verify(seal_of(sealed), Access(sealed))
    assert not verdict.holds
    assert verdict.problems[0].startswith(said)
    with pytest.raises(NotSealed):
        sealing.seal(Access(sealed), signing.load_key())


def test_a_history_written_anew_as_a_whole_is_found_out_by_the_seal_alone(sealed: Path) -> None:
    with raw(sealed) as db, without_trigger(db, "history_is_fixed"):
        db.execute("UPDATE history SET digest = ?, salt = NULL WHERE seq = 1", ("00" * 32,))
        for seq, rightly in enumerate(as_described(db), start=1):
            db.execute("UPDATE history SET hash = ? WHERE seq = ?", (rightly, seq))
    (first, *_) = sealing.verify(seal_of(sealed), Access(sealed)).problems
    assert "is not the sealed one" in first


def test_another_case_is_another(sealed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.casefile"
    CaseFile.create(other).close()
    verdict = sealing.verify(seal_of(sealed), Access(other))
    assert verdict.problems == ("The seal is of another case.",)
    assert not verdict.holds


def test_a_case_that_was_tampered_with_is_not_sealed(closed: Path) -> None:
    with raw(closed) as db:
        db.execute("UPDATE person SET occupation = 'Judge'")
    with pytest.raises(NotSealed, match="not as its history says"):
        sealing.seal(Access(closed), signing.make_key())
    assert not closed.with_suffix(".seal").exists()


def test_a_seal_tells_nothing_of_a_case(sealed: Path) -> None:
    with CaseFile.open(sealed, read_only=True) as case_file:
        (document,) = case_file.all(Document)
        words = {case_file.case.title, document.title, document.sha256, document.text_sha256}
        words |= {document.id} | {person.id for person in case_file.all(Person)}
    text = sealed.with_suffix(".seal").read_text("utf-8")
    assert not [word for word in words if word in text]
    jsonschema.validate(json.loads(text), SCHEMA)


def test_a_seal_is_written_over_no_other(sealed: Path) -> None:
    again = sealing.seal(Access(sealed), signing.load_key())
    assert again.name == "a case 2.seal"
    assert sealing.case_beside(again) == sealed
    with pytest.raises(NotFoundError, match=r"no case file “else\.casefile”"):
        sealing.case_beside(again.with_name("else.seal"))


def test_an_encrypted_case_is_sealed_and_verified(sealed: Path) -> None:
    with CaseFile.open(sealed) as case_file:
        rekey(case_file, key := Key.random())
    seal = seal_file.read(sealing.seal(Access(sealed, key), signing.load_key()))
    assert sealing.is_same_file(seal, sealed)
    assert sealing.verify(seal, Access(sealed, key)).state is State.SAME
    verdict = sealing.verify(seal_of(sealed), Access(sealed, key))
    assert verdict.state is State.CONTINUED
    assert "holds just what was sealed, in other bytes" in sealing.said(verdict, sealed.name)


def test_sealing_leaves_the_case_held(sample: CaseFile) -> None:
    sealing.seal(Access(sample.path), signing.make_key())
    with pytest.raises(CasefileError, match="open for editing"):
        CaseFile.open(sample.path)
    sample.apply(edit(sample.case, title="And on"))


# The key


def test_a_key_is_for_its_owner_alone_and_never_made_twice() -> None:
    assert not signing.has_key()
    with pytest.raises(NotFoundError, match="first time"):
        signing.load_key()
    key = signing.make_key()
    assert stat.S_IMODE(signing.key_path().stat().st_mode) == 0o600
    assert signing.load_key().public == key.public
    with pytest.raises(KeyProblem):
        signing.make_key()
    assert signing.load_key().public == key.public
    assert [each.name for each in signing.key_path().parent.iterdir()] == ["signing-key.pem"]


def test_a_protected_key_needs_its_passphrase() -> None:
    key = signing.make_key("صبر طويل")
    assert signing.needs_passphrase()
    assert signing.load_key("صبر طويل").public == key.public
    with pytest.raises(PassphraseNeeded):
        signing.load_key()
    with pytest.raises(WrongPassphrase):
        signing.load_key("another")


def test_a_protected_key_opens_however_letters_are_composed() -> None:
    key = signing.make_key("Zo\u00eb")
    assert signing.load_key("Zoe\u0308").public == key.public
    as_typed = BestAvailableEncryption("Zoe\u0308".encode())
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, as_typed)
    signing.key_path().write_bytes(pem)
    assert signing.load_key("Zoe\u0308").public == private.public_key().public_bytes_raw()


def test_a_passphrase_too_long_for_a_key_is_refused() -> None:
    with pytest.raises(UnfitPassphrase, match="1,023 bytes"):
        signing.make_key("é" * 600)
    assert not signing.has_key()
    signing.make_key("é" * 500)
    with pytest.raises(WrongPassphrase):
        signing.load_key("é" * 600)


def test_a_damaged_key_is_told_of() -> None:
    signing.make_key()
    signing.key_path().write_text("-----BEGIN PRIVATE KEY-----\n!\n-----END PRIVATE KEY-----\n")
    with pytest.raises(KeyProblem, match="cannot be read"):
        signing.load_key()


def test_a_fingerprint_is_read_in_whatever_groups() -> None:
    public = signing.make_key().public
    written = signing.fingerprint(public)
    assert len(written.split()) == 16
    plain, lines = written.replace(" ", ""), "\n".join(written.split()) + "\u2028"
    for form in (written, written.lower(), plain, written.replace(" ", ":"), lines):
        assert signing.is_fingerprint(form, public)
    assert not signing.is_fingerprint(written[:-1], public)
    assert not signing.is_fingerprint("", public)


# Seals come from strangers


def test_no_word_of_a_seal_can_be_changed(sealed: Path) -> None:
    seal = seal_of(sealed)
    others: dict[str, Any] = {
        "case_id": "0" * 8 + seal.case_id[8:],
        "at": "2001-01-01T00:00:00Z",
        "sha256": "0" * 64,
        "size": 1,
        "seq": 1,
        "hash": "0" * 64,
        "counts": {},
        "documents": (),
        "public": bytes(32),
        "signer": "Karim",
        "signature": bytes(64),
    }
    assert seal.is_signed
    for name, value in others.items():
        assert not replace(seal, **{name: value}).is_signed, name


@pytest.mark.parametrize("start", ["00", "01", "ec", "ed", "ee", "26e8958fc2b227b0"])
def test_a_key_with_which_anybody_signs_is_no_signer(start: str) -> None:
    """Points of a small order; some libraries take (0, 0) as their signature of many texts."""
    rest = {"26e8958fc2b227b0": "45c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"}
    filler = "ff" * 30 + "7f" if start.startswith("e") else "00" * 31
    public = bytes.fromhex(start + rest.get(start, filler))
    for n in range(64):
        assert not signing.is_signed(public, bytes(64), b"%d" % n)
        assert not signing.is_signed(public, bytes([1, *bytes(63)]), b"%d" % n)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.data())
def test_a_seal_with_other_values_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    said = json.loads(seal_file.Seal(*WHOLE).text())
    name = data.draw(st.sampled_from(sorted(said)))
    if isinstance(said[name], dict) and said[name] and data.draw(st.booleans()):
        said[name][data.draw(st.sampled_from(sorted(said[name])))] = data.draw(json_values)
    else:
        said[name] = data.draw(json_values)
    path = tmp_path_factory.getbasetemp() / "other.seal"
    path.write_text(json.dumps(said), "utf-8")
    with suppress(NotASeal):
        assert not seal_file.read(path).is_signed


WHOLE: tuple[Any, ...] = (
    *("01900000-0000-7000-8000-000000000000", "2026-01-01T00:00:00Z", "a" * 64, 5, 1, "b" * 64),
    *({"person": 3}, (seal_file.SealedLine(1, 0, "c" * 64),), bytes(32), "A", bytes(64)),
)


BROKEN = {
    "nothing": b"",
    "no text": b"\xff\xfe",
    "no JSON": b"seal",
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "a long number": b'{"casefile_seal": ' + b"9" * 10_000 + b"}",
    "too long": b" " * (seal_file.LARGEST + 1),
    "a line in a name": seal_file.Seal(*WHOLE[:9], "A\nB", bytes(64)).text().encode(),
    "a key too short": seal_file.Seal(*WHOLE[:8], bytes(31), "", bytes(64)).text().encode(),
    "a kind unknown": seal_file.Seal(*WHOLE[:6], {"x": 1}, *WHOLE[7:]).text().encode(),
    "a number below 0": seal_file.Seal(*WHOLE[:3], -1, *WHOLE[4:]).text().encode(),
}


@pytest.mark.parametrize("which", BROKEN)
def test_what_is_no_seal_is_refused_with_a_sentence(tmp_path: Path, which: str) -> None:
    path = tmp_path / "broken.seal"
    path.write_bytes(BROKEN[which])
    with pytest.raises(NotASeal, match=r"“broken\.seal” is not a seal, or it is damaged\."):
        seal_file.read(path)


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_a_seal_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.seal"
    os.mkfifo(path)
    with pytest.raises(NotFoundError, match="no seal"):
        seal_file.read(path)


def test_a_name_is_one_line(closed: Path) -> None:
    key = signing.make_key()
    for name in ("A\nB", "A" * 201, "\x1b[2J"):
        with pytest.raises(CasefileError, match="one line"):
            sealing.seal(Access(closed), key, name)
    assert seal_file.is_name("می‌خواهم")
