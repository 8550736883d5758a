"""The API does what its own document says, for whatever the document allows and forbids."""

import subprocess
import sys
from pathlib import Path

import pytest

from kpi_core.api import CHARTS, RESOURCES, WHOLE
from tests.api.asking import BASE, Api


def test_the_document_has_every_address_and_parameter(shipped: Api) -> None:
    document = shipped.get("openapi.json").json
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": BASE}]
    others = {"/charts", "/changes.atom", "/health"}
    tables = {f"/{name}" for name in RESOURCES}
    pictures = {f"/charts/{name}" for name in CHARTS}
    assert set(document["paths"]) == tables | pictures | others | {f"/{name}" for name in WHOLE}
    for name, resource in RESOURCES.items():
        described = document["paths"][f"/{name}"]["get"]["parameters"]
        own = {p.name for p in resource.parameters}
        assert {p["name"] for p in described} <= own
        assert all(p["description"].endswith(".") for p in described)


def test_it_lists_the_words_that_there_are(shipped: Api) -> None:
    given = shipped.get("openapi.json").json["paths"]["/ratings"]["get"]["parameters"]
    items = {p["name"]: p["schema"].get("items", p["schema"]) for p in given}
    assert items["status"]["enum"] == ["Red", "Amber", "Green", "Exceeded", "Not rated"]
    themes = {row["theme"] for row in shipped.get("indicators").rows}
    assert set(items["theme"]["enum"]) == themes
    assert len(items["indicator"]["enum"]) == 18
    assert items["format"]["enum"] == ["csv", "xlsx", "csvw", "parquet", "json"]


def test_a_parameter_that_can_have_no_value_is_not_offered(shipped: Api) -> None:
    """Nothing national is in the shipped report's dataset."""
    paths = shipped.get("openapi.json").json["paths"]
    assert {p["name"] for p in paths["/standings"]["get"]["parameters"]} == {
        *("version", "format", "limit", "offset")
    }


def test_every_column_is_described_with_its_type_and_words(shipped: Api) -> None:
    schemas = shipped.get("openapi.json").json["components"]["schemas"]
    for name, resource in RESOURCES.items():
        row = schemas[name]["properties"]["data"]["items"]
        assert list(row["properties"]) == row["required"] == [c.name for c in resource.columns]
        assert all(column["description"] for column in row["properties"].values())
    row = schemas["ratings"]["properties"]["data"]["items"]["properties"]
    assert row["declared_status"]["enum"] == ["red", "amber", "green", "exceeded", None]
    assert row["target"]["type"] == ["number", "null"]
    assert row["period_end"]["format"] == "date"


TABLES = ["--exclude-path-regex", "^/charts/", "-n", "5"]
OF_NATIONAL = r"councils|comparators-over-time"
"""Pictures of national figures; without them there is nothing to draw."""

PICTURES = [
    "--include-path-regex",
    r"\.svg$|trend\.png$",
    "--exclude-path-regex",
    OF_NATIONAL,
    "--phases",
    "examples,fuzzing",
    "-n",
    "2",
]
"""Drawing takes a while, and pictures take the parameters of tables: fewer are asked for."""


NATIONAL_PICTURES = [
    *("--include-path-regex", rf"({OF_NATIONAL})\.svg$", "--warnings", "off"),
    *PICTURES[4:],
]
"""Whom to compare with is a text of the screen, so that what is tried at random is refused: that
most requests are is no fault."""


@pytest.mark.slow
@pytest.mark.parametrize("part", [TABLES, PICTURES], ids=["tables", "pictures"])
def test_schemathesis_finds_no_difference(served: str, part: list[str], tmp_path: Path) -> None:
    _run_schemathesis(served, part, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", [TABLES, NATIONAL_PICTURES], ids=["tables", "pictures"])
def test_schemathesis_finds_none_with_national_figures(
    served_imported: str, part: list[str], tmp_path: Path
) -> None:
    _run_schemathesis(served_imported, part, tmp_path)


def _run_schemathesis(served: str, part: list[str], tmp_path: Path) -> None:
    """Every check that it has, on right and wrong requests alike, against the running server."""
    start = "import sys; from schemathesis.cli import schemathesis; sys.exit(schemathesis())"
    options = ["--seed", "1", "--no-color", "--request-timeout", "30", *part]
    result = subprocess.run(
        [sys.executable, "-c", start, "run", f"{served}/openapi.json", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No issues found" in result.stdout
