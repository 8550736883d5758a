"""The catalogue: what people know and no report says, as validated TOML.

Organisations, rating schemes by name and version, per indicator a short title, theme, owner and
how its figures accumulate, per report its organisation, period and schemes. Everything has a
default, so a report that the catalogue does not list is read all the same.
"""

from kpi_core.catalogue.catalogue import Catalogue, name_key
from kpi_core.catalogue.direction_schemes import (
    DEFAULT_DIRECTION_SCHEME,
    SINCE_A_YEAR_BEFORE,
    DeadBand,
    DirectionScheme,
    since_a_year_before,
)
from kpi_core.catalogue.entries import ColumnEntry, IndicatorEntry, Organisation, ReportEntry
from kpi_core.catalogue.load import load, read
from kpi_core.catalogue.schemes import (
    BUILT_IN,
    DEFAULT_STATUS_SCHEME,
    SchemeKind,
    StatusScheme,
)
from kpi_core.catalogue.standards import Standard, standard_for
from kpi_core.catalogue.write import write

__all__ = [
    "BUILT_IN",
    "DEFAULT_DIRECTION_SCHEME",
    "DEFAULT_STATUS_SCHEME",
    "SINCE_A_YEAR_BEFORE",
    "Catalogue",
    "ColumnEntry",
    "DeadBand",
    "DirectionScheme",
    "IndicatorEntry",
    "Organisation",
    "ReportEntry",
    "SchemeKind",
    "Standard",
    "StatusScheme",
    "load",
    "name_key",
    "read",
    "since_a_year_before",
    "standard_for",
    "write",
]
