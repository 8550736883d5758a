"""Every cell of the long table as an observation: period, figure or reason, place in the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from kpi_core.national.lait.dictionary import Measure
from kpi_core.national.lait.long_table import Codes, LongTable
from kpi_core.national.numbers import Stored, stored
from kpi_core.national.periods import Resolved, resolve
from kpi_core.national.reorganisations import REORGANISED
from kpi_core.schema import OBSERVATIONS
from kpi_core.vocabulary import Missing

_MOST_PLACES = 2
"""Decimal places to show where the dictionary gives none."""


@dataclass(frozen=True)
class Figures:
    """The long table with what its texts mean.

    ``measures`` and ``subjects`` are in the order of the texts of their columns.
    """

    table: LongTable
    measures: Sequence[Measure]
    subjects: Sequence[str]

    @cached_property
    def cells(self) -> list[Stored]:
        """What each text of the values means."""
        return [stored(text) for text in self.table.value.texts]

    @cached_property
    def pairs(self) -> tuple[Codes, Codes]:
        """Measure and spelling together: the code of each pair, and each row's place in them."""
        together = self.table.short.codes * len(self.table.years.texts) + self.table.years.codes
        pairs, places = np.unique(together, return_inverse=True)
        return pairs, places

    @cached_property
    def periods(self) -> list[Resolved]:
        """The period of each pair."""
        return [resolve(spelling, measure.year) for measure, spelling in self._spellings()]

    @cached_property
    def decimals(self) -> Codes:
        """Decimal places to show of each measure: the dictionary's, else those of its figures."""
        places = np.array([min(cell.places, _MOST_PLACES) for cell in self.cells])
        most = np.zeros(len(self.measures), dtype=np.int64)
        np.maximum.at(most, self.table.short.codes, places[self.table.value.codes])
        given = [measure.decimals for measure in self.measures]
        return np.array([own if own is not None else most[at] for at, own in enumerate(given)])

    @cached_property
    def has_figure(self) -> npt.NDArray[np.bool_]:
        """Which rows have a figure."""
        known = np.array([cell.value is not None for cell in self.cells])
        return known[self.table.value.codes]

    @cached_property
    def outside(self) -> npt.NDArray[np.bool_]:
        """Which rows are of a period in which their area did not exist."""
        changed = [REORGANISED.get(subject) for subject in self.subjects]
        begins = _days([area.begins if area else None for area in changed], date.min)
        ends = _days([area.ends if area else None for area in changed], date.max)
        first = _days([found.period.start for found in self.periods], date.min)
        last = _days([found.period.end for found in self.periods], date.max)
        places, areas = self.pairs[1], self.table.area.codes
        return (last[places] < begins[areas]) | (first[places] > ends[areas])

    def observations(self, publisher: str, release: str) -> pa.Table:
        """The rows of ``observations``, sorted by indicator, period and subject."""
        order = self._order()
        columns = self._columns(order, publisher, release)
        count = len(order)
        arrays = [
            columns.get(c.name, pa.nulls(count, c.type)).cast(c.type) for c in OBSERVATIONS.columns
        ]
        return pa.Table.from_arrays(arrays, schema=OBSERVATIONS.arrow)

    def _columns(self, order: Codes, publisher: str, release: str) -> Mapping[str, pa.Array]:
        table, places = self.table, self.pairs[1][order]
        short, value = table.short.codes[order], table.value.codes[order]
        periods = [found.period for found in self.periods]
        figure = self.has_figure[order]
        marks = _chosen([found.mark for found in self.periods], places, pa.string())
        return {
            "subject": _chosen(self.subjects, table.area.codes[order], pa.string()),
            "indicator": _chosen([f"lait/{m.short}" for m in self.measures], short, pa.string()),
            "period_label": _chosen([p.label for p in periods], places, pa.string()),
            "period_start": _chosen([p.start for p in periods], places, pa.date32()),
            "period_end": _chosen([p.end for p in periods], places, pa.date32()),
            "period_kind": _chosen([p.kind for p in periods], places, pa.string()),
            "value": _chosen([cell.value for cell in self.cells], value, pa.float64()),
            "unit": _chosen([m.unit for m in self.measures], short, pa.string()),
            "decimals": _chosen(list(map(int, self.decimals)), short, pa.int32()),
            "raw": _chosen(table.value.texts, value, pa.string()),
            "missing": self._missing(order),
            "mark": pa.compute.if_else(pa.array(figure), marks, pa.scalar(None, pa.string())),
            "reported_by": _repeated(publisher, len(order)),
            "report": _repeated(release, len(order)),
            "source_cell": _rows(table.rows[order]),
            "is_latest": pa.array(self.latest[order]),
            "period_raw": _chosen(table.years.texts, table.years.codes[order], pa.string()),
        }

    def _missing(self, order: Codes) -> pa.Array:
        """Why there is no figure: an area that did not exist then has none to give (G3)."""
        said = _chosen(
            [cell.missing for cell in self.cells], self.table.value.codes[order], pa.string()
        )
        gone = pa.array((self.outside & ~self.has_figure)[order])
        return pa.compute.if_else(gone, pa.scalar(str(Missing.NOT_APPLICABLE)), said)

    def _order(self) -> Codes:
        """Rows by indicator, period and subject; rows alike in these by their place in the file."""
        measures = _ranks([measure.short for measure in self.measures])
        periods = _ranks([(*f.period.sort_key, f.period.label) for f in self.periods])
        subjects = _ranks(list(self.subjects))
        order: Codes = np.lexsort(
            (
                subjects[self.table.area.codes],
                periods[self.pairs[1]],
                measures[self.table.short.codes],
            )
        )
        return order

    @cached_property
    def latest(self) -> npt.NDArray[np.bool_]:
        """Of rows for one figure, which counts: one with a figure, the most settled, the last."""
        group = self._figure_codes()
        settled = np.array([found.settled for found in self.periods])[self.pairs[1]]
        order = np.lexsort((np.arange(len(group)), settled, self.has_figure, group))
        last = np.ones(len(order), dtype=bool)
        last[:-1] = group[order][1:] != group[order][:-1]
        latest = np.zeros(len(order), dtype=bool)
        latest[order] = last
        return latest

    def _figure_codes(self) -> Codes:
        """One code per measure, period and subject, whatever the spelling of the period."""
        labels = {label: at for at, label in enumerate({f.period.label for f in self.periods})}
        period = np.array([labels[f.period.label] for f in self.periods])[self.pairs[1]]
        subjects = _ranks(list(self.subjects))[self.table.area.codes]
        codes: Codes = self.table.short.codes * len(labels) + period
        return codes * len(self.subjects) + subjects

    def _spellings(self) -> Iterator[tuple[Measure, str]]:
        years = len(self.table.years.texts)
        for pair in self.pairs[0]:
            yield self.measures[pair // years], self.table.years.texts[pair % years]


def _ranks(texts: Sequence[Any]) -> Codes:
    """The place of each in the sorted order of all; equal ones share theirs."""
    places = {text: at for at, text in enumerate(sorted(set(texts)))}
    return np.array([places[text] for text in texts], dtype=np.int64)


def _days(days: Sequence[date | None], unknown: date) -> Codes:
    return np.array([(day or unknown).toordinal() for day in days], dtype=np.int64)


def _chosen(values: Sequence[Any], codes: Codes, kind: pa.DataType) -> pa.Array:
    return pa.array(values, kind).take(pa.array(codes))


def _repeated(text: str, count: int) -> pa.Array:
    return pa.array([text]).take(pa.array(np.zeros(count, dtype=np.int64)))


def _rows(numbers: Codes) -> pa.Array:
    """Such as ``row 12``."""
    return pa.compute.binary_join_element_wise("row", pa.array(numbers).cast(pa.string()), " ")
