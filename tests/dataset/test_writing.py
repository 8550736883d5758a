"""A version is written whole before it becomes the current one; the same inputs give the same."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset.place import Place, place
from kpi_core.errors import DatasetError, ReportError
from kpi_core.schema import TABLES


@pytest.fixture
def catalogue(root: Path) -> Path:
    return root / "data" / "catalogue.toml"


@pytest.fixture
def later(report_path: Path, tmp_path: Path) -> Path:
    """The shipped report with one figure changed, under its own name."""
    changed = tmp_path / "changed" / report_path.name
    changed.parent.mkdir()
    changed.write_bytes(report_path.read_bytes().replace(b"17.10%", b"15.10%"))
    return changed


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_building_twice_gives_the_same_version_and_the_same_bytes(
    report_path: Path, catalogue: Path, tmp_path: Path
) -> None:
    first = build([report_path], tmp_path / "a", catalogue)
    second = build([report_path], tmp_path / "b", catalogue)
    again = build([report_path], tmp_path / "b", catalogue)
    assert first.version == second.version == again.version
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_another_report_or_catalogue_gives_another_version(
    report_path: Path, later: Path, catalogue: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_bytes(catalogue.read_bytes() + b"\n# a remark\n")
    versions = [
        build([report_path], tmp_path, catalogue).version,
        build([later], tmp_path, catalogue).version,
        build([report_path], tmp_path, other).version,
        build([report_path], tmp_path, None).version,
    ]
    assert len(set(versions)) == 4


def test_an_older_version_stays_readable_by_its_name(
    report_path: Path, later: Path, catalogue: Path, tmp_path: Path
) -> None:
    old = build([report_path], tmp_path / "out", catalogue)
    new = build([later], tmp_path / "out", catalogue)
    assert datasets.current_version(tmp_path / "out") == new.version
    values = [
        datasets.read(tmp_path / "out", version).frame("ratings")["value"][0]
        for version in (old.version, None)
    ]
    assert values == [17.1, 15.1]


@pytest.mark.parametrize("writes", range(len(TABLES) + 3))
def test_a_failure_at_any_write_leaves_the_previous_dataset(
    report_path: Path,
    later: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writes: int,
) -> None:
    """The kept report, each table, the descriptor and CURRENT: the disk is full after any."""
    before = build([report_path], tmp_path / "out")
    real, done = Place.write, []

    def full(self: Place, content: bytes, *parts: str) -> None:
        if len(done) == writes:
            raise OSError(28, "No space left on device")
        done.append(parts)
        real(self, content, *parts)

    monkeypatch.setattr(Place, "write", full)
    with pytest.raises(DatasetError, match=r"cannot be written .*No space left"):
        build([later], tmp_path / "out")
    assert datasets.read(tmp_path / "out").version == before.version
    assert not list((tmp_path / "out").rglob("*.part"))


def test_current_is_written_after_everything_else(
    report_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real = Place.write

    def noted(self: Place, content: bytes, *parts: str) -> None:
        order.append(parts[-1])
        real(self, content, *parts)

    monkeypatch.setattr(Place, "write", noted)
    build([report_path], tmp_path)
    assert order[-2:] == ["datapackage.json", "CURRENT"]
    assert len(order) == len(TABLES) + 3


BUILD_IN_TURN = (
    "from kpi_core.build import build\n"
    "ready.set()\n"
    "for turn in range(10_000):\n"
    "    build([reports[turn % 2]], out)\n"
)


@contextmanager
def builds_in_turn(reports: list[Path], out: Path) -> Iterator[None]:
    """A process of its own that builds one report after the other, killed at the end."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kpi_core.build"])
    ready = context.Event()
    names = {"ready": ready, "reports": reports, "out": out}
    process = context.Process(target=exec, args=(BUILD_IN_TURN, names))
    process.start()
    assert ready.wait(60)
    try:
        yield
    finally:
        process.kill()
        process.join()


def test_a_build_killed_at_any_moment_leaves_a_readable_dataset(
    report_path: Path, later: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build([report_path], out)
    for moment in (0, 0.01, 0.03, 0.07, 0.12, 0.2):
        with builds_in_turn([report_path, later], out):
            time.sleep(moment)
        assert datasets.read(out).frame("ratings")["value"][0] in (17.1, 15.1)


def test_reading_never_sees_half_a_build(report_path: Path, later: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([report_path], out)
    seen = set()
    with builds_in_turn([report_path, later], out):
        start = time.monotonic()
        while (spent := time.monotonic() - start) < 0.5 or (len(seen) < 2 and spent < 20):
            seen.add(datasets.read(out).frame("ratings")["value"][0])
    assert seen == {17.1, 15.1}


def test_a_file_is_put_in_place_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = place(tmp_path)
    where.write(b"before", "file")

    def interrupted(self: Path, _target: str) -> None:
        assert self.read_bytes() == b"after"
        raise OSError("interrupted")

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(OSError, match="interrupted"):
        where.write(b"after", "file")
    assert contents(tmp_path) == {"file": b"before"}


def test_a_file_system_address_works_like_a_folder(report_path: Path, tmp_path: Path) -> None:
    address = f"file://{tmp_path / 'remote'}"
    result = build([report_path], address)
    assert datasets.read(address).version == result.version
    assert datasets.read(tmp_path / "remote").version == result.version


def test_an_unreadable_report_leaves_the_previous_dataset(
    report_path: Path, tmp_path: Path
) -> None:
    before = build([report_path], tmp_path / "out")
    empty = tmp_path / "empty.csv"
    empty.touch()
    with pytest.raises(ReportError, match=r"empty\.csv"):
        build([empty], tmp_path / "out")
    assert datasets.current_version(tmp_path / "out") == before.version


def test_a_place_that_cannot_be_written_is_a_sentence(report_path: Path, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("not a folder", "utf-8")
    with pytest.raises(DatasetError, match=r"cannot be written"):
        build([report_path], occupied)
