"""Write a dataset version whole, then make it the current one in a single step."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.dataset.descriptor import descriptor
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, Place
from kpi_core.errors import DatasetError
from kpi_core.schema import SCHEMA_VERSION


def write(
    where: Place,
    tables: Mapping[str, pa.Table],
    inputs: Sequence[bytes],
    schemes: Mapping[str, Any] | None = None,
) -> str:
    """Write the tables and make them current.

    The version's name is a checksum of the inputs, the schema version and the tables: the same
    inputs give the same name, and a change of rules that changes a table never overwrites an
    older version. The descriptor is written last in its folder, so a folder that has one is
    complete; a build that is killed leaves CURRENT as it was.

    Args:
        where: the dataset's place.
        tables: by name, as in ``kpi_core.schema``.
        inputs: the bytes of each report and of the catalogue.
        schemes: the rating schemes used, kept in the descriptor.

    Returns:
        The name of the version.

    Raises:
        DatasetError: when the place cannot be written to.
    """
    contents = {name: _parquet(table) for name, table in tables.items()}
    described = descriptor(contents, tables, schemes or {})
    version = _version(described, inputs)
    try:
        # Also where the version exists: the same bytes again, which mends a damaged file.
        where.make_folder(version)
        for name, content in contents.items():
            where.write(content, version, f"{name}.parquet")
        where.write(_json(described | {"version": version}), version, DESCRIPTOR)
        where.write(f"{version}\n".encode(), CURRENT)
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} cannot be written ({error}); it is as it was before. "
            "Name another place, or make room there."
        ) from error
    return version


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _json(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _version(described: Mapping[str, Any], inputs: Sequence[bytes]) -> str:
    """The descriptor holds the checksum of every table, so it stands for their content."""
    digest = hashlib.sha256(_json(described))
    for content in sorted(hashlib.sha256(given).digest() for given in inputs):
        digest.update(content)
    return f"v{SCHEMA_VERSION}-{digest.hexdigest()[:12]}"
