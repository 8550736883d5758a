"""The tables that the API answers with: one entry each, which routes, document and page read.

A new one is an entry in ``RESOURCES``, with a function in ``tables`` where it is more than a table
of the dataset.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import pyarrow as pa

from kpi_core import schema
from kpi_core.api import compared, national, tables
from kpi_core.api.asked import Asked
from kpi_core.api.choosing import (
    ALL_REPORTS,
    FILTERS,
    INCLUDE,
    INDICATOR,
    ONE_REPORT,
    OR_MEASURE,
    REPORTS,
    SHARED,
    by,
    figures_by,
    fixed,
    held,
)
from kpi_core.api.columns import BENCHMARKED, CHANGED, RATED, Basis
from kpi_core.api.parameters import Parameter, Text, Words, YesNo
from kpi_core.api.parts import InParts, Part, Rows
from kpi_core.present.briefing.table import NOT_COMPARED
from kpi_core.present.standing.choice import MATCHES
from kpi_core.schema import Column, Table
from kpi_core.selection import SORTS
from kpi_core.vocabulary import ChangeKind, Severity


@dataclass(frozen=True)
class Resource:
    """One table: its name in the address, what it is, its columns, parameters and rows.

    ``behind`` gives further rows that are read when a page shows them.
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    parameters: tuple[Parameter, ...]
    rows: Callable[[Asked], pa.Table]
    behind: Callable[[Asked, Sequence[Parameter]], list[Part]] = lambda *_: []

    def found(self, asked: Asked) -> Rows:
        """The rows that a request asks for, all pages of them."""
        front = tables.narrowed(self.rows(asked), asked, self.parameters)
        return InParts(front, self.behind(asked, self.parameters))


INDICATORS = Resource(
    "indicators",
    schema.INDICATORS.row,
    schema.INDICATORS.columns,
    (*FILTERS, OR_MEASURE, INCLUDE, replace(REPORTS, meaning=ALL_REPORTS), *SHARED),
    tables.indicators,
)

OBSERVATIONS = Resource(
    "observations",
    schema.OBSERVATIONS.row,
    schema.OBSERVATIONS.columns,
    (
        figures_by("subject", "Who the figure is about: a council, an area or a group."),
        figures_by("indicator", "Id of an indicator, or of a national measure."),
        figures_by("period_label", "Label of a period."),
        figures_by("reported_by", "Who reported it: a council, or a national publisher."),
        INCLUDE,
        YesNo(
            "latest",
            "true: the newest reported version of each figure; false: the older ones.",
            narrows="is_latest",
        ),
        *FILTERS,
        figures_by("report", f"{ALL_REPORTS} Ids of national releases likewise."),
        *SHARED,
    ),
    tables.observations,
    national.figures,
)

RATINGS = Resource(
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
)

BENCHMARKS = Resource(
    "benchmarks",
    "indicator of a report and comparator: as the report quotes it, and as published nationally",
    BENCHMARKED,
    (
        *FILTERS,
        INDICATOR,
        Words(
            "comparator",
            "Subject of a comparator, or id of a dated set of neighbours.",
            True,
            narrows="comparator",
            find=compared.known,
        ),
        Words(
            "basis",
            "as_quoted: as the report quotes it; as_published: by a national release.",
            True,
            narrows="basis",
            find=fixed(*Basis),
        ),
        Words(
            "match",
            "Published period: Same period, which ends with the rated one, if left out; Latest by "
            "choice, with the lag beside it.",
            find=fixed(*MATCHES),
        ),
        REPORTS,
        *SHARED,
    ),
    compared.benchmarks,
)

FINDINGS = Resource(
    "findings",
    schema.FINDINGS.row,
    schema.FINDINGS.columns,
    (
        Words("severity", "How much it matters.", True, narrows="severity", find=fixed(*Severity)),
        by("rule", "Name of a rule.", "findings"),
        by("indicator", "Id of an indicator.", "findings"),
        Text("text", "Findings whose message has all of these words."),
        *FILTERS,
        replace(
            by("report", f"{ALL_REPORTS} Ids of national releases likewise.", "reports"),
            find=lambda data: [*ONE_REPORT.find(data), *held("releases", "release")(data)],
        ),
        *SHARED,
    ),
    tables.findings,
)

_KINDS = (*(kind.one[:1].upper() + kind.one[1:] for kind in ChangeKind), NOT_COMPARED)

CHANGES = Resource(
    "changes",
    "change since the report before, or indicator of which that cannot be told",
    CHANGED,
    (
        Words("kind", "Kind of change.", True, narrows="kind", find=fixed(*_KINDS)),
        *FILTERS,
        INDICATOR,
        ONE_REPORT,
        *SHARED,
    ),
    tables.changes,
)

NARROWED_BY = {
    *("organisation", "indicator", "subject", "measure", "group"),
    *("period_label", "report", "release"),
}
"""Columns of other tables that choose rows."""


def _plain(table: Table) -> Resource:
    """Any other table of the dataset, to be narrowed by its own columns."""
    narrowing = [
        by(column.name, f"{column.meaning}.", table.name)
        for column in table.columns
        if column.name in NARROWED_BY
    ]
    rows = partial(tables.stored, table=table)
    return Resource(table.name, table.row, table.columns, (*narrowing, *SHARED), rows)


_NAMED = {
    made.name: made for made in (INDICATORS, OBSERVATIONS, RATINGS, BENCHMARKS, FINDINGS, CHANGES)
}

RESOURCES: dict[str, Resource] = {
    **_NAMED,
    **{table.name: _plain(table) for table in schema.TABLES if table.name not in _NAMED},
}
