"""Read a dataset back: the current version, or the one that is named."""

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.dataset.keeping import opened
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, VERSION, Place, place
from kpi_core.errors import DatasetError, UnknownVersionError
from kpi_core.schema import ADDED, SCHEMA_VERSION, TABLES, Table


@dataclass(frozen=True)
class Dataset:
    """One version, whole. ``descriptor`` is its Data Package."""

    version: str
    location: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pa.Table]
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def frame(self, table: str) -> pd.DataFrame:
        """A table as a frame, converted once; never change it in place."""
        if table not in self._frames:
            self._frames[table] = self.tables[table].to_pandas()
        return self._frames[table]


def current_version(location: str | Path) -> str:
    """The name that CURRENT holds.

    Raises:
        DatasetError: when there is no dataset, or CURRENT holds no version name.
    """
    where = place(location)
    try:
        version = where.read(CURRENT).decode("utf-8", "replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise DatasetError(
            f"There is no dataset at {where.name} yet. Run 'kpi build' with your report to make "
            "one, or name another place with --dataset."
        ) from None
    except OSError as error:
        raise DatasetError(f"The dataset at {where.name} cannot be read: {error}.") from error
    if not VERSION.fullmatch(version):
        raise DatasetError(
            f"The file {CURRENT} of the dataset at {where.name} holds no version name "
            f"({version[:40]!r}). Run 'kpi build' again."
        )
    return version


def read(location: str | Path, version: str | None = None) -> Dataset:
    """Read a whole version into memory.

    Raises:
        UnknownVersionError: when it does not hold the named version.
        DatasetError: when there is none, it is incomplete, or a newer program wrote it.
    """
    name = version or current_version(location)
    where = place(location)
    if not VERSION.fullmatch(name):
        raise UnknownVersionError(f"{name[:40]!r} is no name of a dataset version.")
    if version is not None and not where.exists(name, DESCRIPTOR):
        raise UnknownVersionError(f"The dataset at {where.name} holds no version {name}.")
    described, sums = _descriptor(where, name)
    opened(where, name)
    tables = {t.name: _table(where, name, t, sums) for t in TABLES}
    return Dataset(name, where.name, described, tables)


def _descriptor(where: Place, version: str) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """The descriptor, and the checksum that it gives of each file."""
    try:
        described = dict(json.loads(where.read(version, DESCRIPTOR)))
        sums = {resource["path"]: resource["hash"] for resource in described["resources"]}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DatasetError(
            f"The dataset at {where.name} has no complete version {version}. Run 'kpi build' again."
        ) from error
    if described.get("schema_version") != SCHEMA_VERSION:
        raise DatasetError(
            f"Version {version} of the dataset at {where.name} has schema version "
            f"{described.get('schema_version')}; this program reads {SCHEMA_VERSION}. "
            "Build it again, or use the program that wrote it."
        )
    return described, sums


def _table(where: Place, version: str, table: Table, sums: Mapping[str, str]) -> pa.Table:
    """One table, if its bytes are those that were written.

    A version of before a table or a column was added has none of it: empty, and null.
    """
    path = f"{table.name}.parquet"
    if path not in sums and table.name in ADDED:
        return table.arrow.empty_table()
    try:
        content = where.read(version, path)
    except OSError as error:
        raise DatasetError(_damaged(where, version, path, str(error))) from error
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != sums.get(path):
        raise DatasetError(_damaged(where, version, path, "its checksum is wrong"))
    found = pq.read_table(io.BytesIO(content))
    for at, field_ in enumerate(table.arrow):
        if field_.nullable and field_.name not in found.column_names:
            found = found.add_column(at, field_, pa.nulls(len(found), field_.type))
    return found


def _damaged(where: Place, version: str, path: str, why: str) -> str:
    return (
        f"The file {path} of version {version} at {where.name} cannot be read ({why}). "
        "Run 'kpi build' again with the same reports."
    )
