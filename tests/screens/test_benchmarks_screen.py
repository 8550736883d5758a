"""The Benchmarks screen with and without national figures, and the target on the Indicator one."""

import csv
import io
import json
from pathlib import Path

import pytest

from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.both_ways import NOT_COMPARED, SHORT
from kpi_core.selection import Filters
from kpi_core.vocabulary import BothWays
from kpi_core.web.parts.standing.choosing import NOBODY
from kpi_core.web.parts.standing.without import COMMAND
from tests.national.with_national import OF_NATIONAL
from tests.screens.conftest import OpenScreen
from tests.screens.reading import html_of, shown

REPEAT = "repeat-child-protection-plans"
OLD = "Statistical neighbours, April 2021"
NEW = "Statistical neighbours, May 2025"


def label(select: object) -> str:
    return str(select.label)  # type: ignore[attr-defined]


def test_without_national_figures_it_works_and_says_what_importing_adds(
    open_screen: OpenScreen,
) -> None:
    app = open_screen("benchmarks")
    seen = shown(app)
    assert COMMAND in seen.text
    assert "neighbours, its region and England in the same period" in seen.text
    assert not [s for s in app.selectbox if label(s) == "Compare with"]
    assert seen.table("Own target against others")
    assert seen.table("16 comparisons of 12 indicators")


def test_without_national_figures_one_indicator_shows_what_is_quoted(
    open_screen: OpenScreen,
) -> None:
    seen = shown(open_screen("benchmarks", indicator=REPEAT))
    assert seen.heading == "Repeat child protection plans"
    assert COMMAND in seen.text
    assert len(seen.table("Comparators as quoted").rows) == 4


def test_the_headline_is_about_the_chosen_group_of_the_same_period(
    open_screen: OpenScreen, national: Path
) -> None:
    seen = shown(open_screen("benchmarks", national))
    assert seen.heading == (
        "1 of the 2 indicators with published figures is worse than Statistical neighbours, "
        "April 2021, 1 better and 0 level"
    )
    assert COMMAND not in seen.text


@pytest.mark.parametrize(
    ("query", "text", "name"),
    [
        ({}, "19.4%", "Statistical neighbours, April 2021 (mean of 6)"),
        ({"compare": NEW}, "21.4%", "Statistical neighbours, May 2025 (mean of 6)"),
        (
            {"compare": NEW, "statistic": "Median"},
            *("21.8%", "Statistical neighbours, May 2025 (median of 6)"),
        ),
        (
            {"compare": "Councils chosen here", "councils": ["Stockport", "Trafford"]},
            *("14.7%", "Councils chosen here (mean of 2)"),
        ),
        ({"compare": "No such group"}, "19.4%", "Statistical neighbours, April 2021 (mean of 6)"),
    ],
)
def test_the_address_says_whom_and_how_to_compare(
    open_screen: OpenScreen, national: Path, query: dict[str, object], text: str, name: str
) -> None:
    table = shown(open_screen("benchmarks", national, **query)).table("comparisons of")
    row = next(row for row in table.rows[2:] if row[1].startswith(name))
    assert row[2] == text


def test_every_count_leads_to_the_indicators_that_it_counts(
    open_screen: OpenScreen, national: Path
) -> None:
    seen = shown(open_screen("benchmarks", national))
    word = SHORT[BothWays.OTHERS_ONLY]
    link = seen.link(f"{word}, as published: 1")
    assert link.query == {"both": [f"{word}, as published"]}
    there = shown(open_screen("benchmarks", national, both=link.query["both"]))
    rows = there.table("comparisons of").rows
    assert {row[0] for row in rows[2:]} == {"Repeat child protection plans"}
    assert there.link("Show all").query == {}


