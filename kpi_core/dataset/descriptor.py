"""The Data Package descriptor: every column with its type, meaning and unit (Frictionless)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.dataset.assessed import Assessed
from kpi_core.dataset.checksum import checksum
from kpi_core.schema import column

TYPES = {
    column.TEXT: "string",
    column.NUMBER: "number",
    column.WHOLE: "integer",
    column.DAY: "date",
    column.YES_NO: "boolean",
    column.TEXTS: "array",
}

BOTH = frozenset({"observations", "indicators"})
"""Tables that hold rows of reports and, behind them, of national releases."""

REPORT_ROWS = "report_rows"
"""How many rows of such a table are of reports; a version without it has no others."""


def schemes_used(reports: Sequence[Assessed]) -> dict[str, dict[str, Any]]:
    """Every rating scheme of these reports, by kind and name, as plain values."""
    status = {a.schemes.status_name: a.schemes.status for a in reports}
    for item in (item for a in reports for item in a.assessments):
        for held in (item.yardstick, *(rated.yardstick for rated in item.history)):
            status[held.name] = held.scheme
    direction = {a.schemes.direction_name: a.schemes.direction for a in reports}
    longer = {a.schemes.long_direction_name: a.schemes.long_direction for a in reports}
    return {
        "status": {name: scheme.model_dump(mode="json") for name, scheme in status.items()},
        "direction": {name: scheme.model_dump(mode="json") for name, scheme in direction.items()},
        "long_direction": {name: scheme.model_dump(mode="json") for name, scheme in longer.items()},
    }


def descriptor(
    contents: Mapping[str, bytes],
    tables: Mapping[str, pa.Table],
    schemes: Mapping[str, Any],
) -> dict[str, Any]:
    """The content of ``datapackage.json``, but for the version's name, which it determines.

    Args:
        contents: the bytes of each table's Parquet file.
        tables: the tables themselves, for the sources that they name; of those in ``BOTH`` only
            the rows of reports.
        schemes: the rating schemes used, by kind and name, so that a rating can be redone.
    """
    return {
        "profile": "data-package",
        "name": "council-scorecard",
        "title": "Council performance scorecard",
        "schema_version": schema.SCHEMA_VERSION,
        "sources": [*_reports(tables["reports"]), *_releases(tables["releases"])],
        "rating_schemes": dict(schemes),
        "resources": [
            _resource(table, contents[table.name], len(tables[table.name]))
            for table in schema.TABLES
        ],
    }


def _reports(reports: pa.Table) -> Iterator[dict[str, Any]]:
    for row in reports.to_pylist():
        yield {
            "title": f"{row['organisation_name']}: {row['title']}",
            "path": row["source_name"],
            "hash": f"sha256:{row['sha256']}",
            "licence": row["licence"],
        }


def _releases(releases: pa.Table) -> Iterator[dict[str, Any]]:
    """Every file of every national release."""
    for row in releases.to_pylist():
        for name, digest in zip(row["files"], row["checksums"], strict=True):
            yield {
                "title": f"{row['publisher_name']}: {row['title']}",
                "path": name,
                "hash": digest,
                "licence": row["licence"],
                "release": row["release"],
            }


def _resource(table: schema.Table, content: bytes, rows: int) -> dict[str, Any]:
    of_reports = {REPORT_ROWS: rows} if table.name in BOTH else {}
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": f"One row per {table.row}.",
        "bytes": len(content),
        "hash": checksum(content),
        **of_reports,
        "schema": {"fields": [_field(column) for column in table.columns]},
    }


def _field(column: schema.Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": TYPES[column.type],
        "description": column.meaning,
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.words:
        constraints["enum"] = [str(word) for word in column.words]
    return {**field, "constraints": constraints} if constraints else field
