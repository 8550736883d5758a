"""The API as other programs use it, asked over HTTP of the server that `kpi serve` starts."""

import io
import json
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPResponse

import duckdb
import openpyxl
import pandas as pd
import pytest

from kpi_core.api import RESOURCES
from kpi_core.present.scorecard import Scorecard
from kpi_core.vocabulary import Shorthand


def get(address: str, method: str = "GET", **headers: str) -> HTTPResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, method=method, headers=named)
    try:
        return urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as answer:
        return answer  # type: ignore[return-value]


def values(card: Scorecard) -> dict[str, float | None]:
    """The figure of each indicator on the screens."""
    rows = zip(card.rows["indicator"], card.rows["value"], strict=True)
    return {indicator: None if pd.isna(value) else value for indicator, value in rows}


def of(frame: pd.DataFrame) -> dict[str, float | None]:
    pairs = zip(frame["indicator"], frame["value"], strict=True)
    return {indicator: None if pd.isna(value) else value for indicator, value in pairs}


def test_pandas_reads_every_format_from_the_address(served: str, card: Scorecard) -> None:
    as_csv = pd.read_csv(f"{served}/ratings?format=csv")
    as_parquet = pd.read_parquet(f"{served}/ratings?format=parquet")
    with get(f"{served}/ratings?format=xlsx") as answer:
        book = io.BytesIO(answer.read())
    marks = [mark.text for mark in Shorthand]
    as_xlsx = pd.read_excel(book, sheet_name="Table", header=3, na_values=marks)
    with get(f"{served}/ratings") as answer:
        as_json = pd.DataFrame(json.load(answer)["data"])
    for frame in (as_csv, as_parquet, as_xlsx, as_json):
        assert of(frame) == values(card)
        assert (len(frame), (frame["declared_status"] == "red").sum()) == (18, 8)


def test_duckdb_reads_what_the_address_gives(
    served: str, card: Scorecard, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its own reader over HTTP is an extension that has to be fetched; the bytes are the same."""
    folder = tmp_path_factory.mktemp("duckdb")
    for output in ("parquet", "csv"):
        with get(f"{served}/ratings?format={output}") as answer:
            (folder / f"ratings.{output}").write_bytes(answer.read())
        found = duckdb.sql(
            f"SELECT indicator, value, declared_status FROM '{folder}/ratings.{output}'"  # noqa: S608
        ).fetchall()
        assert {indicator: value for indicator, value, _ in found} == values(card)
        assert sum(status == "red" for *_, status in found) == 8


def test_duckdb_s_reader_over_http_gives_the_same(served: str, card: Scorecard) -> None:
    connection = duckdb.connect()
    try:
        connection.load_extension("httpfs")
    except duckdb.Error:
        pytest.skip("DuckDB's extension httpfs is not installed.")
    found = connection.sql(
        f"SELECT indicator, value FROM read_parquet('{served}/ratings?format=parquet')"  # noqa: S608
    ).fetchall()
    assert dict(found) == values(card)


def test_a_spreadsheet_s_web_query_gets_the_red_ones(served: str) -> None:
    with get(f"{served}/ratings?format=xlsx&status=Red&direction=Declining") as answer:
        sheet = openpyxl.load_workbook(io.BytesIO(answer.read()))["Table"]
    header, row = sheet.iter_rows(min_row=4, values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert (cells["title"], cells["value"]) == ("Repeat child protection plans", 17.1)


PATHS = ["", "ratings", "ratings?status=x", "nothing", "charts/trend.svg?indicator=x", "health"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_security_headers(served: str, path: str) -> None:
    with get(f"{served}/{path}") as answer:
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_only_a_picture_may_stand_in_a_page_of_elsewhere(served: str) -> None:
    with get(f"{served}/charts/status-by-quarter.svg") as answer:
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert answer.headers["content-type"].startswith("image/svg+xml")


def test_head_is_get_without_the_body(served: str) -> None:
    for path in ("ratings", "ratings?format=csv", "health", "charts/status-by-quarter.png"):
        with get(f"{served}/{path}") as whole, get(f"{served}/{path}", "HEAD") as head:
            assert head.read() == b""
            assert head.headers["content-length"] == str(len(whole.read()))
            assert head.headers.get("etag") == whole.headers.get("etag")


def test_the_mark_of_an_answer_saves_fetching_it_again(served: str) -> None:
    with get(f"{served}/observations") as answer:
        mark = answer.headers["etag"]
    with get(f"{served}/observations", if_none_match=mark) as again:
        assert (again.status, again.read()) == (304, b"")


def test_addresses_beside_the_api_are_problems_and_the_screens_stay(served: str) -> None:
    base = served.removesuffix("/api/v1")
    for path in ("/api/", "/api/v2/ratings", "/api/v1//ratings"):
        with get(base + path) as answer:
            assert answer.status == 404, path
            assert answer.headers["content-type"] == "application/problem+json"
    for path in ("/api", "/api/v1"):
        with get(f"{base}{path}") as page:
            assert page.url == f"{base}/api/v1/"
    with get(base) as home:
        assert "<title>Council scorecard explorer</title>" in home.read().decode()


def test_many_who_ask_at_once_get_the_same(served: str) -> None:
    pictures = ["charts/trend.svg?indicator=repeat-child-protection-plans"] * 4
    asked = ["ratings", "observations", "ratings?format=xlsx&status=Amber", *pictures] * 6

    def read(path: str) -> tuple[str, int, int]:
        with get(f"{served}/{path}") as answer:
            return path, answer.status, len(answer.read())

    with ThreadPoolExecutor(12) as pool:
        answers = set(pool.map(read, asked))
    assert len(answers) == len(set(asked))
    assert {status for _, status, _ in answers} == {200}


@pytest.mark.parametrize("name", RESOURCES)
def test_every_table_answers_in_every_format(served: str, name: str) -> None:
    for output in ("json", "csv", "xlsx", "parquet"):
        with get(f"{served}/{name}?format={output}&limit=2") as answer:
            assert answer.status == 200
            assert answer.read()
