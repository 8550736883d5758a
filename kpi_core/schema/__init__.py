"""The public contract of the dataset: every table, column, type, unit and meaning, once.

The Parquet writer, the Data Package descriptor and the Methods screen all read this package. An
addition is fine; a change of meaning needs a new ``SCHEMA_VERSION``.
"""

from kpi_core.schema.beside import LATER_FIGURES, VINTAGES
from kpi_core.schema.column import Column, Table
from kpi_core.schema.facts import EXTRAS, INDICATORS, OBSERVATIONS
from kpi_core.schema.national import AREAS, COMPARATORS, NEIGHBOURS, RELEASES, STANDINGS
from kpi_core.schema.ratings import HISTORY_RATINGS, RATINGS
from kpi_core.schema.reading import FINDINGS, REPORTS

__all__ = [
    "ADDED",
    "AREAS",
    "COMPARATORS",
    "EXTRAS",
    "FINDINGS",
    "HISTORY_RATINGS",
    "INDICATORS",
    "LATER_FIGURES",
    "NEIGHBOURS",
    "OBSERVATIONS",
    "RATINGS",
    "RELEASES",
    "REPORTS",
    "SCHEMA_VERSION",
    "STANDINGS",
    "TABLES",
    "VINTAGES",
    "Column",
    "Table",
]

SCHEMA_VERSION = 1

TABLES: tuple[Table, ...] = (
    OBSERVATIONS,
    INDICATORS,
    RATINGS,
    HISTORY_RATINGS,
    FINDINGS,
    REPORTS,
    EXTRAS,
    RELEASES,
    AREAS,
    NEIGHBOURS,
    COMPARATORS,
    STANDINGS,
    VINTAGES,
    LATER_FIGURES,
)

ADDED = frozenset(
    {"extras", "releases", "areas", "neighbours", "comparators", "standings"}
    | {"vintages", "later_figures"}
)
"""Tables that versions written before them do not have."""
