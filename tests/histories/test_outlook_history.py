"""Where the year was heading, as far as it was known when a report was made (S11, R8)."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset import Dataset
from kpi_core.present.records import Record, records
from tests.histories.quarters import EARLIER_NAME, Q2, QUARTERS, write_quarters
from tests.histories.test_history_rows import CATALOGUE

SECTION_42 = "section-42-enquiries"
CURRENT_NAME = "Increase the number of concluded Section 42 Safeguarding Enquiries"


@pytest.fixture(scope="module")
def mid_year(
    report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Dataset]:
    """The report of the second quarter alone, and with those of the two after it."""
    folder = tmp_path_factory.mktemp("mid-year")
    files = write_quarters(report_path, folder)
    text = (root / "data" / "catalogue.toml").read_text("utf-8")
    known = text.replace(f'["{CURRENT_NAME}"]', f'["{EARLIER_NAME}", "{CURRENT_NAME}"]')
    (folder / "catalogue.toml").write_text(known, "utf-8")
    for name, chosen in (("alone", files[:1]), ("all", files)):
        build(chosen, folder / name, folder / "catalogue.toml")
    return {name: datasets.read(folder / name) for name in ("alone", "all")}


def of_q2(dataset: Dataset) -> dict[str, Record]:
    ratings = dataset.frame("ratings")
    mine = ratings[ratings["report"] == Q2.report]
    return {row["indicator"]: row for row in records(mine)}


def test_S11_section_42_at_q2_needs_181_in_two_quarters(mid_year: dict[str, Dataset]) -> None:
    row = of_q2(mid_year["alone"])[SECTION_42]
    assert (row["outlook_kind"], row["needed"], row["needed_each"]) == ("needs_more", 181, 90.5)
    assert (row["year_end"], row["periods_left"]) == ("2019/20 Q4", 2)
    assert row["outlook"] == (
        "167 so far in 2019/20 against a target of 348 or higher: 181 more needed in the 2 "
        "quarters left, 90.5 in each on average. So far 83.5 came in each quarter on average."
    )
    assert row["range_low"] is None
    assert row["range_reason"].startswith("No range: what came in one quarter alone is known of 0")


def test_every_indicator_of_the_mid_year_report_has_an_outlook_or_a_reason(
    mid_year: dict[str, Dataset],
) -> None:
    kinds = {name: row["outlook_kind"] for name, row in of_q2(mid_year["alone"]).items()}
    assert sorted(kinds.values()) == [
        *["must_hold"] * 4,
        *["must_improve"] * 12,
        *["needs_more", "refused"],
    ]
    assert kinds["adoption-within-14-months"] == "refused"  # not published yet
    survey = of_q2(mid_year["alone"])["adult-social-care-feel-safe"]
    assert "the next is the year-end figure: it has to be 76.0% or higher" in survey["outlook"]


def test_R8_what_came_later_changes_nothing_of_what_was_known(
    mid_year: dict[str, Dataset],
) -> None:
    alone, later = of_q2(mid_year["alone"]), of_q2(mid_year["all"])
    assert alone.keys() == later.keys()
    for indicator, row in alone.items():
        for column in ("outlook", "needed", "range_reason", "usual_change"):
            assert later[indicator][column] == row[column], (indicator, column)


def test_the_last_of_the_three_has_ended_the_year_one_short(mid_year: dict[str, Dataset]) -> None:
    ratings = mid_year["all"].frame("ratings")
    last = ratings[ratings["report"] == QUARTERS[-1].report]
    (row,) = [r for r in records(last) if r["indicator"] == SECTION_42]
    assert (row["outlook_kind"], row["needed"], row["periods_left"]) == ("year_ended", 1, 0)


def test_figures_that_only_an_earlier_report_has_are_used(tmp_path: Path) -> None:
    name = "Increase the number of x (cumulative)"
    texts = {
        "old": f"Indicator,2018/19 Q1,2018/19 Q4,2018/19 Target\n{name},50,200,210\n",
        "new": f"Indicator,2019/20 Q1,2019/20 Target\n{name},60,220\n",
    }
    for title, text in texts.items():
        (tmp_path / f"{title}.csv").write_text(text, "utf-8")
    (tmp_path / "c.toml").write_text(CATALOGUE, "utf-8")
    files = [tmp_path / "new.csv", tmp_path / "old.csv"]
    build(files, tmp_path / "out", tmp_path / "c.toml")
    ratings = datasets.read(tmp_path / "out").frame("ratings")
    (row,) = records(ratings[ratings["report"] == "new"])
    assert (row["each_last_year"], row["by_profile"]) == (50, 240)
    assert "A year before, 150 came after 2018/19 Q1" in row["outlook_notes"][0]
