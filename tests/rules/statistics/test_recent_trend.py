"""The trend test of five annual figures: the published example, its refusals, its outlier rule."""

from dataclasses import replace

import pytest

from kpi_core.rules.statistics.recent_trend import Annual, RecentTrend, recent_trend
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import PeriodKind, TrendMark

YEAR = PeriodKind.FINANCIAL_YEAR

EXAMPLE = [
    Annual(2015, 30.6, 28.98, 32.25, 1367, 44701),
    Annual(2016, 30.2, 28.63, 31.9, 1332, 44064),
    Annual(2017, 28, 26.44, 29.64, 1199, 42811),
    Annual(2018, 24.6, 23.15, 26.19, 1023, 41527),
    Annual(2019, 24.67, 23.16, 26.25, 994, 40299),
]


def trend_of(points: list[Annual], *, proportion: bool) -> RecentTrend:
    found = recent_trend(points, YEAR, proportion=proportion)
    assert isinstance(found, RecentTrend)
    return found


def test_T5_the_published_example_by_weights() -> None:
    found = trend_of(EXAMPLE, proportion=False)
    assert (round(found.chi_squared, 2), round(found.slope, 3)) == (46.77, -1.752)
    assert found.mark is TrendMark.DECREASING


def test_T5_the_published_example_by_proportions() -> None:
    found = trend_of(EXAMPLE, proportion=True)
    assert round(found.chi_squared, 2) == 47.90
    assert found.mark is TrendMark.DECREASING


def test_T4_only_the_five_latest_count_in_any_order() -> None:
    older = Annual(2014, 90, 80, 100, 40000, 44000)
    assert trend_of([*reversed(EXAMPLE), older], proportion=True) == trend_of(
        EXAMPLE, proportion=True
    )


def test_T5_mirrored_figures_increase_and_level_ones_do_not_change() -> None:
    mirrored = [replace(point, year=-point.year) for point in EXAMPLE]
    assert trend_of(mirrored, proportion=False).mark is TrendMark.INCREASING
    level = [replace(point, count=100, denominator=1000) for point in EXAMPLE]
    found = trend_of(level, proportion=True)
    assert (found.chi_squared, found.mark) == (0, TrendMark.NOT_SIGNIFICANT)


def test_T5_a_trend_that_hangs_on_one_figure_is_an_outlier() -> None:
    counts = [100, 98, 96, 94, 300]
    points = [Annual(year, count=count, denominator=1000) for year, count in enumerate(counts)]
    assert trend_of(points, proportion=True).mark is TrendMark.OUTLIER


@pytest.mark.parametrize("kind", [PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.HALF_YEAR])
def test_T4_quarters_and_months_are_always_refused(kind: PeriodKind) -> None:
    found = recent_trend(EXAMPLE, kind, proportion=True)
    assert isinstance(found, Refusal)
    assert found.reason is Reason.NOT_ANNUAL
    assert "not annual" in found.sentence


@pytest.mark.parametrize(
    ("points", "proportion", "reason"),
    [
        ([], False, Reason.TOO_FEW_POINTS),
        (EXAMPLE[1:], True, Reason.TOO_FEW_POINTS),
        ([*EXAMPLE, EXAMPLE[0]], True, Reason.DUPLICATE_YEARS),
        ([replace(EXAMPLE[0], year=2014), *EXAMPLE[1:]], True, Reason.MISSING_VALUES),
        ([replace(EXAMPLE[0], count=None), *EXAMPLE[1:]], True, Reason.MISSING_CASES),
        ([replace(EXAMPLE[0], denominator=0), *EXAMPLE[1:]], True, Reason.MISSING_CASES),
        ([replace(EXAMPLE[0], value=None), *EXAMPLE[1:]], False, Reason.MISSING_VALUES),
        ([replace(EXAMPLE[0], lower=None), *EXAMPLE[1:]], False, Reason.MISSING_INTERVALS),
        ([replace(EXAMPLE[0], lower=32.25), *EXAMPLE[1:]], False, Reason.MISSING_INTERVALS),
        ([replace(EXAMPLE[0], count=44701), *EXAMPLE[1:]], True, Reason.COUNT_IS_WHOLE),
        ([replace(EXAMPLE[0], count=0), *EXAMPLE[1:]], True, Reason.COUNT_IS_WHOLE),
    ],
)
def test_T6_every_refusal_has_its_reason(
    points: list[Annual], proportion: bool, reason: Reason
) -> None:
    found = recent_trend(points, YEAR, proportion=proportion)
    assert isinstance(found, Refusal)
    assert found.reason is reason
    assert found.sentence.startswith("No trend test: ")


def test_T6_a_refusal_names_the_years_that_lack_their_input() -> None:
    points = [
        replace(point, count=None, label=f"{point.year}/{point.year - 1999}")
        if point.year in (2016, 2019)
        else point
        for point in EXAMPLE
    ]
    found = recent_trend(points, YEAR, proportion=True)
    assert isinstance(found, Refusal)
    assert found.sentence.endswith("not known for all years: 2016/17, 2019/20.")


@pytest.mark.parametrize(
    ("given", "reason"), [({"rolling": True}, Reason.ROLLING), ({"broken": True}, Reason.BREAK)]
)
def test_T4_figures_that_overlap_or_break_are_refused(
    given: dict[str, bool], reason: Reason
) -> None:
    found = recent_trend(EXAMPLE, YEAR, proportion=True, **given)
    assert isinstance(found, Refusal)
    assert found.reason is reason
