"""The Data Package descriptor: every column with its type, meaning and unit (Frictionless)."""

import hashlib
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from kpi_core import schema

TYPES = {
    schema.TEXT: "string",
    schema.NUMBER: "number",
    schema.WHOLE: "integer",
    schema.DAY: "date",
    schema.YES_NO: "boolean",
    schema.TEXTS: "array",
}


def descriptor(
    version: str, contents: Mapping[str, bytes], tables: Mapping[str, pa.Table]
) -> dict[str, Any]:
    """The content of ``datapackage.json``.

    Args:
        version: name of the dataset version.
        contents: the bytes of each table's Parquet file.
        tables: the tables themselves, for the sources named in ``reports``.
    """
    return {
        "profile": "data-package",
        "name": "council-scorecard",
        "title": "Council performance scorecard",
        "version": version,
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
