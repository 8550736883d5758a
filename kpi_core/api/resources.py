"""The tables that the API answers with: one entry each, which routes, document and page read.

A new one is an entry in ``RESOURCES``, with a function in ``tables`` where it is more than a table
of the dataset.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from kpi_core import schema
from kpi_core.api import tables
from kpi_core.api.asked import Asked
from kpi_core.api.columns import CHANGED, QUOTED, RATED
from kpi_core.api.parameters import Parameter, Text, Version, Whole, Words, YesNo
from kpi_core.dataset import Dataset
from kpi_core.exports import FORMATS
from kpi_core.present.briefing.table import NOT_COMPARED
from kpi_core.schema import Column, Table
from kpi_core.selection import FILTER_FIELDS, SORTS, on_screen
from kpi_core.vocabulary import ChangeKind, Severity


@dataclass(frozen=True)
class Resource:
    """One table: its name in the address, what it is, its columns, parameters and rows."""

    name: str
    row: str
    columns: tuple[Column, ...]
    parameters: tuple[Parameter, ...]
    rows: Callable[[Asked], pa.Table]


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

INDICATOR = Words("indicator", "Id of an indicator.", True, find=held("indicators", "indicator"))
VERSION = Version("version", "Name of a dataset version; the current one if left out.")
ONE_REPORT = Words(
    "report", "Id of a report; the newest one if left out.", find=held("reports", "report")
)
REPORTS = Words("report", "Ids of reports; the newest one if left out.", True, find=ONE_REPORT.find)
OF_REPORTS = Words(
    "report",
    "Ids of reports; all if left out. The filters of the screens go by the newest of them all.",
    True,
    find=ONE_REPORT.find,
)
FORMAT = Words("format", "Format of the answer; json if left out.", find=fixed("json", *FORMATS))
PAGING = (
    Whole("limit", "Rows of one answer; more than are allowed are cut to that.", least=1),
    Whole("offset", "Rows to leave out at the start."),
)
SHARED: tuple[Parameter, ...] = (VERSION, FORMAT, *PAGING)
"""What every table takes."""


def _of_table(
    table: Table,
    parameters: Sequence[Parameter],
    narrowing: tables.Narrowing,
    rows: Callable[[Asked, pa.Table], pa.Table] = lambda _, rows: rows,
) -> Resource:
    """A table of the dataset under its own name."""
    return Resource(
        table.name,
        table.row,
        table.columns,
        (*parameters, *SHARED),
        lambda asked: rows(asked, tables.stored(asked, table, narrowing)),
    )


def _column(name: str, meaning: str, table: str, column: str) -> Words:
    return Words(name, meaning, True, find=held(table, column))


RESOURCES: dict[str, Resource] = {
    made.name: made
    for made in (
        _of_table(
            schema.INDICATORS,
            (*FILTERS, INDICATOR, OF_REPORTS),
            {"indicator": "indicator"},
            tables.indicators,
        ),
        _of_table(
            schema.OBSERVATIONS,
            (
                _column("subject", "Who the figure is about.", "observations", "subject"),
                _column("indicator", "Id of an indicator.", "observations", "indicator"),
                _column("period", "Label of a period.", "observations", "period_label"),
                _column("reported_by", "Who reported it.", "observations", "reported_by"),
                YesNo(
                    "latest",
                    "true: the newest reported version of each figure; false: the older ones.",
                ),
                *FILTERS,
                _column("report", OF_REPORTS.meaning, "observations", "report"),
            ),
            {
                "subject": "subject",
                "indicator": "indicator",
                "period": "period_label",
                "reported_by": "reported_by",
                "report": "report",
                "latest": "is_latest",
            },
            tables.observations,
        ),
        Resource(
            "ratings",
            schema.RATINGS.row,
            RATED,
            (
                *FILTERS,
                INDICATOR,
                Words("sort", "Order of the rows.", find=fixed(*SORTS)),
                REPORTS,
                *SHARED,
            ),
            tables.ratings,
        ),
        Resource(
            "benchmarks",
            "indicator of a report and comparator that it quotes",
            QUOTED,
            (
                *FILTERS,
                INDICATOR,
                _column("comparator", "Subject of a comparator.", "observations", "subject"),
                REPORTS,
                *SHARED,
            ),
            tables.benchmarks,
        ),
        _of_table(
            schema.FINDINGS,
            (
                Words("severity", "How much it matters.", True, find=fixed(*Severity)),
                _column("rule", "Name of a rule.", "findings", "rule"),
                _column("indicator", "Id of an indicator.", "findings", "indicator"),
                Text("text", "Findings whose message has all of these words."),
                *FILTERS,
                OF_REPORTS,
            ),
            {
                "severity": "severity",
                "rule": "rule",
                "indicator": "indicator",
                "report": "report",
            },
            tables.findings,
        ),
        Resource(
            "changes",
            "change since the report before, or indicator of which that cannot be told",
            CHANGED,
            (
                Words(
                    "kind",
                    "Kind of change.",
                    True,
                    find=fixed(*(k.one[:1].upper() + k.one[1:] for k in ChangeKind), NOT_COMPARED),
                ),
                *FILTERS,
                INDICATOR,
                ONE_REPORT,
                *SHARED,
            ),
            tables.changes,
        ),
        _of_table(schema.REPORTS, (OF_REPORTS,), {"report": "report"}),
    )
}
