"""``kpi catalogue suggest``, as a person calls it."""

from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from tests.cli.conftest import Kpi

REPORT = (
    "Upper Tamar Council\nIndicator,2019/20 Q4,2019/20 Target,Status\n"
    "Reduce waits,2%,3%,On track\nVisits,2,3,Green\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "tamar.csv"
    path.write_text(REPORT)
    return path


def test_it_prints_a_catalogue_and_writes_nothing(kpi: Kpi, report: Path, tmp_path: Path) -> None:
    done = kpi("catalogue", "suggest", str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert list(catalogues.read(done.stdout.encode(), "printed").reports) == ["tamar"]
    assert list(tmp_path.iterdir()) == [report]


def test_it_writes_a_new_file_that_build_accepts(kpi: Kpi, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.toml"
    done = kpi("catalogue", "suggest", str(report), "--out", str(out))
    assert done.returncode == 0
    assert f"--catalogue {out}" in done.stdout
    out.write_text(out.read_text("utf-8").replace('# "On track" = "?"', '"On track" = "green"'))
    checked = kpi("check", str(report), "--catalogue", str(out))
    assert "2 indicators" in checked.stdout
    assert "catalogue-" not in checked.stdout


def test_a_file_that_is_there_is_never_overwritten(kpi: Kpi, report: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine.toml"
    out.write_text("# precious")
    done = kpi("catalogue", "suggest", str(report), "--out", str(out))
    assert done.returncode == 2
    assert "is there already and is not overwritten" in done.stderr
    assert out.read_text() == "# precious"


def test_what_the_catalogue_says_is_not_repeated(kpi: Kpi, report_path: Path) -> None:
    done = kpi("catalogue", "suggest", str(report_path))  # the default catalogue lists it all
    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if line and line[0] != "#"] == []


def test_an_own_catalogue_is_the_one_that_is_not_repeated(
    kpi: Kpi, report: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.toml"
    known.write_text('[organisations.upper-tamar-council]\nname = "Upper Tamar Council"\n')
    done = kpi("catalogue", "suggest", str(report), "--catalogue", str(known))
    assert "[organisations." not in done.stdout
    assert "[reports.tamar]" in done.stdout


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_suggested(
    kpi: Kpi, report: Path, tmp_path: Path
) -> None:
    (tmp_path / "junk.csv").write_text("nothing here")
    done = kpi("catalogue", "suggest", str(report), str(tmp_path / "junk.csv"))
    assert done.returncode == 1
    assert "junk.csv: no scorecard table was found" in done.stderr
    assert "\n# [reports.junk]\n" in done.stdout
    assert list(catalogues.read(done.stdout.encode(), "printed").reports) == ["tamar"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.csv",), "There is no file nowhere.csv"),
        ((), "Missing argument"),
        (("tamar.csv", "--out", "no/such/folder/x.toml"), "cannot be written: No such file"),
        (("tamar.csv", "--out", "."), "is there already"),
    ],
)
def test_a_wrong_call_exits_2(
    kpi: Kpi, report: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = kpi("catalogue", "suggest", *arguments)
    assert report.is_file()
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
