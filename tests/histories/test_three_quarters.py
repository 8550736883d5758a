"""Three quarters of one council as a workbook, a document and a table of text, built together."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.cli import app
from kpi_core.dataset import Dataset
from kpi_core.web.screens import SCREENS, screen
from kpi_core.web.serve import SHELL
from tests.histories.quarters import (
    COUNCIL,
    EARLIER_NAME,
    MOVED,
    NEW,
    Q2,
    Q3,
    Q4,
    QUARTERS,
    RENAMED,
    RESTATED,
    RETIRED,
    write_quarters,
)
from tests.screens.reading import Shown, shown

Quarters = tuple[BuildResult, Dataset]

OpenScreen = Callable[..., Shown]

CHANGES = {
    (Q3.report, "figure-restated", RESTATED),
    (Q3.report, "target-changed", MOVED),
    (Q3.report, "indicator-matched-closely", RENAMED),
    (Q4.report, "indicator-retired", RETIRED),
    (Q4.report, "indicator-new", NEW),
}

RULES = {rule for _, rule, _ in CHANGES} | {
    *("indicator-renamed", "indicator-returned", "figure-now-missing", "figure-now-given"),
    *("polarity-changed", "unit-changed", "status-disagrees", "direction-disagrees"),
    *("status-unknown", "direction-unknown"),
}


def together(shipped: Path, folder: Path, catalogue: Path | None, last: str = "tsv") -> Quarters:
    files = write_quarters(shipped, folder, last)
    if catalogue is None:
        catalogue = folder / "empty.toml"
        catalogue.write_text("", "utf-8")
    result = build(files, folder / "dataset", catalogue)
    return result, datasets.read(folder / "dataset")


@pytest.fixture(scope="module", params=["without a catalogue", "with the catalogue", "as PDF"])
def three(
    report_path: Path,
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Quarters:
    folder = tmp_path_factory.mktemp("three")
    known = root / "data" / "catalogue.toml" if request.param == "with the catalogue" else None
    last = "pdf" if request.param == "as PDF" else "tsv"
    return together(report_path, folder, known, last)


@pytest.fixture(scope="module")
def plain(report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return together(report_path, tmp_path_factory.mktemp("plain"), None)[1]


@pytest.fixture
def open_screen(plain: Dataset, monkeypatch: pytest.MonkeyPatch) -> OpenScreen:
    # a run of the app leaves itself as the main module, which new processes would start again
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])

    def run(key: str = "overview", dataset: Dataset = plain, **query: object) -> Shown:
        monkeypatch.setenv("KPI_DATASET", dataset.location)
        made = AppTest.from_file(str(SHELL), default_timeout=30)
        made.query_params.update(query)
        made.run()
        if screen(key).url:
            made.switch_page(str(screen(key).file))
            made.query_params.update(query)
            made.run()
        return shown(made)

    return run


def id_of(dataset: Dataset, name: str) -> str:
    frame = dataset.frame("indicators")
    return str(frame[frame["name"].str.startswith(name)]["indicator"].iloc[0])


def test_one_council_is_told_from_the_title_lines(three: Quarters) -> None:
    reports = three[1].frame("reports")
    assert reports["organisation"].nunique() == 1
    assert set(reports["organisation_name"]) == {COUNCIL}
    assert reports["report"].tolist() == [quarter.report for quarter in QUARTERS]
    assert reports["title"].tolist() == [quarter.title for quarter in QUARTERS]


def test_the_catalogues_entries_hold_for_a_council_that_a_title_names(
    report_path: Path, root: Path, tmp_path: Path
) -> None:
    catalogue = root / "data" / "catalogue.toml"
    files = [*write_quarters(report_path, tmp_path)[:2], report_path]
    build(files, tmp_path / "out", catalogue)
    stored = datasets.read(tmp_path / "out")
    assert set(stored.frame("reports")["organisation"]) == {"cheshire-west-and-chester"}
    titles = stored.frame("indicators").set_index("indicator")["title"]
    assert titles["front-door-decisions-in-1-day"] == "Front door decisions within 1 working day"
    assert len(titles) == 19


def test_every_change_between_the_quarters_is_found_and_no_other(three: Quarters) -> None:
    result, stored = three
    names = stored.frame("indicators").set_index("indicator")["name"]
    found = [f for f in result.findings if f.rule in RULES]
    said = {(f.report, f.rule, str(names[f.indicator])) for f in found}
    assert len(found) == len(CHANGES)
    for report, rule, name in CHANGES:
        assert any(r == report and u == rule and n.startswith(name) for r, u, n in said), rule
    (history,) = result.reading.histories
    assert history.sentence == (
        f"3 reports of {COUNCIL}: 17 indicators in common, 1 new, 1 retired, 1 renamed, 1 restated"
    )


def test_a_renamed_indicator_is_one_with_the_newest_wording(three: Quarters) -> None:
    stored = three[1]
    ratings = stored.frame("ratings")
    renamed = ratings[ratings["indicator"] == id_of(stored, RENAMED)]
    assert renamed["report"].tolist() == [quarter.report for quarter in QUARTERS]
    assert EARLIER_NAME not in set(stored.frame("indicators")["name"])


def test_R8_each_quarter_keeps_its_target_and_its_word(three: Quarters) -> None:
    stored = three[1]
    ratings = stored.frame("ratings")
    moved = ratings[ratings["indicator"] == id_of(stored, MOVED)].set_index("report")
    assert moved["target"].to_dict() == {Q2.report: 90.0, Q3.report: 95.0, Q4.report: 95.0}
    assert moved["declared_status_raw"].to_dict() == {
        Q2.report: "R",
        Q3.report: "Red",
        Q4.report: "Red",
    }
    assert set(moved["declared_status"]) == {"red"}
    assert "target of 90" in moved.loc[Q2.report, "status_reason"]


def test_the_legends_letters_are_statuses(three: Quarters) -> None:
    ratings = three[1].frame("ratings")
    first = ratings[ratings["report"] == Q2.report]
    read = set(
        zip(first["declared_status_raw"].dropna(), first["declared_status"].dropna(), strict=True)
    )
    assert read == {("R", "red"), ("A", "amber"), ("G", "green")}


def test_G2_only_the_restated_figure_has_two_values(three: Quarters) -> None:
    frame = three[1].frame("observations")
    council = three[1].frame("reports")["organisation"].iloc[0]
    own = frame[(frame["subject"] == council) & frame["value"].notna()]
    several = own.groupby(["indicator", "period_label"])["value"].nunique()
    assert several[several > 1].index.tolist() == [(id_of(three[1], RESTATED), "2019/20 Q1")]
    latest = own.groupby(["indicator", "period_label"])["is_latest"].sum()
    assert set(latest) == {1}


def test_a_further_column_is_kept_with_the_report_that_has_it(three: Quarters) -> None:
    extras = three[1].frame("extras")
    assert set(extras["report"]) == {Q2.report}
    assert set(extras["heading"]) == {"Data source"}
    assert len(extras) == 18


def test_every_report_can_be_exported_and_checked(
    plain: Dataset, report_path: Path, tmp_path: Path
) -> None:
    runner = CliRunner()
    for quarter in QUARTERS:
        out = tmp_path / f"{quarter.report}.json"
        asked = ["--dataset", plain.location, "--report", quarter.report, "--out", str(out)]
        made = runner.invoke(app, ["export", "scorecard", "--format", "json", *asked])
        assert made.exit_code == 0, made.output
        assert quarter.title in json.dumps(json.loads(out.read_text("utf-8")))
    files = [str(path) for path in write_quarters(report_path, tmp_path)]
    checked = runner.invoke(app, ["check", *files, "--catalogue", str(tmp_path / "none.toml")])
    assert checked.exit_code != 0  # a catalogue that is named has to be there
    (tmp_path / "empty.toml").write_text("", "utf-8")
    checked = runner.invoke(app, ["check", *files, "--catalogue", str(tmp_path / "empty.toml")])
    assert checked.exit_code == 0, checked.output
    assert "17 indicators in common, 1 new, 1 retired, 1 renamed, 1 restated" in checked.output


def test_the_screens_name_the_report_and_mark_the_restated_figure(
    open_screen: OpenScreen, plain: Dataset
) -> None:
    front = open_screen("indicator", indicator=id_of(plain, RESTATED)).table("Every figure")
    (q1,) = [row for row in front.rows if row[0] == "2019/20 Q1"]
    assert q1[1] == f"61.5% restated, was 60.2% in {Q2.title}"
    overview = open_screen(report=Q2.report)
    assert f"{COUNCIL}, {Q2.title}" in overview.text
    retired = open_screen("changes").link(RETIRED)
    assert retired.query["report"] == [Q3.report]


@pytest.mark.parametrize("key", [entry.key for entry in SCREENS])
def test_every_link_of_the_oldest_report_stays_with_it(open_screen: OpenScreen, key: str) -> None:
    seen = open_screen(key, report=Q2.report)
    choices = {"2019/20 Q4", "2019/20 Q3", "2019/20 Q2"}
    others = [link for link in seen.links if link.name not in choices and link.href != "api/v1/"]
    said = {link.query["report"][0] for link in others}
    assert said == {Q2.report}
