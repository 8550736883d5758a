"""``kpi benchmarks``, as a person calls it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.cli import national_files
from kpi_core.cli.printing import Stages
from kpi_core.national import SourceFile
from tests.cli.conftest import Kpi
from tests.dataset.releases import OURS, REPEAT, files, release

REPORT = "Indicator,2019/20 Q3,2019/20 Q4,Target,Status\nReduce x,12%,11%,10%,Red\n"


def written(folder: Path, given: Sequence[SourceFile]) -> Path:
    folder.mkdir(parents=True)
    for file in given:
        (folder / file.name).write_bytes(file.content)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release in a folder of a folder, as downloads come."""
    written(tmp_path / "downloads" / "tool", files())
    return tmp_path / "downloads"


@pytest.fixture
def data(kpi: Kpi, tmp_path: Path) -> Path:
    """A dataset of one report."""
    report = tmp_path / "report.csv"
    report.write_text(REPORT)
    assert kpi("build", str(report)).returncode in (0, 1)
    return tmp_path / "data"


def test_an_import_gives_an_account_and_builds(kpi: Kpi, folder: Path, data: Path) -> None:
    done = kpi("benchmarks", "import", str(folder))
    given = release()
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"{given.publisher_name}: {given.title} ({given.id})",
        "  2 measures, 4 areas, 7 figures",
        "  missing: suppressed 1",
        "  1 finding: 0 errors, 1 warning, 0 notes",
        f"  warning [{given.findings[0].rule}] {given.findings[0].message}",
        f"Dataset {datasets.current_version(data)} is written to {data}.",
        "Every later build includes these figures.",
    ]
    assert len(datasets.read(data).national.figures(REPEAT)) == 6


def test_progress_is_quiet_where_output_is_no_terminal(kpi: Kpi, folder: Path, data: Path) -> None:
    assert data.is_dir()
    assert kpi("benchmarks", "import", str(folder)).stderr == ""
    assert kpi("benchmarks", "remove", release().id).stderr == ""


def test_a_terminal_is_told_each_stage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with Stages() as stages:
        stages.say("Reading [bold]values[/bold].")
        stages.pause()
        stages.say("Building.")
    said = capsys.readouterr()
    assert said.out == ""
    assert "Reading [bold]values[/bold]." in said.err
    assert "Building." in said.err


def test_where_there_is_no_dataset_the_usual_reports_are_built_first(
    kpi: Kpi, folder: Path, tmp_path: Path
) -> None:
    done = kpi("benchmarks", "import", str(folder))
    assert done.returncode == 0
    assert (
        f"There was no dataset at {tmp_path / 'data'} yet, so it is built of "
        "cheshire-west-and-chester-2019-20-q4.tsv.\n"
    ) in done.stdout
    stored = datasets.read(tmp_path / "data")
    assert len(stored.tables["ratings"]) == 18
    assert stored.national.any


def test_the_same_files_again_are_nothing_to_do(kpi: Kpi, folder: Path, data: Path) -> None:
    kpi("benchmarks", "import", str(folder))
    before = datasets.current_version(data)
    again = kpi("benchmarks", "import", str(folder))
    assert again.returncode == 0
    assert f"({release().id}) is there already" in again.stdout
    assert "There is nothing to do" in again.stdout
    assert datasets.current_version(data) == before


def test_the_same_files_among_others_are_nothing_to_do(kpi: Kpi, folder: Path, data: Path) -> None:
    kpi("benchmarks", "import", str(folder))
    before = datasets.current_version(data)
    (folder / "tool" / "notes.txt").write_text("read me")
    again = kpi("benchmarks", "import", str(folder))
    assert again.returncode == 0
    assert "Not read, as no source knows what it is: notes.txt." in again.stdout
    assert "There is nothing to do" in again.stdout
    assert datasets.current_version(data) == before


