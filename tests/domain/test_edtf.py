"""EDTF of levels 0 and 1, with the `edtf` package as the oracle of what it spans."""

import time

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.domain.dates import FOREVER, NEVER, EdtfError, day_number, iso_day, parse_edtf
from viewer.domain.dates.calendar import month_length


def span(text: str) -> tuple[str, str]:
    date = parse_edtf(text)
    return limit(date.earliest), limit(date.latest)


def limit(day: int) -> str:
    return ".." if day in (NEVER, FOREVER) else iso_day(day)


# ── What the standard's forms span ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019-10-25", "2019-10-25", "2019-10-25"),
        ("2019-10", "2019-10-01", "2019-10-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
        ("-0004-02", "-0004-02-01", "-0004-02-29"),
        ("2019-10-25T23:59:59", "2019-10-25", "2019-10-25"),
        ("2019-10-25T10:00:00Z", "2019-10-25", "2019-10-25"),
        ("2019-10-25T10:00:00+03:00", "2019-10-25", "2019-10-25"),
        ("2019-10-25T10:00:00-04", "2019-10-25", "2019-10-25"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-23", "2019-09-01", "2019-11-30"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("2018-24", "2018-12-01", "2019-02-28"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("00XX", "0000-01-01", "0099-12-31"),
        ("2019-XX", "2019-01-01", "2019-12-31"),
        ("2019-XX-XX", "2019-01-01", "2019-12-31"),
        ("2019-02-XX", "2019-02-01", "2019-02-28"),
        ("Y17000", "17000-01-01", "17000-12-31"),
        ("Y-17000", "-17000-01-01", "-17000-12-31"),
        ("2019/2020", "2019-01-01", "2020-12-31"),
        ("2019-10/2020-02-03", "2019-10-01", "2020-02-03"),
        ("2019-12/2019", "2019-12-01", "2019-12-31"),
        ("2019-10/..", "2019-10-01", ".."),
        ("2019-10/", "2019-10-01", ".."),
        ("../2019-10", "..", "2019-10-31"),
        ("/2019-10", "..", "2019-10-31"),
        ("-0001/0001", "-0001-01-01", "0001-12-31"),
    ],
)
def test_it_spans(text: str, earliest: str, latest: str) -> None:
    assert span(text) == (earliest, latest)


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_a_qualifier_says_how_sure_and_pads_nothing(mark: str) -> None:
    point = parse_edtf(f"2019-10{mark}").start
    assert span(f"2019-10{mark}") == ("2019-10-01", "2019-10-31")
    assert (point.uncertain, point.approximate) == (mark in "?%", mark in "~%")


def test_each_end_of_an_interval_has_its_own_qualifier() -> None:
    interval = parse_edtf("2019~/2020?")
    assert interval.end is not None
    assert (interval.start.approximate, interval.start.uncertain) == (True, False)
    assert (interval.end.approximate, interval.end.uncertain) == (False, True)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2019-10-25", "day"),
        ("2019-10-XX", "month"),
        ("2019-24", "season"),
        ("2019", "year"),
        ("201X", "decade"),
        ("20XX", "century"),
        ("../2019", "open"),
        ("/2019", "unknown"),
    ],
)
def test_its_precision(text: str, precision: str) -> None:
    assert parse_edtf(text).start.precision == precision


# ── What is refused ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "/",
        "../..",
        "/..",
        "2019/2020/2021",
        "2019//2020",
        "19",
        "20191025",
        "2019-1",
        "2019-00",
        "2019-13",
        "2019-25",
        "2019-24-01",
        "2019-02-29",
        "2019-10-00",
        "2019-10-32",
        "-0000",
        "2019-XX-25",
        "2019-1X",
        "2XXX",
        "XXXX",
        "201X-10",
        "Y2019",
        "Y17000-01",
        "Y17000-XX",
        "17000",
        "+2019",
        "?2019",
        "2019?-10",
        "2019~~",
        "2019-10-25T24:00:00",
        "2019-10-25T10:60:00",
        "2019-10-25T10:00",
        "2019-10-25T10:00:00?",
        "2019-10-25T10:00:00+15:00",
        "2019-10T10:00:00",
        "2019-10-25T10:00:00/2019-10-26",
        "2020/2019",
        "2019-10-26/2019-10-25",
        "2019\n",
        " 2019",
        "２０１９",
        "٢٠١٩",
        "October 2019",
    ],
)
def test_it_refuses(text: str) -> None:
    with pytest.raises(EdtfError):
        parse_edtf(text)


