"""National figures: served when they are asked for, whole, in pages, and in every version."""

import io
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.api import RESOURCES
from kpi_core.api.parameters import Text, Whole
from kpi_core.api.parts import InParts, Part
from kpi_core.dataset import Dataset, read
from tests.api.asking import BASE, Api
from tests.api.test_api_refusals import HOSTILE, is_problem
from tests.api.two_releases import HEALTH, ODD, PLANS

REPORTS_ROWS = 106


@pytest.fixture(scope="module")
def data(with_releases: str) -> Dataset:
    return read(with_releases)


@pytest.fixture(scope="module")
def everything(data: Dataset) -> list[dict[str, Any]]:
    """Every row of the file, those of reports in front."""
    file = Path(data.location) / data.version / "observations.parquet"
    return [_sent(row) for row in pq.read_table(file).to_pylist()]


def _sent(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()}


def test_without_a_word_about_them_only_figures_of_reports_are_sent(
    imported: Api, shipped: Api
) -> None:
    ours = imported.get("observations", limit=1000)
    assert ours.json["meta"]["total"] == REPORTS_ROWS
    assert ours.rows == shipped.get("observations", limit=1000).rows
    assert imported.get("indicators").json["meta"]["total"] == 18
    for about in ({"subject": "england"}, {"latest": "true"}, {"status": "Red"}):
        assert {row["reported_by"] for row in imported.get("observations", **about).rows} == {
            "cheshire-west-and-chester"
        }


@pytest.mark.parametrize("measure", [PLANS, HEALTH, ODD])
def test_a_measure_is_asked_for_by_its_id(
    imported: Api, everything: list[dict[str, Any]], measure: str
) -> None:
    answer = imported.get("observations", indicator=measure)
    assert answer.rows == [row for row in everything if row["indicator"] == measure]
    assert answer.rows


def test_every_version_of_a_figure_is_sent_with_the_mark_of_the_latest(imported: Api) -> None:
    asked = {"indicator": PLANS, "subject": "warrington", "period": "2019/20"}
    found = [(row["value"], row["is_latest"]) for row in imported.get("observations", **asked).rows]
    assert found == [(20.3, False), (20.6, True)]
    (latest,) = imported.get("observations", latest="true", **asked).rows
    assert latest["value"] == 20.6
    (older,) = imported.get("observations", latest="false", include="national").rows
    assert older["value"] == 20.3


def test_M1_a_missing_national_figure_is_null_with_its_reason(imported: Api) -> None:
    asked = {"indicator": PLANS, "subject": "warrington", "period": "2018/19"}
    (row,) = imported.get("observations", **asked).rows
    assert (row["value"], row["raw"]) == (None, "c")
    assert row["missing"]


@pytest.mark.parametrize(
    "asked",
    [
        {"subject": "warrington"},
        {"period": "2020/21"},
        {"reported_by": "department-for-education"},
        {"include": "National"},
        {"subject": ["warrington", "england"], "period": "2019/20", "latest": "true"},
        {"indicator": [PLANS, "repeat-child-protection-plans"]},
        {"indicator": PLANS, "latest": "false"},
    ],
    ids=str,
)
def test_a_value_that_no_report_has_asks_for_them_too(
    imported: Api, everything: list[dict[str, Any]], asked: dict[str, Any]
) -> None:
    columns = {"period": "period_label"}
    wanted = {
        columns.get(name, name): value if isinstance(value, list) else [value]
        for name, value in asked.items()
        if name not in ("include", "latest")
    }
    expected = [
        row
        for row in everything
        if all(row[column] in values for column, values in wanted.items())
        and asked.get("latest", str(row["is_latest"]).lower()) == str(row["is_latest"]).lower()
    ]
    assert expected
    assert imported.get("observations", limit=1000, **asked).rows == expected


def test_the_releases_can_be_asked_for_one_at_a_time(
    imported: Api, everything: list[dict[str, Any]]
) -> None:
    releases = [row["release"] for row in imported.get("releases").rows]
    assert len(releases) == 2
    for release in releases:
        expected = [row for row in everything if row["report"] == release]
        assert imported.get("observations", report=release).rows == expected
        assert expected
        assert imported.get("observations", report=release, status="Red").status == 200
        found = imported.get("findings", report=release).rows
        assert {row["report"] for row in found} <= {release}


@pytest.mark.parametrize("limit", [1, 7, 50, 1000])
def test_pages_put_together_are_all_of_them(
    imported: Api, everything: list[dict[str, Any]], limit: int
) -> None:
    if limit == 1:
        address, expected = f"observations?indicator={PLANS}&limit=1", everything[REPORTS_ROWS:]
        expected = [row for row in expected if row["indicator"] == PLANS]
    else:
        address, expected = f"observations?include=national&limit={limit}", everything
    seen: list[dict[str, Any]] = []
    while address:
        answer = imported.get(address)
        assert answer.headers["x-total-count"] == str(len(expected))
        seen += answer.rows
        address = answer.json["links"].get("next", "").removeprefix(f"{BASE}/")
    assert seen == expected


