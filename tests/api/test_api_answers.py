"""Answers: the envelope, the columns of the contract, the formats, and pages."""

import csv
import io
import re
from datetime import date

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kpi_core.api import RESOURCES, Settings
from kpi_core.build import BuildResult
from kpi_core.dataset import read
from kpi_core.schema import TABLES
from tests.api.asking import BASE, Api

CAPTION = ["Source", "Report period", "Dataset version", "Filters"]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_of_the_dataset_is_there_whole(
    shipped: Api, dataset: BuildResult, table
) -> None:
    """Field names are those of the table, in its order; further ones come after them."""
    answer = shipped.get(table.name, limit=10_000)
    stored = read(dataset.location).tables[table.name]
    assert len(answer.rows) == len(stored)
    names = [column.name for column in table.columns]
    for sent, row in zip(answer.rows, stored.to_pylist(), strict=True):
        assert list(sent)[: len(names)] == names
        expected = {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}
        assert {name: sent[name] for name in names} == {name: expected[name] for name in names}


def test_the_envelope_says_what_it_holds(shipped: Api, dataset: BuildResult) -> None:
    answer = shipped.get("ratings", status="red", limit=3)
    assert list(answer.json) == ["data", "meta", "links"]
    meta = answer.json["meta"]
    assert meta["dataset_version"] == dataset.version
    assert (meta["total"], meta["count"], meta["limit"], meta["offset"]) == (8, 3, 3, 0)
    assert meta["filters"] == "status: Red"
    assert "Cheshire West and Chester Council" in meta["source"]


def test_M1_what_is_missing_is_null_with_its_reason_beside_it(shipped: Api) -> None:
    rows = shipped.get("observations", limit=1000).rows
    missing = [row for row in rows if row["value"] is None]
    assert missing
    assert all(row["missing"] for row in missing)


@pytest.mark.parametrize("name", RESOURCES)
def test_csv_xlsx_parquet_and_json_hold_the_same(shipped: Api, name: str) -> None:
    rows = shipped.get(name, limit=1000).rows
    typed = pq.read_table(io.BytesIO(shipped.get(name, format="parquet").body))
    assert typed.to_pylist() == [
        {key: _typed(value, typed.schema.field(key).type) for key, value in row.items()}
        for row in rows
    ]
    text = shipped.get(name, format="csv").body.decode("utf-8-sig")
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    assert header == [*typed.column_names, *CAPTION]
    assert len(lines) == len(rows)
    sheet = openpyxl.load_workbook(io.BytesIO(shipped.get(name, format="xlsx").body))["Table"]
    named, *cells = sheet.iter_rows(min_row=4, values_only=True)
    assert list(named) == typed.column_names
    assert len(cells) == len(rows)


def _typed(value: object, kind: pa.DataType) -> object:
    return date.fromisoformat(value) if kind == pa.date32() and value else value  # type: ignore[arg-type]


def test_csv_writes_numbers_dates_and_truth_plainly(shipped: Api) -> None:
    body = shipped.get("observations", format="csv", subject="england").body
    frame = pd.read_csv(io.BytesIO(body))
    assert frame["value"].dtype == "float64"
    assert frame["decimals"].dropna().tolist() == [int(n) for n in frame["decimals"].dropna()]
    assert re.search(rb",0,20%,", body)  # decimals stay whole: 0, not 0.0
    assert frame["is_latest"].dtype == bool
    every = pd.read_csv(io.BytesIO(shipped.get("ratings", format="csv").body))
    assert every["period_end"].unique().tolist() == ["2020-03-31"]


