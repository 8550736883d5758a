"""What would change a status, and whether it could tip."""

import pandas as pd

from kpi_core.present.scorecard import Scorecard
from kpi_core.present.tipping import tipping
from kpi_core.web import markup as m


def section(card: Scorecard, row: pd.Series, out_of: int | None = None) -> m.Safe:
    """A line for each other colour; where there is none, the table above says why."""
    found = tipping(card, row, out_of)
    title = m.tag("h2", "What would change it")
    if not found.lines:
        said = (
            "There is no computed status, so no figure would change it. The table above says why."
        )
        return m.join([title, m.tag("p", said)])
    firm = "It could tip. " if found.fragile else "It is firm. "
    return m.join(
        [
            title,
            m.tag("p", "The computed status would be:"),
            m.tag("ul", m.join(m.tag("li", line) for line in found.lines)),
            m.tag("p", m.tag("strong", firm), found.firmness),
        ]
    )
