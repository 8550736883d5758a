"""The screens over two reports: the whole history, the choice of a report, and what changed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.build import BuildResult, build
from kpi_core.dataset import Dataset
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present.briefing import KINDS
from kpi_core.present.choice import report_choices
from kpi_core.present.history import status_history
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.present.series import TrendSeries, trend_series
from kpi_core.selection import Filters
from kpi_core.web.screens import SCREENS, screen
from kpi_core.web.serve import SHELL
from tests.histories.earlier import FIRST, FIRST_TITLE, SECOND
from tests.screens.reading import Shown, shown

QUARTERS = ("2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4")

OpenScreen = Callable[..., Shown]


@pytest.fixture
def open_screen(stored: Dataset, monkeypatch: pytest.MonkeyPatch) -> OpenScreen:
    # a run of the app leaves itself as the main module, which new processes would start again
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])

    def run(key: str = "overview", **query: object) -> Shown:
        monkeypatch.setenv("KPI_DATASET", stored.location)
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        app.query_params.update(query)
        app.run()
        if screen(key).url:
            app.switch_page(str(screen(key).file))
            app.query_params.update(query)
            app.run()
        return shown(app)

    return run


@pytest.fixture(scope="module")
def newest(stored: Dataset) -> Scorecard:
    return scorecard(stored)


@pytest.fixture(scope="module")
def older(stored: Dataset) -> Scorecard:
    return scorecard(stored, FIRST)


def series(card: Scorecard, indicator: str) -> TrendSeries:
    return trend_series(card, indicator)


def point(card: Scorecard, indicator: str, label: str) -> dict[str, object]:
    points = series(card, indicator).points.set_index("period_label")
    return dict(points.loc[label])


def test_the_trend_runs_over_every_period_of_every_report(
    newest: Scorecard, older: Scorecard
) -> None:
    for card in (newest, older):
        assert tuple(series(card, "repeat-referrals").points["period_label"]) == QUARTERS


def test_an_earlier_reports_rated_period_is_drawn_as_it_was_declared(newest: Scorecard) -> None:
    """Green was declared in quarter 3, where our own rule says red."""
    found = point(newest, "placements-out-of-borough", "2019/20 Q3")
    assert (found["status"], found["declared"], found["is_rated"]) == ("green", True, False)
    assert "so this is red" in str(found["reason"])
    assert not point(newest, "placements-out-of-borough", "2019/20 Q2")["declared"]


def test_a_restated_figure_has_the_earlier_one_beside_it(newest: Scorecard) -> None:
    found = point(newest, "front-door-decisions-in-1-day", "2019/20 Q2")
    assert found["raw"] == "59.90%"
    assert found["restated"] == f"restated, was 58.2% in {FIRST_TITLE}"
    assert point(newest, "front-door-decisions-in-1-day", "2019/20 Q1")["restated"] == ""
    assert point(newest, "repeat-referrals", "2019/20 Q1")["restated"] == ""  # only reprinted


def test_a_figure_that_is_no_longer_given_says_what_it_was(newest: Scorecard) -> None:
    found = point(newest, "repeat-child-protection-plans", "2019/20 Q3")
    assert found["missing_word"] == "Left empty"
    assert found["restated"] == f"no longer given, was 16.2% in {FIRST_TITLE}"


def test_R8_the_target_line_stays_with_the_periods_that_it_was_set_for(newest: Scorecard) -> None:
    made = series(newest, "single-assessments-in-45-days")
    assert made.target_periods == ("2019/20 Q1", "2019/20 Q2", "2019/20 Q4")
    assert made.other_targets == (("2019/20 Q3", 90.0),)


def test_status_by_quarter_knows_what_an_earlier_report_declared(newest: Scorecard) -> None:
    frame = status_history(newest, newest.rows)
    q3 = frame[frame["period_label"] == "2019/20 Q3"].set_index("indicator")
    assert q3.loc["placements-out-of-borough", "status"] == "green"
    assert q3["declared"].sum() == 17  # all but the one that is new
    assert not frame[frame["period_label"] == "2019/20 Q2"]["declared"].any()


def test_an_older_report_ends_with_its_own_period(older: Scorecard) -> None:
    assert older.periods == QUARTERS[:4]
    assert older.period_label == "2019/20 Q3"


def test_values_on_the_screen_name_the_report_and_the_earlier_figure(
    open_screen: OpenScreen,
) -> None:
    table = open_screen("indicator", indicator="front-door-decisions-in-1-day").table(
        "Every figure"
    )
    (q2,) = [row for row in table.rows if row[0] == "2019/20 Q2"]
    assert q2[1] == f"59.9% restated, was 58.2% in {FIRST_TITLE}"
    assert q2[5].strip() == "line 6, column 5"
    retired = "reduce-the-number-of-first-time-entrants-to-the-youth-justice-system"
    table = open_screen("indicator", indicator=retired, report=FIRST).table("Every figure")
    assert [row[0] for row in table.rows[1:]] == list(QUARTERS[:4])
    older = open_screen("indicator", indicator="repeat-referrals", report=FIRST)
    assert (
        "in Council Plan performance, 2019/20 quarter 4" in older.table("Every figure").rows[1][5]
    )


@pytest.mark.parametrize("key", [entry.key for entry in SCREENS])
@pytest.mark.parametrize("report", [None, FIRST, SECOND])
def test_every_link_stays_with_the_report(
    open_screen: OpenScreen, key: str, report: str | None
) -> None:
    """The newest needs no word in the address; a picture for other pages always names it."""
    query = {"report": report} if report else {}
    seen = open_screen(key, status=["Red"], **query)
    choices = {"2019/20 Q4", "2019/20 Q3"}
    links = [link for link in seen.links if link.name not in choices]
    pictures = [link for link in links if link.href.startswith("api/v1/charts/")]
    assert {link.query["report"][0] for link in pictures} <= {report or SECOND}
    links = [link for link in links if not link.href.startswith("api/")]
    said = {link.query.get("report", [None])[0] for link in links}
    expected = FIRST if report == FIRST else None
    if key != "quality" or expected:
        assert said == {expected}
    if key == "import":  # a draft has no other reports to choose
        return
    own = {link.name: link.query for link in seen.links if link.name in choices}
    assert own["2019/20 Q3"]["report"] == [FIRST]
    assert "report" not in own["2019/20 Q4"]
    assert all(query["status"] == ["Red"] for query in own.values())
    marked = [value for tag, name, value in seen.attributes if (tag, name) == ("a", "aria-current")]
    assert "true" in marked


def test_the_overview_opens_on_the_newest_and_shows_the_other_when_asked(
    open_screen: OpenScreen,
) -> None:
    assert "2019/20 quarter 4: period ending 31 March 2020" in open_screen().text
    seen = open_screen(report=FIRST)
    assert "2019/20 quarter 3: period ending 31 December 2019" in seen.text
    assert len(seen.listed) == 18


def test_a_report_that_is_not_there_is_said_and_the_newest_shown(open_screen: OpenScreen) -> None:
    seen = open_screen(report="q9<b>")
    assert "asked for a report “q9<b>”, which the dataset does not have" in seen.text
    assert "2019/20 quarter 4" in seen.text


def test_an_indicator_of_another_report_is_one_link_away(open_screen: OpenScreen) -> None:
    seen = open_screen("indicator", indicator="care-homes-below-good", report=FIRST)
    assert "which this scorecard does not have. It is in" in seen.text
    found = seen.link("Council Plan performance, 2019/20 quarter 4")
    assert found.query["report"] == [SECOND]


def test_data_quality_leads_to_what_changed_since_the_last_report(open_screen: OpenScreen) -> None:
    seen = open_screen("quality", status=["Red"])
    assert "9 findings are changes since the last report." in seen.text
    assert seen.link("What is new since the last report").href == "changes?status=Red"
    assert "since the last report" not in open_screen("quality", report=FIRST).text


def test_only_a_figure_that_was_printed_otherwise_is_left_out_of_the_changes(
    two: tuple[BuildResult, Dataset], dataset: BuildResult
) -> None:
    alone = {finding.rule for finding in dataset.findings}
    rules = {f.rule for f in two[0].findings if f.report == SECOND} - alone
    assert rules - set(KINDS) == {"figure-reprinted"}


@pytest.mark.parametrize("name", ["trend", "values", "scorecard", "findings", "status-by-quarter"])
def test_every_download_can_be_made_of_either_report(
    newest: Scorecard, older: Scorecard, name: str
) -> None:
    for card in (newest, older):
        view = Viewed(card, Filters(), "single-assessments-in-45-days")
        for output in OFFERS[name].formats:
            assert make(OFFERS[name], output, view).content


def test_reports_are_named_by_period_and_by_more_where_they_share_it(stored: Dataset) -> None:
    choices = report_choices(stored)
    assert [choice.label for choice in choices.every] == ["2019/20 Q4", "2019/20 Q3"]
    assert [name for name, _ in choices.by_organisation()] == ["Cheshire West and Chester Council"]
    assert FIRST in choices
    assert "q9" not in choices


def test_several_organisations_are_chosen_by_name_and_period(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two issues of one period are told apart by their titles, and by ids if those are alike."""
    lines = "Indicator,2019/20 Q3,2019/20 Q4,Target,Status\nReduce x,12%,11%,10%,Red\n"
    entries = []
    for name, organisation, title in (
        ("north-q4", "north", "Scorecard"),
        ("north-q4b", "north", "Scorecard"),
        ("south-q4", "south", "Scorecard"),
    ):
        (tmp_path / f"{name}.csv").write_text(lines, "utf-8")
        entries.append(
            f'[reports.{name}]\norganisation = "{organisation}"\ntitle = "{title}"\n'
            'period = "2019/20 Q4"\n'
        )
    (tmp_path / "c.toml").write_text("".join(entries), "utf-8")
    build(sorted(tmp_path.glob("*.csv")), tmp_path / "out", tmp_path / "c.toml")
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
    monkeypatch.setenv("KPI_DATASET", str(tmp_path / "out"))
    app = AppTest.from_file(str(SHELL), default_timeout=30)
    seen = shown(app.run())
    assert "South:2019/20 Q4" in seen.text
    assert "North:2019/20 Q4, Scorecard (north-q4b)2019/20 Q4, Scorecard (north-q4)" in seen.text
    assert seen.link("2019/20 Q4, Scorecard (north-q4)").query["report"] == ["north-q4"]
    assert "South, Scorecard" in seen.text
