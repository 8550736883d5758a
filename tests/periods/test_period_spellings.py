"""More ways of printing a period: spans by their end, intervals, counted months, dates."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.periods import Period, find_period, parse_period, period_ending, periods_in
from kpi_core.vocabulary import PeriodKind

ACCEPTED = [
    ("rolling 12 months to Mar 2020", "2019/20"),
    ("12 months ending March 2020", "2019/20"),
    ("12 months to end of December 2019", "2019"),
    ("Year ending 30 Sep 2019", "2018/19 Q3 to 2019/20 Q2"),
    ("Year to 31/03/2020", "2019/20"),
    ("Year end March 2020", "2019/20"),
    ("quarter ending June 2019", "2019/20 Q1"),
    ("Quarter ended 30 June 2019", "2019/20 Q1"),
    ("3 months to June 2019", "2019/20 Q1"),
    ("half year to September 2019", "2019/20 H1"),
    ("3 years to 2019/20", "2017/18 to 2019/20"),
    ("three years to March 2020", "2017/18 to 2019/20"),
    ("2014-04-01/P3Y", "2014/15 to 2016/17"),
    ("2014-04-01T00:00:00/P1Y", "2014/15"),
    ("2019-07-01/P3M", "2019/20 Q2"),
    ("2019-04-01/2020-03-31", "2019/20"),
    ("1 April to 30 June 2019", "2019/20 Q1"),
    ("1 April 2019 to 31 March 2020", "2019/20"),
    ("01/04/2019 - 30/06/2019", "2019/20 Q1"),
    ("4/1/2019 - 6/30/2019", "2019/20 Q1"),
    ("Month 1 2019/20", "2019-04"),
    ("Month 2 2019/20", "2019-05"),
    ("M12 2019-20", "2020-03"),
    ("2019/20 - M9", "2019-12"),
    ("M1-M6 2019/20", "2019/20 H1"),
    ("Q3 (Oct - Dec 19)", "2019/20 Q3"),
    ("Q3 Oct-19 to Dec-19", "2019/20 Q3"),
    ("q4-19-20", "2019/20 Q4"),
    ("AY 2019/20", "academic year 2019/20"),
    ("AY19/20", "academic year 2019/20"),
    ("academic year 2019/20", "academic year 2019/20"),
    ("half year 1 2019/20", "2019/20 H1"),
    ("Q4 2019/20 (31 March 2020)", "2019/20 Q4"),
    ("Jul-01", "2001-07"),
    ("Quarter 1 - April to June 2019", "2019/20 Q1"),
    ("First Quarter 2019/20", "2019/20 Q1"),
    ("Quarter four 2019/20", "2019/20 Q4"),
    ("4Q 2019/20", "2019/20 Q4"),
    ("Q4'19/20", "2019/20 Q4"),
    ("Q1 (30/06/19)", "2019/20 Q1"),
    ("Q1_2019_20", "2019/20 Q1"),
    ("12 months to Q3 2019/20", "2019"),
    ("Y/E 31 March 2020", "2019/20"),
    ("FYE March 2020", "2019/20"),
    ("Month 9 (December 2019)", "2019-12"),
    ("December (M9) 2019/20", "2019-12"),
    ("CY2019", "2019"),
    ("2019 calendar year", "2019"),
    ("Academic Year 2017/18 to 2019/20", "2017-09 to 2020-08"),
    ("Jan 2012-Dec 2012", "2012"),
]

REFUSED = [
    ("Month 2", "does not say which financial year"),
    ("M13 2019/20", "there is no month 13"),
    ("Month 2 2019", "does not say which financial year 2019 is in"),
    ("April - June", "does not say which financial year"),
    ("Q1-Q3", "does not say which financial year"),
    ("2 years to 2019", "does not say with which month it ends"),
    ("Year ending 15 Sep 2019", "does not end with a month"),
    ("2014-04-15/P1Y", "does not run over whole months"),
    ("2014-02-30/P1Y", "one of its days does not exist"),
    ("2019-04-01/2019-04-31", "one of its days does not exist"),
    ("2020-03-31/2019-04-01", "does not run over whole months"),
    ("2020-04-01/2019-03-31", "comes before the first"),
    ("01/02/2019 - 03/04/2019", "the day or the month first"),
    ("2 April 2019 to 31 March 2020", "does not run over whole months"),
    ("Autumn term 2019/20", "is a school term"),
    ("2015-17", "write '2020/21 to 2022/23'"),
    ("6/25/2014", "is a date; it does not say which period ends"),
    ("31 March 2020", "is a date; it does not say which period ends"),
    ("end Dec 2019", "is a date; it does not say which period ends"),
    ("6/10/2014", "may be 10 June 2014 or 6 October 2014"),
    ("30/02/2020", "is a date, not a period"),
    ("31 March", "names a day"),
    ("Half Year 2019/20", "does not say which half"),
    ("Summer 2019", "is a season"),
    ("Week 12 2020", "is a week"),
    ("Month 8 (December 2019)", "its month has another number"),
    ("Q1 (30/09/19)", "names a day that does not end its period"),
    ("FYE 2020", "does not say with which month it ends"),
    ("Q4 2019/20 (30 March 2020)", "names a day that does not end its period"),
    ("0 years to 2019/20", "needs an end and a length"),
    ("99 years to 1950/51", "outside 1900 to 2099"),
]


@pytest.mark.parametrize(("text", "label"), ACCEPTED)
def test_Y1_accepts_more_spellings(text: str, label: str) -> None:
    period = parse_period(text)
    assert isinstance(period, Period), period
    assert period.label == label


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_Y1_refuses_more_with_the_reason(text: str, reason: str) -> None:
    problem = parse_period(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Month 2", "2019-05"),
        ("M2", "2019-05"),
        ("April - June", "2019/20 Q1"),
        ("Q1-Q3", "2019/20 Q1 to 2019/20 Q3"),
        ("Year ending March", "2019/20"),
    ],
)
def test_Y1_the_year_beside_a_text_makes_it_a_period(text: str, label: str) -> None:
    period = parse_period(text, 2019)
    assert isinstance(period, Period), period
    assert period.label == label


@pytest.mark.parametrize("heading", ["May data", "May performance", "Month 2 actual", "M2 (YTD)"])
def test_Y1_a_bare_month_with_a_word_for_figures_is_a_period(heading: str) -> None:
    found = find_period(heading, 2019)
    assert found is not None
    assert found[0] == Period.month(2019, 5)


@pytest.mark.parametrize(
    ("heading", "label", "rest"),
    [
        ("Q4 outturn 2019/20", "2019/20 Q4", "outturn"),
        ("2019/20 Target (Q4)", "2019/20 Q4", "Target"),
        ("Q3 YTD 2019/20", "2019/20 Q3", "YTD"),
        ("March actual 2019/20", "2020-03", "actual"),
        ("Q4 was better than in 2019/20", "2019/20", "Q4 was better than in"),
    ],
)
def test_Y1_a_heading_may_part_a_quarter_from_its_year_by_a_noun(
    heading: str, label: str, rest: str
) -> None:
    found = find_period(heading)
    assert found is not None
    assert isinstance(found[0], Period), found
    assert (found[0].label, found[1]) == (label, rest)


@pytest.mark.parametrize("heading", ["M4 motorway", "You may apply", "position at 31 March"])
def test_Y1_a_bare_month_or_day_with_other_words_is_none(heading: str) -> None:
    assert find_period(heading, 2019) is None


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("31 March 2020", PeriodKind.MONTH, "2020-03"),
        ("31/03/2020", PeriodKind.QUARTER, "2019/20 Q4"),
        ("2020-03-31", PeriodKind.HALF_YEAR, "2019/20 H2"),
        ("Mar 31 2020", PeriodKind.FINANCIAL_YEAR, "2019/20"),
        ("end of Dec 2019", PeriodKind.QUARTER, "2019/20 Q3"),
        ("29 February 2020", PeriodKind.MONTH, "2020-02"),
    ],
)
def test_a_date_is_the_period_that_it_ends_where_the_caller_names_the_kind(
    text: str, kind: PeriodKind, label: str
) -> None:
    period = parse_period(text, ending=kind)
    assert isinstance(period, Period), period
    assert period.label == label


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2020, 3, 30), PeriodKind.MONTH),
        (date(2020, 2, 29), PeriodKind.QUARTER),
        (date(2019, 12, 31), PeriodKind.FINANCIAL_YEAR),
        (date(2020, 6, 30), PeriodKind.HALF_YEAR),
    ],
)
def test_a_day_that_does_not_end_a_period_of_the_kind_is_a_problem(
    day: date, kind: PeriodKind
) -> None:
    problem = period_ending(day, kind)
    assert isinstance(problem, Problem)
    assert f"is not the last day of a {kind.word.lower()}" in problem.reason


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("Q4 2019-20 performance report", ["2019/20 Q4"]),
        ("council-plan-q4-2019-20.xlsx", ["2019/20 Q4"]),
        ("performance_report_q4_201920_final_v2.pdf", ["2019/20 Q4"]),
        ("20-21-q3.csv", ["2020/21 Q3"]),
        ("Performance Report Quarter 4 (January to March 2020)", ["2019/20 Q4"]),
        ("Cabinet 6 July 2020 - Q4 2019/20", ["2019/20 Q4"]),
        ("2020-06-15 Q4 2019-20", ["2019/20 Q4"]),
        ("Council Plan 2016-20: Q4 2019/20", ["2019/20 Q4"]),
        ("Performance 2019/20 as at 31 March 2020", ["2019/20"]),
        ("2018/19 and 2019/20, and again 2018/19", ["2018/19", "2019/20"]),
        ("Report 12-03-2020", []),
        ("Quarter 4 performance", []),
        ("Services for 16-17 year olds", []),
        ("2013 to 2015 plan", []),
        ("x" * 2000 + " 2019/20", []),
    ],
)
def test_a_title_states_its_complete_periods(title: str, labels: list[str]) -> None:
    assert [period.label for period in periods_in(title)] == labels


@given(st.dates(date(1901, 1, 1), date(2098, 12, 31)))
def test_a_period_ending_on_a_day_ends_on_that_day(day: date) -> None:
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR):
        period = period_ending(day, kind)
        assert isinstance(period, Problem) or (period.kind, period.end) == (kind, day)


CRUMBS = [
    *("2019", "20", "/", "-", "to", "(", ")", "31", "1st", "March", "Mar-20", "2019/20", "end of"),
    *("year ending", "3 years to", "M2", "Month", "2014-04-01/P3Y", "31/03/2020", "AY", "Q4"),
    *("autumn term", "99", "0", "T00:00:00", "P0M", "6/10/2014", "\u017fept", "rolling", "data"),
]
crumbs = st.lists(st.sampled_from(CRUMBS), max_size=8)


@given(st.text() | crumbs.map(" ".join) | crumbs.map("".join), st.sampled_from(PeriodKind))
def test_any_text_in_and_no_exception_out_of_any_reader(text: str, kind: PeriodKind) -> None:
    ending = kind if kind in (PeriodKind.MONTH, PeriodKind.QUARTER) else None
    assert isinstance(parse_period(text, 2019, ending), Period | Problem)
    assert all(isinstance(period, Period) for period in periods_in(text))


@pytest.mark.parametrize("crumb", ["1 ", "31 Mar ", "2019-", "rolling 12 months to ", "(", "M1-"])
def test_long_texts_are_read_in_no_time(crumb: str) -> None:
    start = time.perf_counter()
    find_period((crumb * 1000)[:1000], 2019)
    periods_in((crumb * 1000)[:1000])
    assert time.perf_counter() - start < 1
