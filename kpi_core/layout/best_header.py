"""The headers that start at a line, if no better ones start further down."""

from collections.abc import Sequence
from dataclasses import replace

from kpi_core.layout.content import complete
from kpi_core.layout.entries import ending_in, period_of
from kpi_core.layout.header import Header, find_header, shape_of
from kpi_core.layout.headings import Role
from kpi_core.layout.shifted import realigned
from kpi_core.layout.table import Known
from kpi_core.layout.titled import is_one_row
from kpi_core.readers import Line
from kpi_core.vocabulary import ColumnBasis, TableShape

LOOKED_AT = 200
"""Lines under a header that are looked at; a longer table says nothing new."""


def headers_at(lines: Sequence[Line], at: int, known: Known) -> list[Header]:
    """The headers that start at a line, one for each table side by side, completed by content.

    Nothing if there are none, or if the lines below say as much without this one: a title above a
    header explains nothing more.
    """
    if lines[at].empty:
        return []
    found = find_header(lines, at, known.year, known.corrections)
    if not found:
        return []
    for further in range(1, found[0].depth):
        later = find_header(lines, at + further, known.year, known.corrections)
        joined = any(cell.anchor in lines[at].cells for cell in lines[at + further].cells)
        if later and not joined and _say_as_much(later, found):
            return []
    body = lines[at + found[0].depth : at + found[0].depth + LOOKED_AT]
    completed = [_completed(header, body) for header in found]
    return completed if all(_usable(header, body) for header in completed) else []


def _say_as_much(later: Sequence[Header], found: Sequence[Header]) -> bool:
    if _score(later) != _score(found):
        return _score(later) > _score(found)
    return _reading(later) == _reading(found)


def _score(headers: Sequence[Header]) -> tuple[float, int]:
    scores = [header.score for header in headers]
    return sum(known for known, _ in scores), sum(plain for _, plain in scores)


def _reading(headers: Sequence[Header]) -> list[tuple[object, ...]]:
    return [(c.role, c.period) for header in headers for c in header.layout.columns]


def _completed(header: Header, body: Sequence[Line]) -> Header:
    own = [header.own(line) for line in body]
    layout, moved = realigned(header.layout, own)
    return replace(header, layout=complete(layout, own), moved=moved)


def _usable(header: Header, body: Sequence[Line]) -> bool:
    """Whether the indicator has a column, or can be named by the title of the table.

    Names that were found by their looks alone need figures or targets beside them, under headings
    that are understood: a list of risks or of projects has statuses as well.
    """
    name = header.layout.one(Role.INDICATOR)
    if name is not None:
        figures = (c for c in header.layout.columns if c.role in (Role.VALUE, Role.TARGET))
        by_heading = name.basis is not ColumnBasis.CONTENT
        return by_heading or any(c.known and c.basis is ColumnBasis.HEADING for c in figures)
    own = [header.own(line) for line in body if not line.empty]
    if shape_of(header.layout) is not TableShape.PERIODS_DOWN:
        return is_one_row(header.layout, own)
    ending = ending_in(own, header.layout)
    return bool(own) and period_of(own[0], header.layout, ending) is not None
