"""The whole dataset as a Data Package of CSV files, for tools that read no Parquet.

The descriptor is that of the dataset with other files: the same columns, types and meanings, and
what Parquet needs no word for, such as how a missing value is written. A table is written a piece
at a time, so that a long one takes little more memory than a short one.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from kpi_core.dataset import Dataset
from kpi_core.dataset.place import DESCRIPTOR, Place, place
from kpi_core.exports.csv import defuse
from kpi_core.exports.csvw import APOSTROPHE
from kpi_core.schema import TABLES
from kpi_core.schema.keys import keys
from kpi_core.zipping import entry

ABOUT = (
    "In the CSV files an empty cell is a missing value, but where a text is never missing it is an "
    f"empty text. Lists are written as JSON. {APOSTROPHE}"
)

_HARMLESS = "^[0-9A-Za-z]"
"""What most texts start with, and no formula does."""

_TABLES = {table.name: table for table in TABLES}

_ROWS = 20_000
"""Rows that are in memory at a time."""


def csv_package(data: Dataset) -> bytes:
    """A ZIP of a CSV file for each table and ``datapackage.json``: one version, the same bytes."""
    where, made = place(data.location), BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        resources = [
            _resource(whole, where, data.version, given) for given in data.descriptor["resources"]
        ]
        described = {**data.descriptor, "description": ABOUT, "resources": resources}
        with entry(whole, DESCRIPTOR) as file:
            file.write(json.dumps(described, ensure_ascii=False, indent=2).encode())
    return made.getvalue()


def _resource(
    whole: zipfile.ZipFile, where: Place, version: str, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Writes one table, and says what was written."""
    name = str(given["path"]).removesuffix(".parquet")
    stored = pq.ParquetFile(pa.BufferReader(where.read(version, given["path"])))
    with entry(whole, f"{name}.csv") as file:
        sink = _Measured(file)
        _write(sink, stored)
    fields = [_field(field) for field in given["schema"]["fields"]]
    return {
        **given,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": sink.size,
        "hash": f"sha256:{sink.digest.hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""], **keys(_TABLES[name])},
    }


def _field(given: Mapping[str, Any]) -> dict[str, Any]:
    """A text that is never missing may be empty, as a cell that holds nothing is printed."""
    never_missing = given.get("constraints", {}).get("required", False)
    if given["type"] == "string" and never_missing:
        return {**given, "missingValues": []}
    return dict(given)


class _Measured:
    """Passes bytes on, and remembers how many they were and their checksum."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self.size, self.digest, self.closed = file, 0, hashlib.sha256(), False

    def write(self, content: bytes) -> int:
        piece = bytes(content)
        self.size += len(piece)
        self.digest.update(piece)
        return self._file.write(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def close(self) -> None:
        self.closed = True


def _write(sink: _Measured, stored: pq.ParquetFile) -> None:
    flat = pa.schema([pa.field(f.name, _flat(f.type)) for f in stored.schema_arrow])
    with pa_csv.CSVWriter(sink, flat) as writer:
        for batch in stored.iter_batches(batch_size=_ROWS):
            columns = [_plain(column) for column in batch.columns]
            writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=flat))


def _flat(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_list(kind) else kind


def _plain(column: pa.Array) -> pa.Array:
    """A column whose cells CSV can hold, and that a spreadsheet can open."""
    if pa.types.is_list(column.type):
        return _changed(column, lambda texts: json.dumps(texts, ensure_ascii=False))
    if not pa.types.is_string(column.type):
        return column
    harmless = pc.all(pc.match_substring_regex(column, _HARMLESS), min_count=0).as_py()
    return column if harmless else _changed(column, defuse)


def _changed(column: pa.Array, change: Callable[[Any], str]) -> pa.Array:
    cells: Iterator[Any] = (None if cell is None else change(cell) for cell in column.to_pylist())
    return pa.array(cells, pa.string())
