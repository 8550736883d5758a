"""CSV with its metadata, read back by two programs that know nothing of ours."""

import json
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from csvw import CSVW

from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.exports import FORMATS, ExportTable
from kpi_core.exports.csv import csv_text, defuse
from kpi_core.exports.csvw import DESCRIPTION, TABLE
from kpi_core.exports.meanings import MEANINGS, meaning
from tests.exports.test_export_formats import CAPTION, empty, hostile

WITH_TABLE = [name for name, offer in OFFERS.items() if offer.table is not None]


def unpacked(content: bytes, folder: Path) -> Path:
    zipfile.ZipFile(BytesIO(content)).extractall(folder)
    return folder / DESCRIPTION


def read(description: Path) -> list[dict[str, Any]]:
    """The rows as the W3C's reader gives them; anything that it warns of is an error."""
    found = CSVW(str(description), validate=True, strict=True)
    assert found.is_valid, [str(warning.message) for warning in found.warnings]
    assert found.warnings == []
    return [dict(row) for row in found.tables[0].iterdicts(strict=True)]


def cells(table: ExportTable) -> list[list[Any]]:
    """What the rows hold: a missing cell as None, and text as a spreadsheet may open it."""
    frame = table.cleaned().astype(object)
    whole = frame.where(frame.notna(), None).to_numpy().tolist()
    return [[defuse(c) if isinstance(c, str) else c for c in row] for row in whole]


@pytest.mark.parametrize("name", WITH_TABLE)
def test_every_table_comes_back_whole(name: str, view: Viewed, tmp_path: Path) -> None:
    made = OFFERS[name].table
    assert made is not None
    rows = read(unpacked(make(OFFERS[name], "csvw", view).content, tmp_path))
    assert [list(row.values()) for row in rows] == cells(made(view))


def test_hostile_texts_come_back_and_none_starts_a_formula(tmp_path: Path) -> None:
    rows = read(unpacked(FORMATS["csvw"].write(hostile()), tmp_path))
    assert [list(row.values()) for row in rows] == cells(hostile())


def test_a_line_that_starts_with_a_hash_is_data(tmp_path: Path) -> None:
    """In CSV on the Web it is a comment, unless the description says otherwise."""
    table = ExportTable(pd.DataFrame({"Indicator": ["# of bins", "rest"]}), CAPTION)
    rows = read(unpacked(FORMATS["csvw"].write(table), tmp_path))
    assert [row["indicator"] for row in rows] == ["# of bins", "rest"]


def test_a_table_without_rows_is_described_all_the_same(tmp_path: Path) -> None:
    description = unpacked(FORMATS["csvw"].write(empty()), tmp_path)
    assert read(description) == []
    columns = json.loads(description.read_text("utf-8"))["tableSchema"]["columns"]
    assert [column["titles"] for column in columns] == [["Indicator"], ["'=Outturn"]]


def test_the_description_says_what_the_table_is(view: Viewed, tmp_path: Path) -> None:
    description = unpacked(make(OFFERS["scorecard"], "csvw", view).content, tmp_path)
    said = json.loads(description.read_text("utf-8"))
    assert said["dc:title"] == "Scorecard"
    assert said["dc:publisher"] == "Cheshire West and Chester Council"
    assert said["dc:license"] == "not stated in the report"
    assert said["dc:temporal"].startswith("2019/20 Q4, period ending 31 March 2020")
    assert said["dc:hasVersion"] == view.card.dataset.version
    assert "Filters: None." in said["dc:description"]
    outturn = next(c for c in said["tableSchema"]["columns"] if c["name"] == "outturn")
    assert outturn == {
        "name": "outturn",
        "titles": ["Outturn"],
        "datatype": "number",
        "null": [""],
        "dc:description": MEANINGS["Outturn"],
    }


def test_names_of_columns_differ_and_fit_an_address(tmp_path: Path) -> None:
    frame = pd.DataFrame({"A b": ["1"], "A-b": ["2"], "汉字": ["3"], "A (b)": ["4"]})
    rows = read(unpacked(FORMATS["csvw"].write(ExportTable(frame, CAPTION)), tmp_path))
    assert rows == [{"a_b": "1", "a_b_2": "2", "column_3": "3", "a_b_4": "4"}]


@pytest.mark.parametrize("name", WITH_TABLE)
def test_every_column_has_a_meaning(name: str, view: Viewed) -> None:
    made = OFFERS[name].table
    assert made is not None
    assert [header for header in made(view).frame.columns if header not in MEANINGS] == []


def test_a_column_of_the_dataset_means_what_the_contract_says() -> None:
    assert meaning("status_reason") is None  # two tables say it differently
    assert meaning("polarity") == "Which way is good"
    assert meaning("no such column") is None


def test_M1_a_missing_number_is_null_and_its_mark_is_beside_it(
    view: Viewed, tmp_path: Path
) -> None:
    rows = read(unpacked(make(OFFERS["values"], "csvw", view).content, tmp_path))
    found = [(row["outturn"], row["shorthand"]) for row in rows]
    assert found == [(16.0, None), (15.3, None), (11.5, None), (None, "[x]"), (17.1, None)]


def test_the_table_is_that_of_the_csv_without_its_caption(view: Viewed, tmp_path: Path) -> None:
    made = OFFERS["scorecard"].table
    assert made is not None
    unpacked(make(OFFERS["scorecard"], "csvw", view).content, tmp_path)
    assert (tmp_path / TABLE).read_bytes().decode() == csv_text(made(view).cleaned())


def test_the_reader_refuses_a_word_in_a_column_of_numbers(tmp_path: Path) -> None:
    """The proof that the tests above can fail."""
    description = unpacked(FORMATS["csvw"].write(hostile()), tmp_path)
    table = tmp_path / TABLE
    table.write_bytes(table.read_bytes().replace(b",-1.5\r\n", b",many\r\n", 1))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        assert not CSVW(str(description), validate=True, strict=True).is_valid


def test_the_same_table_gives_the_same_bytes() -> None:
    assert FORMATS["csvw"].write(hostile()) == FORMATS["csvw"].write(hostile())
