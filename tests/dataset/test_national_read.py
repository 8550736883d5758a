"""National figures are read a measure at a time, and change nothing of what reports say."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core import dataset as datasets
from kpi_core import schema
from kpi_core.build import Reading, build, check, pack
from kpi_core.dataset.merged import Merged, merge
from kpi_core.dataset.place import Place, place
from kpi_core.dataset.releases import KeptRelease, keep_release
from kpi_core.errors import DatasetError
from kpi_core.national import Release
from tests.dataset.releases import REPEAT, WAITS, add_releases, release
from tests.imports.tables import TABLE


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "built.csv"
    path.write_text(TABLE.replace("Goal", "Target"), "utf-8")
    return path


@pytest.fixture(scope="module")
def reading(report: Path) -> Reading:
    return check([report])


@pytest.fixture
def where(report: Path, tmp_path: Path) -> Place:
    build([report], tmp_path / "dataset")
    return place(tmp_path / "dataset")


def test_reports_and_measures_have_row_groups_of_their_own(where: Place) -> None:
    done = add_releases(where, [release()])
    file = pq.ParquetFile(Path(where.name) / done.version / "observations.parquet")
    groups = [file.read_row_group(n)["indicator"].to_pylist() for n in range(file.num_row_groups)]
    assert [len(group) for group in groups] == [9, 6, 2]
    assert [set(group) for group in groups[1:]] == [{REPEAT}, {WAITS}]


def test_frames_and_tables_hold_only_what_reports_say(where: Place) -> None:
    before = datasets.read(where.name)
    add_releases(where, [release()])
    after = datasets.read(where.name)
    for table in ("observations", "indicators"):
        assert after.tables[table].equals(before.tables[table])
        assert after.frame(table).equals(before.frame(table))
    assert after.national.measures["indicator"].tolist() == [REPEAT, WAITS]
    assert len(after.national.figures(REPEAT)) == 6


def test_a_measure_that_nobody_published_has_no_figures(where: Place) -> None:
    add_releases(where, [release()])
    found = datasets.read(where.name).national.figures("lait/Other")
    assert found.empty
    assert found.columns.tolist() == schema.OBSERVATIONS.arrow.names


def test_without_releases_there_is_nothing_and_no_error(where: Place) -> None:
    national = datasets.read(where.name).national
    assert not national.any
    assert national.figures(REPEAT).empty
    assert national.area == {}


def test_figures_can_be_asked_after_the_version_is_gone(where: Place) -> None:
    """What was checked once when it was read is what every screen shows."""
    done = add_releases(where, [release()])
    stored = datasets.read(where.name)
    for file in (Path(where.name) / done.version).iterdir():
        file.unlink()
    assert len(stored.national.figures(REPEAT)) == 6


def test_many_threads_may_ask_for_figures(where: Place) -> None:
    add_releases(where, [release()])
    national = datasets.read(where.name).national
    with ThreadPoolExecutor(8) as pool:
        asked = [REPEAT, WAITS] * 20
        found = list(pool.map(national.figures, asked))
    assert [len(frame) for frame in found] == [6, 2] * 20


def test_figures_are_read_once(where: Place) -> None:
    add_releases(where, [release()])
    national = datasets.read(where.name).national
    assert national.figures(REPEAT) is national.figures(REPEAT)


def test_a_damaged_version_with_national_figures_is_a_sentence(where: Place) -> None:
    done = add_releases(where, [release()])
    table = Path(where.name) / done.version / "observations.parquet"
    table.write_bytes(table.read_bytes()[:-9] + b"123456789")
    with pytest.raises(DatasetError, match=r"observations\.parquet .* checksum is wrong"):
        datasets.read(where.name)


def test_the_archive_holds_everything(where: Place, tmp_path: Path) -> None:
    done = add_releases(where, [release()])
    with zipfile.ZipFile(io.BytesIO(datasets.archive(datasets.read(where.name)))) as file:
        file.extractall(tmp_path / "unpacked")
    unpacked = datasets.read(tmp_path / "unpacked")
    assert unpacked.version == done.version
    assert len(unpacked.national.figures(REPEAT)) == 6
    assert len(unpacked.national.neighbours) == 1


@pytest.mark.parametrize("file", [f"{table.name}.parquet" for table in schema.TABLES])
def test_a_build_that_breaks_off_leaves_the_version_before(
    where: Place, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = datasets.current_version(where.name)
    write = Place.write

    def breaks(self: Place, content: bytes, *parts: str) -> None:
        if parts[-1] == file:
            raise OSError("the disk is full")
        write(self, content, *parts)

    monkeypatch.setattr(Place, "write", breaks)
    with pytest.raises(DatasetError, match="the disk is full"):
        add_releases(where, [release()])
    monkeypatch.undo()
    assert datasets.read(where.name).version == before
    assert add_releases(where, [release()]).changed


def test_the_version_in_memory_is_the_version_read(where: Place, reading: Reading) -> None:
    given = release()
    kept = keep_release(where, given)
    packed = pack(reading, national=merge(where, [kept]))
    made = packed.dataset("in memory")
    where.make_folder(packed.version)
    for name, content in packed.files.items():
        where.write(content, packed.version, name)
    stored = datasets.read(where.name, packed.version)
    assert all(made.tables[name].equals(table) for name, table in stored.tables.items())
    assert made.national.figures(REPEAT).equals(stored.national.figures(REPEAT))
    assert made.national.measures.equals(stored.national.measures)


PLACES = ("cheshire-west-and-chester", "built", "england", "north-west")
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["lait/Repeat", "lait/Waits", "repeat-plans"]),
        st.sampled_from(["2018/19", "2019/20", "2019/20 Q4"]),
        st.sampled_from(PLACES),
        st.one_of(st.none(), st.floats(-1e6, 1e6)),
    ),
    max_size=12,
)


def figures(rows: list[tuple[str, str, str, float | None]], name: str) -> pa.Table:
    made = [
        {
            "indicator": indicator,
            "period_label": period,
            "subject": subject,
            "value": value,
            "missing": "suppressed" if value is None else None,
            "period_kind": "financial_year",
            "unit": "percent",
            "raw": str(value),
            "reported_by": "department-for-education",
            "report": name,
            "source_cell": f"row {at}",
            "is_latest": True,
        }
        for at, (indicator, period, subject, value) in enumerate(sorted(rows, key=str))
    ]
    return pa.Table.from_pylist(made, schema=schema.OBSERVATIONS.arrow)


def merged(where: Place, *given: Release) -> Merged:
    kept: list[KeptRelease] = [keep_release(where, one) for one in given]
    return merge(where, kept)


@settings(max_examples=20)
@given(first=ROWS, second=ROWS)
def test_national_rows_never_change_what_reports_say(
    reading: Reading,
    first: list[tuple[str, str, str, float | None]],
    second: list[tuple[str, str, str, float | None]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Whatever is imported, also of the council itself and under the name of an indicator."""
    where = place(tmp_path_factory.mktemp("kept"))
    base = release()
    releases = [
        replace(base, id=name, figures=figures(rows, name))
        for name, rows in (("lait-1", first), ("lait-2", second))
    ]
    alone = pack(reading)
    both = pack(reading, national=merged(where, *releases))
    same = ("observations", "indicators", "ratings", "history_ratings", "reports", "extras")
    assert all(both.tables[name].equals(alone.tables[name]) for name in same)
    for name in ("observations", "indicators"):
        every = pq.read_table(io.BytesIO(both.files[f"{name}.parquet"]))
        own = alone.tables[name]
        assert every.slice(0, len(own)).equals(own)
    every = pq.read_table(io.BytesIO(both.files["observations.parquet"]))
    published = every.slice(len(alone.tables["observations"])).to_pylist()
    assert len(published) == len(first) + len(second)
    restated = {row[:3] for row in second}
    for row in published:
        key = (row["indicator"], row["period_label"], row["subject"])
        assert row["is_latest"] is (row["report"] == "lait-2" or key not in restated)