def test_filters_keep_to_the_measures_that_their_indicators_join(imported: Api) -> None:
    asked = {"include": "national", "q": "repeat child protection plans"}
    rows = imported.get("observations", limit=1000, **asked).rows
    assert {row["indicator"] for row in rows} == {"repeat-child-protection-plans", PLANS}
    named = imported.get("indicators", **asked).rows
    assert [row["indicator"] for row in named] == ["repeat-child-protection-plans", PLANS]
    assert imported.get("observations", indicator=ODD, q="child").rows == []


def test_measures_stand_behind_the_indicators_when_asked_for(imported: Api, data: Dataset) -> None:
    every = imported.get("indicators", include="national").rows
    assert [row["indicator"] for row in every[:18]] == [
        row["indicator"] for row in imported.get("indicators").rows
    ]
    assert every[18:] == [_sent(row) for row in data.behind.measures.to_pylist()]
    (one,) = imported.get("indicators", indicator=ODD).rows
    assert one["organisation"] == "department-for-education"


def test_a_file_names_its_releases(imported: Api) -> None:
    facts = pq.read_schema(
        io.BytesIO(imported.get("observations", indicator=PLANS, format="parquet").body)
    ).metadata
    assert facts[b"organisation"] == b"Department for Education"
    assert facts[b"source"].startswith(b"Department for Education: ")
    assert b"period" not in facts
    both = imported.get("observations", include="national").json["meta"]["source"]
    assert "Cheshire West and Chester" in both
    assert "Department for Education" in both
    ours = imported.get("observations").json["meta"]["source"]
    assert "Department for Education" not in ours
    assert "Department for Education" in imported.get("standings").json["meta"]["source"]


def test_a_version_of_before_the_import_has_none_of_them(
    imported: Api, with_releases: str, data: Dataset
) -> None:
    (before,) = {path.name for path in Path(with_releases).glob("v1-*")} - {data.version}
    assert is_problem(imported.get("observations", indicator=PLANS, version=before))
    assert imported.get("observations", include="national", version=before).json["meta"][
        "total"
    ] == (REPORTS_ROWS)
    assert imported.get("standings", version=before).rows == []
    marks = [
        imported.get("observations", include="national", **version).headers["etag"]
        for version in ({}, {"version": before}, {"version": data.version})
    ]
    assert len(set(marks)) == 3


def test_without_releases_nothing_is_lost_by_asking_for_them(shipped: Api) -> None:
    for name in ("observations", "indicators"):
        assert shipped.get(name, include="national").rows == shipped.get(name).rows
    assert is_problem(shipped.get("observations", indicator=PLANS))


def test_the_document_lists_the_measures_areas_and_periods(imported: Api) -> None:
    paths = imported.get("openapi.json").json["paths"]
    given = {p["name"]: p for p in paths["/observations"]["get"]["parameters"]}
    words = {name: p["schema"].get("items", p["schema"]).get("enum") for name, p in given.items()}
    assert {PLANS, HEALTH, ODD, "repeat-child-protection-plans"} <= set(words["indicator"])
    assert "warrington" in words["subject"]
    assert "2020/21" in words["period"]
    assert words["include"] == ["national"]
    assert {p["name"] for p in paths["/standings"]["get"]["parameters"]} >= {"measure", "indicator"}


@pytest.mark.parametrize("name", RESOURCES)
def test_hostile_values_are_refused_with_national_figures_too(imported: Api, name: str) -> None:
    for parameter in RESOURCES[name].parameters:
        if isinstance(parameter, Text | Whole):
            continue
        for value in HOSTILE:
            answer = imported.get(name, **{parameter.name: value})
            assert is_problem(answer, 404 if parameter.name == "version" else 400)


@given(st.lists(st.integers(0, 6), max_size=6), st.integers(0, 40), st.integers(0, 40))
def test_a_page_of_parts_is_that_page_of_the_whole(
    sizes: list[int], offset: int, length: int
) -> None:
    rows = iter(range(1000))
    tables = [pa.table({"row": [next(rows) for _ in range(size)]}, _ROW) for size in (3, *sizes)]
    parts = InParts(tables[0], [Part(len(one), lambda one=one: one) for one in tables[1:]])
    whole = pa.concat_tables(tables)
    assert len(parts) == len(whole)
    assert parts.slice(offset, length).equals(whole.slice(offset, length))


_ROW = pa.schema([("row", pa.int64())])


def test_a_page_reads_only_the_parts_that_it_shows() -> None:
    read_parts: list[int] = []

    def part(at: int) -> Part:
        def rows() -> pa.Table:
            read_parts.append(at)
            return pa.table({"row": [at] * 10}, _ROW)

        return Part(10, rows)

    parts = InParts(pa.table({"row": [-1] * 5}, _ROW), [part(at) for at in range(100)])
    assert len(parts) == 1005
    assert not read_parts
    assert set(parts.slice(500, 20)["row"].to_pylist()) == {49, 50, 51}
    assert read_parts == [49, 50, 51]
