"""The command line, as a person or a script calls it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_core import __version__
from kpi_core.cli.printing import LISTED
from kpi_core.schema import TABLES
from tests.cli.conftest import Kpi
from tests.imports.tables import TABLE


def test_the_command_runs_as_a_program(root: Path) -> None:
    program = [sys.executable, "-c", "from kpi_core.cli import main; main()", "--version"]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"kpi {__version__}\n")


def test_build_writes_the_shipped_report_and_says_what_it_read(kpi: Kpi, tmp_path: Path) -> None:
    done = kpi("build")
    assert (done.returncode, done.stderr) == (0, "")
    assert "18 indicators, 65 own figures, 16 benchmark figures" in done.stdout
    assert "287 cells read: 222 kept, 65 in header lines" in done.stdout
    assert "0 errors, 5 warnings" in done.stdout
    version = (tmp_path / "data" / "CURRENT").read_text().strip()
    assert f"Dataset {version} is written to" in done.stdout
    assert len(list((tmp_path / "data" / version).glob("*.parquet"))) == len(TABLES)


def test_build_twice_gives_the_same_version(kpi: Kpi, tmp_path: Path) -> None:
    kpi("build", "--out", str(tmp_path / "a"))
    kpi("build", "--out", str(tmp_path / "b"))
    files = sorted(
        path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()
    )
    kept = [path for path in files if path.parts[0] == "inputs"]
    assert len(files) - len(kept) == len(TABLES) + 3  # the descriptor, CURRENT and the lock
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_check_writes_nothing(kpi: Kpi, report_path: Path, tmp_path: Path) -> None:
    done = kpi("check", str(report_path))
    assert done.returncode == 0
    assert "commentary-contradicts-value" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_check_says_what_was_understood_before_what_was_found(kpi: Kpi, tmp_path: Path) -> None:
    (tmp_path / "q4.csv").write_text(TABLE)
    said = kpi("check", "q4.csv").stdout
    sentence = "Not used, but kept with their rows: “Goal”."
    assert said.index(sentence) < said.index("0 errors, 1 warning,")
    assert "notes are not shown" in said


def test_R7_check_counts_how_many_declared_words_our_rules_give(kpi: Kpi, tmp_path: Path) -> None:
    rows = "Increase a,9,10,Red\nIncrease b,11,10,Red\nIncrease c,11,10,\n"
    (tmp_path / "q4.csv").write_text(f"Indicator,2019/20 Q4,2019/20 Target,Status\n{rows}")
    said = kpi("check", "q4.csv").stdout
    assert "declared against computed: status 1 of 2 the same, direction none to compare" in said


def test_a_file_that_is_not_read_is_named_once(kpi: Kpi, tmp_path: Path) -> None:
    (tmp_path / "q4.csv").write_bytes(b"")
    done = kpi("check", "q4.csv")
    assert done.stdout.splitlines() == [
        "1 finding: 1 error, 0 warnings, 0 notes",
        (
            "  error [report-unreadable] q4.csv: the file is empty. "
            "Export the table again and check its size."
        ),
    ]


def test_findings_that_are_alike_are_counted_after_the_first(kpi: Kpi, tmp_path: Path) -> None:
    rows = "".join(f"Homes of kind {at},1,2\n" for at in range(LISTED + 2))
    (tmp_path / "q4.csv").write_text(f"Indicator,2019/20 Q3,2019/20 Q4\n{rows}")
    said = [line for line in kpi("check", "q4.csv").stdout.splitlines() if "polarity-unk" in line]
    assert len(said) == LISTED + 1
    assert said[-1].endswith("q4: and 2 more; 'kpi check --format json' lists all")


def test_check_as_json_lists_every_finding(kpi: Kpi, report_path: Path) -> None:
    findings = json.loads(kpi("check", str(report_path), "--format", "json").stdout)
    first = next(f for f in findings if f["rule"] == "commentary-contradicts-status")
    assert first["source_cell"] == "line 4, column 11"
    assert first["severity"] == "warning"


def test_an_error_in_a_report_exits_1_and_the_rest_is_built(kpi: Kpi, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text(
        "Indicator,2019/20 Q3,2019/20 Q4,2019/20 Target,Status\n"
        "Increase visits,10,12..3%,11,Red\n"
        "Increase walks,1,2,3,Purple\n"
        "Increase rides,5,6,7,Red\n"
    )
    done = kpi("build", str(report))
    assert done.returncode == 1
    assert "line 2, column 3" in done.stdout
    assert "12..3%" in done.stdout
    assert "line 3, column 5" in done.stdout
    assert "3 indicators" in done.stdout
    assert (tmp_path / "data" / "CURRENT").is_file()


def test_a_report_that_is_no_table_leaves_the_dataset_as_it_was(kpi: Kpi, tmp_path: Path) -> None:
    kpi("build")
    before = (tmp_path / "data" / "CURRENT").read_text()
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    done = kpi("build", str(empty))
    assert done.returncode == 1
    assert "empty.csv: the file is empty" in done.stderr
    assert (tmp_path / "data" / "CURRENT").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "nowhere.csv"), "There is no file nowhere.csv"),
        (("check", "nowhere.csv"), "There is no file nowhere.csv"),
        (("build", "--nonsense"), "No such option"),
        (("dance",), "No such command"),
        (("serve", "--port", "99999999"), "--port"),
    ],
)
def test_a_wrong_call_exits_2_with_a_sentence(
    kpi: Kpi, arguments: tuple[str, ...], said: str
) -> None:
    done = kpi(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_catalogue_names_file_and_key(kpi: Kpi, report_path: Path, tmp_path: Path) -> None:
    catalogue = tmp_path / "mine.toml"
    catalogue.write_text('[organisations.x]\nname = "X"\ncolour = "red"\n')
    done = kpi("build", str(report_path), "--catalogue", str(catalogue))
    assert done.returncode == 1
    assert "mine.toml" in done.stderr
    assert "organisations.x.colour" in done.stderr


def test_export_writes_the_filtered_table(kpi: Kpi, tmp_path: Path) -> None:
    kpi("build")
    done = kpi("export", "scorecard", "--status", "red", "--direction", "Declining")
    assert done.returncode == 0
    name = "cheshire-west-and-chester_scorecard_2019-20-q4_red-declining.csv"
    text = (tmp_path / name).read_text("utf-8-sig")
    assert text.count("\n") == 2
    assert "Repeat child protection plans" in text


def test_export_filters_by_what_to_know_of_a_row(kpi: Kpi, tmp_path: Path) -> None:
    kpi("build")
    options = ("--caveat", "time lag", "--agreement", "Same", "--fragile", "firm")
    done = kpi("export", "scorecard", *options, "--out", str(tmp_path / "few.csv"))
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "few.csv").read_text("utf-8-sig")
    assert "Repeat domestic abuse incidents" in text
    assert "Adoption" not in text
    wrong = kpi("export", "scorecard", "--caveat", "no such kind")
    assert "is not one of: Time lag, " in wrong.stderr


def test_export_of_a_picture_needs_an_indicator_that_is_there(kpi: Kpi, tmp_path: Path) -> None:
    kpi("build")
    done = kpi("export", "trend", "--indicator", "repeat-referrals", "--out", str(tmp_path))
    assert done.returncode == 0
    assert next(tmp_path.glob("*.png")).read_bytes().startswith(b"\x89PNG")
    wrong = kpi("export", "trend", "--indicator", "nobody")
    assert wrong.returncode == 1
    assert "none with the id 'nobody'" in wrong.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "song"), "There is no export 'song'"),
        (("export", "scorecard", "--format", "mp3"), "'mp3' is not one of them"),
        (("export", "scorecard", "--status", "purple"), "Status 'Purple' is not one of"),
        (("export", "scorecard", "--out", "no/such/folder/file.csv"), "does not exist"),
    ],
)
def test_an_export_that_does_not_exist_is_refused(
    kpi: Kpi, arguments: tuple[str, ...], said: str
) -> None:
    kpi("build")
    done = kpi(*arguments)
    assert done.returncode == 1
    assert said in done.stderr


def test_without_a_dataset_export_says_which_command_makes_one(kpi: Kpi) -> None:
    done = kpi("export", "scorecard")
    assert done.returncode == 1
    assert "kpi build" in done.stderr


def test_list_names_every_export(kpi: Kpi) -> None:
    done = kpi("export", "list")
    assert "trend --indicator ID: Trend (png, svg, pdf)" in done.stdout


def test_the_version_is_the_package_s(kpi: Kpi) -> None:
    assert kpi("--version").stdout == f"kpi {__version__}\n"
