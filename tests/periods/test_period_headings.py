"""What a heading says beside its period: a mark, how its figures add up, and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.coverage import coverage_from
from kpi_core.cells.marks import mark_from
from kpi_core.periods import Period, find_marked_period, period_from_label
from kpi_core.vocabulary import Accumulation, Mark, PeriodKind

UNKNOWN = Accumulation.UNKNOWN


@pytest.mark.parametrize(
    ("heading", "label", "rest", "mark", "accumulation"),
    [
        ("2018 (Rev)", "2018", "", Mark.REVISED, UNKNOWN),
        ("2025 (prov)", "2025", "", Mark.PROVISIONAL, UNKNOWN),
        ("2018/19 [p]", "2018/19", "", Mark.PROVISIONAL, UNKNOWN),
        ("2020 (Final)", "2020", "", None, UNKNOWN),
        ("Target 2019/20 (prov)", "2019/20", "Target", Mark.PROVISIONAL, UNKNOWN),
        ("2016-17 (OT)", "2016/17", "OT", None, UNKNOWN),
        ("2015 to 2016 - outcome", "2015/16", "outcome", None, UNKNOWN),
        ("BV12 2010-11", "2010/11", "BV12", None, UNKNOWN),
        ("NI 59 2010-11", "2010/11", "NI 59", None, UNKNOWN),
        ("YTD Q3 2019/20", "2019/20 Q3", "", None, Accumulation.YEAR_TO_DATE),
        ("YTD Q3 2019/20 target", "2019/20 Q3", "target", None, Accumulation.YEAR_TO_DATE),
        ("Cumulative to Q3 2019/20", "2019/20 Q3", "", None, Accumulation.YEAR_TO_DATE),
        ("In month March 2020", "2020-03", "", None, Accumulation.IN_PERIOD),
        ("rolling 12 months to Mar 2020", "2019/20", "", None, Accumulation.ROLLING),
        ("2019/20 annual target", "2019/20", "target", None, Accumulation.ANNUAL),
        ("2019/20 Year End Target", "2019/20", "Year End Target", None, UNKNOWN),
    ],
)
def test_Y2_a_heading_is_taken_apart(
    heading: str, label: str, rest: str, mark: Mark | None, accumulation: Accumulation
) -> None:
    found = find_marked_period(heading)
    assert found is not None
    assert found.period == period_from_label(label)
    assert (found.rest, found.mark, found.accumulation) == (rest, mark, accumulation)


@pytest.mark.parametrize("heading", ["as at 31 March 2020", "Position at end of March 2020"])
def test_Y2_a_day_is_a_snapshot_and_its_period_is_not_made_up(heading: str) -> None:
    found = find_marked_period(heading)
    assert found is not None
    assert isinstance(found.period, Problem)
    assert found.accumulation is Accumulation.SNAPSHOT
    told = find_marked_period(heading, ending=PeriodKind.QUARTER)
    assert told is not None
    assert told.period == Period.quarter(2019, 4)


@pytest.mark.parametrize(
    ("heading", "accumulation", "rest"),
    [
        ("Year to date", Accumulation.YEAR_TO_DATE, ""),
        ("YTD Actual", Accumulation.YEAR_TO_DATE, "Actual"),
        ("Cumulative total", Accumulation.YEAR_TO_DATE, ""),
        ("Actual (cumulative)", Accumulation.YEAR_TO_DATE, "Actual"),
        ("In month", Accumulation.IN_PERIOD, ""),
        ("In-quarter performance", Accumulation.IN_PERIOD, "performance"),
        ("12 month rolling", Accumulation.ROLLING, ""),
        ("3 year average", Accumulation.ROLLING, ""),
        ("Full year target", Accumulation.ANNUAL, "target"),
        ("Rolling year to date", Accumulation.UNKNOWN, "Rolling year to date"),
        ("Target", Accumulation.UNKNOWN, "Target"),
        ("Annually", Accumulation.UNKNOWN, "Annually"),
        ("", Accumulation.UNKNOWN, ""),
    ],
)
def test_Y2_words_in_a_heading_say_how_figures_add_up(
    heading: str, accumulation: Accumulation, rest: str
) -> None:
    assert coverage_from(heading) == (accumulation, rest)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("(prov)", Mark.PROVISIONAL),
        ("[r]", Mark.REVISED),
        ("Estimated", Mark.ESTIMATED),
        ("est.", Mark.ESTIMATED),
        ("(Final)", None),
        ("OT", None),
        ("", None),
    ],
)
def test_M2_a_mark_alone(text: str, mark: Mark | None) -> None:
    assert mark_from(text) is mark


words = st.sampled_from(["2019/20", "Q4", "(prov)", "YTD", "rolling", "[p]", "(", ")", "as at"])


@given(st.text() | st.lists(words, max_size=8).map(" ".join))
def test_any_heading_is_taken_apart_without_an_exception(heading: str) -> None:
    found = find_marked_period(heading)
    assert found is None or isinstance(found.period, Period | Problem)
    assert isinstance(coverage_from(heading)[0], Accumulation)
    assert isinstance(mark_from(heading), Mark | None)
