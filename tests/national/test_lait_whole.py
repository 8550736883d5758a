"""The published files of the Local Authority Interactive Tool, read whole."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from statistics import median

import pandas as pd
import pyarrow.compute as pc
import pytest

from kpi_core import schema
from kpi_core.national import Release, read_release
from kpi_core.vocabulary import Severity
from tests.national.lait_published import files_in, published

CWAC = "cheshire-west-and-chester"
ROWS, FIGURES, MISSING = 641_070, 547_187, 93_883


@pytest.fixture(scope="module")
def release(shared_data: Path) -> Release:
    return published(shared_data / "benchmarks" / "lait")


@pytest.fixture(scope="module")
def frame(release: Release) -> pd.DataFrame:
    names = ["subject", "indicator", "period_label", "value", "raw", "missing", "period_raw"]
    return release.figures.select(names).to_pandas()


@pytest.fixture(scope="module")
def source(shared_data: Path) -> pd.DataFrame:
    """The values as any other program reads them."""
    return pd.read_parquet(shared_data / "benchmarks" / "lait" / "bds_long_0.parquet")


def value(frame: pd.DataFrame, measure: str, subject: str, period: str) -> float:
    here = (frame["indicator"] == f"lait/{measure}") & (frame["subject"] == subject)
    found = frame[here & (frame["period_label"] == period)]
    assert len(found) == 1
    return float(found["value"].iloc[0])


def neighbours(release: Release, name: str) -> list[str]:
    rows = release.neighbours.to_pylist()
    mine = [r for r in rows if r["organisation"] == CWAC and r["neighbour_set"] == name]
    return [r["neighbour"] for r in sorted(mine, key=lambda r: int(r["rank"]))]


def test_every_measure_area_and_cell_is_there(release: Release) -> None:
    assert release.measures.num_rows == 434
    assert release.areas.num_rows == 170
    kinds = Counter(release.areas["kind"].to_pylist())
    assert kinds == {"council": 158, "region": 11, "country": 1}
    assert release.figures.num_rows == ROWS
    assert len(set(release.figures["indicator"].unique().to_pylist())) == 434
    assert len(set(release.figures["subject"].unique().to_pylist())) == 170
    assert len(set(release.figures["period_raw"].unique().to_pylist())) == 65


def test_M1_figures_and_gaps_are_counted_and_no_gap_has_a_number(release: Release) -> None:
    assert release.figures["value"].null_count == MISSING
    assert ROWS - release.figures["value"].null_count == FIGURES
    reasons = {
        row["values"]: row["counts"]
        for row in pc.value_counts(release.figures["missing"]).to_pylist()
    }
    assert reasons == {None: FIGURES, "not_available": 73_363, "not_applicable": 20_520}


def test_no_key_stands_twice_and_every_figure_is_the_latest(release: Release) -> None:
    figures = release.figures.select(list(schema.OBSERVATIONS.key)).to_pandas()
    assert not figures.duplicated().any()
    assert not figures.duplicated(["subject", "indicator", "period_label"]).any()
    assert pc.all(release.figures["is_latest"]).as_py()
    for table, of in (
        (release.measures, schema.INDICATORS),
        (release.areas, schema.AREAS),
        (release.neighbours, schema.NEIGHBOURS),
    ):
        assert not table.select(list(of.key)).to_pandas().duplicated().any()
        assert table.schema == of.arrow


def test_rows_are_sorted_by_indicator_period_and_subject(release: Release) -> None:
    names = ["indicator", "period_end", "period_label", "subject"]
    frame = release.figures.select(names).to_pandas()
    frame["period_end"] = pd.to_datetime(frame["period_end"]).fillna(pd.Timestamp(0))
    pd.testing.assert_frame_equal(
        frame.reset_index(drop=True),
        frame.sort_values(
            ["indicator", "period_end", "period_label", "subject"], kind="stable"
        ).reset_index(drop=True),
    )


@pytest.mark.parametrize(
    ("subject", "period", "number"),
    [
        (CWAC, "2019/20", 17.1),
        (CWAC, "2018/19", 15.9),
        ("england", "2019/20", 21.9),
        ("england", "2018/19", 20.8),
        ("england", "2017/18", 20.2),
        ("north-west", "2019/20", 22.8),
        ("north-west", "2018/19", 22.0),
        ("north-west", "2017/18", 20.7),
    ],
)
def test_S9_published_repeat_plans_are_those_of_the_rules(
    frame: pd.DataFrame, subject: str, period: str, number: float
) -> None:
    assert value(frame, "PrevRegCPR", subject, period) == number


def test_S14_the_restated_rates_of_children_in_care(frame: pd.DataFrame) -> None:
    assert value(frame, "LAC", CWAC, "2018/19") == 70
    assert value(frame, "LAC", CWAC, "2019/20") == 71


def test_B2_the_two_sets_of_neighbours(release: Release) -> None:
    assert neighbours(release, "statistical-neighbours-2021-04") == [
        *("warrington", "warwickshire", "east-riding-of-yorkshire", "cheshire-east"),
        *("worcestershire", "stockport", "staffordshire", "nottinghamshire", "solihull", "essex"),
    ]
    newer = set(neighbours(release, "statistical-neighbours-2025-05"))
    older = set(neighbours(release, "statistical-neighbours-2021-04"))
    assert older - newer == {
        "east-riding-of-yorkshire",
        "staffordshire",
        "nottinghamshire",
        "essex",
    }
    assert newer - older == {"gloucestershire", "devon", "west-sussex", "northumberland"}
    ranks = Counter(r["rank"] for r in release.neighbours.to_pylist())
    assert sorted(ranks) == list(range(1, 11))
    closeness = set(release.neighbours["closeness"].to_pylist())
    assert closeness == {
        *("Extremely close", "Very close", "Close", "Somewhat close", "Not close"),
    }


def test_B3_mean_and_median_of_the_neighbours(release: Release, frame: pd.DataFrame) -> None:
    older = neighbours(release, "statistical-neighbours-2021-04")
    newer = neighbours(release, "statistical-neighbours-2025-05")

    def of(members: list[str], measure: str, period: str) -> list[Decimal]:
        return [Decimal(str(value(frame, measure, m, period))) for m in members]

    plans = of(older, "PrevRegCPR", "2019/20")
    assert (sum(plans) / 10, median(plans)) == (Decimal("20.24"), Decimal("20.25"))
    earlier = of(older, "PrevRegCPR", "2017/18")
    assert (sum(earlier) / 10, median(earlier)) == (Decimal("21.64"), Decimal("20.7"))
    assert sum(of(older, "LAC", "2019/20")) / 10 == Decimal("66.5")
    assert sum(of(newer, "LAC", "2019/20")) / 10 == Decimal("67.5")


def test_every_cell_is_the_one_of_the_file(frame: pd.DataFrame, source: pd.DataFrame) -> None:
    """Read independently: the same texts, and as numbers the same up to the noise of storing."""
    assert Counter(frame["raw"]) == Counter(source["Values"])
    numbers = pd.to_numeric(frame["raw"].where(frame["raw"] != "-"))
    assert ((frame["value"] - numbers).abs() <= numbers.abs() * 1e-14).sum() == FIGURES
    assert (frame["value"].isna() == (frame["raw"] == "-")).all()
    key = ["Short Desc", "Years", "LA and Regions"]
    sample = source[source["LA and Regions"].isin(["Camden", "England"])].set_index(key)["Values"]
    here = frame[frame["subject"].isin(["camden", "england"])]
    names = {"camden": "Camden", "england": "England"}
    for row in here.itertuples():
        place = (str(row.indicator).removeprefix("lait/"), row.period_raw, names[str(row.subject)])
        assert sample[place] == row.raw


def test_Y2_the_kinds_of_year_give_the_periods_that_they_mean(release: Release) -> None:
    names = ["indicator", "period_kind", "period_raw", "period_label"]
    pairs = release.figures.select(names).to_pandas().drop_duplicates()
    kinds = pairs["period_kind"].value_counts().to_dict()
    assert set(kinds) == {
        *("academic_year", "financial_year", "calendar_year", "month", "span", "unknown"),
    }
    unknown = pairs[pairs["period_kind"] == "unknown"]
    assert unknown[["indicator", "period_raw"]].to_numpy().tolist() == [
        ["lait/CINPermExclusion", "0"]
    ]


def test_a_year_of_an_academic_measure_is_the_one_that_ends_then(frame: pd.DataFrame) -> None:
    """No tests were sat in the summers of 2020 and 2021, which shows which years are meant."""
    measure, england = (
        frame["indicator"] == "lait/KS2RWM_Expected_STD",
        frame["subject"] == "england",
    )
    given = frame[measure & england].set_index("period_label")["value"].notna()
    assert [given[f"academic year {year}"] for year in ("2018/19", "2019/20", "2020/21")] == [
        *(True, False, False),
    ]
    assert given["academic year 2021/22"]


def test_what_is_unclear_is_said_once_each(release: Release) -> None:
    found = Counter(finding.rule for finding in release.findings)
    assert found == {
        "national-measure-twice": 14,
        "national-figure-above-whole": 4,
        "national-unit-unknown": 1,
        "national-year-assumed": 1,
        "national-period-unknown": 1,
        "national-figure-outside-validity": 1,
    }
    warnings = [f.rule for f in release.findings if f.severity is Severity.WARNING]
    assert warnings == ["national-period-unknown"]


def test_the_same_files_in_any_order_give_the_same_release(
    shared_data: Path, release: Release
) -> None:
    files = files_in(shared_data / "benchmarks" / "lait")
    again = read_release(files[::-1], lambda _: None)
    assert again.id == release.id
    assert again.figures.equals(release.figures)
    assert again.measures.equals(release.measures)
    assert again.areas.equals(release.areas)
    assert again.neighbours.equals(release.neighbours)
    assert [f.message for f in again.findings] == [f.message for f in release.findings]
