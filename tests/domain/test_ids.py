"""Identifiers: version 7 of RFC 9562, in the order in which they are made."""

import time
import uuid

from viewer.domain.ids import new_id, outside_id


def test_it_is_a_uuid_of_version_7() -> None:
    made = [uuid.UUID(new_id()) for _ in range(100)]
    assert {(id.version, id.variant) for id in made} == {(7, uuid.RFC_4122)}


def test_no_two_are_the_same() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_it_is_text_as_uuids_are_written() -> None:
    made = new_id()
    assert made == str(uuid.UUID(made))


def test_it_holds_the_milliseconds_of_its_making() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id()).int >> 80
    assert before <= made <= time.time_ns() // 1_000_000


def test_a_later_one_sorts_later() -> None:
    earlier = new_id()
    time.sleep(0.002)
    assert earlier < new_id()


def test_an_id_outside_is_the_same_every_time_and_leads_nowhere() -> None:
    case, id = new_id(), new_id()
    outside = outside_id(case, "public", id)
    assert outside == outside_id(case, "public", id) != outside_id(case, "legal", id)
    assert outside != outside_id(new_id(), "public", id)
    assert uuid.UUID(outside).version == 5
