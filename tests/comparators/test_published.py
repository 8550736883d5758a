"""Goldens of real published figures: every LAIT measure's ranks and quarters, B2, B3, S9."""

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.comparators.aggregate import aggregate
from kpi_core.comparators.groups import GroupChoice, group_of
from kpi_core.comparators.national import National
from kpi_core.comparators.published import of_period
from kpi_core.comparators.standing import Asked, standing
from kpi_core.comparators.tables import Linked, comparator_tables, fields, standing_row
from kpi_core.national.areas import area_id
from kpi_core.vocabulary import AreaKind, Statistic, Unit
from tests.comparators.conftest import CWAC

REPEAT_PLANS = "lait/PrevRegCPR"
IN_CARE = "lait/LAC"
NEAR = "statistical-neighbours"
SETS = ("2021", "2025")

COUNCILS = (
    *(CWAC, "warrington", "kent", "barnsley", "camden", "isles-of-scilly", "cumbria"),
    *("north-northamptonshire", "dorset", "birmingham", "rutland", "city-of-london"),
)
"""Of every type and size, two that began, one that ended and two that mostly lack figures."""


def near(lait: National, year: str, period: str, measure: str) -> tuple[str, ...]:
    """The members of the council's set of a year."""
    figures = of_period(lait.figures(measure), period)
    assert figures is not None
    (set_,) = {s for s in lait.neighbours["neighbour_set"] if year in s}
    group = group_of(lait, CWAC, GroupChoice(NEAR, set_), figures.day)
    assert group is not None
    return group.members


def test_P3_Q1_ranks_and_quarters_of_every_measure_and_year_agree_with_pandas(
    lait: National,
) -> None:
    links = [Linked(c, m, m) for c in COUNCILS for m in lait.measures["indicator"]]
    ours = pd.DataFrame(standing_row(link, field) for link, field in fields(lait, links))
    assert len(ours) == len(COUNCILS) * len(
        pd.concat(lait.figures(m) for m in lait.measures["indicator"])[
            ["indicator", "period_label"]
        ].drop_duplicates()
    )
    theirs = _by_pandas(lait)
    both = ours.merge(
        theirs,
        how="left",
        left_on=["organisation", "measure", "period_label"],
        right_on=["subject", "indicator", "period_label"],
        suffixes=("", "_pandas"),
    )
    for name in ("rank", "quartile"):
        mine, other = both[name], both[f"{name}_pandas"]
        differ = (mine != other) & ~(mine.isna() & other.isna())
        assert not differ.any(), both[differ].head()
        assert mine.notna().sum() > 10_000


def _by_pandas(lait: National) -> pd.DataFrame:
    """Ranks and quarters in another way: all figures at once, in binary numbers."""
    every = pd.concat(lait.figures(m) for m in lait.measures["indicator"])
    every = every.merge(lait.areas[["subject", "kind", "valid_from", "valid_to"]], on="subject")
    every = every.merge(lait.measures[["indicator", "polarity"]], on="indicator")
    day = pd.to_datetime(every["period_end"])
    begun = ~(pd.to_datetime(every["valid_from"]) > day)
    going = ~(pd.to_datetime(every["valid_to"]) < day)
    here = every[every["value"].notna() & (every["kind"] == AreaKind.COUNCIL) & begun & going]
    one = here.groupby(["indicator", "period_label"])["value"]
    high, low = (here["polarity"] == f"{way}_is_better" for way in ("higher", "lower"))
    rank = one.rank(method="min", ascending=False).where(high, one.rank(method="min"))
    parts = sum(
        (here["value"] > one.transform("quantile", share)).astype(int)
        for share in (0.25, 0.5, 0.75)
    )
    letters = pd.Series(list("abcd"))
    quarter = letters.reindex((3 - parts).where(high, parts)).set_axis(here.index)
    return here[["subject", "indicator", "period_label"]].assign(
        rank=rank.where(high | low), quartile=quarter.where(one.transform("size") >= 4)
    )


