"""Finds the rows of a report among the indicators of the reports before it (G1)."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeAlias

from kpi_core.histories.close import Apart, close_matches
from kpi_core.histories.trail import How, Row, Trail

Key: TypeAlias = Callable[[Row], Hashable | None]

Pair: TypeAlias = tuple[Trail, Row]


def extend(trails: list[Trail], rows: Sequence[Row], apart: Apart) -> None:
    """Adds the rows of the next report: each to the trail that is its indicator, else a new one.

    By the catalogue's id, then the reference code, then the name, then closeness. A trail takes
    one row of a report, so what is surer is never undone by what is less sure.

    Args:
        trails: the indicators so far; extended in place.
        rows: all rows of one report.
        apart: the reports in which each name stands, of all reports.
    """
    left = list(rows)
    left = _add(_pairs(trails, left, _catalogue_id), left, How.CATALOGUE)
    coded = _pairs(trails, left, _reference)
    left = _add(_uncontradicted(coded, trails, rows), left, How.REFERENCE)
    left = _add(_pairs(trails, left, _name), left, How.NAME)
    taken = {row.at for row in rows}
    free = [trail for trail in trails if trail.last.at not in taken]
    close = close_matches(free, left, apart)
    for match in close:
        match.trail.add(match.row, How.CLOSE, match.sentence)
    matched = {match.row for match in close}
    trails += [Trail(row) for row in left if row not in matched]


def _catalogue_id(row: Row) -> str | None:
    return row.entry.id if row.entry else None


def _reference(row: Row) -> str | None:
    return row.reference


def _name(row: Row) -> Hashable:
    return row.name_place


def _pairs(trails: Iterable[Trail], rows: Iterable[Row], key: Key) -> list[Pair]:
    """Rows with the trail that had their key last."""
    had = _held(trails, key)
    found = ((had.get(key(row)), row) for row in rows)
    return [(trail, row) for trail, row in found if trail is not None and trail.may_hold(row)]


def _held(trails: Iterable[Trail], key: Key) -> dict[Hashable, Trail]:
    """Each key's trail; where two had it, the one that had it last."""
    rows = [(row, trail) for trail in trails for row in trail.rows]
    rows.sort(key=lambda pair: pair[0].at)
    return {k: trail for row, trail in rows if (k := key(row)) is not None}


def _uncontradicted(
    pairs: Iterable[Pair], trails: Iterable[Trail], rows: Iterable[Row]
) -> list[Pair]:
    """Pairs of one code whose names do not say otherwise: a code may be given to another row."""
    had = _held(trails, _name)
    here = {row.name_place: row for row in rows}
    return [
        (trail, row)
        for trail, row in pairs
        if had.get(row.name_place, trail) is trail and here.get(trail.last.name_place, row) is row
    ]


def _add(pairs: Iterable[Pair], left: Collection[Row], how: How) -> list[Row]:
    """Adds each row to its trail where that is still free; returns the rows that remain."""
    added: set[Row] = set()
    for trail, row in pairs:
        if trail.last.at != row.at:
            trail.add(row, how)
            added.add(row)
    return [row for row in left if row not in added]
