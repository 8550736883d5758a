"""National releases as they are kept with a dataset: normalised, so that no file is read twice.

Each table of a release is a Parquet file among the inputs, under its checksum; the descriptor of a
version says which releases, in the order in which they were imported, it is made of.
"""

import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpi_core import schema
from kpi_core.dataset import by_measure
from kpi_core.dataset.columns import completed
from kpi_core.dataset.inputs import fetch, keep
from kpi_core.dataset.place import Place
from kpi_core.errors import DatasetError
from kpi_core.national import Release

PARTS = (
    schema.RELEASES,
    schema.OBSERVATIONS,
    schema.INDICATORS,
    schema.AREAS,
    schema.NEIGHBOURS,
    schema.FINDINGS,
)
"""The tables that are kept of a release."""


@dataclass(frozen=True)
class KeptRelease:
    """A release that is kept with the dataset.

    Attributes:
        files: checksum by name of the files that it was read from, which are not kept.
        parts: checksum by table of what was read.
    """

    id: str
    source: str
    title: str
    files: Mapping[str, str]
    parts: Mapping[str, str]


def keep_release(where: Place, release: Release) -> KeptRelease:
    """Keep the tables of a release; a copy that is there and damaged is mended.

    Raises:
        DatasetError: the place cannot be written to.
    """
    try:
        parts = {name: keep(where, content) for name, content in _parts(release).items()}
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} cannot be written ({error}); it is as it was before. "
            "Name another place, or make room there."
        ) from error
    files = {file.name: file.checksum for file in release.files}
    return KeptRelease(release.id, release.source, release.title, files, parts)


def figures_of(where: Place, release: KeptRelease) -> by_measure.ByMeasure:
    """The figures of a kept release, still in their file.

    Raises:
        DatasetError: they are not there or are damaged.
    """
    return by_measure.ByMeasure(_part(where, release, schema.OBSERVATIONS.name))


def table_of(where: Place, release: KeptRelease, table: schema.Table) -> pa.Table:
    """Another table of a kept release.

    Raises:
        DatasetError: it is not there or is damaged.
    """
    content = _part(where, release, table.name)
    return completed(pq.read_table(io.BytesIO(content)), table)


def is_whole(where: Place, release: KeptRelease) -> bool:
    """Whether all that is kept of a release can be read."""
    try:
        for name in release.parts:
            _part(where, release, name)
    except DatasetError:
        return False
    return True


def _part(where: Place, release: KeptRelease, name: str) -> bytes:
    remedy = (
        f"Import the files of {release.title!r} again, or take it out: "
        f"kpi benchmarks remove {release.id}."
    )
    return fetch(where, release.parts[name], f"the {name} of {release.title!r}", remedy)


def _parts(release: Release) -> dict[str, bytes]:
    tables = {
        "releases": _row(release),
        "indicators": release.measures,
        "areas": release.areas,
        "neighbours": release.neighbours,
        "findings": _findings(release),
    }
    figures = release.figures.cast(schema.OBSERVATIONS.arrow).replace_schema_metadata(None)
    nothing = schema.OBSERVATIONS.arrow.empty_table()
    written = {"observations": by_measure.written(nothing, by_measure.runs(figures))}
    for table in PARTS:
        if table.name in tables:
            written[table.name] = _parquet(tables[table.name].cast(table.arrow))
    return {table.name: written[table.name] for table in PARTS}


def _parquet(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _row(release: Release) -> pa.Table:
    row = {
        "release": release.id,
        "source": release.source,
        "title": release.title,
        "publisher": release.publisher,
        "publisher_name": release.publisher_name,
        "licence": release.licence,
        "link": release.link,
        "published_on": release.published_on,
        "files": [file.name for file in release.files],
        "checksums": [file.checksum for file in release.files],
        "measures": len(release.measures),
        "areas": len(release.areas),
        "cells": len(release.figures),
        "figures": pc.count(release.figures["value"]).as_py(),
    }
    return pa.Table.from_pylist([row], schema=schema.RELEASES.arrow)


def _findings(release: Release) -> pa.Table:
    rows = [asdict(finding) | {"report": release.id} for finding in release.findings]
    return pa.Table.from_pylist(rows, schema=schema.FINDINGS.arrow)
