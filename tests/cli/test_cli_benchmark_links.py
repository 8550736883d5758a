"""kpi benchmarks suggest: evidence and lines to paste, and nothing is written."""

import tomllib
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from tests.cli.conftest import Kpi
from tests.national.small_release import FILES


@pytest.fixture
def imported(kpi: Kpi, report_path: Path, tmp_path: Path) -> Kpi:
    """The shipped report's dataset with a small national release."""
    folder = tmp_path / "release"
    folder.mkdir()
    for file in FILES:
        (folder / file.name).write_bytes(file.content)
    assert kpi("build", str(report_path)).returncode == 0
    assert kpi("benchmarks", "import", str(folder)).returncode == 0
    return kpi


def test_a_link_is_proposed_with_its_evidence_and_a_line_of_toml(imported: Kpi) -> None:
    done = imported("benchmarks", "suggest")
    assert done.returncode == 0
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert "2018/19 Q4: 16.0% here, 15.9% published for 2018/19 (0.1 points lower)" in lines
    assert "2019/20 Q4: 17.10% here, 17.1% published for 2019/20 (the same)" in lines
    (pasted,) = [line for line in lines if line.startswith("national_measure")]
    assert tomllib.loads(pasted) == {"national_measure": "lait/PrevRegCPR"}
    assert done.stdout.count("Nothing is proposed") == 17


def test_nothing_is_written(imported: Kpi, tmp_path: Path) -> None:
    """But the mark of when a version was last read, which every reading leaves."""

    def kept() -> dict[Path, bytes]:
        files = (path for path in tmp_path.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files if path.parent.name != "reads"}

    before = kept()
    imported("benchmarks", "suggest", "--organisation", "cheshire-west-and-chester")
    assert kept() == before


def test_another_organisation_is_refused_with_the_one_that_was_meant(imported: Kpi) -> None:
    done = imported("benchmarks", "suggest", "--organisation", "cheshire-west-chester")
    assert done.returncode == 2
    assert "did you mean cheshire-west-and-chester?" in done.stderr


def test_without_national_figures_it_says_what_to_do(kpi: Kpi, report_path: Path) -> None:
    kpi("build", str(report_path))
    done = kpi("benchmarks", "suggest")
    assert done.returncode == 2
    assert "kpi benchmarks import PATH" in done.stderr


@pytest.mark.usefixtures("imported")
def test_S9_S14_a_build_with_national_figures_holds_vintages_and_later_figures(
    tmp_path: Path,
) -> None:
    stored = datasets.read(str(tmp_path / "data"))
    findings = stored.frame("findings").query("rule == 'benchmark-vintage'")
    cell, commentary = findings["message"]
    assert "England 20% fit 2017/18 (20.7% and 20.2% published)" in cell
    assert commentary == (
        "The commentary: England 21%, North West 22% and Statistical neighbours 24% fit nothing "
        "published up to 2019/20."
    )
    assert findings["severity"].tolist() == ["warning", "note"]
    later = stored.frame("later_figures")
    assert later["sentence"].tolist() == [
        "Published later as 15.9%, reported then as 16.0%: 0.1 points lower.",
        "Published later as 17.1%, as it was reported.",
    ]
    assert len(stored.frame("vintages")) == 14
