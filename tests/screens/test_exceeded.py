"""A report of four colours: the fourth shows where it is used (R1), and nowhere else."""

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.charts.status_grid import LETTERS
from kpi_core.charts.theme import LIGHT, NO_FIGURE, STATUS_SHAPES
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present import summary
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.selection import Filters
from tests.screens.reading import html_of, shown

REPORT = (
    "Indicator,2019/20 Q2,2019/20 Q3,2019/20 Q4,Target,Status,Direction of travel\n"
    "Increase recycling,50%,55%,60%,50%,Exceeded,Improving\n"
    "Increase visits,90,95,101,100,Green,Improving\n"
    "Increase homes built,90,95,96,100,Amber,Improving\n"
    "Reduce missed bins,9,9,9,5,Red,Maintained\n"
    "Reduce complaints,9,9,8,12,Blue - exceeded,Improving\n"
    "Increase trees,9,9,-,12,,\n"
)


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    folder = tmp_path_factory.mktemp("four")
    report = folder / "four-colours.csv"
    report.write_text(REPORT, "utf-8")
    return build([report], folder / "dataset")


@pytest.fixture(scope="module")
def four_card(four: BuildResult) -> Scorecard:
    return prepare(datasets.read(four.location))


def test_R9_exceeded_stands_between_green_and_not_rated(open_screen, four: BuildResult) -> None:
    screen = shown(open_screen(place=four.location))
    table = screen.table("Status by direction")
    assert [row[0].split()[-1] for row in table.rows[1:]] == [
        *("Red", "Amber", "Green", "Exceeded", "rated", "All")
    ]
    assert "Exceeded: 2" in {link.said for link in screen.links}


def test_R4_exceeded_counts_as_rated(four_card: Scorecard) -> None:
    sentence = summary.rated_sentence(four_card.choices, four_card.choices.all)
    assert sentence == (
        "Red 1 (20%), Amber 1 (20%), Green 1 (20%), Exceeded 2 (40%), Not rated 1. "
        "Shares are of the 5 that are rated."
    )


def test_R7_exceeded_agrees_with_the_green_of_three_colours(four: BuildResult) -> None:
    ratings = datasets.read(four.location).frame("ratings").set_index("indicator")
    agreed = ratings["agrees_status"].dropna()
    assert agreed.all()
    assert len(agreed) == 5
    assert ratings.loc["increase-recycling", "computed_status"] == "green"
    assert ratings.loc["reduce-complaints", "declared_status_raw"] == "Blue - exceeded"


def test_exceeded_is_a_filter_a_sign_and_a_word(open_screen, four: BuildResult) -> None:
    app = open_screen(place=four.location, status=["Exceeded"])
    screen = shown(app)
    assert "Showing 2 of 6 indicators. Filters: Status: Exceeded." in screen.text
    assert screen.listed == ["increase-recycling", "reduce-complaints"]
    assert "★ Exceeded" in screen.text
    assert "● green, ★ exceeded, ○ not rated" in screen.text


@pytest.mark.parametrize("view", ["Table", "Grid", "Status by quarter"])
def test_every_view_of_the_overview_takes_it(open_screen, four: BuildResult, view: str) -> None:
    app = open_screen(place=four.location, view=view)
    assert not app.exception


def test_the_indicator_screen_takes_it(open_screen, four: BuildResult) -> None:
    screen = shown(open_screen("indicator", four.location, indicator="increase-recycling"))
    assert "Exceeded: 60%" in screen.heading + screen.text


def test_R1_a_report_without_it_shows_no_trace_of_it(open_screen, card: Scorecard) -> None:
    for key in ("overview", "indicator", "quality", "benchmarks"):
        screen = shown(open_screen(key))
        assert "xceeded" not in screen.text.replace("exceeded target", "")
    assert card.choices.words("status") == ["Red", "Amber", "Green", "Not rated"]


def test_a_link_to_it_says_that_this_scorecard_has_none(open_screen) -> None:
    screen = shown(open_screen(status=["Exceeded"]))
    assert "The address asked for Status: Exceeded" in screen.text


def test_pictures_draw_a_star_and_say_the_word(four_card: Scorecard) -> None:
    for indicator, offered in ((None, "status-by-quarter"), ("increase-recycling", "trend")):
        viewed = Viewed(four_card, Filters(), indicator)
        content = make(OFFERS[offered], "svg", viewed).content.decode()
        assert "Exceeded" in content
        assert content.count(LIGHT.exceeded) >= 1


def test_the_letter_of_a_long_grid_is_its_own() -> None:
    letters = [letter for letter in LETTERS.values() if letter]
    assert set(LETTERS) == {*STATUS_SHAPES, NO_FIGURE}
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("output", ["csv", "json"])
def test_tables_hold_the_word(four_card: Scorecard, output: str) -> None:
    viewed = Viewed(four_card, Filters(status=("Exceeded",)))
    content = make(OFFERS["scorecard"], output, viewed).content.decode()
    assert content.count("Exceeded") >= 2
    assert "Increase visits" not in content


FOUR_COLOURS = """
[organisations.felpersham]
name = "Felpersham"

[status_schemes.four-colours]
amber_within = 0.05
exceeded_beyond = 0.15

[reports.four-colours]
organisation = "felpersham"
title = "Four colours"
status_scheme = "four-colours"
"""


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """The same report by a scheme that has the fourth colour; recycling calls itself green."""
    folder = tmp_path_factory.mktemp("computed")
    report, catalogue = folder / "four-colours.csv", folder / "catalogue.toml"
    report.write_text(REPORT.replace("50%,Exceeded", "50%,Green"), "utf-8")
    catalogue.write_text(FOUR_COLOURS, "utf-8")
    return build([report], folder / "dataset", catalogue)


def test_R7_a_scheme_of_four_colours_is_held_to_its_word(computed: BuildResult) -> None:
    read = datasets.read(computed.location)
    ratings = read.frame("ratings").set_index("indicator")
    row = ratings.loc["increase-recycling"]
    assert (row["declared_status"], row["computed_status"]) == ("green", "exceeded")
    assert ratings["agrees_status"].dropna().tolist() == [False, True, True, True, True]
    findings = read.frame("findings")
    (found,) = findings[findings["rule"] == "status-disagrees"]["message"]
    assert "The report declares Green; the scheme gives Exceeded." in found


def test_a_computed_exceeded_is_a_hollow_star(open_screen, computed: BuildResult) -> None:
    html = html_of(open_screen(place=computed.location, view="Status by quarter"))
    assert 'class="kpi-chip kpi-exceeded kpi-hollow"' in html
    assert "computed: Exceeded" in shown(open_screen(place=computed.location)).text