@pytest.mark.parametrize("query", [{}, {"status": ["Red"]}], ids=["all", "red"])
def test_a_count_is_that_of_the_indicators_below_its_link(
    open_screen: OpenScreen, query: dict[str, list[str]]
) -> None:
    links = [
        link for link in shown(open_screen("benchmarks", **query)).links if "both" in link.query
    ]
    assert links
    for link in links[::3]:
        assert link.query.get("status", []) == query.get("status", [])
        count = "1 indicator" if link.name == "1" else f"{link.name} indicators"
        assert f"Below: {count} with" in shown(open_screen("benchmarks", **link.query)).text


def test_the_counts_of_an_answer_add_up_to_the_indicators_shown(
    open_screen: OpenScreen, national: Path
) -> None:
    rows = shown(open_screen("benchmarks", national)).table("Own target against others").rows[1:]
    assert len(rows) == len(SHORT) + 1
    assert rows[-1][0] == NOT_COMPARED
    for column in (1, 2):
        assert sum(int(row[column]) for row in rows) == 18


def test_links_keep_whom_to_compare_with(open_screen: OpenScreen, national: Path) -> None:
    chosen = {"compare": "Councils chosen here", "councils": ["Stockport", "Devon"]}
    seen = shown(open_screen("benchmarks", national, statistic="Median", **chosen))
    opened = next(
        link for link in seen.links if link.href.startswith("benchmarks?") and REPEAT in link.href
    )
    assert opened.query["compare"] == ["Councils chosen here"]
    assert opened.query["councils"] == ["Stockport", "Devon"]
    assert opened.query["statistic"] == ["Median"]


def test_a_link_to_the_indicator_and_back_keeps_the_whole_choice(
    open_screen: OpenScreen, national: Path
) -> None:
    """A list of councils, the statistic, the period and whose figures are shown."""
    chosen = {
        "compare": ["Councils chosen here"],
        "councils": ["Stockport", "Devon"],
        "statistic": ["Median"],
        "match": ["Latest"],
        "show": ["North West"],
        "indicator": [REPEAT],
    }
    there = shown(open_screen("benchmarks", national, **chosen)).link("Its rating and figures")
    assert there.query == chosen
    seen = shown(open_screen("indicator", national, **chosen))
    assert "Among Councils chosen here, 2019/20." in seen.text
    assert "two others with a figure are too few" in seen.text
    assert seen.link("See every council on the Benchmarks screen").query == chosen


@pytest.mark.parametrize("indicator", [None, REPEAT], ids=["all", "one"])
def test_words_of_the_address_that_cannot_be_chosen_are_named(
    open_screen: OpenScreen, national: Path, indicator: str | None
) -> None:
    asked = {"compare": "Councils chosen here", "councils": ["Stockport", "<b>X</b>", "devon"]}
    one = {"indicator": indicator} if indicator else {}
    seen = shown(open_screen("benchmarks", national, statistic="Mode", **asked, **one))
    assert (
        "The address asked for Figure of the group: Mode, Councils to choose: <b>X</b>, Councils "
        "to choose: devon, which cannot be chosen here."
    ) in seen.text
    assert "b" not in seen.tags
    app = open_screen("benchmarks", national, **asked, **one)
    assert [m.value for m in app.multiselect if m.key == "councils"] == [["Stockport"]]


def test_what_can_be_chosen_is_no_news(open_screen: OpenScreen, national: Path) -> None:
    chosen = {"compare": NEW, "statistic": "Median", "match": "2018/19", "show": "North West"}
    seen = shown(open_screen("benchmarks", national, indicator=REPEAT, **chosen))
    assert "The address asked for" not in seen.text
    assert NOBODY not in seen.text


@pytest.mark.parametrize("indicator", [None, REPEAT], ids=["all", "one"])
def test_a_list_without_a_council_says_to_choose_one(
    open_screen: OpenScreen, national: Path, indicator: str | None
) -> None:
    one = {"indicator": indicator} if indicator else {}
    seen = shown(open_screen("benchmarks", national, compare="Councils chosen here", **one))
    assert NOBODY in seen.text


