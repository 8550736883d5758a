"""Periods: every spelling that councils print, and the ones that must not be guessed at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.periods import UNKNOWN, Period, find_period, parse_period, period_from_label
from kpi_core.vocabulary import PeriodKind

ACCEPTED = [
    ("2019/20", "2019/20"),
    ("2019-20", "2019/20"),
    ("2019–20", "2019/20"),
    ("2022\\23", "2022/23"),
    ("19/20", "2019/20"),
    ("99/00", "1999/00"),
    ("70/71", "1970/71"),
    ("69/70", "2069/70"),
    ("FY2019/20", "2019/20"),
    ("FY 2021-22", "2021/22"),
    ("Financial year 2019/20", "2019/20"),
    ("201920", "2019/20"),
    ("2019/2020", "2019/20"),
    ("1999/2000", "1999/00"),
    ("2015 to 2016", "2015/16"),
    ("Year ending 31 March 2020", "2019/20"),
    ("12 months to Dec 2019", "2019"),
    ("Q4 2019/20", "2019/20 Q4"),
    ("2019/20 Q4", "2019/20 Q4"),
    ("2019/20Q4", "2019/20 Q4"),
    ("q4\u00a02019/20", "2019/20 Q4"),
    ("2018-19;Q1", "2018/19 Q1"),
    ("Q3 2015-16", "2015/16 Q3"),
    ("Q1 - 2022/23", "2022/23 Q1"),
    ("2018-19 – Q1", "2018/19 Q1"),
    ("Qtr 4 2019/20", "2019/20 Q4"),
    ("4th quarter 2019/20", "2019/20 Q4"),
    ("Quarter 1 (2025/2026)", "2025/26 Q1"),
    ("Quarter 2 of 2009/10", "2009/10 Q2"),
    ("Jan-Mar 2020", "2019/20 Q4"),
    ("January to March 2020", "2019/20 Q4"),
    ("Q4 (Jan-Mar) 2019/20", "2019/20 Q4"),
    ("Q4 Jan-Mar 2020", "2019/20 Q4"),
    ("Quarter 3 (October to December 2014) 2014/15", "2014/15 Q3"),
    ("Mid-year 2019/20", "2019/20 Q2"),
    ("H1 2019/20", "2019/20 H1"),
    ("Apr-Sep 2019", "2019/20 H1"),
    ("Mar 2020", "2020-03"),
    ("March 2020", "2020-03"),
    ("April 2021", "2021-04"),
    ("Sept 22", "2022-09"),
    ("Mar-20", "2020-03"),
    ("2020-03", "2020-03"),
    ("201906", "2019-06"),
    ("March 2019/20", "2020-03"),
    ("2020", "2020"),
    ("Jan 2012-Dec 2012", "2012"),
    ("April 2019 to March 2020", "2019/20"),
    ("2017/18 to 2019/20", "2017/18 to 2019/20"),
    ("2013/14-15/16", "2013/14 to 2015/16"),
    ("Nov-Jan 2020", "2019-11 to 2020-01"),
    ("Q1-Q3 2019/20", "2019/20 Q1 to 2019/20 Q3"),
    ("2019/20 Q1 to Q3", "2019/20 Q1 to 2019/20 Q3"),
    ("2019/20 academic year", "academic year 2019/20"),
]

REFUSED = [
    ("2019/21", "'2019/21' is not a financial year: the second year must follow the first"),
    ("2019/2021", "the second year must follow the first"),
    ("2019/19", "the second year must follow the first"),
    ("2019/18", "the second year must follow the first"),
    ("2019/06", "the second year must follow the first"),
    ("2020-23", "the second year must follow the first"),
    ("19/21", "the second year must follow the first"),
    ("2019/21 Q1", "the second year must follow the first"),
    ("Q0 2019/20", "there is no quarter 0"),
    ("Q5 2019/20", "there is no quarter 5"),
    ("Q4", "does not say which financial year"),
    ("Q4 2019", "does not say which financial year 2019 is in"),
    ("FY2020", "does not say in which of two years"),
    ("2013 to 2015", "calendar or financial"),
    ("Quarter 2 (October to December 2014) 2014/15", "names two different periods"),
    ("Q1 (Jan-Mar 2020)", "names two different periods"),
    ("2019/20 to 2017/18", "comes before the first"),
    ("2017/18 to Q4 2019/20", "joins two kinds of period"),
    ("March 31", "may be a day"),
    ("6/10/2014", "is a date"),
    ("2014-04-01", "is a date"),
    ("2019/20/21", "is a date"),
    ("2099/00", "outside 1900 to 2099"),
    ("20192", "is not a period"),
    ("2020%", "is not a period"),
    ("Q٤ 2019/20", "is not a period"),
    ("\uff12\uff10\uff11\uff19/20", "is not a period"),
    ("2019/20 Target", "is not a period"),
    ("unknown", "is not a period"),
    ("", "is not a period"),
]


@pytest.mark.parametrize(("text", "label"), ACCEPTED)
def test_Y1_accepts(text: str, label: str) -> None:
    period = parse_period(text)
    assert isinstance(period, Period), period
    assert period.label == label


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_Y1_refuses_with_the_reason(text: str, reason: str) -> None:
    problem = parse_period(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("number", "start", "end"),
    [
        (1, date(2019, 4, 1), date(2019, 6, 30)),
        (2, date(2019, 7, 1), date(2019, 9, 30)),
        (3, date(2019, 10, 1), date(2019, 12, 31)),
        (4, date(2020, 1, 1), date(2020, 3, 31)),
    ],
)
def test_Y1_quarters_follow_the_financial_year(number: int, start: date, end: date) -> None:
    period = Period.quarter(2019, number)
    assert (period.start, period.end) == (start, end)
    assert (period.quarter_number, period.financial_year_label) == (number, "2019/20")


def test_Y1_months_end_on_their_last_day() -> None:
    assert Period.month(2020, 2).end == date(2020, 2, 29)
    assert Period.month(1900, 2).end == date(1900, 2, 28)


def test_Y1_six_digits_are_a_financial_year_where_the_last_two_follow() -> None:
    read = [parse_period(text) for text in ("201112", "2011-12", "201911", "2019-11", "201913")]
    assert read[:2] == [Period.financial_year(2011)] * 2
    assert read[2:4] == [Period.month(2019, 11)] * 2
    assert isinstance(read[4], Problem)


@pytest.mark.parametrize(
    ("text", "label"),
    [("Q4", "2019/20 Q4"), ("Qtr 4", "2019/20 Q4"), ("H2", "2019/20 H2"), ("May", "2019-05")],
)
def test_Y1_a_year_can_be_given_beside_the_text(text: str, label: str) -> None:
    assert parse_period(text, 2019) == period_from_label(label)


def test_Y1_a_year_in_the_text_outranks_the_one_beside_it() -> None:
    assert parse_period("2018/19 Q4", 2019) == Period.quarter(2018, 4)
    assert parse_period("Jan-Mar", 2019) == Period.quarter(2019, 4)


def test_Y3_mid_year_is_the_second_quarter() -> None:
    assert (
        parse_period("Mid-year", 2019) == parse_period("midyear 2019/20") == Period.quarter(2019, 2)
    )


@pytest.mark.parametrize(
    ("heading", "label", "rest"),
    [
        ("2019/20 Target", "2019/20", "Target"),
        ("Target - 2019/20", "2019/20", "Target"),
        ("2018/19 Q4", "2018/19 Q4", ""),
        ("Value (2019/20 Q4)", "2019/20 Q4", "Value"),
        ("Actual_Q4_2019/20", "2019/20 Q4", "Actual"),
        ("2019/20\nQ4\nActual", "2019/20 Q4", "Actual"),
        ("Cost (£) 2019/20", "2019/20", "Cost (£)"),
        ("2016-17 (OT)", "2016/17", "OT"),
        ("2018 (Rev)", "2018", "Rev"),
        ("2015 to 2016 - outcome", "2015/16", "outcome"),
        ("CODE 2010-11", "2010/11", "CODE"),
    ],
)
def test_Y1_finds_the_period_in_a_heading(heading: str, label: str, rest: str) -> None:
    assert find_period(heading) == (period_from_label(label), rest)


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("Q4 commentary", "commentary"),
        ("2019/21 Q1", ""),
        ("2019/21 Target", "Target"),
        ("2018/19 v 2019/20", "v 2019/20"),
    ],
)
def test_Y1_a_heading_with_an_unclear_period_is_a_problem(heading: str, rest: str) -> None:
    found = find_period(heading)
    assert found is not None
    assert isinstance(found[0], Problem)
    assert found[1] == rest


def test_Y1_the_year_beside_a_heading_makes_its_quarter_clear() -> None:
    assert find_period("Q4 commentary", 2019) == (Period.quarter(2019, 4), "commentary")


@pytest.mark.parametrize(
    "heading",
    [
        *("", "Plan", "Indicator Description", "Direction of Travel", "Status vs Target"),
        *("Latest Bench marking Result", "Year to date", "Year end target", "24/7 cover"),
        *("aged 9–15 and 0–2", "% of 16-17 year olds", "16/17 year olds", "aged 16/17"),
        *("results May, confirmed Oct", "within 12 months", "time lag of 3-6 months"),
        *("£2019", "2,019", "12019", "2019.5", "x" * 2000 + " 2019/20"),
    ],
)
def test_a_heading_without_a_period_has_none(heading: str) -> None:
    assert find_period(heading) is None


def test_a_span_of_exactly_one_named_period_is_that_period() -> None:
    months = Period.month(2020, 1), Period.month(2020, 3)
    assert Period.span(*months) == Period.quarter(2019, 4)
    quarters = Period.quarter(2019, 1), Period.quarter(2019, 4)
    assert Period.span(*quarters) == Period.financial_year(2019)
    assert Period.span(quarters[0], quarters[0]) == quarters[0]
    assert Period.span(Period.academic_year(2019), Period.academic_year(2019)).label.startswith(
        "ac"
    )


def test_a_span_of_calendar_years_is_labelled_in_months() -> None:
    """For "2015 to 2016" is how releases write the financial year."""
    span = Period.span(Period.calendar_year(2015), Period.calendar_year(2016))
    assert (span.kind, span.label) == (PeriodKind.SPAN, "2015-01 to 2016-12")


@pytest.mark.parametrize(
    "build",
    [
        lambda: Period.quarter(2019, 5),
        lambda: Period.quarter(2019, 0),
        lambda: Period.month(2019, 13),
        lambda: Period.half_year(2019, 3),
        lambda: Period.calendar_year(1899),
        lambda: Period.financial_year(2099),
        lambda: Period.span(Period.quarter(2019, 2), Period.quarter(2019, 1)),
        lambda: Period.span(UNKNOWN, Period.quarter(2019, 1)),
    ],
)
def test_a_period_that_does_not_exist_cannot_be_made(build) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        build()


def test_neighbours_in_time() -> None:
    quarter = Period.quarter(2019, 1)
    assert quarter.previous() == Period.quarter(2018, 4)
    assert quarter.year_before() == Period.quarter(2018, 1)
    assert Period.half_year(2019, 1).previous() == Period.half_year(2018, 2)
    assert Period.month(2020, 1).previous() == Period.month(2019, 12)
    assert Period.month(2020, 2).year_before() == Period.month(2019, 2)
    assert Period.academic_year(2019).previous() == Period.academic_year(2018)
    assert quarter.following() == Period.quarter(2019, 2)
    assert Period.month(2019, 12).following() == Period.month(2020, 1)


def test_what_has_no_neighbour_in_time() -> None:
    span = Period.span(Period.financial_year(2017), Period.financial_year(2019))
    for period in (UNKNOWN, span, Period.calendar_year(1900)):
        assert period.year_before() is None
        assert period.previous() is None
    for period in (UNKNOWN, span, Period.calendar_year(2099), Period.quarter(2099, 3)):
        assert period.following() is None
    assert UNKNOWN.financial_year_label is None
    assert Period.financial_year(2019).quarter_number is None


def test_periods_sort_by_their_end_and_a_quarter_before_its_year() -> None:
    inorder = [
        UNKNOWN,
        Period.quarter(2018, 4),
        Period.quarter(2019, 3),
        Period.month(2020, 3),
        Period.quarter(2019, 4),
        Period.financial_year(2019),
    ]
    assert sorted([*inorder[3:], *inorder[:3]], key=lambda period: period.sort_key) == inorder


simple_periods = st.one_of(
    st.builds(Period.quarter, st.integers(1900, 2098), st.integers(1, 4)),
    st.builds(Period.half_year, st.integers(1900, 2098), st.integers(1, 2)),
    st.builds(Period.financial_year, st.integers(1900, 2098)),
    st.builds(Period.academic_year, st.integers(1900, 2098)),
    st.builds(Period.calendar_year, st.integers(1900, 2099)),
    st.builds(Period.month, st.integers(1900, 2099), st.integers(1, 12)),
)


def _spans(first: Period, last: Period) -> Period:
    return Period.span(*sorted((first, last), key=lambda period: (period.start, period.end)))


def _nested(first: Period, last: Period) -> bool:
    early, late = sorted((first, last), key=lambda period: (period.start, period.end))
    return late.end < early.end


pairs = st.tuples(simple_periods, simple_periods).filter(lambda pair: not _nested(*pair))
periods = simple_periods | pairs.map(lambda pair: _spans(*pair))


@given(periods)
def test_a_canonical_label_reads_back_as_its_period(period: Period) -> None:
    assert period_from_label(period.label) == period


@given(simple_periods)
def test_a_canonical_label_is_also_understood_when_printed(period: Period) -> None:
    """But for months such as 2011-12, which in print is the financial year 2011/12."""
    if period.kind is PeriodKind.MONTH and (period.start.year + 1) % 100 == period.start.month:
        assert parse_period(period.label) == Period.financial_year(period.start.year)
    else:
        assert parse_period(period.label) == period


def test_an_unknown_period_reads_back() -> None:
    assert period_from_label("unknown") is UNKNOWN


@given(simple_periods)
def test_a_year_before_is_a_year_before(period: Period) -> None:
    earlier = period.year_before()
    if earlier is not None:
        assert earlier.kind is period.kind
        assert (earlier.start.month, earlier.start.year) == (
            period.start.month,
            period.start.year - 1,
        )
        assert earlier.quarter_number == period.quarter_number


CRUMBS = [
    *("2019", "20", "21", "19", "/", "-", "–", "to", "(", ")", ";", "of", "%", "£", "٣", "\u00a0"),
    *("Q4", "Qtr", "1", "H1", "mid-year", "Jan", "Mar", "2020", "May", "\u017fept", "FY", "31"),
    *("academic", "year", "ending", "2019/20", "201920", "19/20", "2011-12", "Target"),
]
crumbs = st.lists(st.sampled_from(CRUMBS), max_size=8)


@given(st.text() | crumbs.map(" ".join) | crumbs.map("".join), st.none() | st.integers())
def test_any_text_in_and_no_exception_out(text: str, year: int | None) -> None:
    assert isinstance(parse_period(text, year), Period | Problem)
    assert isinstance(period_from_label(text), Period | Problem)
    found = find_period(text, year)
    assert found is None or isinstance(found[0], Period | Problem)
