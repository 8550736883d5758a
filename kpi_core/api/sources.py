"""Where the rows of a page come from, and what a file of them says about itself."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kpi_core.api.asked import Asked

MOST_SOURCES = 5
"""Reports and releases that the source line of a file names."""

_OF_RELEASE = (("report", "release"), ("release", "release"), ("organisation", "publisher"))
"""A column of a page, and the column of ``releases`` that holds the same ids."""

Row = dict[str, Any]


class Sources:
    """The reports and the national releases behind the rows of a page.

    Rows that name no report at all are held to be of the reports that were asked for.
    """

    def __init__(self, asked: Asked, rows: pa.Table) -> None:
        tables, named = asked.data.tables, asked.named
        self.releases = _released(rows, tables["releases"].to_pylist())
        reports = tables["reports"].to_pylist()
        chosen = [row for row in reports if not named or row["report"] in named]
        self.reports = [] if self.releases and not _of_reports(rows, chosen) else chosen

    @property
    def organisation(self) -> str:
        """Whose figures these are: the councils, else the publishers."""
        names = [row["organisation_name"] for row in self.reports]
        return "; ".join(dict.fromkeys(names or [row["publisher_name"] for row in self.releases]))

    @property
    def period(self) -> str:
        """That of the newest report; empty where there is no report."""
        return str(self.reports[-1]["period_label"]) if self.reports else ""

    @property
    def line(self) -> str:
        """Every source with its title, some of them if they are many."""
        named = [f"{row['organisation_name']}: {row['title']}" for row in self.reports]
        named += [f"{row['publisher_name']}: {row['title']}" for row in self.releases]
        more = [f"and {len(named) - MOST_SOURCES:,} more"] if len(named) > MOST_SOURCES else []
        return "; ".join([*named[:MOST_SOURCES], *more])


def _released(rows: pa.Table, releases: Sequence[Row]) -> list[Row]:
    """The releases that rows name, in the order of their import."""
    found = [
        (key, set(pc.unique(rows[column]).to_pylist()))
        for column, key in _OF_RELEASE
        if column in rows.column_names
    ]
    return [row for row in releases if any(row[key] in ids for key, ids in found)]


def _of_reports(rows: pa.Table, reports: Sequence[Row]) -> bool:
    """Whether a row names a report, or an organisation that reports."""
    for column in ("report", "organisation"):
        if column in rows.column_names:
            ids = set(pc.unique(rows[column]).to_pylist())
            return any(row[column] in ids for row in reports)
    return False
