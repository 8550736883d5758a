"""What a download is made of: the scorecard, and what the person is looking at."""

from dataclasses import dataclass

import pandas as pd

from kpi_core.present import summary
from kpi_core.present.caption import Caption
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.selection import Filters
from kpi_core.selection.choices import Positions
from kpi_core.selection.findings import FindingFilters

MOST_DRAWN = 100
"""Rows of one picture: it grows with each, and so does the memory that it takes to draw it."""


@dataclass(frozen=True)
class Viewed:
    """What the person is looking at: the scorecard, the filters and, on some screens, more.

    ``group`` is the unit group of a benchmark comparison, since points and rates share no axis.
    ``only`` are the positions of one page of a long list, where the picture shows that page.
    ``findings`` are the filters of a list of findings; without them it is of all.
    ``compared`` is whom to compare with; without it the default of the council.
    """

    card: Scorecard
    filters: Filters
    indicator: str | None = None
    group: str | None = None
    only: Positions | None = None
    findings: FindingFilters | None = None
    compared: Comparing | None = None

    @property
    def comparing(self) -> Comparing | None:
        """Whom to compare with; None where the dataset has no national figures."""
        published = self.card.published
        if not published.national.any:
            return None
        return self.compared or published.options.default

    @property
    def at(self) -> Positions:
        """Positions of the rows that meet the filters."""
        return self.card.choices.where(self.filters)

    @property
    def rows(self) -> pd.DataFrame:
        return self.card.rows.iloc[self.at]

    def caption(self, title: str, finding: str, note: str = "") -> Caption:
        return summary.caption(self.card, title, finding, self.filters, note)