def test_files_say_their_name_type_and_source(shipped: Api, dataset: BuildResult) -> None:
    answer = shipped.get("ratings", format="csv", status="Red")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="cheshire-west-and-chester-council_ratings_2019-20-q4_red.csv"'
    )
    last = list(csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))[-1]
    assert last[-3:] == ["2019/20 Q4", dataset.version, "status: Red"]
    facts = pq.read_schema(io.BytesIO(shipped.get("ratings", format="parquet").body)).metadata
    assert facts[b"dataset_version"].decode() == dataset.version


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_texts_that_a_spreadsheet_would_run_are_neutralised(attacked: Api, form: str) -> None:
    body = attacked.get("ratings", format=form).body
    if form == "csv":
        cells = [c for row in csv.reader(io.StringIO(body.decode("utf-8-sig"))) for c in row]
        texts = [cell for cell in cells if not re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell)]
        assert not [text for text in texts if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert any(cell.startswith("'=1+1") for cell in cells)
    else:
        book = openpyxl.load_workbook(io.BytesIO(body))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
        assert any(str(cell.value).startswith("=1+1") for cell in cells)


def test_pages_put_together_are_the_whole(shipped: Api) -> None:
    whole = shipped.get("observations", limit=1000).rows
    address, seen, pages = f"{BASE}/observations?limit=40", [], 0
    while address:
        answer = shipped.get(address.removeprefix(f"{BASE}/"))
        seen += answer.rows
        pages += 1
        assert answer.headers["x-total-count"] == str(len(whole))
        address = answer.json["links"].get("next")
    assert (seen, pages) == (whole, 3)


def test_links_lead_to_the_pages_beside_and_keep_what_was_asked(shipped: Api) -> None:
    path = "observations?limit=10&offset=20&period=2019/20%20Q4&latest=true"
    answer = shipped.get(path)
    links = answer.json["links"]
    assert "prev" not in shipped.get("observations", limit=10).json["links"]
    back = shipped.get(links["prev"].removeprefix(f"{BASE}/")).json
    assert back["meta"]["offset"] == 10
    assert back["meta"]["filters"] == "period: 2019/20 Q4; latest: true"
    again = shipped.get(links["self"].removeprefix(f"{BASE}/"))
    assert again.rows == answer.rows
    whole = shipped.get(links["csv"].removeprefix(f"{BASE}/"))
    assert whole.body.count(b"\r\n") > 10


def test_an_answer_has_at_most_the_rows_that_are_allowed_and_says_so(
    dataset: BuildResult,
) -> None:
    small = Api.over(dataset.location, Settings(a_minute=0, most_rows=7))
    answer = small.get("ratings", limit=100)
    assert len(answer.rows) == answer.json["meta"]["limit"] == 7
    assert answer.json["meta"]["total"] == 18
    part = small.get("ratings", format="csv")
    assert part.headers["link"] == f'<{BASE}/ratings?format=csv&limit=7&offset=7>; rel="next"'
    rest = small.get("ratings?format=csv&limit=7&offset=14").body.decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(rest, newline="")))
    assert len(lines) == 5
    assert lines[-1][-1] == "None; rows 15 to 18 of 18"


def test_a_page_after_the_last_one_is_empty(shipped: Api) -> None:
    answer = shipped.get("ratings", offset=1000)
    assert (answer.status, answer.rows) == (200, [])
    assert shipped.get("ratings", offset=1000, format="xlsx").status == 200


def test_an_answer_is_of_the_reports_named_else_of_the_newest(quarters: Api) -> None:
    reports = [row["report"] for row in quarters.get("reports").rows]
    assert len(reports) == 3
    assert {row["report"] for row in quarters.get("ratings").rows} == {reports[-1]}
    named = quarters.get("ratings", report=reports[:2], limit=1000)
    assert [*dict.fromkeys(row["report"] for row in named.rows)] == reports[:2]
    each = [quarters.get("ratings", report=one).json["meta"]["total"] for one in reports]
    assert named.json["meta"]["total"] == sum(each[:2])
    rated = quarters.get("indicators", report=reports[0]).json["meta"]["total"]
    assert rated == each[0] < quarters.get("indicators").json["meta"]["total"]
    assert {row["report"] for row in quarters.get("findings", report=reports[1]).rows} == {
        reports[1]
    }
