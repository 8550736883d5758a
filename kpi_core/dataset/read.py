"""Read a dataset back: the current version, or the one that is named."""

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.comparators.national import National
from kpi_core.dataset.behind import Behind
from kpi_core.dataset.by_measure import ByMeasure
from kpi_core.dataset.checksum import checksum
from kpi_core.dataset.columns import completed
from kpi_core.dataset.descriptor import REPORT_ROWS
from kpi_core.dataset.keeping import opened
from kpi_core.dataset.national import national_of
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, VERSION, Place, place
from kpi_core.errors import DatasetError, UnknownVersionError
from kpi_core.schema import ADDED, OBSERVATIONS, SCHEMA_VERSION, TABLES, Table


@dataclass(frozen=True)
class Dataset:
    """One version, whole. ``descriptor`` is its Data Package.

    ``tables`` has of ``observations`` and ``indicators`` only the rows of reports, so that what
    shows a report is as fast with national figures as without; ``national`` has the others.
    """

    version: str
    location: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pa.Table]
    behind: Behind = field(repr=False, compare=False)
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def frame(self, table: str) -> pd.DataFrame:
        """A table as a frame, converted once; never change it in place."""
        if table not in self._frames:
            self._frames[table] = self.tables[table].to_pandas()
        return self._frames[table]

    @cached_property
    def national(self) -> National:
        """What was imported of national releases; nothing of it is read before it is asked for."""
        return national_of({**self.tables, "indicators": self.behind.measures}, self.behind.figures)


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
        DatasetError: when there is none, it is incomplete (the current version is not there at
            all, say), or a newer program wrote it.
    """
    name = version or current_version(location)
    where = place(location)
    if not VERSION.fullmatch(name):
        raise UnknownVersionError(f"{name[:40]!r} is no name of a dataset version.")
    if not where.exists(name, DESCRIPTOR) and name != current_version(location):
        raise UnknownVersionError(f"The dataset at {where.name} holds no version {name}.")
    described, sums = _descriptor(where, name)
    opened(where, name)
    files = {t.name: _content(where, name, t, sums) for t in TABLES}
    tables = {t.name: _table(t, files[t.name]) for t in TABLES if t is not OBSERVATIONS}
    figures = ByMeasure(files["observations"] or b"", _front(described, "observations"))
    tables["observations"] = figures.front
    every, front = tables["indicators"], _front(described, "indicators")
    tables["indicators"] = every.slice(0, front)
    measures = every.slice(len(every) if front is None else front)
    behind = Behind(measures, figures.figures, figures.keys)
    return Dataset(name, where.name, described, tables, behind)


def _front(described: Mapping[str, Any], table: str) -> int | None:
    """How many rows of a table are of reports; None where all are."""
    rows: dict[str, int | None] = {
        resource["path"]: resource.get(REPORT_ROWS) for resource in described["resources"]
    }
    return rows[f"{table}.parquet"]


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


def _content(where: Place, version: str, table: Table, sums: Mapping[str, str]) -> bytes | None:
    """The file of a table, if its bytes are those that were written.

    None where the version is of before the table was added.
    """
    path = f"{table.name}.parquet"
    if path not in sums and table.name in ADDED:
        return None
    try:
        content = where.read(version, path)
    except OSError as error:
        raise DatasetError(_damaged(where, version, path, str(error))) from error
    if checksum(content) != sums.get(path):
        raise DatasetError(_damaged(where, version, path, "its checksum is wrong"))
    return content


def _table(table: Table, content: bytes | None) -> pa.Table:
    """The rows of a file; none where there is none."""
    if content is None:
        return table.arrow.empty_table()
    return completed(pq.read_table(io.BytesIO(content)), table)


def _damaged(where: Place, version: str, path: str, why: str) -> str:
    return (
        f"The file {path} of version {version} at {where.name} cannot be read ({why}). "
        "Run 'kpi build' again with the same reports."
    )
