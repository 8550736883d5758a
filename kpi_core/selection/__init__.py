"""Choosing among the rows of a scorecard: filters, counts, orders, neighbours."""

from kpi_core.selection.choices import SORTS, Choices, choose, cross_count, neighbours
from kpi_core.selection.filters import (
    COMPARISON_ORDER,
    DIRECTION_ORDER,
    FILTER_FIELDS,
    STATUS_ORDER,
    FilterField,
    Filters,
    from_words,
    on_screen,
)

__all__ = [
    "COMPARISON_ORDER",
    "DIRECTION_ORDER",
    "FILTER_FIELDS",
    "SORTS",
    "STATUS_ORDER",
    "Choices",
    "FilterField",
    "Filters",
    "choose",
    "cross_count",
    "from_words",
    "neighbours",
    "on_screen",
]
