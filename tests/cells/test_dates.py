"""Dates: one day where the text can mean only one, both days named where it can mean two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.dates import parse_date, parse_deadline, said

LAST_OF_MARCH = date(2020, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        *("31/03/2020", "31.03.2020", "31-03-2020", "31/3/20", "3/31/2020", "2020-03-31"),
        *("2020/03/31", "2020-03-31 00:00:00", "2020-03-31T00:00", "31 March 2020"),
        *("31st March 2020", "31st of March 2020", "31-Mar-20", "31-Mar-2020", "31 Mar '20"),
        *("March 31, 2020", "Mar 31 2020", "Tuesday 31 March 2020", "as at 31 March 2020"),
        *("by 31/03/2020", "end March 2020", "by the end of Mar-20", "31 MARCH 2020"),
    ],
)
def test_every_spelling_of_one_day(text: str) -> None:
    assert parse_date(text) == LAST_OF_MARCH
    assert parse_deadline(text) == LAST_OF_MARCH


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("6/10/2014", "may be 10 June 2014 or 6 October 2014"),
        ("03/04/20", "may be 4 March 2020 or 3 April 2020"),
        ("30 February 2020", "is not a date"),
        ("31/02/2020", "is not a date"),
        ("32/13/2020", "is not a date"),
        ("2019/20/21", "is not a date"),
        ("1/2/345", "is not a date"),
        ("31 March 2019/20", "is not a date"),
        ("31 March", "is not a date"),
        ("March 2020", "is not a date"),
        ("2019/20", "is not a date"),
        ("0/0/0000", "is not a date"),
        ("", "is not a date"),
        ("1 " * 500, "is not a date"),
    ],
)
def test_no_day_is_guessed(text: str, reason: str) -> None:
    problem = parse_date(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


def test_four_of_april_is_the_same_in_both_orders() -> None:
    assert parse_date("04/04/2020") == date(2020, 4, 4)


@pytest.mark.parametrize("text", ["March 2020", "Mar-20", "by March 2020", "Mar 2020"])
def test_a_month_as_a_deadline_is_its_last_day(text: str) -> None:
    assert parse_deadline(text) == LAST_OF_MARCH


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_a_day_in_words_reads_back(day: date) -> None:
    assert parse_date(said(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%d}-{said(day).split()[1][:3]}-{day:%y}") == day


crumbs = st.lists(
    st.sampled_from(["31", "Mar", "/", "-", "2020", " ", "of", "end", "st", "\u017f"])
)


@given(st.text() | crumbs.map("".join))
def test_any_text_gives_a_day_or_a_problem(text: str) -> None:
    assert isinstance(parse_date(text), date | Problem)
    assert isinstance(parse_deadline(text), date | Problem)
