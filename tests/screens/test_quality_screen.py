"""The Data quality screen: missing figures, findings by filters in the address, disagreements."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.build import BuildResult, build
from kpi_core.checks.titles import RULE_TITLES
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present.findings import report_findings
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters
from kpi_core.selection.findings import FindingFilters, choose_findings
from kpi_core.web.parts.disagreements import MOST, NONE, NOTHING_DECLARED
from kpi_core.web.parts.finding_filters import NOTHING
from kpi_core.web.parts.finding_filters import PAGE as FINDINGS
from kpi_core.web.parts.rows import PAGE
from tests.screens.reading import Shown, shown

OpenScreen = Callable[..., AppTest]

EVERY = ["Error", "Warning", "Note"]

CALENDAR = "Figures, or why there is none"


def _built(folder: Path, *lines: str) -> str:
    path = folder / "table.csv"
    path.write_text("\n".join(lines), "utf-8")
    (folder / "empty.toml").write_text("", "utf-8")
    return build([path], folder / "dataset", folder / "empty.toml").location


def _chart(app: AppTest) -> list[str]:
    return [chart.proto.spec for chart in app.get("vega_lite_chart")]


def test_S6_the_calendar_says_in_words_why_a_figure_is_missing(open_screen: OpenScreen) -> None:
    seen = shown(open_screen("quality"))
    table = seen.table(CALENDAR)
    assert table.heads == [
        *("Indicator", "2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4"),
    ]
    rows = {row[0]: row[1:] for row in table.rows[1:]}
    assert len(rows) == 18
    assert rows["Sustained step-down to early support"] == [
        *("79.2%", "–Printed as a dash", "89.4%", "□Left empty", "81.7%"),
    ]
    assert rows["Adult social care users who feel safe"][3] == "□Left emptyasked once a year"
    assert "25 of 90 figures are missing; 10 each in 2019/20 Q1 and 2019/20 Q3." in seen.text
    assert "The cell holds a dash, and the report does not say why." in seen.text
    assert "Suppressed" not in seen.text, "the legend holds only what occurs"


def test_only_indicators_with_gaps_are_shown_when_asked_for(open_screen: OpenScreen) -> None:
    table = shown(open_screen("quality", gaps="true")).table(CALENDAR)
    assert len(table.rows) == 13
    assert all("Left empty" in " ".join(row) or "dash" in " ".join(row) for row in table.rows[1:])


def test_the_picture_stands_above_the_table_and_says_the_finding(open_screen: OpenScreen) -> None:
    app = open_screen("quality", calendar="Picture")
    (chart,) = _chart(app)
    assert "25 of 90 figures are missing" in chart
    assert len(shown(app).table(CALENDAR).rows) == 19
    assert not _chart(open_screen("quality"))


def test_the_shared_filters_leave_the_whole_report_on_this_screen(open_screen: OpenScreen) -> None:
    table = shown(open_screen("quality", status=["Red"])).table(CALENDAR)
    assert len(table.rows) == 19


def test_a_report_without_gaps_says_so(open_screen: OpenScreen, tmp_path: Path) -> None:
    place = _built(tmp_path, "Indicator,2019/20 Q3,2019/20 Q4", "Reduce x,0,0")
    seen = shown(open_screen("quality", place, gaps="true"))
    assert "None of 2 figures is missing." in seen.text
    assert "No indicator has a gap." in seen.text
    assert "of 2 figures are there." in seen.text


def test_many_indicators_come_in_pages(open_screen: OpenScreen, tmp_path: Path) -> None:
    lines = [f"Increase visits to place {at},{at}" for at in range(60)]
    place = _built(tmp_path, "Indicator,2019/20 Q4", *lines)
    seen = shown(open_screen("quality", place, page="2"))
    rows = seen.table(CALENDAR).rows[1:]
    assert len(rows) == PAGE
    assert rows[0][0] == f"Increase visits to place {PAGE}"


FILTERS = [
    {"severity": ["Warning"]},
    {"severity": EVERY, "rule": ["Which way is good was inferred"]},
    {"severity": EVERY, "about": ["Children in care per 10,000"]},
    {"severity": EVERY, "where": ["Column 11, commentary", "Whole report"]},
    {"severity": EVERY, "text": "benchmark"},
    {"severity": EVERY, "about": ["Repeat child protection plans"], "text": "14%"},
]


@pytest.mark.parametrize("query", FILTERS, ids=["+".join(query) for query in FILTERS])
def test_filters_in_the_address_choose_the_findings_and_are_said(
    open_screen: OpenScreen, card: Scorecard, query: dict[str, object]
) -> None:
    every = report_findings(card)
    seen = shown(open_screen("quality", **query))
    shown_now = len(seen.table("Findings by cell").rows) - 1
    assert 0 < shown_now < len(every)
    assert f"Showing {shown_now} of {len(every)} findings." in seen.text
    for given in query.values():
        for word in given if isinstance(given, list) else [given]:
            assert word == "Error" or word in seen.text
    assert seen.link("Clear filters").query.get("rule") is None


def test_the_download_holds_the_findings_that_are_shown_and_says_which(card: Scorecard) -> None:
    filters = FindingFilters(severity=("Warning",), about=("Repeat child protection plans",))
    view = Viewed(card, Filters(status=("Red",)), findings=filters)
    made = make(OFFERS["findings"], "json", view)
    said = made.content.decode("utf-8")
    number = len(choose_findings(report_findings(card), filters))
    (rows,) = [value for value in json.loads(said).values() if isinstance(value, list)]
    assert len(rows) == number
    assert {row["Indicator"] for row in rows} == {"Repeat child protection plans"}
    assert made.name.endswith("_warning-repeat-child-protection-plans.json")
    assert f"{number} of {len(report_findings(card))} findings" in said
    assert filters.sentence() in said
    assert "Status: Red" not in said


def test_a_filter_that_nothing_meets_says_what_to_do(open_screen: OpenScreen) -> None:
    seen = shown(open_screen("quality", text="no finding says this"))
    assert NOTHING in seen.text
    assert "Showing 0 of" in seen.text


def test_a_word_in_the_address_that_no_finding_has_is_named(open_screen: OpenScreen) -> None:
    app = open_screen("quality", rule=["benchmark-period"], about=["Nobody"])
    assert "Kind of finding: benchmark-period, Indicator: Nobody" in shown(app).text


def test_every_count_by_kind_leads_to_as_many_findings(open_screen: OpenScreen) -> None:
    seen = shown(open_screen("quality"))
    counted = [link for link in seen.links if "rule" in link.query]
    assert len(counted) > 20
    for link in counted[::6]:
        listed = shown(open_screen("quality", **link.query)).table("Findings by cell")
        assert len(listed.rows) - 1 == int(link.name)
        assert link.said == f"{link.query['rule'][0]}: {link.name}"


def test_each_finding_names_its_kind_in_words(open_screen: OpenScreen, card: Scorecard) -> None:
    said = " ".join(_first(shown(open_screen("quality", severity=EVERY))))
    for rule in card.dataset.frame("findings")["rule"].unique():
        assert RULE_TITLES[rule] in said


def _first(seen: Shown) -> list[str]:
    return [row[0] for row in seen.table("Findings by cell").rows[1:]]


def test_R7_where_nothing_differs_the_screen_says_so(open_screen: OpenScreen) -> None:
    assert NONE in shown(open_screen("quality")).text


def test_R7_each_disagreement_is_explained_and_leads_to_its_indicator(
    open_screen: OpenScreen, tmp_path: Path
) -> None:
    head = "Indicator,2019/20 Q3,2019/20 Q4,Target,Status"
    place = _built(tmp_path, head, "Reduce x,12%,20%,9%,Green", "Reduce y,12%,8%,9%,Green")
    seen = shown(open_screen("quality", place))
    rows = seen.table("Each declared word").rows[1:]
    assert len(rows) == 1
    assert "The report declares Green; the scheme gives Red." in rows[0][1]
    assert rows[0][0] == "Reduce x"
    assert rows[0][2] == "line 2, column 5"
    first = next(link for link in seen.links if link.name == "Reduce x")
    assert first.query["indicator"] == ["reduce-x"]
    assert NONE not in seen.text


def test_R7_many_disagreements_are_cut_short_and_the_others_are_linked(
    open_screen: OpenScreen, tmp_path: Path
) -> None:
    lines = [f"Reduce thing {at},20%,9%,Green" for at in range(MOST + 3)]
    place = _built(tmp_path, "Indicator,2019/20 Q4,Target,Status", *lines)
    seen = shown(open_screen("quality", place))
    assert len(seen.table("Each declared word").rows) == MOST + 1
    assert f"The first {MOST} of {MOST + 3}." in seen.text
    link = seen.link("All of them are among the findings")
    assert link.query["rule"] == [RULE_TITLES["status-disagrees"]]


def test_a_report_that_declares_nothing_has_nothing_to_compare(
    open_screen: OpenScreen, tmp_path: Path
) -> None:
    place = _built(tmp_path, "Indicator,2019/20 Q4", "Reduce x,1")
    assert NOTHING_DECLARED in shown(open_screen("quality", place)).text


def test_the_1139_rows_of_new_york_stay_one_page_at_a_time(
    open_screen: OpenScreen, shared_data: Path, tmp_path: Path
) -> None:
    report = shared_data / "scorecards" / "nyc_mmr_indicators_fy2016-2023.csv"
    (tmp_path / "empty.toml").write_text("", "utf-8")
    made: BuildResult = build([report], tmp_path / "dataset", tmp_path / "empty.toml")
    app = open_screen("quality", made.location, gaps="true", page="3")
    seen = shown(app)
    assert len(seen.table(CALENDAR).rows) == PAGE + 1
    assert "of 9,112 figures are missing" in seen.text
    (status,) = [row for row in seen.table("How often our rules").rows if row[0] == "Status"]
    app = open_screen("quality", made.location, severity=EVERY, list="2")
    assert f"Findings {FINDINGS + 1} to {2 * FINDINGS} of " in shown(app).text
    assert len(shown(app).table("Findings by cell").rows) == FINDINGS + 1
    explained = seen.table("Each declared word").rows[1:]
    assert f"The first {MOST} of {status[2]}." in seen.text
    assert len(explained) == MOST
