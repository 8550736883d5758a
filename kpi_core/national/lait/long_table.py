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
    """The columns that are used; ``item``, ``number`` and ``region`` may hold empty texts only.

    ``rows`` numbers each row as in the file, from 1. A row that names no measure or no area is
    about nothing and is not among them; ``left_out`` counts those.
    """

    short: Coded
    years: Coded
    area: Coded
    value: Coded
    item: Coded
    number: Coded
    region: Coded
    rows: Codes
    left_out: int = 0

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
    except files.DAMAGED as error:
        raise ReleaseError(
            f"{file.name}: the table of values is damaged and cannot be read ({_line(error)}). "
            "Get the file again and repeat the import."
        ) from error
    named = _named(columns[files.SHORT]) & _named(columns[files.AREA])
    if not named.any():
        raise ReleaseError(f"{file.name}: the table of values has no rows.")
    kept = {name: _each_once(c.texts, c.codes[named]) for name, c in columns.items()}
    absent = Coded([""], np.zeros(int(named.sum()), dtype=np.int64))
    return LongTable(
        short=kept[files.SHORT],
        years=kept[files.YEARS],
        area=kept[files.AREA],
        value=kept[files.VALUES],
        item=kept.get(files.ITEM, absent),
        number=kept.get(files.NUMBER, absent),
        region=kept.get(files.REGION, absent),
        rows=np.flatnonzero(named) + 1,
        left_out=int((~named).sum()),
    )


def _named(column: Coded) -> npt.NDArray[np.bool_]:
    given = np.array([bool(text.strip()) for text in column.texts], dtype=bool)
    return given[column.codes] if len(column.codes) else np.zeros(0, dtype=bool)


def _table(file: SourceFile) -> pa.Table:
    content = pa.BufferReader(file.content)
    wanted = (*files.NEEDED, files.ITEM, files.NUMBER, files.REGION)
    names = [name for name in wanted if name in pq.read_schema(content).names]
    opened = pq.ParquetFile(content, read_dictionary=names)
    facts = opened.metadata
    unpacked = sum(facts.row_group(at).total_byte_size for at in range(facts.num_row_groups))
    if facts.num_rows > MOST_ROWS or unpacked > MOST_BYTES:
        raise ReleaseError(
            f"{file.name}: the table of values has more than {MOST_ROWS:,} rows or "
            f"{MOST_BYTES:,} bytes, which is not what this tool publishes."
        )
    table = opened.read(columns=names)
    table.validate(full=True)  # a code that points past the last text would fail later
    return table


def _coded(column: pa.ChunkedArray) -> Coded:
    if pa.types.is_floating(column.type):
        column = pa.compute.if_else(pa.compute.is_finite(column), column, None)
        if pa.compute.all(pa.compute.equal(column, pa.compute.round(column))).as_py() is not False:
            column = column.cast(pa.int64(), safe=False)  # 896.0 is the number of an area
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    whole = column.unify_dictionaries().combine_chunks()
    texts = ["" if text is None else str(text) for text in whole.dictionary.to_pylist()]
    codes = whole.indices.fill_null(len(texts)).to_numpy().astype(np.int64)
    return Coded([*texts, ""], codes)


def _each_once(texts: list[str], codes: Codes) -> Coded:
    """Only the texts that a row has, in the order of their first rows, none of them twice."""
    places: dict[str, int] = {}
    used, first = np.unique(codes, return_index=True)
    for code in used[np.argsort(first)]:
        places.setdefault(texts[code], len(places))
    moved = np.array([places.get(text, 0) for text in texts], dtype=np.int64)
    return Coded(list(places), moved[codes])


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:200].rstrip(". ")
