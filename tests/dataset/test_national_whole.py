"""The whole Local Authority Interactive Tool in a dataset: nothing is lost on the way."""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.dataset.place import place
from kpi_core.national import Release
from tests.dataset.releases import add_releases
from tests.national.lait_published import published


@pytest.fixture(scope="module")
def release(shared_data: Path) -> Release:
    return published(shared_data / "benchmarks" / "lait")


@pytest.fixture(scope="module")
def with_it(
    release: Release, report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> datasets.Dataset:
    out = tmp_path_factory.mktemp("whole")
    build([report_path], out, root / "data" / "catalogue.toml")
    add_releases(place(out), [release])
    return datasets.read(out)


def test_every_measure_area_and_cell_of_the_files_is_in_the_version(
    with_it: datasets.Dataset, release: Release, dataset: BuildResult, shared_data: Path
) -> None:
    long = pq.read_metadata(shared_data / "benchmarks" / "lait" / "bds_long_0.parquet")
    file = Path(with_it.location) / with_it.version / "observations.parquet"
    of_reports = len(datasets.read(dataset.location).tables["observations"])
    assert pq.read_metadata(file).num_rows == long.num_rows + of_reports
    assert pq.read_metadata(file).num_row_groups == 434 + 1
    assert len(with_it.national.measures) == 434
    assert len(with_it.national.areas) == 170
    (row,) = with_it.tables["releases"].to_pylist()
    assert (row["measures"], row["areas"], row["cells"]) == (434, 170, long.num_rows)
    assert row["figures"] == long.num_rows - release.figures["missing"].drop_null().length()


def test_every_figure_comes_back_measure_by_measure(
    with_it: datasets.Dataset, release: Release
) -> None:
    values: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for measure in with_it.national.measures["indicator"]:
        frame = with_it.national.figures(measure)
        assert set(frame["indicator"]) == {measure}
        values[measure] += int(frame["value"].notna().sum())
        missing.update(frame["missing"].dropna())
    figures = release.figures.filter(release.figures["is_latest"])
    counted = figures.group_by("indicator").aggregate([("value", "count")]).to_pylist()
    assert values == {row["indicator"]: row["value_count"] for row in counted}
    assert missing == Counter(figures["missing"].drop_null().to_pylist())


def test_what_reports_say_is_as_without_it(with_it: datasets.Dataset, dataset: BuildResult) -> None:
    alone = datasets.read(dataset.location)
    for table in ("observations", "indicators", "ratings", "history_ratings", "extras"):
        assert with_it.tables[table].equals(alone.tables[table]), table


def test_S9_repeat_plans_are_those_published_of_the_same_years(with_it: datasets.Dataset) -> None:
    frame = with_it.national.figures("lait/PrevRegCPR").set_index(["period_label", "subject"])
    ours = [
        frame.loc[(year, "cheshire-west-and-chester"), "value"] for year in ("2018/19", "2019/20")
    ]
    assert ours == [15.9, 17.1]
