"""Columns of what figures are made of, told apart from others under the same headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kpi_core.layout.columns import Column
from kpi_core.layout.headings import PARTS, Role, heading_key
from kpi_core.vocabulary import ColumnBasis

COUNTED = "numberofcases"
"""A heading that says what was counted, where another column says out of how many."""

CONTROLLED = ("lcl", "ucl")
"""Headings of control limits as well, which say how a series varies, not how sure a figure is."""

MIDDLES = frozenset(map(heading_key, ("mean", "average", "centre line", "center line", "cl")))
"""Headings of the middle line between control limits."""


def told_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns, with those of parts that cannot be what their headings say as unknown ones.

    Without figures there is nothing that a part is of: "Number of cases" may be the figure. Where
    several columns of one part state no period, nobody knows which is whose. What the catalogue
    says of a column stays.
    """
    figures = any(column.role in (Role.VALUE, Role.PREVIOUS) for column in columns)
    controlled = any(heading_key(column.text) in MIDDLES for column in columns)
    columns = [_counted(column, columns) for column in columns]
    undated = Counter(c.role for c in columns if c.role in PARTS and c.period is None)

    def doubtful(column: Column) -> bool:
        whose = undated[column.role] > 1 and column.period is None
        limits = controlled and heading_key(column.text).endswith(CONTROLLED)
        return _inferred(column) and (not figures or whose or limits)

    return [
        replace(column, role=Role.UNKNOWN, basis=ColumnBasis.NONE) if doubtful(column) else column
        for column in columns
    ]


def _inferred(column: Column) -> bool:
    return column.role in PARTS and column.basis is not ColumnBasis.CATALOGUE


def _counted(column: Column, columns: Sequence[Column]) -> Column:
    """The numerator, where "Number of cases" stands beside the denominator of its period."""
    if not _inferred(column) or not heading_key(column.text).endswith(COUNTED):
        return column
    beside = [c for c in columns if c.period == column.period and c is not column]
    roles = {c.role for c in beside}
    numerator = Role.DENOMINATOR in roles and Role.NUMERATOR not in roles
    return replace(column, role=Role.NUMERATOR) if numerator else column
