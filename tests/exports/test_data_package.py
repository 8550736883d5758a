"""The Data Package of CSV files, validated and read back by the standard's own tool."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.exports.csv import defuse
from kpi_core.exports.package import csv_package
from kpi_core.schema import OBSERVATIONS, TABLES, Table

if TYPE_CHECKING:
    import frictionless

EACH = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)

HOSTILE = (
    "Indicator,Polarity,2019/20 Q3,2019/20 Q4,2019/20 Target,Status,Comment\n"
    '"=HYPERLINK(""x"")",High,1,2,3,Red,"two\nlines, and a ""quote"""\n'
    "@SUM(A1),Low,-,,5,,\n"
    "# of bins,High,1.5,0.00001,1000000000,Green,+44 151\n"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> datasets.Dataset:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "report.csv").write_text(HOSTILE, "utf-8")
    catalogue = folder / "catalogue.toml"
    catalogue.write_text('[reports.report]\norganisation = "a"\ntitle = "-1"\n', "utf-8")
    build([folder / "report.csv"], folder / "data", catalogue)
    return datasets.read(folder / "data")


@pytest.fixture(scope="module")
def package(shipped: datasets.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(shipped, tmp_path_factory.mktemp("package"))


def unpacked(data: datasets.Dataset, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(csv_package(data))).extractall(folder)
    return folder / "datapackage.json"


def problems(description: Path) -> list[list[Any]]:
    import frictionless

    found: list[list[Any]] = frictionless.validate(str(description)).flatten(["type", "message"])
    return found


def rows(description: Path, table: Table) -> "list[frictionless.Row]":
    import frictionless

    resource = frictionless.Package(str(description)).get_resource(table.name.replace("_", "-"))
    assert isinstance(resource, frictionless.resources.TableResource)
    return resource.read_rows()


def plain(row: Any) -> dict[str, Any]:
    """Numbers as the Parquet tables have them."""
    return {n: float(v) if type(v).__name__ == "Decimal" else v for n, v in row.to_dict().items()}


def expected(table: pa.Table) -> list[dict[str, Any]]:
    return [
        {name: defuse(v) if isinstance(v, str) else v for name, v in row.items()}
        for row in table.to_pylist()
    ]


def test_the_package_of_the_shipped_report_is_valid(package: Path) -> None:
    assert problems(package) == []


@EACH
def test_every_row_comes_back(table: Table, package: Path, shipped: datasets.Dataset) -> None:
    assert [plain(row) for row in rows(package, table)] == expected(shipped.tables[table.name])


@EACH
def test_hostile_rows_come_back(table: Table, hostile: datasets.Dataset, tmp_path: Path) -> None:
    description = unpacked(hostile, tmp_path)
    assert problems(description) == []
    back = [plain(row) for row in rows(description, table)]
    assert back == expected(hostile.tables[table.name])


def test_no_cell_starts_a_formula(hostile: datasets.Dataset, tmp_path: Path) -> None:
    unpacked(hostile, tmp_path)
    names = list(csv.reader(io.StringIO((tmp_path / "indicators.csv").read_text("utf-8"))))
    assert {row[2] for row in names[1:]} == {'\'=HYPERLINK("x")', "'@SUM(A1)", "# of bins"}


def test_national_figures_are_in_the_package(national: Path, tmp_path: Path) -> None:
    """They stand behind those of reports in the dataset's file, and are no part of its tables."""
    data = datasets.read(national)
    description = unpacked(data, tmp_path)
    assert problems(description) == []
    stored = pq.read_table(national / data.version / "observations.parquet")
    assert len(stored) > len(data.tables["observations"])
    back = [plain(row) for row in rows(description, OBSERVATIONS)]
    assert back == expected(stored)


def _change(description: Path, name: str, old: str, new: str) -> None:
    file = description.parent / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("ratings.csv", '"red"', '"read"', "constraint-error"),
        ("observations.csv", ",17.1,", ",many,", "type-error"),
        ("indicators.csv", '"repeat-child-protection-plans"', '"other"', "foreign-key"),
        ("reports.csv", "tsv", "tsvs", "hash-count"),
    ],
)
def test_a_change_in_the_files_is_found(
    shipped: datasets.Dataset, tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    """The proof that the package can be found invalid."""
    description = unpacked(shipped, tmp_path)
    _change(description, file, old, new)
    assert problem in {kind for kind, _ in problems(description)}


def test_keys_of_the_contract_are_in_the_description(package: Path) -> None:
    described = {r["path"]: r["schema"] for r in json.loads(package.read_text())["resources"]}
    assert described["ratings.csv"]["primaryKey"] == [
        *("organisation", "indicator", "period_label", "report"),
    ]
    assert {key["reference"]["resource"] for key in described["ratings.csv"]["foreignKeys"]} == {
        *("indicators", "reports"),
    }
    # a finding need not be about an indicator or a cell, so these cannot be its key
    assert "primaryKey" not in described["findings.csv"]


def test_the_same_version_gives_the_same_bytes(shipped: datasets.Dataset) -> None:
    assert csv_package(shipped) == csv_package(shipped)
