"""Figures in one Parquet file, a row group for each measure, so that one can be read alone."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from threading import Lock

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpi_core.dataset.behind import KEYS
from kpi_core.dataset.columns import completed
from kpi_core.schema import OBSERVATIONS

COLUMN = "indicator"


def runs(figures: pa.Table) -> Iterator[pa.Table]:
    """The figures a measure at a time; those of one measure stand together."""
    begin = 0
    for end in pc.run_end_encode(figures[COLUMN].combine_chunks()).run_ends.to_pylist():
        yield figures.slice(begin, end - begin)
        begin = end


def written(front: pa.Table, measures: Iterable[pa.Table]) -> bytes:
    """A Parquet file of rows in front, and of the figures of each measure behind them."""
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, OBSERVATIONS.arrow, compression="zstd") as writer:
        for rows in chain([front], measures):
            if len(rows):
                writer.write_table(rows)
    return bytes(sink.getvalue())


class ByMeasure:
    """Such a file, opened from its bytes; many threads may ask it.

    Args:
        content: the whole file.
        front: rows in front of the measures; None where there is nothing else.
    """

    def __init__(self, content: bytes, front: int | None = 0) -> None:
        self._file = pq.ParquetFile(pa.BufferReader(content))
        self._lock, self._front = Lock(), front

    @property
    def front(self) -> pa.Table:
        """The rows in front of the measures."""
        return self._read(range(self._first))

    @property
    def measures(self) -> Iterable[str]:
        """Ids in the order of the file."""
        return self._groups

    def figures(self, measure: str) -> pa.Table:
        """All figures of a measure; none of one that is not here."""
        return self._read(self._groups.get(measure, ()))

    def keys(self, measure: str) -> pa.Table:
        """Of the same rows the columns that they are looked up by."""
        with self._lock:
            groups = self._groups.get(measure, ())
            return self._file.read_row_groups(list(groups), columns=list(KEYS))

    @cached_property
    def _first(self) -> int:
        """The first row group behind the front."""
        described, rows, number = self._file.metadata, 0, 0
        if self._front is None:
            return int(described.num_row_groups)
        while rows < self._front:
            rows += described.row_group(number).num_rows
            number += 1
        return number

    @cached_property
    def _groups(self) -> Mapping[str, list[int]]:
        """Row groups by measure: every row of a group names the same one."""
        described, found = self._file.metadata, dict[str, list[int]]()
        at = self._file.schema_arrow.get_field_index(COLUMN)
        for number in range(self._first, described.num_row_groups):
            measure = described.row_group(number).column(at).statistics.min
            found.setdefault(measure, []).append(number)
        return found

    def _read(self, groups: Iterable[int]) -> pa.Table:
        with self._lock:
            return completed(self._file.read_row_groups(list(groups)), OBSERVATIONS)
