"""Choosing rows by integer codes, so that a click costs microseconds at any size.

A frame of scorecard rows is coded once; filtering, counting and ordering then work on positions
in it. Nothing here copies or changes the frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi_core.selection.filters import FILTER_FIELDS, STATUS_ORDER, FilterField, Filters

Positions: TypeAlias = NDArray[np.intp]
"""Row numbers of a frame, in the order in which the rows are to be shown."""

SORTS = ("Report order", "Red first", "Furthest from target", "Name")
"""Orders that a list can have; the first is the report's own."""


@dataclass(frozen=True)
class _Held:
    """Which row holds which option of a filter: an entry for each word of each row."""

    rows: Positions
    codes: NDArray[np.intp]

    @classmethod
    def of(cls, column: "pd.Series[Any]", options: list[str]) -> "_Held":
        words = column.reset_index(drop=True).explode()
        codes = pd.Index(options, dtype="object").get_indexer(pd.Index(words, dtype="object"))
        known = codes >= 0
        return cls(words.index.to_numpy()[known], codes[known])


class Choices:
    """The filter columns of some scorecard rows, coded.

    Args:
        rows: with ``indicator``, ``title``, ``search`` and the column of every filter field.
    """

    def __init__(self, rows: pd.DataFrame) -> None:
        self.rows = rows
        self.all: Positions = np.arange(len(rows), dtype=np.intp)
        self.ids: list[str] = rows["indicator"].tolist()
        self.titles: list[str] = rows["title"].tolist()
        self._search: list[str] = rows["search"].tolist()
        self._values = {f.key: f.stored(rows) for f in FILTER_FIELDS}
        self._words = {f.key: f.words(rows) for f in FILTER_FIELDS}
        self._held = {f.key: _Held.of(rows[f.column], self._values[f.key]) for f in FILTER_FIELDS}

    def stored(self, key: str) -> list[str]:
        """The options of a filter as stored words."""
        return self._values[key]

    def words(self, key: str) -> list[str]:
        """The options of a filter in their form on screen."""
        return self._words[key]

    def several(self, key: str) -> bool:
        """Whether the rows differ in this field; a filter with one value is not worth showing."""
        held = self._held[key]
        counts, with_any = np.bincount(held.codes), np.count_nonzero(np.bincount(held.rows))
        return bool(((counts > 0) & (counts < with_any)).any())

    def where(self, filters: Filters) -> Positions:
        """The rows that meet every filter; several values of one filter mean any of them."""
        keep = np.ones(len(self.all), dtype=bool)
        for field, chosen in filters.active():
            wanted = np.array([word in chosen for word in self.words(field.key)], dtype=bool)
            held, met = self._held[field.key], np.zeros(len(keep), dtype=bool)
            met[held.rows[wanted[held.codes]]] = True
            keep &= met
        for word in filters.q.casefold().split():
            keep &= np.fromiter((word in text for text in self._search), bool, len(keep))
        return np.flatnonzero(keep)

    def count(self, key: str, at: Positions | None = None) -> dict[str, int]:
        """Rows by stored word of a filter field, every option present, zero included."""
        return dict(zip(self._values[key], self._counts(key, at), strict=True))

    def cross(self, down: str, across: str) -> list[list[int]]:
        """Rows by two filter fields: a list per option of ``down``, a count per ``across``."""
        held = self._held[down]
        options = range(len(self._values[down]))
        return [self._counts(across, held.rows[held.codes == code]) for code in options]

    def _counts(self, key: str, at: Positions | None) -> list[int]:
        held = self._held[key]
        codes = held.codes
        if at is not None:
            inside = np.zeros(len(self.all), dtype=bool)
            inside[at] = True
            codes = codes[inside[held.rows]]
        counts: list[int] = np.bincount(codes, minlength=len(self._values[key])).tolist()
        return counts

    def order(self, at: Positions, by: str) -> Positions:
        """Positions in one of ``SORTS``; ties keep the report's order."""
        rank = self._ranks.get(by)
        return at if rank is None else at[np.argsort(rank[at], kind="stable")]

    @cached_property
    def _ranks(self) -> dict[str, NDArray[np.float64]]:
        """A number per row and order, small first; rows without one go last."""
        status = {word: at for at, word in enumerate(STATUS_ORDER)}
        name = self.rows["title"].str.casefold().rank(method="dense")
        return {
            "Red first": self.rows["status"].map(status).to_numpy(dtype="float64"),
            "Furthest from target": self.rows["gap_relative"].to_numpy(dtype="float64"),
            "Name": name.to_numpy(dtype="float64"),
        }


def choose(rows: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The rows of a frame that meet every filter."""
    return rows.iloc[Choices(rows).where(filters)]


def cross_count(rows: pd.DataFrame, across: FilterField, down: FilterField) -> pd.DataFrame:
    """Counts of two filter fields against each other, every option present, zero included.

    Returns:
        A frame of whole numbers: index the stored words of ``down``, columns those of ``across``.
    """
    choices = Choices(rows)
    table = choices.cross(down.key, across.key)
    return pd.DataFrame(table, index=choices.stored(down.key), columns=choices.stored(across.key))


def neighbours(ids: Sequence[str], indicator: str) -> tuple[str | None, str | None]:
    """The indicators before and after one in those shown; None at the ends or if not shown."""
    if indicator not in ids:
        return None, None
    at = ids.index(indicator)
    return (ids[at - 1] if at else None), (ids[at + 1] if at + 1 < len(ids) else None)
