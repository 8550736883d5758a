"""A dataset that is not there, unknown, damaged or from another program: one sentence each."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.errors import DatasetError


@pytest.fixture
def copy(dataset: BuildResult, tmp_path: Path) -> Path:
    return shutil.copytree(dataset.location, tmp_path / "dataset")


def version_folder(copy: Path) -> Path:
    return copy / datasets.current_version(copy)


def test_no_dataset_yet(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"no dataset at .*nowhere yet. Run 'kpi build'"):
        datasets.read(tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatasetError, match=r"no dataset at"):
        datasets.read(tmp_path / "file")


@pytest.mark.parametrize("content", ["", "latest", "../../etc", "v1-zzzzzzzzzzzz", "v1-0\x00"])
def test_current_that_names_no_version(copy: Path, content: str) -> None:
    (copy / "CURRENT").write_text(content, "utf-8")
    with pytest.raises(DatasetError, match="holds no version name"):
        datasets.read(copy)


@pytest.mark.parametrize("version", ["../other", "latest", "v1-abc", "v1-0123456789ab/.."])
def test_a_version_name_from_outside_is_never_a_path(copy: Path, version: str) -> None:
    with pytest.raises(DatasetError, match="is no name of a dataset version"):
        datasets.read(copy, version)


def test_a_version_that_is_not_there(copy: Path) -> None:
    with pytest.raises(DatasetError, match=r"holds no version v1-0123456789ab"):
        datasets.read(copy, "v1-0123456789ab")


def test_a_version_of_another_schema(copy: Path) -> None:
    descriptor = version_folder(copy) / "datapackage.json"
    package = json.loads(descriptor.read_text("utf-8"))
    descriptor.write_text(json.dumps({**package, "schema_version": 2}), "utf-8")
    with pytest.raises(DatasetError, match=r"has schema version 2; this program reads 1"):
        datasets.read(copy)


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '"text"', "{}", '{"resources": [{}]}'])
def test_a_damaged_descriptor(copy: Path, content: str) -> None:
    (version_folder(copy) / "datapackage.json").write_text(content, "utf-8")
    with pytest.raises(DatasetError, match="no complete version"):
        datasets.read(copy)


def test_a_missing_table(copy: Path) -> None:
    (version_folder(copy) / "ratings.parquet").unlink()
    with pytest.raises(DatasetError, match=r"ratings\.parquet of version v1-"):
        datasets.read(copy)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(at=st.floats(0, 0.999), flip=st.integers(1, 255))
def test_any_byte_changed_in_a_table_is_noticed(copy: Path, at: float, flip: int) -> None:
    table = version_folder(copy) / "observations.parquet"
    whole = table.read_bytes()
    damaged = bytearray(whole)
    damaged[int(at * len(whole))] ^= flip
    table.write_bytes(damaged)
    with pytest.raises(DatasetError, match="its checksum is wrong"):
        datasets.read(copy)
    table.write_bytes(whole)


def test_building_again_mends_a_damaged_version(copy: Path, report_path: Path, root: Path) -> None:
    (version_folder(copy) / "ratings.parquet").write_bytes(b"broken")
    build([report_path], copy, root / "data" / "catalogue.toml")
    assert len(datasets.read(copy).frame("ratings")) == 18


@pytest.mark.parametrize("address", ["nonsense://here", "ht!tp://x"])
def test_an_address_that_no_file_system_understands(address: str) -> None:
    with pytest.raises(DatasetError, match="cannot be opened"):
        datasets.read(address)
