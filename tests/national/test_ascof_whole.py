"""The published workbook of the Adult Social Care Outcomes Framework, read whole."""

from collections import Counter
from pathlib import Path

import pytest

from kpi_core import readers
from kpi_core.national import Release, read_release
from kpi_core.national.ascof.workbook import HEADING
from tests.national.lait_published import files_in, published
from tests.national.releases import assert_fits, one, rows, said

CWAC = "cheshire-west-and-chester"
GROUPS = {
    *("shire-counties", "unitary-authorities", "metropolitan-districts", "district"),
    "cornwall-and-isles-of-scilly",
}


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "benchmarks" / "ascof"


@pytest.fixture(scope="module")
def release(folder: Path) -> Release:
    return read_release(files_in(folder), lambda _: None)


def test_the_tables_have_the_form_of_the_contract(release: Release) -> None:
    assert_fits(release, ["ascof_2024_25.ods"])
    assert not said(release, "national-figure-unreadable")
    assert not said(release, "national-lines-left-out")
    assert release.measures.num_rows == 85


def test_every_cell_under_a_year_is_there(release: Release, folder: Path) -> None:
    with (folder / "ascof_2024_25.ods").open("rb") as file:
        document = readers.read(file, "ascof_2024_25.ods")
    cells = sheets = 0
    for grid in document.grids:
        texts = [[cell.shown.strip() for cell in line.cells] for line in grid.lines]
        at = next((n for n, line in enumerate(texts) if "ONS area code" in line), None)
        if at is not None:
            sheets += 1
            years = sum(HEADING.fullmatch(text) is not None for text in texts[at])
            cells += years * sum(any(line) for line in texts[at + 1 :])
    assert sheets == 25
    assert release.figures.num_rows == cells == 73_556


def test_M2_marks_are_counted_as_reasons(release: Release) -> None:
    assert Counter(release.figures["missing"].to_pylist()) == {
        None: 52_301,
        "not_applicable": 17_471,
        "not_available": 3_649,
        "suppressed": 135,
    }


def test_two_figures_in_a_cell_keep_both_and_use_the_official_one(release: Release) -> None:
    both = [row for row in release.figures.to_pylist() if row["raw"].endswith(")")]
    assert len(both) == 2_490
    assert all(row["value"] is not None for row in both)
    assert {row["period_label"] for row in both} == {"2016/17"}
    assert one(release, "ascof/1c", "england", "2016/17")["value"] == 7.7
    asked = one(release, "ascof/1c/number-of-respondents", "england", "2016/17")
    assert (asked["value"], asked["raw"]) == (51_230.0, "51,230 (35,415)")


@pytest.mark.parametrize(
    ("measure", "subject", "period", "value"),
    [
        ("ascof/4a", "england", "2015/16", 69.2),
        ("ascof/4a", "england", "2016/17", 70.1),
        ("ascof/4b", "england", "2023/24", 91.2),
        ("ascof/4b", "england", "2024/25", 91.2),
        ("ascof/1b", "england", "2016/17", 0.404),
        ("ascof/3d-2a", "england", "2024/25", 24.5),
        ("ascof/6b/good", "england", "2023/24", 76.0),
    ],
)
def test_figures_as_the_workbook_prints_them(
    release: Release, measure: str, subject: str, period: str, value: float
) -> None:
    assert one(release, measure, subject, period)["value"] == value


def test_the_two_measures_of_the_report_are_there_for_the_council(release: Release) -> None:
    safe = rows(release.figures, indicator="ascof/4a", subject=CWAC)
    reduced = rows(release.figures, indicator="ascof/4b", subject=CWAC)
    assert [row["period_label"] for row in safe][0::9] == ["2015/16", "2024/25"]
    assert [row["period_label"] for row in reduced] == ["2023/24", "2024/25"]
    assert {row["unit"] for row in safe + reduced} == {"percent"}


def test_G3_all_councils_are_those_of_the_interactive_tool(
    release: Release, shared_data: Path
) -> None:
    """Both councils of the name Dorset among them, told apart by their codes."""
    theirs = set(published(shared_data / "benchmarks" / "lait").areas["subject"].to_pylist())
    assert set(release.areas["subject"].to_pylist()) - theirs == GROUPS
    assert theirs <= set(release.areas["subject"].to_pylist())
    assert one(release, "ascof/4a", "dorset-before-2019", "2017/18")["value"] is not None
    assert one(release, "ascof/4a", "dorset", "2021/22")["value"] is not None
