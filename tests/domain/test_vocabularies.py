"""Vocabularies: well formed, complete, and the ones that the records ask for."""

import re

import pytest

from viewer import resources
from viewer.domain.audiences import said_in, standard_audiences
from viewer.domain.fields import Term
from viewer.domain.records import KINDS, Audience, fields_of
from viewer.domain.vocabularies import labels, vocabulary
from viewer.domain.wording import LANGUAGES

NAMES = sorted(path.stem for path in resources.path("vocabularies").glob("*.toml"))
TERMS = [
    (kind, field) for kind in KINDS for field in fields_of(kind) if isinstance(field.spec, Term)
]
KEYS = {"code", "label", "note", "many"}
#: Used by something else than the field of a record.
BESIDES = {"date_type"}


def test_there_is_a_vocabulary_for_every_field_and_a_use_for_every_vocabulary() -> None:
    asked_for = {field.spec.vocabulary for _, field in TERMS if isinstance(field.spec, Term)}
    assert asked_for | BESIDES == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_well_formed(name: str) -> None:
    data = resources.toml("vocabularies", f"{name}.toml")
    assert set(data) == {"title", "standard", "terms"}
    assert data["title"].strip()
    assert data["standard"].strip()
    assert all({"code", "label"} <= set(term) <= KEYS for term in data["terms"])


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_unique_plain_words(name: str) -> None:
    codes = vocabulary(name).codes
    assert len(codes) > 1
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_labels_are_there_and_differ(name: str) -> None:
    # A number that is simply stated is said without a word before it.
    labels = [term.label for term in vocabulary(name) if term.code != "stated"]
    assert all(label == label.strip() != "" for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("kind", "field"), TERMS, ids=lambda v: getattr(v, "name", v))
def test_what_a_record_has_by_default_is_in_its_vocabulary(kind: str, field: object) -> None:
    assert field.default in vocabulary(field.spec.vocabulary)  # type: ignore[attr-defined]


def test_a_code_has_a_label_and_an_unknown_one_is_its_own() -> None:
    assert vocabulary("role").label("alleged_perpetrator") == "Alleged perpetrator"
    assert vocabulary("role").label("juggler") == "juggler"
    assert "juggler" not in vocabulary("role")


def test_perpetrators_are_never_more_than_alleged() -> None:
    assert [code for code in vocabulary("role").codes if "perpetrator" in code] == [
        "alleged_perpetrator"
    ]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_term_has_a_label_of_its_own_in_every_language(name: str, language: str) -> None:
    terms = vocabulary(name)
    called = labels(language)[name]
    assert {code for code, label in called.items() if isinstance(label, str)} == set(terms.codes)
    said = {term.code: terms.label(term.code, language) for term in terms if term.label}
    assert all(label == label.strip() != "" for label in said.values())
    assert not any(said[term.code] == term.label for term in terms if term.label)
    assert len(set(said.values())) == len(said)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_several_acts_are_called_something_in_every_language(language: str) -> None:
    acts = vocabulary("act")
    said = [acts.many(code, language) for code in acts.codes]
    assert len({*said, *(acts.many(code) for code in acts.codes)}) == 2 * len(acts.codes)
    assert not set(said) & {acts.label(code, language) for code in acts.codes}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_standard_audiences_are_called_something_in_every_language(language: str) -> None:
    for audience in standard_audiences():
        other = said_in(audience, language)
        for name in ("label", "note", "notice", "meaning"):
            assert getattr(other, name) not in ("", getattr(audience, name))


def test_an_audience_of_the_case_says_what_it_says() -> None:
    audience = Audience(id="a", label="The committee", notice="For the committee")
    assert said_in(audience, "ar") == audience
