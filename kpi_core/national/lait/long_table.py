"""The long table of values as columns of codes: each text once, and a code for every row."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.errors import ReleaseError
from kpi_core.national.lait import files
from kpi_core.national.release import SourceFile

MOST_ROWS = 5_000_000
MOST_BYTES = 2_000_000_000
"""Rows, and bytes unpacked, of a table of values; the one of 2026 has 641,070 rows."""

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Coded:
    """A column: ``codes`` points into ``texts``; a missing text is the empty one."""

    texts: list[str]
    codes: Codes

    def first_rows(self) -> Codes:
        """The first row that each text stands in."""
        return np.unique(self.codes, return_index=True)[1]


@dataclass(frozen=True)
class LongTable:
    """The columns that are used; ``item``, ``number`` and ``region`` may hold empty texts only."""

    short: Coded
    years: Coded
    area: Coded
    value: Coded
    item: Coded
    number: Coded
    region: Coded

    def __len__(self) -> int:
        return len(self.short.codes)


def read(file: SourceFile) -> LongTable:
    """Read the Parquet file of values.

    Raises:
        ReleaseError: when it is damaged, empty or too large.
    """
    try:
        table = _table(file)
        columns = {name: _coded(table[name]) for name in table.column_names}
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise ReleaseError(
            f"{file.name}: the table of values is damaged and cannot be read ({_line(error)}). "
            "Get the file again and repeat the import."
        ) from error
    if not table.num_rows:
        raise ReleaseError(f"{file.name}: the table of values has no rows.")
    none = Coded([""], np.zeros(table.num_rows, dtype=np.int64))
    return LongTable(
        short=columns[files.SHORT],
        years=columns[files.YEARS],
        area=columns[files.AREA],
        value=columns[files.VALUES],
        item=columns.get(files.ITEM, none),
        number=columns.get(files.NUMBER, none),
        region=columns.get(files.REGION, none),
    )


def _table(file: SourceFile) -> pa.Table:
    opened = pq.ParquetFile(pa.BufferReader(file.content))
    facts = opened.metadata
    unpacked = sum(facts.row_group(at).total_byte_size for at in range(facts.num_row_groups))
    if facts.num_rows > MOST_ROWS or unpacked > MOST_BYTES:
        raise ReleaseError(
            f"{file.name}: the table of values has more than {MOST_ROWS:,} rows or "
            f"{MOST_BYTES:,} bytes, which is not what this tool publishes."
        )
    wanted = (*files.NEEDED, files.ITEM, files.NUMBER, files.REGION)
    names = [name for name in wanted if name in opened.schema_arrow.names]
    return opened.read(columns=names)


def _coded(column: pa.ChunkedArray) -> Coded:
    if pa.types.is_floating(column.type):  # a number of an area, such as 896.0
        column = column.cast(pa.int64(), safe=False)
    texts = column.cast(pa.string()).fill_null("").dictionary_encode().combine_chunks()
    return Coded(texts.dictionary.to_pylist(), texts.indices.to_numpy().astype(np.int64))


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200].rstrip(". ")
