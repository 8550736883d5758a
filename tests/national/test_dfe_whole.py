"""The published children's social care files, read whole."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kpi_core.national import Release, read_release
from tests.national.lait_published import files_in, published
from tests.national.releases import assert_fits, one, said

CWAC = "cheshire-west-and-chester"
PLANS = "dfe/d3-cpps-subsequent-plan/cpp-subsequent-percent"
COLUMNS = {
    "b1_children_in_need_2013_to_2025.csv": 8,
    "c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv": 10,
    "cla_number_and_rate_per_10k_children.csv": 3,
    "d3_cpps_subsequent_plan_2013_to_2025.csv": 3,
    "la_care_leavers_accommodation_suitability.csv": 2,
    "la_cla_placement_stability.csv": 2,
    "la_conviction_health_outcome_cla.csv": 2,
    "national_cla_adopted_average_time_between_adoption_process_stages.csv": 1,
}
"""Columns of figures of each file."""


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "benchmarks" / "dfe_csc"


@pytest.fixture(scope="module")
def release(folder: Path) -> Release:
    return read_release(files_in(folder), lambda _: None)


def test_every_cell_of_every_column_of_figures_is_there(release: Release, folder: Path) -> None:
    places = Counter(text.partition(", ")[0] for text in release.figures["source_cell"].to_pylist())
    for name, columns in COLUMNS.items():
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            lines = sum(1 for _ in csv.reader(file)) - 1
        assert places[name] == lines * columns, name
    assert release.figures.num_rows == sum(places.values()) == 106_042


def test_the_tables_have_the_form_of_the_contract(release: Release, folder: Path) -> None:
    assert_fits(release, [file.name for file in files_in(folder)])
    assert not said(release, "national-figure-unreadable")
    assert not said(release, "national-period-unknown")
    assert release.measures.num_rows == 157


def test_M1_markers_are_counted_as_reasons(release: Release) -> None:
    assert Counter(release.figures["missing"].to_pylist()) == {
        None: 96_837,
        "suppressed": 6_377,
        "not_applicable": 2_604,
        "not_available": 165,
        "unreliable": 41,
        "low": 18,
    }


@pytest.mark.parametrize(
    ("subject", "period", "value"),
    [
        *((CWAC, "2018/19", 15.9), (CWAC, "2019/20", 17.1)),
        *(("north-west", "2017/18", 20.7), ("england", "2017/18", 20.2)),
        *(("north-west", "2018/19", 22.0), ("england", "2018/19", 20.8)),
        *(("north-west", "2019/20", 22.8), ("england", "2019/20", 21.9)),
    ],
)
def test_S9_repeat_plans_of_the_report_and_of_those_whom_it_quotes(
    release: Release, subject: str, period: str, value: float
) -> None:
    assert one(release, PLANS, subject, period)["value"] == value


def test_the_cases_of_the_shipped_row_are_49_of_286(release: Release) -> None:
    row = one(release, PLANS, CWAC, "2019/20")
    assert (row["numerator"], row["denominator"]) == (49.0, 286.0)


@pytest.mark.parametrize(
    ("measure", "period", "value", "cases"),
    [
        (
            *("cla-number-and-rate-per-10k-children/rate-per-10000/", "2020/21", 74.0),
            (509.0, 69_191.0),
        ),
        (
            *("cla-number-and-rate-per-10k-children/rate-per-10000/", "2024/25", 82.0),
            (584.0, 71_565.0),
        ),
    ],
)
def test_rates_of_children_looked_after_have_their_cases(
    release: Release, measure: str, period: str, value: float, cases: tuple[float, float]
) -> None:
    id_ = f"dfe/{measure}children-looked-after-on-31-march-each-year"
    row = one(release, id_, CWAC, period)
    assert (row["value"], row["unit"], row["numerator"], row["denominator"]) == (
        *(value, "rate_per_10000"),
        *cases,
    )


def test_every_share_of_a_council_is_given_by_its_cases(release: Release) -> None:
    """What is not are sums of regions and of England, which are rounded to 10."""
    councils = set(release.areas.filter(release.areas["number"].is_valid())["subject"].to_pylist())
    frame = release.figures.select(
        ["subject", "indicator", "unit", "value", "numerator", "denominator"]
    ).to_pandas()
    shares = frame[frame["unit"].isin(["percent", "rate_per_10000"]) & frame["value"].notna()]
    bare = shares[shares["subject"].isin(councils) & shares["numerator"].isna()]
    assert len(bare) / len(shares) < 0.01
    per = shares["unit"].map({"percent": 100, "rate_per_10000": 10_000})
    given = shares[shares["numerator"].notna()]
    worked = given["numerator"] / given["denominator"] * per[given.index]
    assert ((worked - given["value"]).abs() <= 0.5000001).all()
    assert len(given) > 28_000


def test_B2_the_neighbours_are_those_of_the_interactive_tool(
    release: Release, shared_data: Path
) -> None:
    """Its sheet of May 2025 has besides them those of five councils that had ended."""

    def sets(found: Release) -> dict[tuple[str, str, int], tuple[str, str | None]]:
        return {
            (r["organisation"], r["neighbour_set"], r["rank"]): (r["neighbour"], r["closeness"])
            for r in found.neighbours.to_pylist()
        }

    ours, theirs = sets(release), sets(published(shared_data / "benchmarks" / "lait"))
    assert len(ours) == 3_090
    assert ours.items() <= theirs.items()
    assert {key[1] for key in theirs.keys() - ours.keys()} == {"statistical-neighbours-2025-05"}


def test_G3_the_areas_are_those_of_the_interactive_tool(
    release: Release, shared_data: Path
) -> None:
    theirs = published(shared_data / "benchmarks" / "lait").areas
    assert set(release.areas["subject"].to_pylist()) == set(theirs["subject"].to_pylist())


def test_average_times_add_up_in_months(release: Release) -> None:
    """To the adoption as long as to the placement and from there on, within the rounding."""
    base = "dfe/national-cla-adopted-average-time-between-adoption-process-stages/number/"
    stages = {
        part: next(
            row["indicator"]
            for row in release.measures.to_pylist()
            if row["indicator"].startswith(f"{base}{part}-") and row["indicator"].endswith("/total")
        )
        for part in (4, 5, 6)
    }
    for year in range(2020, 2025):
        period = f"{year}/{(year + 1) % 100:02}"
        first, then, whole = (
            one(release, stages[part], "england", period)["value"] for part in (4, 5, 6)
        )
        assert abs(first + then - whole) <= 1
