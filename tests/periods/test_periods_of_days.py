"""Periods from one day to another that are no whole months, as surveys have them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.periods import Period, period_from_label

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def test_Y1_days_that_are_no_whole_months_stand_in_the_label() -> None:
    period = Period.of_days(date(2015, 11, 16), date(2016, 11, 15))
    assert period.label == "2015-11-16 to 2016-11-15"
    assert (period.start, period.end) == (date(2015, 11, 16), date(2016, 11, 15))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(2014, 4, 1), date(2017, 3, 31), "2014/15 to 2016/17"),
        (date(2021, 4, 1), date(2022, 3, 31), "2021/22"),
        (date(2001, 1, 1), date(2001, 12, 31), "2001"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020-02"),
        (date(2020, 2, 1), date(2020, 2, 28), "2020-02-01 to 2020-02-28"),
    ],
)
def test_Y1_whole_months_have_the_name_that_they_always_have(
    first: date, last: date, label: str
) -> None:
    assert Period.of_days(first, last).label == label


@given(DAYS, DAYS)
def test_every_such_label_is_read_back(one: date, other: date) -> None:
    period = Period.of_days(min(one, other), max(one, other))
    assert period_from_label(period.label) == period


def test_days_in_the_wrong_order_or_that_do_not_exist_are_no_period() -> None:
    with pytest.raises(ValueError, match="before the first"):
        Period.of_days(date(2016, 1, 2), date(2016, 1, 1))
    with pytest.raises(ValueError, match="outside"):
        Period.of_days(date(1899, 1, 2), date(1901, 1, 1))
    assert isinstance(period_from_label("2016-02-30 to 2016-03-01"), Problem)
    assert isinstance(period_from_label("2016-03-02 to 2016-03-01"), Problem)
