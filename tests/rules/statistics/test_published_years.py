"""The trend test on a council's own published years, against arithmetic that shares none of it."""

from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2_contingency, linregress, norm

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.cells.fractions import gives
from kpi_core.present.scorecard import scorecard
from kpi_core.present.variation import variation_reading
from kpi_core.rules.statistics.recent_trend import CRITICAL, Annual, RecentTrend, recent_trend
from kpi_core.rules.statistics.uncertainty import Z_FAR
from kpi_core.vocabulary import PeriodKind, TrendMark

COUNCIL = "Cheshire West and Chester"
PLANS = "d3_cpps_subsequent_plan_2013_to_2025.csv"
REFERRALS = "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
FILES = {
    PLANS: ("CPP_subsequent", "CPP_start", "CPP_subsequent_percent"),
    REFERRALS: ("rereferral_count", "referral_count", "rereferral_percent"),
}


@pytest.fixture
def published(shared_data: Path) -> dict[str, pd.DataFrame]:
    """Year, part, whole and printed percentage of each file, for the council."""
    found = {}
    for name, columns in FILES.items():
        frame = pd.read_csv(shared_data / "benchmarks" / "dfe_csc" / name, dtype=str)
        mine = frame[frame["la_name"] == COUNCIL][["time_period", *columns]].astype(float)
        found[name] = mine.set_axis(["year", "part", "whole", "percent"], axis=1).sort_values(
            "year"
        )
    return found


def five(frame: pd.DataFrame, last: int) -> pd.DataFrame:
    return frame[(frame["year"] > last - 5) & (frame["year"] <= last)]


def by_regression(years: pd.DataFrame) -> tuple[float, float]:
    """Chi-squared for trend as N r squared over single cases, and its slope per year.

    One row per case, 1 where it counts: the squared correlation with time times their number is
    the published statistic, found here without its closed form.
    """
    times = np.repeat(years["year"].to_numpy(), years["whole"].astype(int))
    counts = np.concatenate(
        [np.arange(whole) < part for part, whole in zip(years["part"], years["whole"], strict=True)]
    ).astype(float)
    line = linregress(times, counts)
    return len(times) * line.rvalue**2, line.slope


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("last", range(2017, 2026))
def test_T5_the_council_s_own_years_agree_with_a_regression_over_single_cases(
    published: dict[str, pd.DataFrame], name: str, last: int
) -> None:
    years = five(published[name], last)
    points = [
        Annual(int(row.year), count=row.part, denominator=row.whole) for row in years.itertuples()
    ]
    found = recent_trend(points, PeriodKind.FINANCIAL_YEAR, proportion=True)
    assert isinstance(found, RecentTrend)
    chi, slope = by_regression(years)
    assert found.chi_squared == pytest.approx(chi, rel=1e-9, abs=1e-9)
    assert found.slope == pytest.approx(slope, rel=1e-9)
    way = TrendMark.INCREASING if slope > 0 else TrendMark.DECREASING
    may_be = {way, TrendMark.OUTLIER} if chi > CRITICAL else {TrendMark.NOT_SIGNIFICANT}
    assert found.mark in may_be


def test_T5_a_trend_is_at_most_what_all_five_years_differ_by(
    published: dict[str, pd.DataFrame],
) -> None:
    years = five(published[PLANS], 2020)
    table = [years["part"], years["whole"] - years["part"]]
    assert by_regression(years)[0] <= chi2_contingency(np.array(table)).statistic


def test_T4_a_report_with_these_years_and_cases_is_tested_on_the_screen(
    published: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    lines = ["Indicator,Year,Numerator,Denominator,Value"]
    for row in five(published[PLANS], 2017).itertuples():
        year = f"{int(row.year) - 1}/{int(row.year) % 100}"
        line = f"Reduce second plans,{year},{row.part:.0f},{row.whole:.0f},{row.percent}%"
        lines.append(line)
    (tmp_path / "years.csv").write_text("\n".join(lines), "utf-8")
    build([tmp_path / "years.csv"], tmp_path / "out")
    dataset = datasets.read(tmp_path / "out")
    assert dataset.frame("observations")["denominator"].tolist() == [227, 211, 329, 387, 283]
    card = scorecard(dataset)
    said = variation_reading(card, card.rows["indicator"].iloc[0]).trend
    chi, _ = by_regression(five(published[PLANS], 2017))
    assert chi > CRITICAL
    assert f"(chi-squared {chi:.2f}, significant above 9.55)" in said


@pytest.mark.parametrize("name", FILES)
def test_every_published_percentage_is_what_its_cases_give(shared_data: Path, name: str) -> None:
    """On every council and year that has both; regions' cases are rounded, their shares are not."""
    part, whole, percent = FILES[name]
    frame = pd.read_csv(shared_data / "benchmarks" / "dfe_csc" / name, dtype=str)
    frame = frame[frame["geographic_level"] == "Local authority"]
    numbers = frame[[part, whole, percent]].apply(pd.to_numeric, errors="coerce")
    known = frame[numbers.notna().all(axis=1) & (numbers[whole] > 0)]
    wrong = [
        row
        for row in known[[part, whole, percent]].itertuples(index=False)
        if not gives(Decimal(row[0]), Decimal(row[1]), Decimal(row[2]), 1)
    ]
    assert len(known) > 1000
    assert wrong == []


def test_T2_the_far_interval_leaves_a_thousandth_on_each_side() -> None:
    assert norm.sf(Z_FAR) == pytest.approx(0.001, abs=1e-12)
