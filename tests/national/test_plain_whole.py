"""The indicators of Trafford's corporate plan as its data lab publishes them, read whole."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kpi_core.national import Release, read_release, releases_in
from tests.national.lait_published import files_in
from tests.national.releases import assert_fits, one, said

OWNERLESS = ("cipfa2019.csv", "cipfa2021.csv", "cssn.csv")
OFFENDING = "plain/children-cautioned-or-sentenced"


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "benchmarks" / "trafford"


@pytest.fixture(scope="module")
def release(folder: Path) -> Release:
    return read_release(files_in(folder), lambda _: None)


def test_every_line_of_every_file_of_figures_is_there(release: Release, folder: Path) -> None:
    places = Counter(text.partition(",")[0] for text in release.figures["source_cell"].to_pylist())
    names = {file.name for file in files_in(folder)} - set(OWNERLESS)
    assert set(places) == names
    for name in names:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            assert places[name] == sum(1 for _ in csv.reader(file)) - 1, name
    assert release.figures.num_rows == 3_007


def test_the_tables_have_the_form_of_the_contract(release: Release, folder: Path) -> None:
    assert_fits(release, [file.name for file in files_in(folder)])
    assert release.measures.num_rows == 17
    assert "unknown" not in release.measures["unit"].to_pylist()
    for rule in ("period-unknown", "figure-unreadable", "unit-unknown", "figure-twice"):
        assert not said(release, f"national-{rule}")


@pytest.mark.parametrize(
    ("measure", "subject", "period", "value", "unit"),
    [
        (f"{OFFENDING}/count", "bromley", "2014/15", 204.0, "count"),
        (f"{OFFENDING}/per-10-000-aged-10-17", "bromley", "2014/15", 69.0, "rate_per_10000"),
        ("plain/claimant-count/count", "england", "2021-04", 2_255_825.0, "count"),
        ("plain/employment-rate-aged-16-64/percentage", "england", "2012", 70.8, "percent"),
        (
            *("plain/fuel-poverty-low-income-high-cost-methodology/percentage", "england"),
            *("2014", 10.6, "percent"),
        ),
    ],
)
def test_figures_as_the_files_print_them(
    release: Release, measure: str, subject: str, period: str, value: float, unit: str
) -> None:
    row = one(release, measure, subject, period)
    assert (row["value"], row["unit"]) == (value, unit)


def test_B2_lists_of_nobody_are_named_and_nothing_is_made_of_them(release: Release) -> None:
    assert release.neighbours.num_rows == 0
    messages = said(release, "national-neighbours-of-nobody")
    assert [text.partition(":")[0] for text in messages] == list(OWNERLESS)


def test_each_folder_of_the_benchmarks_is_one_release_and_nothing_is_left(
    folder: Path,
) -> None:
    said_of: list[str] = []
    folders = {
        name: files_in(folder.parent / name) for name in ("ascof", "dfe_csc", "ons_els", "trafford")
    }
    found = [(r.source, r.figures.num_rows) for r in releases_in(folders, said_of.append)]
    assert found == [("ascof", 73_556), ("dfe", 106_042), ("ons", 20_198), ("plain", 3_007)]
    assert not [text for text in said_of if "not read" in text]
