"""The shipped report beside the published figures of the Local Authority Interactive Tool."""

from pathlib import Path

import pytest

from kpi_core.build import build
from kpi_core.dataset.place import place
from kpi_core.dataset.releases import keep_release
from kpi_core.imports.releases import add_releases
from tests.conftest import ROOT
from tests.national.lait_published import published
from tests.screens.conftest import OpenScreen
from tests.screens.reading import shown

REPEAT = "repeat-child-protection-plans"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def lait(report_path: Path, shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report, built with every figure of the release."""
    folder = tmp_path_factory.mktemp("lait")
    build([report_path], folder, ROOT / "data" / "catalogue.toml")
    where = place(str(folder))
    release = published(shared_data / "benchmarks" / "lait")
    add_releases(where, [keep_release(where, release)])
    return folder


def test_S9_S14_reported_and_published_beside_england_and_the_region(
    open_screen: OpenScreen, lait: Path
) -> None:
    table = shown(open_screen("benchmarks", lait, indicator=REPEAT)).table("every period")
    rows = {row[0]: [cell.strip() for cell in row[1:5]] for row in table.rows[1:]}
    assert table.heads[1:5] == ["Ours, reported", "Ours, published", "England", "North West"]
    assert rows["2019/20"] == ["17.1%", "17.1%", "21.9%", "22.8%"]
    assert rows["2018/19"] == ["16.0%", "15.9%", "20.8%", "22.0%"]
    assert rows["2017/18"][2:] == ["20.2%", "20.7%"]


def test_B2_B3_neighbours_by_each_set_with_mean_and_median(
    open_screen: OpenScreen, lait: Path
) -> None:
    seen = shown(open_screen("benchmarks", lait, indicator=REPEAT))
    old = next(row for row in seen.table("Each dated set").rows if "April 2021" in row[0])
    new = next(row for row in seen.table("Each dated set").rows if "May 2025" in row[0])
    assert old[1:4] == ["20.2%", "20.3%", "10 of 10"]  # 20.24 and 20.25
    assert new[1:4] == ["22.8%", "23.4%", "10 of 10"]
    assert new[4] == "Gloucestershire, Devon, West Sussex, Northumberland"
    assert set(new[5].split(", ")) == {
        *("East Riding of Yorkshire", "Staffordshire", "Nottinghamshire", "Essex"),
    }


def test_S9_the_quoted_figures_are_of_an_earlier_year(open_screen: OpenScreen, lait: Path) -> None:
    seen = shown(open_screen("benchmarks", lait, part="Is the benchmark fair?"))
    rows = [row for row in seen.table("published periods that they fit").rows if len(row) > 3]
    mine = {row[1]: row for row in rows if row[0] == "Repeat child protection plans"}
    assert mine["North West"][4].startswith("2017/18 (20.7%)")
    assert mine["England"][4].startswith("2017/18 (20.2%)")
    assert "only of an earlier period than the row" in seen.text


def test_a_manager_sees_first_how_many_are_worse_and_whether_the_years_fit(
    open_screen: OpenScreen, lait: Path
) -> None:
    seen = shown(open_screen("benchmarks", lait))
    assert seen.heading.startswith("5 of the 8 indicators with published figures are worse than")
    assert "Of 12 quoted benchmarks held against published figures" in seen.text


def test_the_rank_is_among_all_councils_and_the_list_comes_in_pages_with_ours_on_each(
    open_screen: OpenScreen, lait: Path
) -> None:
    seen = shown(open_screen("benchmarks", lait, indicator=REPEAT))
    assert "27th of 147 councils, best quarter" in seen.text
    rows = seen.table("every council shown").rows[1:]
    assert rows[0][0] == "Cheshire West and Chester (ours)"
    assert len(rows) == 26
