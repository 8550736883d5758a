"""Rows that are read when they are needed: a page of many costs no more than the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa


class Rows(Protocol):
    """What an answer is cut from; an Arrow table is one."""

    def __len__(self) -> int:
        """How many there are in all."""

    def slice(self, offset: int, length: int) -> pa.Table:
        """Some of them, fewer or none where they end."""


@dataclass(frozen=True)
class Part:
    """Some rows: how many, and how to read them."""

    count: int
    read: Callable[[], pa.Table]


class InParts:
    """A table with further rows behind it, of which a page reads those that it shows.

    Args:
        front: rows that are in memory.
        behind: rows with the same columns, in their order.
    """

    def __init__(self, front: pa.Table, behind: Sequence[Part]) -> None:
        self._front, self._behind = front, behind

    def __len__(self) -> int:
        return len(self._front) + sum(part.count for part in self._behind)

    def slice(self, offset: int, length: int) -> pa.Table:
        made, begin, last = [self._front.slice(offset, length)], len(self._front), offset + length
        for part in self._behind:
            first, end = max(offset, begin), min(last, begin + part.count)
            if first < end:
                made.append(part.read().slice(first - begin, end - first))
            begin += part.count
        return pa.concat_tables(made)
