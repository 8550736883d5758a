"""Small files in the shapes of the Local Authority Interactive Tool, written by hand."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.national import SourceFile

Value = tuple[str, str, str, str]
"""Short name, spelling of the period, area, text of the value."""

AREAS: dict[str, tuple[float, str]] = {
    "Cheshire West and Chester": (896.0, "North West"),
    "Warrington": (877.0, "North West"),
    "Camden": (202.0, "Inner London"),
    "Bristol, City of": (801.0, "South West"),
    "Dorset": (838.0, "South West"),
    "Dorset (Pre LG)": (835.0, "South West"),
    "North West": (981.0, "NA"),
    "London (Inner)": (987.0, "NA"),
    "London": (986.0, "NA"),
    "England": (970.0, "NA"),
}

MEASURE = {
    "Measure_code": "1",
    "Topic": "Child Protection",
    "Measure": "Repeat plans",
    "Chart_title": "Children who had a plan before (%)",
    "Measure_short": "Repeat",
    "Polarity": "Low",
    "y_axis_name": "% of plans",
    "Description": "Plans that began in the year.",
    "Last Update": "45809",
    "Next Update": "46174",
    "Data Owner (DO) /Supplier and Contact Details": "Children's statistics",
    "Hyperlink(s)": "https://example.org/plans and more",
    "dps": "NA",
    "Year_Type": "Financial Year",
    "No_Quartile": "NA",
}

TYPES = {"896": "UA", "877": "UA", "202": "ILB", "801": "UA", "838": "UA", "835": "SC"}


def values(rows: Sequence[Value], name: str = "values.parquet", **columns: Any) -> SourceFile:
    """The long table; ``columns`` adds some or takes their place, None leaves one out."""
    table: dict[str, Any] = {
        "Short Desc": [row[0] for row in rows],
        "Data item": [f"What {row[0]} counts" for row in rows],
        "Years": [row[1] for row in rows],
        "LA and Regions": [row[2] for row in rows],
        "Values": [row[3] for row in rows],
        "LA Number": [AREAS.get(row[2], (1.0, ""))[0] for row in rows],
        "Region": [AREAS.get(row[2], (1.0, "NA"))[1] for row in rows],
        **columns,
    }
    out = io.BytesIO()
    pq.write_table(pa.table({k: v for k, v in table.items() if v is not None}), out)
    return SourceFile(name, out.getvalue())


def dictionary(*measures: dict[str, str], name: str = "dictionary.csv") -> SourceFile:
    """The data dictionary with a row for each; what is not given is as in ``MEASURE``."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, MEASURE, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows({**MEASURE, **measure} for measure in measures)
    return SourceFile(name, out.getvalue().encode())


def code_list(name: str = "codes.xlsx") -> SourceFile:
    """Council numbers, names, regions and types."""
    named = {str(int(number)): (area, region) for area, (number, region) in AREAS.items()}
    lines = [[int(n), named[n][0], named[n][1], kind] for n, kind in TYPES.items()]
    return workbook(name, [["LA Number", "LA Name", "Region", "Type"], *lines])


def neighbours(
    sets: dict[int, Sequence[tuple[Any, str]]], name: str = "sn_april_2021.xlsx"
) -> SourceFile:
    """A set of neighbours under its three header lines."""
    most = max(len(found) for found in sets.values())
    pairs = [text for rank in range(1, most + 1) for text in (f"SN{rank}", "SNP")]
    header = ["LA num", "LA Name", "LA number", "GOInd", "GOReg", *pairs]
    lines = [
        [own, "Name", own, 1, "Region", *(part for both in found for part in both)]
        for own, found in sets.items()
    ]
    return workbook(name, [["A", "B"], [1, 2], header, *lines])


def workbook(name: str, lines: Sequence[Sequence[Any]]) -> SourceFile:
    """One sheet with these lines."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return SourceFile(name, out.getvalue())
