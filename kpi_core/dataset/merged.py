"""All kept releases as one: whose row counts where two say something of the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.comparators.national import National
from kpi_core.dataset.by_measure import ByMeasure
from kpi_core.dataset.national import national_of
from kpi_core.dataset.place import Place
from kpi_core.dataset.releases import KeptRelease, figures_of, table_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Merged:
    """The national tables of a version, but for what is worked out of them.

    ``tables`` has ``releases``, ``indicators`` (the measures), ``areas``, ``neighbours`` and
    ``findings``. Figures are read a measure at a time: all of them together are large.
    """

    tables: Mapping[str, pa.Table]
    _figures: Sequence[ByMeasure] = field(default=(), repr=False)

    @property
    def any(self) -> bool:
        """Whether anything was imported."""
        return len(self.tables["releases"]) > 0

    @property
    def measures(self) -> list[str]:
        """Ids of all measures with figures, sorted."""
        return sorted({measure for one in self._figures for measure in one.measures})

    def figures(self, measure: str) -> pa.Table:
        """A measure's figures in every release, by period and subject, the oldest release first.

        ``is_latest`` is theirs over all releases: a later import wins, and nothing is overwritten.
        """
        found = [rows for one in self._figures if len(rows := one.figures(measure))]
        if not found:
            return schema.OBSERVATIONS.arrow.empty_table()
        rows = pa.concat_tables(found if len(found) == 1 else _newest_marked(found))
        order = pa.array(
            [at for at, some in enumerate(found) for _ in range(len(some))], pa.int32()
        )
        keys = ("period_label", "subject", "order", "source_cell")
        sorted_ = rows.append_column("order", order).sort_by([(key, "ascending") for key in keys])
        return sorted_.drop_columns("order")

    @cached_property
    def national(self) -> National:
        """The same as comparisons need it."""
        return national_of(self.tables, self.figures)


def merge(where: Place, releases: Sequence[KeptRelease]) -> Merged:
    """Read what is kept of some releases; their figures stay in their files.

    Args:
        where: the dataset's place.
        releases: in the order of their import.

    Raises:
        DatasetError: when a part is not there or is damaged.
    """
    tables = {}
    for table, merged in _MERGED:
        rows = [table_of(where, release, table).to_pylist() for release in releases]
        tables[table.name] = pa.Table.from_pylist(merged(rows), schema=table.arrow)
    return Merged(tables, tuple(figures_of(where, release) for release in releases))


def _newest_marked(found: Sequence[pa.Table]) -> list[pa.Table]:
    """A figure is the latest if it is so in its own release and no later one has another."""
    newest = {key: at for at, rows in enumerate(found) for key in _keys(rows)}
    marked = []
    for at, rows in enumerate(found):
        mine = zip(_keys(rows), rows["is_latest"].to_pylist(), strict=True)
        latest = pa.array([was and newest[key] == at for key, was in mine], pa.bool_())
        column = rows.column_names.index("is_latest")
        marked.append(rows.set_column(column, rows.schema.field(column), latest))
    return marked


def _keys(rows: pa.Table) -> Iterator[tuple[str, str]]:
    return zip(rows["subject"].to_pylist(), rows["period_label"].to_pylist(), strict=True)


def _every_row(releases: Sequence[Sequence[Row]]) -> list[Row]:
    return [row for rows in releases for row in rows]


def _newest_measures(releases: Sequence[Sequence[Row]]) -> list[Row]:
    """The newest release says what a measure is."""
    found = {(row["organisation"], row["indicator"]): row for row in _every_row(releases)}
    return [found[key] for key in sorted(found)]


def _areas(releases: Sequence[Sequence[Row]]) -> list[Row]:
    """A row with an official code leads, the newest of those; the others fill its gaps."""
    found: dict[str, list[Row]] = {}
    for row in _every_row(releases):
        found.setdefault(row["subject"], []).append(row)
    return [_filled(found[subject]) for subject in sorted(found)]


def _filled(oldest_first: Sequence[Row]) -> Row:
    ordered = sorted(oldest_first, key=lambda row: bool(row["gss"] or row["number"]))
    filled = dict(ordered[0])
    for row in ordered[1:]:
        filled |= {name: value for name, value in row.items() if value not in (None, [])}
    return filled


def _newest_sets(releases: Sequence[Sequence[Row]]) -> list[Row]:
    """Of a set of neighbours that came twice, the newest; never a mixture."""
    found: dict[tuple[str, str], list[Row]] = {}
    for rows in releases:
        mine: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            mine.setdefault((row["organisation"], row["neighbour_set"]), []).append(row)
        found |= mine
    return [row for key in sorted(found) for row in sorted(found[key], key=lambda r: r["rank"])]


Merging = Callable[[Sequence[Sequence[Row]]], list[Row]]

_MERGED: tuple[tuple[schema.Table, Merging], ...] = (
    (schema.RELEASES, _every_row),
    (schema.INDICATORS, _newest_measures),
    (schema.AREAS, _areas),
    (schema.NEIGHBOURS, _newest_sets),
    (schema.FINDINGS, _every_row),
)

NOTHING = Merged({table.name: table.arrow.empty_table() for table, _ in _MERGED})
"""Where nothing was imported."""
