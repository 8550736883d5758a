"""How the tables hang together, in the words of a Table Schema."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kpi_core.schema.column import Table


class Reference(NamedTuple):
    """Columns of one table that name a row of another."""

    columns: tuple[str, ...]
    table: str
    named: tuple[str, ...]


_INDICATOR = Reference(("organisation", "indicator"), "indicators", ("organisation", "indicator"))
_REPORT = Reference(("report",), "reports", ("report",))
_RELEASE = Reference(("release",), "releases", ("release",))

REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "observations": (
        Reference(("reported_by", "indicator"), "indicators", ("organisation", "indicator")),
    ),
    "ratings": (_INDICATOR, _REPORT),
    "history_ratings": (_INDICATOR,),
    "extras": (_INDICATOR, _REPORT),
    "neighbours": (_RELEASE,),
    "comparators": (_INDICATOR, _RELEASE),
    "standings": (_INDICATOR, _RELEASE),
}
"""By table. A finding may name a report that could not be read, so it refers to none."""


def keys(table: Table) -> dict[str, Any]:
    """The ``primaryKey`` and ``foreignKeys`` of a table; no key of columns that may be missing."""
    nullable = {column.name for column in table.columns if column.nullable}
    primary = {} if nullable & set(table.key) else {"primaryKey": list(table.key)}
    foreign = [
        {
            "fields": list(reference.columns),
            "reference": {
                "resource": reference.table.replace("_", "-"),
                "fields": list(reference.named),
            },
        }
        for reference in REFERENCES.get(table.name, ())
    ]
    return {**primary, **({"foreignKeys": foreign} if foreign else {})}
