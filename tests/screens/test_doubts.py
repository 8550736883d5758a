"""What to know before relying on a row: shown beside it, filtered by, and led to (R7, S12, S13)."""

import json

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.selection import Filters, choose
from tests.screens.reading import shown

REPORT = (
    "Indicator,2019/20 Q2,2019/20 Q3,2019/20 Q4,Target,Status,Direction of travel,Commentary\n"
    "Increase recycling (annual survey),50%,55%,60%,50%,Green,Declining,A time lag of 3 months\n"
    "Increase visits,90%,95%,101%,100%,Red,Improving,\n"
    "Increase homes,90%,95%,95%,100%,Amber,Maintained,A time lag of 6 months\n"
    "Reduce missed bins,9,9,9,5,Green,Declining,\n"
    "Increase trees,9,9,-,12,,,\n"
)
"""Homes stand at the very end of amber, so rounding would tip them; bins differ in both words."""


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("doubtful")
    report = folder / "doubtful.csv"
    report.write_text(REPORT, "utf-8")
    return build([report], folder / "dataset")


@pytest.fixture(scope="module")
def doubtful_card(doubtful: BuildResult) -> Scorecard:
    return prepare(datasets.read(doubtful.location))


def test_R7_each_difference_is_counted_where_it_is(doubtful_card: Scorecard) -> None:
    counts = doubtful_card.choices.count("agreement")
    assert list(counts.values()) == [1, 2, 2, 1]
    assert doubtful_card.choices.count("fragile") == {"could_tip": 1, "firm": 3, "not_rated": 1}


def test_a_row_says_in_words_what_to_know_of_it(open_screen, doubtful: BuildResult) -> None:
    screen = shown(open_screen(place=doubtful.location))
    (rows,) = [table for table in screen.tables if "Gap to target" in table.heads]
    cells = {row[0]: row[1:4] for row in rows.rows[1:] if len(row) > 3}
    recycling = cells["Increase recycling (annual survey)"]
    assert "computed: Improving" in recycling[1]
    assert "caveat: time lag; annual survey" in recycling[2]
    assert "computed: Red" in cells["Reduce missed bins"][0]
    assert "computed: Maintained" in cells["Reduce missed bins"][1]
    assert "could tip" in cells["Increase homes"][0]
    assert "could tip" not in cells["Increase visits"][0]


def test_questions_are_asked_only_where_they_lead_somewhere(
    open_screen, doubtful: BuildResult
) -> None:
    asked = {
        row[0]: row[1]
        for row in shown(open_screen(place=doubtful.location)).table("Questions").rows
    }
    assert asked["Declared and computed differ"] == "3"
    assert asked["Could tip to another colour"] == "1"
    shipped = shown(open_screen()).table("Questions").rows
    assert "Declared and computed differ" not in [row[0] for row in shipped]


def test_a_question_shows_the_rows_it_counts_and_names_the_filter(
    open_screen, doubtful: BuildResult
) -> None:
    link = shown(open_screen(place=doubtful.location)).link("Declared and computed differ")
    assert link.query["agreement"] == ["Different status", "Different direction"]
    screen = shown(open_screen("overview", doubtful.location, **link.query))
    assert (
        "Showing 3 of 5 indicators. Filters: Declared against computed: "
        "Different status or Different direction." in screen.text
    )
    assert len(screen.listed) == 3


def test_R7_counts_of_data_quality_lead_to_their_rows(
    open_screen, doubtful: BuildResult, doubtful_card: Scorecard
) -> None:
    screen = shown(open_screen("quality", doubtful.location))
    rows = screen.table("How often our rules").rows[1:]
    assert [row[1:] for row in rows] == [["2", "2", "1"], ["2", "2", "1"], ["1", "3", "1"]]
    leading = [link for link in screen.links if "agreement" in link.query]
    assert [link.name for link in leading] == ["2", "2", "1", "3", "1"]
    for link in leading:
        assert len(choose(doubtful_card.rows, link.filters)) == int(link.name)
        assert link.href.startswith("./?")


def test_a_link_of_before_these_filters_still_shows_what_it_showed(open_screen) -> None:
    screen = shown(open_screen(status=["Red"], comparison=["Worse"], year_ago=["Worse"]))
    assert (
        "Filters: Status: Red; Against the comparator: Worse; Against a year ago: Worse."
        in screen.text
    )


def test_the_grid_and_the_download_have_the_same_in_columns(
    open_screen, doubtful: BuildResult, doubtful_card: Scorecard
) -> None:
    grid = open_screen("overview", doubtful.location, view="Grid").dataframe[0].value
    whole = json.loads(make(OFFERS["scorecard"], "json", Viewed(doubtful_card, Filters())).content)
    rows = {row["Indicator"]: row for row in whole["data"]}
    for _, row in grid.iterrows():
        taken = rows[row["Indicator"]]
        assert taken["Declared against computed"] == row["Declared against computed"]
        assert taken["How firm the computed status is"] == row["How firm"]
        assert (taken["Kinds of caveat"] or "") == row["Caveats"]
    assert rows["Reduce missed bins"]["Declared against computed"] == (
        "Different status; different direction"
    )
    assert "anything from 94.5% to 95.5%" in rows["Increase homes"]["Reason for how firm it is"]


def test_a_filter_is_offered_only_where_rows_differ(
    open_screen, doubtful: BuildResult, tmp_path_factory: pytest.TempPathFactory
) -> None:
    offered = {pills.key for pills in open_screen(place=doubtful.location).pills}
    assert {"agreement", "caveat", "fragile"} <= offered
    folder = tmp_path_factory.mktemp("alike")
    (folder / "alike.csv").write_text(
        "Indicator,2019/20 Q4,Target,Status\nIncrease a,9,5,Green\nIncrease b,8,5,Green\n", "utf-8"
    )
    alike = build([folder / "alike.csv"], folder / "dataset")
    offered = {pills.key for pills in open_screen(place=alike.location).pills}
    assert not {"agreement", "caveat", "fragile"} & offered