def test_releases_are_listed_in_the_order_of_import(
    kpi: Kpi, folder: Path, data: Path, tmp_path: Path
) -> None:
    assert (
        "has no national figures. 'kpi benchmarks import PATH'" in kpi("benchmarks", "list").stdout
    )
    newer = written(tmp_path / "newer", files(("Repeat", "2020", OURS, "17.4")))
    kpi("benchmarks", "import", str(newer))
    kpi("benchmarks", "import", str(folder), "--out", str(data))
    ids = [line.split(":")[0] for line in kpi("benchmarks", "list").stdout.splitlines()[::3]]
    assert ids == [release(("Repeat", "2020", OURS, "17.4")).id, release().id]
    assert "  2 measures, 4 areas, 7 figures and 1 missing" in kpi("benchmarks", "list").stdout


def test_a_release_is_removed(kpi: Kpi, folder: Path, data: Path) -> None:
    before = datasets.current_version(data)
    kpi("benchmarks", "import", str(folder))
    done = kpi("benchmarks", "remove", release().id)
    assert done.returncode == 0
    assert "is taken out." in done.stdout
    assert datasets.current_version(data) == before
    wrong = kpi("benchmarks", "remove", release().id)
    assert wrong.returncode == 2
    assert "It has none." in wrong.stderr


def test_an_import_can_name_another_catalogue(
    kpi: Kpi, folder: Path, data: Path, tmp_path: Path
) -> None:
    known = tmp_path / "mine.toml"
    known.write_text(
        '[organisations.us]\nname = "Us"\n[reports.report]\norganisation = "us"\ntitle = "T"\n'
    )
    kpi("benchmarks", "import", str(folder), "--catalogue", str(known))
    assert datasets.read(data).frame("reports")["organisation"].tolist() == ["us"]
    kpi("benchmarks", "remove", release().id)
    assert datasets.read(data).frame("reports")["organisation"].tolist() == ["us"]


WRONG = {
    "nowhere": "There is no file or folder nowhere.",
    "empty": "There is no file in empty.",
    "prose": "no national figures that are known here",
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_a_sentence_and_changes_nothing(
    kpi: Kpi, data: Path, tmp_path: Path, name: str
) -> None:
    before = datasets.current_version(data)
    (tmp_path / "empty").mkdir()
    written(tmp_path / "prose", [SourceFile("prose.txt", b"how are you?")])
    done = kpi("benchmarks", "import", name)
    assert done.returncode in (1, 2)
    assert WRONG[name] in done.stderr
    assert "Traceback" not in done.stderr
    assert datasets.current_version(data) == before


def test_what_cannot_be_read_makes_no_dataset_either(kpi: Kpi, tmp_path: Path) -> None:
    written(tmp_path / "prose", [SourceFile("prose.txt", b"how are you?")])
    done = kpi("benchmarks", "import", "prose")
    assert (done.returncode, done.stdout) == (1, "")
    assert not (tmp_path / "data").exists()


def test_a_damaged_release_changes_nothing(kpi: Kpi, data: Path, tmp_path: Path) -> None:
    before = datasets.current_version(data)
    cut = [SourceFile(f.name, f.content[: len(f.content) // 2]) for f in files()]
    done = kpi("benchmarks", "import", str(written(tmp_path / "cut", cut)))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert datasets.current_version(data) == before


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        ("MOST_FILES", "4 files are more than the 1 that are read at once"),
        ("MOST_BYTES_EACH", "Name fewer files."),
        ("MOST_BYTES", "Name fewer files."),
    ],
)
def test_more_than_the_bounds_is_refused(
    kpi: Kpi, folder: Path, monkeypatch: pytest.MonkeyPatch, bound: str, said: str
) -> None:
    monkeypatch.setattr(national_files, bound, 1)
    done = kpi("benchmarks", "import", str(folder))
    assert done.returncode == 2
    assert said in done.stderr


def test_hidden_files_are_passed_over_and_a_file_named_twice_counts_once(folder: Path) -> None:
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x").write_text("x")
    (folder / "tool" / ".DS_Store").write_text("x")
    one = folder / "tool" / "values.parquet"
    found = national_files.source_files([folder, one])
    assert [file.name for file in found[str(folder / "tool")]] == sorted(f.name for f in files())
