"""Periods of national releases: what a year means depends on the kind of year of its measure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.national.periods import Year, resolve
from kpi_core.periods import UNKNOWN, Period, period_from_label
from kpi_core.vocabulary import Mark, PeriodKind

F, A, C, S, J, U = (
    Year.FINANCIAL,
    Year.ACADEMIC,
    Year.CALENDAR,
    Year.SEPTEMBER,
    Year.JANUARY,
    Year.UNKNOWN,
)


@pytest.mark.parametrize(
    ("spelling", "year", "label"),
    [
        ("2020", F, "2019/20"),
        ("2020", A, "academic year 2019/20"),
        ("2020", C, "2020"),
        ("2020", S, "2019/20 Q3 to 2020/21 Q2"),
        ("2020", J, "2020-01"),
        ("2016-17", F, "2016/17"),
        ("2016/17", F, "2016/17"),
        ("2016-17 (OT)", F, "2016/17"),
        ("2016-17", A, "academic year 2016/17"),
        ("2016/17", A, "academic year 2016/17"),
        ("1999-00", F, "1999/00"),
        ("1999/2000", F, "1999/00"),
        ("2011-12", F, "2011/12"),  # not December 2011
        ("2019 (Rev)", A, "academic year 2018/19"),
        ("2020 (Final)", A, "academic year 2019/20"),
        ("2025 (prov)", A, "academic year 2024/25"),
        ("2015-17", C, "2015-01 to 2017-12"),
        ("2015-16", C, "2015-01 to 2016-12"),
        ("2013/14-15/16", F, "2013/14 to 2015/16"),
        ("2013/14 to 2015/16", F, "2013/14 to 2015/16"),
        ("2013/14-15/16", A, "2013-09 to 2016-08"),
        ("April 2021", U, "2021-04"),
        ("Jan 2012-Dec 2012", U, "2012"),
        ("2014-04-01/P3Y", U, "2014/15 to 2016/17"),
    ],
)
def test_Y1_Y2_a_spelling_and_its_kind_of_year_give_one_period(
    spelling: str, year: Year, label: str
) -> None:
    found = resolve(spelling, year)
    assert (found.period.label, found.reason) == (label, None)


@pytest.mark.parametrize(
    ("spelling", "year", "part"),
    [
        ("0", A, "is not a period"),
        ("2020", U, "may be a financial, an academic or a calendar year"),
        ("2019/20", U, "may be a financial, an academic or a calendar year"),
        ("2015-17", F, "does not say whether its years are named by start or end"),
        ("2015-17", A, "does not say whether its years are named by start or end"),
        ("2015/16", C, "is no calendar year"),
        ("2013/15-15/16", F, "halves do not follow"),
        ("2015/16-13/14", F, "the last period of a span comes before the first"),
        ("2013/14-15/16", C, "may be a financial"),
        ("1800", F, "outside 1900 to 2099"),
        ("", F, "is not a period"),
        ("=1+1", F, "is not a period"),
    ],
)
def test_what_the_kind_of_year_does_not_settle_is_unknown_with_a_reason(
    spelling: str, year: Year, part: str
) -> None:
    found = resolve(spelling, year)
    assert found.period == UNKNOWN
    assert found.reason is not None
    assert part in found.reason


@pytest.mark.parametrize(
    ("spelling", "mark"),
    [
        ("2019", None),
        ("2019 (Rev)", Mark.REVISED),
        ("2025 (prov)", Mark.PROVISIONAL),
        ("2025 (P)", Mark.PROVISIONAL),
        ("2020 (Final)", None),
        ("2016-17 (OT)", None),
    ],
)
def test_M2_a_note_behind_the_year_is_the_mark_of_its_figures(
    spelling: str, mark: Mark | None
) -> None:
    assert resolve(spelling, F).mark is mark


def test_a_note_that_nobody_knows_leaves_the_period_and_is_told_of() -> None:
    found = resolve("2019 (Quux)", F)
    assert found.period == Period.financial_year(2018)
    assert found.mark is None
    assert found.reason == "what 'Quux' says of the figures is not known"


def test_final_figures_come_before_revised_plain_and_provisional_ones() -> None:
    spellings = ["2020 (prov)", "2020", "2020 (Rev)", "2020 (Final)"]
    assert sorted(spellings, key=lambda text: resolve(text, A).settled) == spellings


def test_a_september_year_has_its_own_first_and_last_day() -> None:
    period = resolve("2020", Year.SEPTEMBER).period
    assert (period.start, period.end) == (date(2019, 10, 1), date(2020, 9, 30))
    assert period.kind is PeriodKind.SPAN


@given(st.text(max_size=40), st.sampled_from(Year))
def test_no_text_raises_and_an_unknown_period_always_has_its_reason(text: str, year: Year) -> None:
    found = resolve(text, year)
    assert (found.period == UNKNOWN) <= (found.reason is not None)


@given(
    st.from_regex(r"(19|20)[0-9]{2}([-/][0-9]{2}){0,3}( \((Rev|OT|prov|x)\))?", fullmatch=True),
    st.sampled_from(Year),
)
def test_a_resolved_label_reads_back_as_the_same_period(text: str, year: Year) -> None:
    period = resolve(text, year).period
    assert period_from_label(period.label) == period


@given(st.integers(1901, 2099), st.sampled_from([F, A, C, S, J]))
def test_a_year_alone_always_ends_in_that_year(number: int, year: Year) -> None:
    period = resolve(str(number), year).period
    assert period.end is not None
    assert period.end.year == number