def test_the_refusal_says_what_to_write_instead() -> None:
    with pytest.raises(EdtfError, match=r"“Oct 2019” is not a date .* Write for example 2019"):
        parse_edtf("Oct 2019")


@pytest.mark.parametrize("unit", ["9", "X", "-", "/", "2019/", "~", "T", "2019-", "٣"])
def test_a_very_long_text_is_refused_at_once_in_a_short_sentence(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    begun = time.perf_counter()
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)
    assert time.perf_counter() - begun < 0.5
    assert len(str(refusal.value)) < 300


@given(st.text(max_size=30) | st.text(alphabet="0123456789XYT-/.:?~%+Z", max_size=25))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        date = parse_edtf(text)
    except EdtfError:
        return
    assert NEVER <= date.earliest <= date.latest <= FOREVER


# ── Against the oracle ───────────────────────────────────────────────────────────────────────

years = st.integers(-9999, 9999).map(lambda year: f"{'-' * (year < 0)}{abs(year):04}")
decades = st.integers(0, 999).map(lambda n: f"{n:03}X")
centuries = st.integers(0, 99).map(lambda n: f"{n:02}XX")
long_years = st.integers(10_000, 99_999_999).map(lambda n: f"Y{n}") | st.integers(
    10_000, 99_999_999
).map(lambda n: f"Y-{n}")


@st.composite
def months(draw: st.DrawFn) -> str:
    return f"{draw(years)}-{draw(st.integers(1, 12)):02}"


@st.composite
def days(draw: st.DrawFn) -> str:
    year, month = draw(st.integers(-9999, 9999)), draw(st.integers(1, 12))
    day = draw(st.integers(1, month_length(year, month)))
    return f"{'-' * (year < 0)}{abs(year):04}-{month:02}-{day:02}"


# The oracle swaps the ends of an unspecified part of a negative year.
not_negative = st.integers(0, 9999).map(lambda year: f"{year:04}")
unspecified = st.one_of(
    decades,
    centuries,
    not_negative.map(lambda text: f"{text}-XX"),
    not_negative.map(lambda text: f"{text}-XX-XX"),
    st.tuples(not_negative, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}-XX"),
)
dates = years | months() | days()
marked = st.tuples(dates | unspecified, st.sampled_from(["", "?", "~", "%"])).map("".join)
# The oracle ends winter with December; how ours ends is said above.
seasons = st.tuples(years, st.sampled_from(["-21", "-22", "-23"])).map("".join)


def spanned_by_oracle(text: str) -> tuple[int, int]:
    date = oracle.parse_edtf(text)
    return day_number(*date.lower_strict()[:3]), day_number(*date.upper_strict()[:3])


@given(marked | seasons | long_years)
def test_a_date_spans_what_the_oracle_says(text: str) -> None:
    date = parse_edtf(text)
    assert (date.earliest, date.latest) == spanned_by_oracle(text)


@given(dates, dates)
def test_an_interval_spans_what_the_oracle_says_or_runs_backwards(start: str, end: str) -> None:
    first, last = spanned_by_oracle(f"{start}/{end}")
    if first > last:
        with pytest.raises(EdtfError):
            parse_edtf(f"{start}/{end}")
    else:
        interval = parse_edtf(f"{start}/{end}")
        assert (interval.earliest, interval.latest) == (first, last)


@given(days())
def test_a_day_reads_back_as_it_was_written(text: str) -> None:
    assert iso_day(parse_edtf(text).earliest) == text
