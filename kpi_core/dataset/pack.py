"""A dataset version in memory, byte for byte as it stands on disk: for writing, ZIP and preview."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.dataset import by_measure
from kpi_core.dataset.behind import KEYS, Behind
from kpi_core.dataset.checksum import checksum
from kpi_core.dataset.descriptor import descriptor
from kpi_core.dataset.merged import NOTHING, Merged
from kpi_core.dataset.place import CURRENT, DESCRIPTOR
from kpi_core.dataset.read import Dataset
from kpi_core.schema import SCHEMA_VERSION
from kpi_core.zipping import zip_of


@dataclass(frozen=True)
class Inputs:
    """What a version is made of: the catalogue, then reports and whatever else decides it."""

    catalogue: bytes
    others: tuple[bytes, ...] = ()

    @property
    def all(self) -> tuple[bytes, ...]:
        return (self.catalogue, *self.others)


@dataclass(frozen=True)
class Packed:
    """A whole version. ``files`` are the bytes by name, the descriptor last.

    The rows of national releases in ``observations`` and ``indicators`` are in the files alone.
    """

    version: str
    descriptor: Mapping[str, Any]
    tables: Mapping[str, pa.Table]
    files: Mapping[str, bytes]
    inputs: Inputs
    national: Merged = NOTHING

    def dataset(self, location: str) -> Dataset:
        """The version as if it had been read from a place; ``location`` is said to people."""
        figures = self.national.figures
        behind = Behind(
            self.national.tables["indicators"], figures, lambda one: figures(one).select(KEYS)
        )
        return Dataset(self.version, location, self.descriptor, self.tables, behind)

    def archive(self) -> bytes:
        return zipped(self.version, self.files)


def pack(
    tables: Mapping[str, pa.Table],
    inputs: Inputs,
    schemes: Mapping[str, Any] | None = None,
    recorded: Mapping[str, Any] | None = None,
    national: Merged = NOTHING,
) -> Packed:
    """Turn the tables into the files of a version.

    The version's name is a checksum of the inputs, the schema version and the tables: the same
    inputs give the same name, and a change of rules that changes a table never overwrites an
    older version.

    Args:
        tables: by name, as in ``kpi_core.schema``; of reports alone where releases have rows too.
        inputs: the bytes of the catalogue and of each report.
        schemes: the rating schemes used, kept in the descriptor.
        recorded: what was added to the dataset, kept in the descriptor.
        national: what was imported; its figures and measures stand behind those of reports.
    """
    contents = {name: _parquet(name, table, national) for name, table in tables.items()}
    described = descriptor(contents, tables, schemes or {})
    described["catalogue"] = checksum(inputs.catalogue) if inputs.catalogue else None
    described |= recorded or {}
    version = _version(described, inputs.all)
    described["version"] = version
    files = {f"{name}.parquet": content for name, content in contents.items()}
    files[DESCRIPTOR] = as_json(described)
    return Packed(version, described, tables, files, inputs, national)


def as_json(document: object) -> bytes:
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def zipped(version: str, files: Mapping[str, bytes]) -> bytes:
    """A dataset of one version as a ZIP; unpacked, it can be named with --dataset."""
    entries = {CURRENT: f"{version}\n".encode()}
    entries |= {f"{version}/{name}": content for name, content in files.items()}
    return zip_of(entries)


def _parquet(name: str, table: pa.Table, national: Merged) -> bytes:
    if name == "observations":
        return by_measure.written(table, map(national.figures, national.measures))
    if name == "indicators":
        table = pa.concat_tables([table, national.tables[name]])
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _version(described: Mapping[str, Any], inputs: Sequence[bytes]) -> str:
    """The descriptor holds the checksum of every table, so it stands for their content."""
    digest = hashlib.sha256(as_json(described))
    for content in sorted(hashlib.sha256(given).digest() for given in inputs):
        digest.update(content)
    return f"v{SCHEMA_VERSION}-{digest.hexdigest()[:12]}"
