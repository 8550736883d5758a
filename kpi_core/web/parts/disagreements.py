"""Each declared word that is not the computed one, with its explanation (R7)."""

import pandas as pd

from kpi_core.present.findings import DISAGREEMENTS
from kpi_core.present.records import records
from kpi_core.web import markup as m
from kpi_core.web.frame import View
from kpi_core.web.parts import found

NONE = "Nothing declared differs from what our rules give."
NOTHING_DECLARED = "The report declares no status and no direction of travel to compare."

WHERE = m.Column("Where", phrase=True)

MOST = 10
"""Disagreements that are listed here; the others are among the findings."""


def explained(view: View, findings: pd.DataFrame) -> m.Safe:
    """One line for each disagreement, or the sentence that there is none."""
    rows = view.rows[["agrees_status", "agrees_direction"]]
    if rows.isna().to_numpy().all():
        return m.tag("p", NOTHING_DECLARED)
    mine = findings[findings["rule"].isin(DISAGREEMENTS)]
    if mine.empty:
        return m.tag("p", NONE)
    lines = [
        [found.linked(view, row["indicator"]), row["message"], row["source_cell"]]
        for row in records(mine.head(MOST))
    ]
    columns = [m.Column("Indicator"), m.Column("What differs, and why"), WHERE]
    caption = "Each declared word that is not the computed one"
    table = m.table(caption, columns, lines, classes="kpi-wide kpi-prose kpi-many")
    return m.join([table, _others(view, mine)])


def _others(view: View, mine: pd.DataFrame) -> m.Safe:
    if len(mine) <= MOST:
        return m.Safe("")
    kinds = tuple(mine["kind"].unique())
    severities = tuple(mine["severity_word"].unique())
    address = view.address("quality", severity=severities, rule=kinds)
    return m.tag(
        "p",
        f"The first {MOST} of {len(mine):,}. ",
        m.link(address, "All of them are among the findings"),
        ".",
        class_="kpi-small",
    )
