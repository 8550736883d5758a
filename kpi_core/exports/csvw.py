"""CSV with its metadata after the W3C's "CSV on the Web": a ZIP of the table and its description.

The description says what the table is, where it is from, and of every column what it holds. The
table is that of the CSV but for the caption's columns, whose facts stand in the description.
"""

import json
import re
from typing import Any

import pandas as pd

from kpi_core.exports.csv import csv_text, defuse
from kpi_core.exports.formats import ExportTable, is_number
from kpi_core.exports.meanings import meaning
from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable
from kpi_core.zipping import zip_of

TABLE, DESCRIPTION = "table.csv", "table.csv-metadata.json"

APOSTROPHE = (
    "A text that a spreadsheet would run as a formula has an apostrophe in front, which is not "
    "part of it."
)

_DIALECT = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\r\n"],
    "header": True,
    "headerRowCount": 1,
    "skipBlankRows": False,
    "trim": False,
    # a line of ours may start with any letter, and is data
    "commentPrefix": None,
}


def write_csvw(table: ExportTable) -> bytes:
    """A ZIP of ``table.csv`` and ``table.csv-metadata.json``; the same table, the same bytes."""
    frame = table.cleaned()
    described = json.dumps(_described(table.caption, frame), ensure_ascii=False, indent=1)
    return zip_of({TABLE: csv_text(frame).encode(), DESCRIPTION: described.encode()})


def _described(caption: Caption, frame: pd.DataFrame) -> dict[str, Any]:
    said = (caption.finding, f"Filters: {caption.filters}.", caption.note, APOSTROPHE)
    facts = {
        "dc:title": caption.title,
        "dc:description": " ".join(filter(None, said)),
        "dc:publisher": caption.organisation,
        "dc:source": caption.source,
        "dc:license": caption.licence,
        "dc:temporal": caption.period,
        "dc:language": "en-GB",
        "dc:hasVersion": caption.version,
        "dcat:contactPoint": caption.contact,
    }
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": TABLE,
        **{key: printable(text) for key, text in facts.items() if text},
        "dialect": _DIALECT,
        "tableSchema": {"columns": _columns(frame)},
    }


def _columns(frame: pd.DataFrame) -> list[dict[str, Any]]:
    names: dict[str, str] = {}
    for at, header in enumerate(frame.columns, start=1):
        name = re.sub(r"[^a-z0-9]+", "_", header.lower()).strip("_") or f"column_{at}"
        names[header] = f"{name}_{at}" if name in names.values() else name
    return [
        {
            "name": names[header],
            "titles": [defuse(header)],
            "datatype": "number" if is_number(frame[header]) else "string",
            "null": [""],
            **({"dc:description": said} if (said := meaning(header)) else {}),
        }
        for header in frame.columns
    ]
