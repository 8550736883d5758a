"""The rows of national releases, which stand behind those of reports in the files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

KEYS = ("subject", "indicator", "period_label", "reported_by", "report", "is_latest")
"""Columns of ``observations`` that figures are looked up by."""

NAMES = tuple(key for key in KEYS if key != "is_latest")
"""Of those, the columns that hold names."""


@dataclass(frozen=True)
class Contents:
    """What the figures of a measure are about: how many rows, and which names each column has."""

    rows: int
    names: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Behind:
    """The measures, and their figures when they are asked for.

    ``figures`` gives all of a measure, also those that were restated; ``keys`` gives of the same
    rows the columns ``KEYS`` alone, which are a small part of them.
    """

    measures: pa.Table
    figures: Callable[[str], pa.Table]
    keys: Callable[[str], pa.Table]

    @cached_property
    def contents(self) -> Mapping[str, Contents]:
        """What there is of each measure, by its id: looked through once, a measure at a time."""
        ids = dict.fromkeys(self.measures["indicator"].to_pylist())
        return {measure: _contents(self.keys(measure)) for measure in ids}

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Every name that a column of the figures has, sorted."""
        every = self.contents.values()
        return {
            column: tuple(sorted({name for one in every for name in one.names[column]}))
            for column in NAMES
        }


def _contents(keys: pa.Table) -> Contents:
    names = {column: frozenset(pc.unique(keys[column]).to_pylist()) for column in NAMES}
    return Contents(len(keys), names)
