"""What one request asks for: the dataset version, and the values of its parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kpi_core.api.source import Source
from kpi_core.dataset import Dataset
from kpi_core.present.scorecard import Scorecard, report_ids
from kpi_core.selection import FILTER_FIELDS, Filters
from kpi_core.selection.choices import Positions


@dataclass(frozen=True)
class Asked:
    """A request that was understood; ``values`` has every parameter that its address takes."""

    source: Source
    data: Dataset
    values: Mapping[str, Any]

    @property
    def given(self) -> list[tuple[str, Any]]:
        """The parameters that say something, in the order of their address; texts are not empty."""
        return [(name, v) for name, v in self.values.items() if v not in (None, (), "")]

    @cached_property
    def filters(self) -> Filters:
        """The filters of the screens; empty where the address takes none."""
        chosen = {field.key: self.values.get(field.key, ()) for field in FILTER_FIELDS}
        return Filters(**chosen, q=self.values.get("q") or "")

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The reports that the request names; a national release is none."""
        given = self.values.get("report") or ()
        names = (given,) if isinstance(given, str) else tuple(given)
        known = set(report_ids(self.data))
        return tuple(name for name in names if name in known)

    @cached_property
    def cards(self) -> list[Scorecard]:
        """The scorecards of the reports named, else of the newest one, as on the screens."""
        newest = next(iter(report_ids(self.data)), None)
        location, version = self.data.location, self.data.version
        asked = (None if name == newest else name for name in self.named or (newest,))
        return [self.source.card(location, version, name) for name in asked]

    def at(self, card: Scorecard) -> Positions:
        """The rows of a scorecard that meet the filters."""
        return card.choices.where(self.filters)

    def met(self, key: str) -> set[tuple[str, str]] | None:
        """Key and id of the indicators that meet the filters; None where there are no filters.

        Args:
            key: the column of a report's row to tell indicators of one id apart by:
                ``organisation`` or ``report``.
        """
        if not self.filters.any:
            return None
        return {
            (str(card.report[key]), card.choices.ids[at])
            for card in self.cards
            for at in self.at(card)
        }
