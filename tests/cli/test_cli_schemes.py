"""``kpi schemes infer``, as a person calls it."""

import json
from pathlib import Path

from tests.cli.conftest import Kpi

ROWS = "Increase visits,95,100,Amber\nReduce waits,12,10,Red\nIncrease calls,9,9,Green\n"


def written(folder: Path, rows: str = ROWS) -> str:
    path = folder / "tamar.csv"
    path.write_text(f"Upper Tamar Council\nIndicator,2019/20 Q4,2019/20 Target,Status\n{rows}")
    return str(path)


def test_S3_the_shipped_report_in_sentences(kpi: Kpi, report_path: Path) -> None:
    done = kpi("schemes", "infer", str(report_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "with a tolerance from 4.00% to under 6.88%" in done.stdout
    assert "the report cannot decide between them" in done.stdout
    assert "our reading" in done.stdout


def test_S4_programs_get_exact_fractions(kpi: Kpi, report_path: Path) -> None:
    done = kpi("schemes", "infer", str(report_path), "--format", "json")
    (report,) = json.loads(done.stdout)
    (status,) = [scheme for scheme in report["status"]["schemes"] if scheme["found"]]
    assert (status["width"], status["from"], status["to_under"]) == ("relative", "1/25", "11/160")
    fits = [scheme for scheme in report["direction"]["schemes"] if scheme["found"]]
    assert [(s["from"], s["to_under"]) for s in fits] == [("2/81", "37/709"), ("7/10", "37/10")]


def test_it_exits_0_if_something_fits(kpi: Kpi, tmp_path: Path) -> None:
    done = kpi("schemes", "infer", written(tmp_path))
    assert done.returncode == 0
    assert "Direction: Cannot be told. No direction is declared" in done.stdout


def test_it_exits_1_if_nothing_can_be_told(kpi: Kpi, tmp_path: Path) -> None:
    done = kpi("schemes", "infer", written(tmp_path, "Increase visits,95,90,Green\n"))
    assert done.returncode == 1
    assert "Status: Cannot be told. Every status that can be used is green" in done.stdout


def test_a_file_that_cannot_be_read_is_said_beside_the_others(kpi: Kpi, tmp_path: Path) -> None:
    (tmp_path / "junk.csv").write_text("nothing here")
    done = kpi("schemes", "infer", written(tmp_path), str(tmp_path / "junk.csv"))
    assert done.returncode == 1
    assert "junk.csv: no scorecard table was found" in done.stderr
    assert "Status: All 3 declared statuses" in done.stdout


def test_a_file_that_is_not_there_is_a_wrong_call(kpi: Kpi) -> None:
    done = kpi("schemes", "infer", "nowhere.csv")
    assert done.returncode == 2
    assert "There is no file nowhere.csv" in done.stderr
