"""The parameters that the tables and pictures share: filters, version, format, pages, and names."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pyarrow.compute as pc

from kpi_core.api.national import NATIONAL, known, known_indicators
from kpi_core.api.parameters import Parameter, Text, Version, Whole, Words
from kpi_core.dataset import Dataset
from kpi_core.exports import FORMATS
from kpi_core.selection import FILTER_FIELDS, on_screen


def held(table: str, column: str) -> Callable[[Dataset], Sequence[str]]:
    """The values that a column of the dataset holds, in their order there."""

    def find(data: Dataset) -> Sequence[str]:
        found = pc.unique(data.tables[table][column]).to_pylist()
        return [str(value) for value in found if value is not None]

    return find


def fixed(*words: str) -> Callable[[Dataset], Sequence[str]]:
    return lambda _: words


FILTERS: tuple[Parameter, ...] = (
    *(
        Words(
            field.key,
            f"Indicators by the filter “{field.label}” of the screens.",
            several=True,
            find=fixed(*map(on_screen, field.options))
            if field.options
            else held("indicators", field.column),
        )
        for field in FILTER_FIELDS
    ),
    Text("q", "Indicators whose title, name, theme, owner or commentary has all of these words."),
)
"""The filters of the screens, under the same names."""

VERSION = Version("version", "Name of a dataset version; the current one if left out.")
ONE_REPORT = Words(
    "report", "Id of a report; the newest one if left out.", find=held("reports", "report")
)
REPORTS = Words("report", "Ids of reports; the newest one if left out.", True, find=ONE_REPORT.find)
ALL_REPORTS = "Ids of reports; all if left out. The filters go by the newest of them."
FORMAT = Words("format", "Format of the answer; json if left out.", find=fixed(*FORMATS))
PAGING = (
    Whole("limit", "Rows of one answer; more than are allowed are cut to that.", least=1),
    Whole("offset", "Rows to leave out at the start."),
)
SHARED: tuple[Parameter, ...] = (VERSION, FORMAT, *PAGING)
"""What every table takes."""


INCLUDE = Words(
    "include",
    "national: also what national releases have, in full; without it that of reports alone, but "
    "for a value that no report has. With filters, of the measures that the indicators join.",
    find=fixed(NATIONAL),
)


def by(column: str, meaning: str, table: str) -> Words:
    """Rows whose column holds one of the values given, of those that a table of the dataset has."""
    name = column.removesuffix("_label")
    return Words(name, meaning, True, narrows=column, find=held(table, column))


def figures_by(column: str, meaning: str) -> Words:
    """The same for figures, those of national releases among them."""
    return replace(by(column, meaning, "observations"), find=known(column))


INDICATOR = by("indicator", "Id of an indicator.", "indicators")
OR_MEASURE = replace(
    INDICATOR, meaning="Id of an indicator, or of a national measure.", find=known_indicators
)
