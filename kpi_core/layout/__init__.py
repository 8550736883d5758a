"""Which table, row and column means what: found by meaning and content, never by position."""

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.dating import stated_period
from kpi_core.layout.headings import PARTS, Role
from kpi_core.layout.recognise import recognise
from kpi_core.layout.table import Kept, Known, Loose, Recognised, Row, Table

__all__ = [
    "PARTS",
    "Column",
    "Kept",
    "Known",
    "Layout",
    "Loose",
    "Recognised",
    "Role",
    "Row",
    "Table",
    "recognise",
    "stated_period",
]
