"""``kpi changes --since``: one version of the dataset against the current one."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kpi_core.build import build
from tests.cli.conftest import Kpi
from tests.histories.every_change import write_every_change

SCHEME = """
[status_schemes.narrow]
version = 1
kind = "relative"
amber_within = 0.01
description = "Amber within one per cent of the target."
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[list[Path], Path]:
    """The reports of three quarters, and their catalogue."""
    return write_every_change(tmp_path)


def built(place: Path, files: list[Path], catalogue: Path) -> str:
    return build(files, place / "data", catalogue).version


def changed(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


def told(kpi: Kpi, version: str) -> dict[str, Any]:
    done = kpi("changes", "--since", version, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_nothing_is_told_of_a_version_against_itself(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    version = built(tmp_path, *files)
    assert told(kpi, version) == {
        "since": version,
        "version": version,
        "changed": False,
        "unchanged_reports": 3,
        "reports": [],
    }
    said = kpi("changes", "--since", version).stdout
    assert said == "3 reports are the same in both versions.\n"


def test_a_new_report_is_told_by_its_briefing(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports[:2], catalogue)
    after = built(tmp_path, reports, catalogue)
    (briefed,) = json.loads(kpi("changes", "--format", "json").stdout)
    found = told(kpi, before)
    assert (found["version"], found["unchanged_reports"]) == (after, 2)
    (report,) = found["reports"]
    assert (report["what"], report["report"], report["revisions"]) == ("new", "upper-tamar-q4", [])
    assert report["briefing"] == briefed
    assert report["headline"] == briefed["headline"]


def test_a_corrected_file_is_told_figure_by_figure(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports, catalogue)
    changed(reports[2], ("12,10,Red", "13,10,Red"), ("49%,50%,Amber", "49%,50%,Green"))
    built(tmp_path, reports, catalogue)
    (report,) = told(kpi, before)["reports"]
    assert (report["what"], report["other_file"]) == ("revised", True)
    sentences = [revision["sentence"] for revision in report["revisions"]]
    assert sentences[:2] == [
        "Increase recycling: declared status green, was amber.",
        "Reduce missed bins: 2019/20 Q4: 13, was 12.",
    ]
    kinds = [revision["kind"] for revision in report["revisions"]]
    assert kinds == sorted(kinds, key=["status", "figure", "found", "resolved"].index)
    assert "found" in kinds
    (figure,) = [revision for revision in report["revisions"] if revision["kind"] == "figure"]
    assert (figure["indicator"], figure["now"], figure["then"]) == (
        "reduce-missed-bins",
        "13",
        "12",
    )


def test_a_figure_that_is_gone_and_one_that_came_are_told(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports, catalogue)
    changed(reports[2], ("12,10,Red", "-,10,"), ("9,n/a,9", "9,8,9"))
    built(tmp_path, reports, catalogue)
    (report,) = told(kpi, before)["reports"]
    figures = [r["sentence"] for r in report["revisions"] if r["kind"] == "figure"]
    assert figures == [
        "Reduce missed bins: 2019/20 Q4: no figure (printed as a dash), was 12.",
        "Increase bus journeys: 2019/20 Q4: 8, was no figure (not available).",
    ]


def test_another_catalogue_gives_other_ratings_of_the_same_file(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports, catalogue)
    changed(catalogue, ('title = "Adult learners"', 'title = "Adults who learn"'))
    built(tmp_path, reports, catalogue)
    # a title is no change of a figure or a rating
    assert told(kpi, before)["changed"] is False
    catalogue.write_text(catalogue.read_text("utf-8") + SCHEME, "utf-8")
    changed(catalogue, ('quarter 4"\n', 'quarter 4"\nstatus_scheme = "narrow"\n'))
    built(tmp_path, reports, catalogue)
    (report,) = told(kpi, before)["reports"]
    assert (report["report"], report["other_file"]) == ("upper-tamar-q4", False)
    assert report["basis"].startswith("The report is the same file as before")
    (status,) = [r for r in report["revisions"] if r["kind"] == "status"]
    assert status["sentence"] == "Increase recycling: status computed by us red, was amber."
    assert "49% against a target of 50%" in status["notes"][0]


def test_findings_come_and_go_whatever_their_wording_and_place(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports, catalogue)
    head, first, *rest = reports[2].read_text("utf-8").splitlines(keepends=True)
    reports[2].write_text("".join([head, *rest, first]), "utf-8")
    built(tmp_path, reports, catalogue)
    # every cell moved, and nothing that was found changed
    assert told(kpi, before)["changed"] is False


def test_indicators_that_come_and_go_within_a_report_are_told(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports[2:], catalogue)
    changed(reports[2], ("Increase evening classes", "Reduce fly tipping"))
    built(tmp_path, reports[2:], catalogue)
    (report,) = told(kpi, before)["reports"]
    said = {r["kind"]: r["sentence"] for r in report["revisions"]}
    assert said["added"] == (
        "Reduce fly tipping: in this report, where the earlier version had no such indicator."
    )
    assert said["removed"] == "Increase evening classes: not in this report any more."


def test_a_file_of_the_same_name_for_another_period_is_a_new_report(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    """A system that writes ``scorecard.csv`` each quarter overwrites the one before."""
    reports, catalogue = files
    shutil.copy(reports[1], tmp_path / "scorecard.csv")
    text = catalogue.read_text("utf-8").replace("upper-tamar-q3]", "scorecard]")
    catalogue.write_text(text, "utf-8")
    before = built(tmp_path, [tmp_path / "scorecard.csv"], catalogue)
    shutil.copy(reports[2], tmp_path / "scorecard.csv")
    changed(catalogue, ('"2019/20 Q3"', '"2019/20 Q4"'))
    built(tmp_path, [tmp_path / "scorecard.csv"], catalogue)
    (report,) = told(kpi, before)["reports"]
    assert (report["what"], report["period"]) == ("new", "2019/20 Q4")


def test_a_report_that_is_gone_is_told(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports[:2], catalogue)
    built(tmp_path, reports[:1], catalogue)
    (report,) = told(kpi, before)["reports"]
    assert (report["what"], report["headline"]) == (
        *("removed", "This report is not in the dataset any more."),
    )


@pytest.mark.parametrize("output", ["text", "md", "html"])
def test_every_format_says_every_sentence(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path], output: str
) -> None:
    reports, catalogue = files
    before = built(tmp_path, reports[:2], catalogue)
    changed(reports[1], ("96,100,Amber", "97,100,Red"))
    built(tmp_path, reports, catalogue)
    revised, new = told(kpi, before)["reports"]
    done = kpi("changes", "--since", before, "--format", output)
    assert done.returncode == 0
    for change in (*revised["revisions"], *new["briefing"]["changes"]):
        assert change["title"] in done.stdout
        assert change["sentence"].split("'")[0] in done.stdout


def test_an_unknown_version_is_one_sentence(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path]
) -> None:
    built(tmp_path, *files)
    done = kpi("changes", "--since", "v1-000000000000")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "holds no version v1-000000000000" in done.stderr
    done = kpi("changes", "--since", "yesterday")
    assert done.returncode == 1
    assert "'yesterday' is no name of a dataset version" in done.stderr


def test_files_and_versions_cannot_be_asked_for_together(kpi: Kpi) -> None:
    done = kpi("changes", "report.csv", "--since", "v1-000000000000")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--since compares two versions whole" in done.stderr


@pytest.mark.parametrize("output", ["md", "html"])
def test_the_newest_report_comes_in_these_formats_too(
    kpi: Kpi, tmp_path: Path, files: tuple[list[Path], Path], output: str
) -> None:
    built(tmp_path, *files)
    done = kpi("changes", "--format", output)
    assert done.returncode == 0
    assert "What is new since the last report" in done.stdout
    assert "1 new red, 1 worse but not red" in done.stdout
