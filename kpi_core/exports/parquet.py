"""Parquet: typed columns, the caption's facts in the file's own metadata."""

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.exports.formats import ExportTable


def write_parquet(table: ExportTable) -> bytes:
    """Facts such as ``source`` and ``dataset_version`` are keys of the schema's metadata."""
    rows = pa.Table.from_pandas(table.cleaned(), preserve_index=False)
    metadata = {**(rows.schema.metadata or {}), **table.meta()}
    file = BytesIO()
    pq.write_table(rows.replace_schema_metadata(metadata), file, compression="zstd")
    return file.getvalue()
