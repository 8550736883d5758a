"""The files that versions were made from are kept by checksum; one switch at a time."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset import lock
from kpi_core.dataset.batches import NOTHING_ADDED, log, recorded, standing
from kpi_core.dataset.checksum import checksum
from kpi_core.dataset.inputs import fetch, keep
from kpi_core.dataset.pack import Inputs, pack
from kpi_core.dataset.place import place
from kpi_core.errors import DatasetError


def test_what_is_kept_is_given_back_and_kept_once(tmp_path: Path) -> None:
    where = place(tmp_path)
    named = keep(where, b"a report")
    assert keep(where, b"a report") == named == checksum(b"a report")
    assert fetch(where, named, "it") == b"a report"
    assert len(list((tmp_path / "inputs").iterdir())) == 1


def test_nothing_is_kept_of_no_catalogue(tmp_path: Path) -> None:
    keep(place(tmp_path), b"")
    assert not (tmp_path / "inputs").exists()


@pytest.mark.parametrize(
    "named", ["sha256:../../etc/passwd", "", "sha256:", "x" * 64, "sha256:" + "A" * 64, "../" * 30]
)
def test_what_is_no_checksum_is_no_path(tmp_path: Path, named: str) -> None:
    with pytest.raises(DatasetError, match="is no checksum"):
        fetch(place(tmp_path), named, "it")


def test_what_is_not_there_or_damaged_is_said(tmp_path: Path) -> None:
    where = place(tmp_path)
    with pytest.raises(DatasetError, match="does not hold the report"):
        fetch(where, checksum(b"never"), "the report")
    named = keep(where, b"whole")
    (tmp_path / "inputs" / named.removeprefix("sha256:")).write_bytes(b"hole")
    with pytest.raises(DatasetError, match="is damaged"):
        fetch(where, named, "the report")


def test_a_version_says_what_it_was_built_from(report_path: Path, tmp_path: Path) -> None:
    catalogue = report_path.parents[1] / "catalogue.toml"
    result = build([report_path], tmp_path, catalogue)
    now = standing(place(tmp_path))
    assert now is not None
    (file,) = now.files
    assert (now.version, file.name, now.batches) == (result.version, report_path.name, ())
    assert fetch(place(tmp_path), file.checksum, "it") == report_path.read_bytes()
    assert fetch(place(tmp_path), str(now.catalogue), "it") == catalogue.read_bytes()


def test_a_place_without_a_dataset_has_nothing_standing(tmp_path: Path) -> None:
    where = place(tmp_path / "none")
    assert standing(where) is None
    assert recorded(where) == NOTHING_ADDED
    assert log(where) == []


def test_a_log_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "imports").mkdir()
    (tmp_path / "imports" / "log.json").write_text("[{", "utf-8")
    with pytest.raises(DatasetError, match=r"imports/log\.json"):
        log(place(tmp_path))


def test_a_build_mends_a_damaged_copy_of_its_inputs(report_path: Path, tmp_path: Path) -> None:
    """As the error about it promises."""
    build([report_path], tmp_path)
    named = checksum(report_path.read_bytes())
    (kept,) = (tmp_path / "inputs").glob(named.removeprefix("sha256:"))
    kept.write_bytes(b"something else")
    with pytest.raises(DatasetError, match="Run 'kpi build' once with the same files"):
        fetch(place(tmp_path), named, "the report")
    build([report_path], tmp_path)
    assert fetch(place(tmp_path), named, "the report") == report_path.read_bytes()


def test_somebody_else_who_switches_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is of an open file, so that threads and processes are alike."""
    where = place(tmp_path)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with (
        lock.locked(where),
        pytest.raises(DatasetError, match="Somebody else is changing"),
        lock.locked(where),
    ):
        pass
    with lock.locked(where):
        pass


def test_a_switch_that_is_called_off_leaves_the_dataset(report_path: Path, tmp_path: Path) -> None:
    before = build([report_path], tmp_path)
    tables = datasets.read(tmp_path).tables
    other = pack(tables, Inputs(b"another catalogue"))
    with pytest.raises(datasets.OvertakenError, match="Nothing was overwritten"):
        datasets.write(place(tmp_path), other, lambda: False)
    assert datasets.current_version(tmp_path) == before.version
    assert datasets.write(place(tmp_path), other, lambda: True) == other.version
