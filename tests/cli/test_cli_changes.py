"""``kpi changes``, as a person calls it."""

import json
from pathlib import Path

from kpi_core.build import build
from tests.cli.conftest import Kpi
from tests.histories.every_change import write_every_change


def test_files_are_read_and_told_in_sentences(kpi: Kpi, tmp_path: Path) -> None:
    files, catalogue = write_every_change(tmp_path)
    done = kpi("changes", *map(str, files), "--catalogue", str(catalogue))
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[1] == (
        "1 new red, 1 worse but not red, 1 recovery, 1 better still; 11 of 17 indicators keep "
        "their status"
    )
    at = lines.index("One new red")
    assert lines[at + 1] == (
        "  Reduce missed bins: red, was green in 2019/20 Q3; 12 against a target of 10, was 9."
    )
    assert not (tmp_path / "data").exists()


def test_programs_get_the_same_sentences(kpi: Kpi, tmp_path: Path) -> None:
    files, catalogue = write_every_change(tmp_path)
    asked = ("changes", *map(str, files), "--catalogue", str(catalogue))
    (report,) = json.loads(kpi(*asked, "--format", "json").stdout)
    text = kpi(*asked).stdout
    assert len(report["changes"]) == 17
    assert (report["report"], report["kept"], report["indicators"]) == ("upper-tamar-q4", 11, 17)
    for change in (*report["changes"], *report["not_compared"]):
        assert f"  {change['sentence']}\n" in text
        assert all(f"    {note}\n" in text for note in change["notes"])
    assert report["changes"][0]["kind"] == "new_red"


def test_a_dataset_is_told_where_no_file_is_named(kpi: Kpi, tmp_path: Path) -> None:
    files, catalogue = write_every_change(tmp_path)
    build(files, tmp_path / "elsewhere", catalogue)
    done = kpi("changes", "--dataset", str(tmp_path / "elsewhere"), "--report", "upper-tamar-q3")
    assert done.returncode == 0
    assert "No status changed; 15 of 16 indicators keep their status" in done.stdout
    assert "Looked for and not found: new reds" in done.stdout


def test_each_organisation_has_its_newest_report(kpi: Kpi, tmp_path: Path) -> None:
    table = "Indicator,2019/20 Q4,2019/20 Target,Status\nIncrease x,9,9,Green\n"
    for name in ("north", "south"):
        (tmp_path / f"{name}.csv").write_text(f"{name.title()} Council\n{table}", "utf-8")
    done = kpi("changes", str(tmp_path / "north.csv"), str(tmp_path / "south.csv"))
    assert done.stdout.count("There is no earlier report of this organisation") == 2


def test_a_file_that_cannot_be_read_is_said_beside_the_others(kpi: Kpi, tmp_path: Path) -> None:
    files, catalogue = write_every_change(tmp_path)
    (tmp_path / "junk.csv").write_text("nothing here")
    junk = str(tmp_path / "junk.csv")
    done = kpi("changes", str(files[2]), junk, "--catalogue", str(catalogue))
    assert done.returncode == 1
    assert "junk.csv: no scorecard table was found" in done.stderr
    assert "upper" in done.stdout.lower()
    done = kpi("changes", junk, "--catalogue", str(catalogue))
    assert (done.returncode, done.stdout) == (1, "")


def test_no_dataset_and_no_file_is_said(kpi: Kpi) -> None:
    done = kpi("changes")
    assert done.returncode == 1
    assert "There is no dataset" in done.stderr
