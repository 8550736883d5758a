"""Write a dataset version whole, then make it the current one in a single step."""

import hashlib
import json
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.dataset.descriptor import descriptor
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, Place
from kpi_core.schema import SCHEMA_VERSION


def write(where: Place, tables: Mapping[str, pa.Table], inputs: Sequence[bytes]) -> str:
    """Write the tables and make them current.

    The version's name is a checksum of the inputs, the schema version and the tables: the same
    inputs give the same name, and a change of rules that changes a table never overwrites an
    older version. The descriptor is written last in its folder, so a folder that has one is
    complete; a build that is killed leaves CURRENT as it was.

    Args:
        where: the dataset's place.
        tables: by name, as in ``kpi_core.schema``.
        inputs: the bytes of each report and of the catalogue.

    Returns:
        The name of the version.
    """
    contents = {name: _parquet(table) for name, table in tables.items()}
    version = _version(contents, inputs)
    if not where.exists(version, DESCRIPTOR):
        where.make_folder(version)
        for name, content in contents.items():
            where.write(content, version, f"{name}.parquet")
        described = descriptor(version, contents, tables)
        text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
        where.write(text.encode(), version, DESCRIPTOR)
    where.write(f"{version}\n".encode(), CURRENT)
    return version


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _version(contents: Mapping[str, bytes], inputs: Sequence[bytes]) -> str:
    digest = hashlib.sha256(f"schema {SCHEMA_VERSION}\n".encode())
    for content in sorted(hashlib.sha256(given).digest() for given in inputs):
        digest.update(content)
    for name in sorted(contents):
        digest.update(hashlib.sha256(contents[name]).digest())
    return f"v{SCHEMA_VERSION}-{digest.hexdigest()[:12]}"
