"""The shipped report and the quarter before it, built together: facts, ratings and findings."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.cli import app
from kpi_core.dataset import Dataset
from kpi_core.schema import INDICATORS
from tests.histories.earlier import (
    FIRST,
    FIRST_TITLE,
    RETIRED,
    SECOND,
    write_catalogue,
    write_earlier,
)

Two = tuple[BuildResult, Dataset]

CHANGES = {
    ("indicator-new", "care-homes-below-good", "note"),
    (
        "indicator-retired",
        "reduce-the-number-of-first-time-entrants-to-the-youth-justice-system",
        "note",
    ),
    ("indicator-renamed", "section-42-enquiries", "note"),
    ("indicator-matched-closely", "placements-out-of-borough", "warning"),
    ("figure-restated", "front-door-decisions-in-1-day", "warning"),
    ("figure-restated", "repeat-domestic-abuse", "note"),
    ("figure-reprinted", "repeat-referrals", "note"),
    ("figure-now-missing", "repeat-child-protection-plans", "warning"),
    ("figure-now-missing", "repeat-domestic-abuse", "warning"),
    ("target-changed", "single-assessments-in-45-days", "warning"),
}

RULES = {rule for rule, *_ in CHANGES}


def test_every_change_that_was_made_is_found_and_no_other(two: Two) -> None:
    result, _ = two
    found = [f for f in result.findings if f.rule in RULES]
    assert {(f.rule, f.indicator, f.severity.value) for f in found} == CHANGES
    assert len(found) == len(CHANGES)
    assert {f.report for f in found} == {SECOND}
    assert all(repr(FIRST_TITLE) in f.message for f in found if f.rule != "indicator-new")
    assert result.exit_code == 0


def test_a_restated_figure_names_both_cells_and_both_texts(two: Two) -> None:
    (finding,) = [f for f in two[0].findings if f.indicator == "front-door-decisions-in-1-day"
                  and f.rule == "figure-restated"]  # fmt: skip
    assert finding.source_cell == "line 6, column 5"
    assert finding.raw == "59.90%"
    for text in ("59.90%", "58.2%", "(line 6, column 5)", "up 1.7 points"):
        assert text in finding.message


def test_the_other_findings_of_the_shipped_report_are_those_it_has_alone(
    two: Two, dataset: BuildResult
) -> None:
    together = [f for f in two[0].findings if f.report == SECOND and f.rule not in RULES]
    assert together == list(dataset.findings)


def test_one_report_alone_has_no_history(dataset: BuildResult) -> None:
    assert dataset.reading.histories == ()
    assert not RULES & {f.rule for f in dataset.findings}


def test_the_history_is_one_line_of_the_build(
    report_path: Path, root: Path, tmp_path: Path, two: Two
) -> None:
    (history,) = two[0].reading.histories
    assert history.sentence == (
        "2 reports of Cheshire West and Chester Council: 17 indicators in common, 1 new, "
        "1 retired, 2 renamed, 2 restated"
    )
    earlier = write_earlier(report_path, tmp_path)
    catalogue = write_catalogue(root / "data" / "catalogue.toml", tmp_path)
    files = [str(earlier), str(report_path), "--catalogue", str(catalogue)]
    for command in (["build", *files, "--out", str(tmp_path / "out")], ["check", *files]):
        said = CliRunner().invoke(app, command).output
        assert history.sentence in said.splitlines()


def test_G1_an_indicator_has_one_id_in_both_reports(stored: Dataset) -> None:
    ratings = stored.frame("ratings")
    by_report = ratings.groupby("report")["indicator"].agg(set)
    assert len(by_report[FIRST]) == len(by_report[SECOND]) == 18
    assert len(by_report[FIRST] & by_report[SECOND]) == 17
    names = stored.frame("indicators").set_index("indicator")["name"]
    assert len(names) == 19
    assert names["placements-out-of-borough"].startswith("Reduce the proportion of LAC who are")
    assert RETIRED in set(names)


def test_G2_both_versions_are_kept_and_the_later_is_the_latest(stored: Dataset) -> None:
    frame = stored.frame("observations")
    mine = frame[frame["indicator"] == "front-door-decisions-in-1-day"]
    q2 = mine[mine["period_label"] == "2019/20 Q2"].set_index("report")
    assert q2["raw"].to_dict() == {FIRST: "58.2%", SECOND: "59.90%"}
    assert q2["is_latest"].to_dict() == {FIRST: False, SECOND: True}
    key = ["subject", "indicator", "period_label", "reported_by"]
    stated = frame[frame["period_label"] != "unknown"]
    assert (stated.groupby(key)["is_latest"].sum() == 1).all()


def test_what_only_the_earlier_report_says_stays_the_latest(stored: Dataset) -> None:
    frame = stored.frame("observations")
    retired = frame[frame["indicator"].str.contains("youth-justice")]
    assert len(retired) == 4
    assert retired["is_latest"].all()


def test_R8_each_report_keeps_its_ratings_with_its_own_target(stored: Dataset) -> None:
    ratings = stored.frame("ratings").set_index(["report", "indicator"])
    assert len(ratings) == 36
    first = ratings.loc[(FIRST, "single-assessments-in-45-days")]
    second = ratings.loc[(SECOND, "single-assessments-in-45-days")]
    assert (first["period_label"], first["target"]) == ("2019/20 Q3", 90.0)
    assert (second["period_label"], second["target"]) == ("2019/20 Q4", 95.0)
    assert "target of 90.0%" in first["status_reason"]
    assert ratings.loc[(FIRST, "repeat-child-protection-plans"), "declared_status"] == "amber"
    assert ratings.loc[(SECOND, "repeat-child-protection-plans"), "declared_status"] == "red"


def test_R8_no_period_that_a_report_rates_is_rated_again(stored: Dataset) -> None:
    ratings, history = stored.frame("ratings"), stored.frame("history_ratings")
    rated = set(zip(ratings["indicator"], ratings["period_label"], strict=True))
    again = set(zip(history["indicator"], history["period_label"], strict=True))
    assert not rated & again
    q3 = history[history["period_label"] == "2019/20 Q3"]
    assert set(q3["indicator"]) == {"care-homes-below-good"}  # the earlier report lacks it


def test_a_corrected_issue_of_the_same_quarter_is_the_latest(
    report_path: Path, root: Path, tmp_path: Path
) -> None:
    """By its publication date, although its id sorts before the first issue's."""
    text = report_path.read_text("utf-8").replace("17.10%", "17.30%")
    corrected = tmp_path / "a-corrected.tsv"
    corrected.write_text(text, "utf-8")
    known = (root / "data" / "catalogue.toml").read_text("utf-8")
    start = known.index(f"[reports.{SECOND}]")
    entry = known[start : known.index("# The themes are ours")]
    again = entry.replace(SECOND, "a-corrected") + "published_on = 2020-07-01\n"
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(known.replace(entry, f"{entry}{again}\n"), "utf-8")
    result = build([corrected, report_path], tmp_path / "out", catalogue)
    stored = datasets.read(tmp_path / "out")
    assert stored.frame("reports")["report"].tolist() == [SECOND, "a-corrected"]
    frame = stored.frame("observations")
    mine = frame[(frame["indicator"] == "repeat-child-protection-plans") & frame["is_latest"]]
    q4 = mine[mine["period_label"] == "2019/20 Q4"]
    assert q4["raw"].tolist() == ["17.30%"]
    found = [(f.rule, f.report) for f in result.findings if f.rule in RULES]
    assert found == [("figure-restated", "a-corrected")]


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_the_files_makes_no_difference(
    report_path: Path, root: Path, tmp_path: Path, stored: Dataset, turned: bool
) -> None:
    files = [write_earlier(report_path, tmp_path), report_path]
    catalogue = write_catalogue(root / "data" / "catalogue.toml", tmp_path)
    result = build(files[::-1] if turned else files, tmp_path / "out", catalogue)
    assert result.version == stored.version


def test_an_indicators_reference_has_a_column(stored: Dataset) -> None:
    assert "reference" in {column.name for column in INDICATORS.columns if column.nullable}
    assert "reference" in stored.frame("indicators")
    fields = next(r for r in stored.descriptor["resources"] if r["name"] == "indicators")
    assert "reference" in {field["name"] for field in fields["schema"]["fields"]}
