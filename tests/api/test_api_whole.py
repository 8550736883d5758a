"""Files as they stand: byte for byte those of the version, in pieces too."""

import io
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kpi_core.api import WHOLE
from kpi_core.dataset import current_version, read
from kpi_core.schema import TABLES
from tests.api.asking import Api
from tests.api.test_api_refusals import is_problem
from tests.api.two_releases import PLANS


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_the_file_of_the_version(imported: Api, with_releases: str, table) -> None:
    version = current_version(with_releases)
    answer = imported.get(f"files/{table.name}.parquet")
    assert answer.body == (Path(with_releases) / version / f"{table.name}.parquet").read_bytes()
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert f'"{table.name}_{version}.parquet"' in answer.headers["content-disposition"]


def test_a_reader_can_fetch_the_pieces_that_it_needs(imported: Api) -> None:
    whole = imported.get("files/observations.parquet").body
    size = int(imported.get("files/observations.parquet", "HEAD").headers["content-length"])
    assert size == len(whole)
    tail = imported.get("files/observations.parquet", headers={"range": "bytes=-8"})
    assert (tail.status, tail.body) == (206, whole[-8:])
    found = pq.read_table(io.BytesIO(whole), filters=[("indicator", "=", PLANS)]).to_pylist()
    sent = imported.get("observations", indicator=PLANS).rows
    assert [row["value"] for row in found] == [row["value"] for row in sent]


def test_the_whole_dataset_can_be_unpacked_and_read(
    imported: Api, with_releases: str, tmp_path: Path
) -> None:
    answer = imported.get("dataset.zip")
    assert answer.headers["content-type"] == "application/zip"
    zipfile.ZipFile(io.BytesIO(answer.body)).extractall(tmp_path)
    here, there = read(tmp_path), read(with_releases)
    assert here.version == there.version
    assert here.behind.figures(PLANS).equals(there.behind.figures(PLANS))


def test_they_are_of_the_version_named_and_take_nothing_else(
    imported: Api, with_releases: str
) -> None:
    (before,) = {p.name for p in Path(with_releases).glob("v1-*")} - {
        current_version(with_releases)
    }
    older = imported.get("files/observations.parquet", version=before)
    assert len(pq.read_table(io.BytesIO(older.body))) == 106
    for name in WHOLE:
        assert is_problem(imported.get(name, format="csv"))
        assert is_problem(imported.get(name, version="v1-000000000000"), 404)
        assert is_problem(imported.get(name, version="../../etc/passwd"), 404)
    assert is_problem(imported.get("files/nothing.parquet"), 404)
    assert is_problem(imported.get("files/../CURRENT"), 404)
