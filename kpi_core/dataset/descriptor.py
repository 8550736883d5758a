"""The Data Package descriptor: every column with its type, meaning and unit (Frictionless)."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.dataset.assessed import Assessed
from kpi_core.schema import column

TYPES = {
    column.TEXT: "string",
    column.NUMBER: "number",
    column.WHOLE: "integer",
    column.DAY: "date",
    column.YES_NO: "boolean",
    column.TEXTS: "array",
}


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
        tables: the tables themselves, for the sources named in ``reports``.
        schemes: the rating schemes used, by kind and name, so that a rating can be redone.
    """
    return {
        "profile": "data-package",
        "name": "council-scorecard",
        "title": "Council performance scorecard",
        "schema_version": schema.SCHEMA_VERSION,
        "sources": [
            {
                "title": f"{row['organisation_name']}: {row['title']}",
                "path": row["source_name"],
                "hash": f"sha256:{row['sha256']}",
                "licence": row["licence"],
            }
            for row in tables["reports"].to_pylist()
        ],
        "rating_schemes": dict(schemes),
        "resources": [_resource(table, contents[table.name]) for table in schema.TABLES],
    }


def _resource(table: schema.Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": f"One row per {table.row}.",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
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