@pytest.mark.parametrize(
    ("period", "ours", "north_west", "of_england"),
    [("2018/19", 15.9, 22.0, 20.8), ("2019/20", 17.1, 22.8, 21.9)],
)
def test_S9_repeat_plans_beside_england_and_north_west_of_the_same_year(
    lait: National, period: str, ours: float, north_west: float, of_england: float
) -> None:
    rows = comparator_tables(lait, [Linked(CWAC, "repeat-plans", REPEAT_PLANS)])[0].to_pandas()
    year = rows[(rows["period_label"] == period) & (rows["statistic"] == Statistic.PUBLISHED)]
    by_group = year.set_index("group")["value"]
    assert by_group.to_dict() == {"england": of_england, "north-west": north_west}
    assert set(year["own"]) == {ours}


@pytest.mark.parametrize(
    ("period", "mean", "median", "pooled"),
    [("2019/20", "20.24", "20.25", "21.36"), ("2017/18", "21.64", "20.70", "21.0")],
)
def test_B3_mean_median_and_pooled_of_the_2021_neighbours_are_three_figures(
    lait: National, shared_data: Path, period: str, mean: str, median: str, pooled: str
) -> None:
    found = standing(lait, Asked(CWAC, REPEAT_PLANS, period, GroupChoice(NEAR, _set(lait, "2021"))))
    assert found is not None
    for statistic, said in ((Statistic.MEAN, mean), (Statistic.MEDIAN, median)):
        figure = found.by(statistic)
        assert figure is not None
        assert figure.figure.value is not None
        assert round(figure.figure.value, 2) == Decimal(said)
        assert (figure.figure.members, figure.figure.with_data) == (10, 10)
    together = aggregate(
        found.group, Statistic.POOLED, _with_cases(shared_data, period), Unit.PERCENT
    )
    assert together.value is not None
    assert f"{together.value:.{len(pooled) - 3}f}" == pooled
    assert together.with_data == 10


def _set(lait: National, year: str) -> str:
    (found,) = {s for s in lait.neighbours["neighbour_set"] if year in s}
    return str(found)


def _with_cases(shared_data: Path, period: str) -> dict[str, dict[str, object]]:
    """The department's own file of the same figures, which has the cases behind them."""
    path = shared_data / "benchmarks" / "dfe_csc" / "d3_cpps_subsequent_plan_2013_to_2025.csv"
    every = pd.read_csv(path, encoding="utf-8-sig", dtype=str)
    year = every[(every["time_period"] == str(int(period[:4]) + 1)) & every["la_name"].notna()]
    numbers = year[["CPP_subsequent_percent", "CPP_subsequent", "CPP_start"]].apply(
        pd.to_numeric, errors="coerce"
    )
    names = ("value", "numerator", "denominator")
    return {
        area_id(name): dict(zip(names, row, strict=True))
        for name, row in zip(year["la_name"], numbers.to_numpy(), strict=True)
    }


def test_a_rate_of_england_that_is_the_sum_of_the_regions_is_not_compared(lait: National) -> None:
    """First time entrants to youth justice: 1,371 per 100,000 beside 452 at most in 2022."""
    rates = lait.measures[lait.measures["unit"].str.startswith("rate")]
    links = [Linked(CWAC, m, m) for m in rates["indicator"]]
    rows = comparator_tables(lait, links)[0].to_pandas()
    refused = rows[rows["likeness_reason"].str.contains("two times the greatest")]
    assert set(refused["measure"]) == {"lait/FirstYJS"}
    assert set(refused["group"]) == {"england"}
    assert refused["gap"].isna().all()


def test_B2_another_set_of_neighbours_moves_the_figure_of_children_in_care(lait: National) -> None:
    """From 66.5 to 67.5 for 2020; six of the ten are in both sets."""
    sets = [near(lait, year, "2019/20", IN_CARE) for year in SETS]
    assert len(set(sets[0]) & set(sets[1])) == 6
    figures = of_period(lait.figures(IN_CARE), "2019/20")
    assert figures is not None
    means = []
    for members in sets:
        values = [figures.value(subject) for subject in members]
        assert None not in values
        means.append(sum(value for value in values if value is not None) / len(values))
    assert means == [Decimal("66.5"), Decimal("67.5")]
