"""Laws that hold for a case of any shape."""

import os
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import State, new_records
from viewer.domain.audiences import audience_of, treatment
from viewer.domain.identifying import mentions, residual_risks
from viewer.domain.records import Case, Document, Name, Person
from viewer.domain.snapshot import Snapshot

_KINDS = [
    *("document", "passage", "passage", "person", "person", "person", "name", "name", "place"),
    *("event", "involvement", "relationship", "relationship", "quote", "evidence", "evidence"),
    *("annotation", "figure", "decision"),
]
#: Pieces of texts in which somebody may be spoken of by role.
_PIECES = st.sampled_from(
    [
        *("Amjad", "Omar Saadi", "Saadi", "أمجد", "سـعدي", "his brother", "the brother", "my"),
        *("mother of", "’s sister", "'s", "the victim's father", ",", ". ", "\n\n", "\n", "“", "”"),
        *(
            "was a",
            "doctor",
            "the head of the police",
            "شقيقه",
            "ووَالدته",
            "ابن عمه",
            "أخي",
            "والدة",
        ),
        *("a\u0301", "😀", "\u200f", "ة", "-year-old", "of", "of his", "parents", "(", ")", " "),
    ]
)
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join) | st.lists(_PIECES, max_size=25).map("".join)
_TOLD = st.sampled_from(["", "Brother", "والدة", "ابن عم", "Doctor", "Head of the police"])


def any_case(data: st.DataObject) -> Snapshot:
    state = State(Case(id="case", title=data.draw(_TEXTS), summary=data.draw(_TEXTS)))
    for kind in _KINDS:
        state.follow(new_records(data.draw, state, [kind]))
        for id, record in list(state.records.items()):
            if isinstance(record, Document) and kind == "document":
                text = data.draw(_TEXTS) or "Nothing."
                state.records[id] = replace(record, text=text, type="testimony", author="Amjad")
            elif isinstance(record, Person) and kind == "person":
                told = replace(record, occupation=data.draw(_TOLD), unit="individual")
                state.records[id] = replace(told, pseudonym="")
            elif isinstance(record, Name) and kind == "name":
                names = st.sampled_from(["Amjad Saadi", "Omar Saadi", "أمجد سعدي", "Amjad", "م"])
                state.records[id] = replace(record, text=data.draw(names))
    return Snapshot(state.records.values())


LAWS = settings(
    max_examples=int(os.environ.get("EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(st.data())
@LAWS
def test_what_is_listed_stands_where_it_is_said_to_stand(data: st.DataObject) -> None:
    case = any_case(data)
    for audience in ("internal", "legal", "public"):
        found = mentions(case, audience_of(case, audience))
        assert len({each.key for each in found}) == len(found)
        for each in found:
            record = case.find(each.target_id)
            assert getattr(record, each.field)[each.start : each.end] == each.words
            assert each.words.strip()
            assert each.person_id not in each.others
            person = case.get(Person, each.person_id)
            assert person.protection != "public"
        if audience == "internal":
            assert found == ()


@given(st.data())
@LAWS
def test_each_risk_leads_to_records_and_says_no_protected_name(data: st.DataObject) -> None:
    case = any_case(data)
    for code in ("internal", "legal", "public"):
        audience = audience_of(case, code)
        named = {True: set[str](), False: set[str]()}
        for name in case.all(Name):
            person = case.get(Person, name.person_id)
            named[treatment(audience, person.protection) == "named"].add(name.text)
        for risk in residual_risks(case, audience):
            assert all(case.find(id) is not None for id in (risk.person_id, *risk.record_ids))
            for name in named[False] - named[True]:
                assert " " not in name or name not in risk.sentence
            assert risk.help