def test_one_indicator_among_all_councils(open_screen: OpenScreen, national: Path) -> None:
    app = open_screen("benchmarks", national, indicator=REPEAT)
    seen = shown(app)
    assert seen.heading == "Repeat child protection plans"
    assert "5th of 11 councils, second best quarter" in seen.text
    rows = seen.table("every council shown").rows[1:]
    assert len(rows) == 12
    assert [row[0] for row in rows if "(ours)" in row[0]] == ["Cheshire West and Chester (ours)"]
    assert rows[0][:4] == ["=1+1 <b>Richmond</b> & Kew", "12.0%", "1", "Best quarter"]
    assert rows[-1][1] == "Suppressed"


def test_each_chart_states_its_finding_and_has_its_table(
    open_screen: OpenScreen, national: Path
) -> None:
    app = open_screen("benchmarks", national, indicator=REPEAT)
    said = [json.loads(chart.proto.spec)["description"] for chart in app.get("vega_lite_chart")]
    assert said[0].startswith("17.1% in 2019/20: 5th of 11 councils")
    assert said[1].startswith("Ours went from 21.6% in 2016/17 to 17.1% in 2019/20")
    seen = shown(app)
    assert seen.table("every council shown")
    assert seen.table("every period, the newest first")


def test_B4_another_year_of_theirs_is_in_the_address(
    open_screen: OpenScreen, national: Path
) -> None:
    seen = shown(open_screen("benchmarks", national, indicator=REPEAT, match="2018/19"))
    assert "15.9% in 2018/19" in seen.text


def test_the_list_of_councils_can_be_sorted(open_screen: OpenScreen, national: Path) -> None:
    app = open_screen("benchmarks", national, indicator=REPEAT)
    sort = next(s for s in app.selectbox if label(s) == "Sort councils by")
    names = [row[0] for row in shown(sort.select("Name").run()).table("every council").rows[1:]]
    assert names == sorted(names)
    sort = next(s for s in app.selectbox if label(s) == "Sort councils by")
    near = shown(sort.select("Closest neighbours first").run()).table("every council").rows[1:]
    assert [row[4][:1] for row in near[:6]] == ["1", "2", "3", "4", "5", "6"]


def test_an_indicator_without_a_measure_says_why(open_screen: OpenScreen, national: Path) -> None:
    seen = shown(open_screen("benchmarks", national, indicator="sustained-step-down"))
    assert "No national figures for this indicator." in seen.text
    assert "local service" in seen.text


@pytest.mark.parametrize("name", OF_NATIONAL)
def test_text_of_a_release_is_never_a_formula(national_card: Scorecard, name: str) -> None:
    made = make(OFFERS[name], "csv", Viewed(national_card, Filters(), REPEAT))
    cells = [c for row in csv.reader(io.StringIO(made.content.decode("utf-8-sig"))) for c in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith("=")]


def test_text_of_a_release_is_never_markup(open_screen: OpenScreen, national: Path) -> None:
    for query in ({}, {"indicator": REPEAT}):
        assert "<b>" not in html_of(open_screen("benchmarks", national, **query))


def test_the_target_is_held_against_the_neighbours(open_screen: OpenScreen, national: Path) -> None:
    seen = shown(open_screen("indicator", national, indicator=REPEAT, compare=OLD))
    assert "Is the target realistic?" in seen.parts["h2"]
    assert "Hard: 1 of the 6 others with a figure achieves it already" in seen.text
    assert seen.table("Who achieves it").rows[1] == ["Essex", "15.9%"]
    assert ["Best quarter of them begins at", "16.43%"] in seen.table("Beside the target").rows
    link = seen.link("See every council on the Benchmarks screen")
    assert link.query == {"indicator": [REPEAT], "compare": [OLD]}


def test_without_national_figures_the_target_says_what_is_missing(open_screen: OpenScreen) -> None:
    seen = shown(open_screen("indicator", indicator=REPEAT))
    assert "Whether others achieve the target already cannot be said" in seen.text
    assert COMMAND in seen.text
