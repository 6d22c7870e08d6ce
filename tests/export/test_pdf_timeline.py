import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.pdf_read import links, pdfium_words, squeezed, words, written
from viewer.domain.dates import FOREVER, NEVER, Date, iso_day, parse_edtf, phrase
from viewer.domain.summary import CaseSummary, Dated, EventEntry, Statement
from viewer.export.pdf import PdfOptions
from viewer.export.pdf.axis import Axis
from viewer.export.pdf.signs import STATUSES

TIMELINE = PdfOptions(sections=("timeline",))
DAYS = st.integers(-800_000, 800_000)
SPANS = st.lists(
    st.tuples(DAYS, st.integers(0, 4000)).map(lambda s: (s[0], s[0] + s[1])), min_size=1
)


def event(number: int, edtf: str, status: str = "reported", title: str = "") -> EventEntry:
    days = parse_edtf(edtf) if edtf else None
    date = Dated(
        phrase=phrase(Date(edtf=edtf)),
        earliest=iso_day(days.earliest) if days and days.earliest != NEVER else "",
        latest=iso_day(days.latest) if days and days.latest != FOREVER else "",
    )
    said = Statement(status.capitalize())
    return EventEntry(
        number, Statement(title or f"Event {number}"), status=said, status_code=status, date=date
    )


def case(*dates: str) -> CaseSummary:
    events = tuple(event(number, date) for number, date in enumerate(dates, start=1))
    return CaseSummary(audience="internal", title="Case", events=events)


@given(SPANS, st.floats(150, 400))
def test_later_days_stand_further_on_and_all_within_the_axis(
    spans: list[tuple[int, int]], width: float
) -> None:
    axis = Axis(spans, width)
    days = sorted({day for span in spans for day in span})
    places = [axis.x(day) for day in days]
    assert all(a < b for a, b in pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= width


@given(SPANS, st.floats(150, 400))
def test_labels_of_the_axis_do_not_overlap(spans: list[tuple[int, int]], width: float) -> None:
    ticks = Axis(spans, width).ticks()
    assert ticks
    for before, after in pairwise(ticks):
        apart = after.middle - before.middle
        assert apart >= 1.9 * (len(before.label) + len(after.label)) + 4


def test_a_long_time_without_events_is_cut_out() -> None:
    first, then = 700_000, 736_000
    axis = Axis([(first, first), (then, then + 60)], 250)
    assert len(axis.cuts) == 1
    assert axis.x(then + 60) - axis.x(then) > 100
    assert Axis([(day, day) for day in range(first, first + 400, 40)], 250).cuts == []


def test_years_beyond_the_calendar_of_the_computer_have_an_axis() -> None:
    labels = [tick.label for tick in Axis([(-17_000, 10**10), (0, 5)], 250).ticks()]
    assert labels[0] == "0000"
    assert len(labels) > 2


@pytest.mark.parametrize("number", [1, 5, 30, 300])
def test_every_event_is_on_the_chart_or_in_the_list(number: int, tmp_path: Path) -> None:
    forms = ("2019-10-25", "2019-10", "2019", "../2018-02", "2018-03/..", "2017/2018", "")
    summary = case(*(forms[n % len(forms)] for n in range(number)))
    text = words(written(summary, tmp_path, TIMELINE))
    assert all(f"Event{n}" in text for n in range(1, number + 1))


def test_a_thousand_events_take_as_many_pages_as_they_need_each_with_an_axis(
    tmp_path: Path,
) -> None:
    dates = [f"{1980 + n // 25}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(1000)]
    pages = written(case(*sorted(dates)), tmp_path, TIMELINE).pages[2:]
    assert 30 < len(pages) < 50
    for page in pages:
        assert re.search(r"^(19|20)\d\d(-\d\d){0,2}$", page.extract_text(), re.MULTILINE)
    text = "".join(squeezed(page.extract_text()) for page in pages)
    assert all(text.count(f"Event{n}") for n in range(1, 1001))


def test_an_event_leads_to_its_entry_where_that_is_in_the_report(tmp_path: Path) -> None:
    both = PdfOptions(sections=("timeline", "chronology"))
    alone = len(links(written(case("2019"), tmp_path, TIMELINE)))
    assert len(links(written(case("2019"), tmp_path, both))) > alone + 1


def test_what_a_sign_means_is_told_in_words_on_each_page(tmp_path: Path) -> None:
    events = tuple(
        event(number, "2019-05-01", status) for number, status in enumerate(STATUSES, start=1)
    )
    summary = CaseSummary(audience="internal", title="Case", events=events)
    text = words(written(summary, tmp_path, TIMELINE))
    # Once beside the event, once in the legend.
    assert all(text.count(status.capitalize()) == 2 for status in STATUSES)


def test_each_status_is_drawn_in_a_way_of_its_own_without_colour(tmp_path: Path) -> None:
    drawn = set()
    for number, status in enumerate(STATUSES):
        summary = replace(case(), events=(event(1, "2019-05-01", status, "Raid"),))
        page = written(summary, tmp_path, TIMELINE, f"{number}.pdf").pages[2]
        operations = page.get_contents().operations  # type: ignore[union-attr]
        shape = [
            (operator, tuple(map(float, operands)) if operator in (b"m", b"l", b"re") else ())
            for operands, operator in operations
            if operator in (b"m", b"l", b"re", b"W", b"W*", b"d")
        ]
        drawn.add(str(shape))
    assert len(drawn) == len(STATUSES)


def test_a_long_title_is_cut_and_hostile_ones_stay_words(tmp_path: Path) -> None:
    titles = ["word " * 100, "<b>x</b> & \\ (", "w" * 400, "\u202e\x00", "قرب الجسر " * 40]
    events = tuple(event(n, "2019-05-01", title=t) for n, t in enumerate(titles, start=1))
    written(CaseSummary(audience="internal", title="Case", events=events), tmp_path, TIMELINE)
    text = pdfium_words(tmp_path / "out.pdf")
    assert "<b>x</b>&\\(" in text
    assert "..." in text
