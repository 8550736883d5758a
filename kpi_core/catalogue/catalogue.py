"""The catalogue as a whole, and how its entries are found."""

from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from pydantic import Field

from kpi_core.catalogue.direction_schemes import DEFAULT_DIRECTION_SCHEME, DirectionScheme
from kpi_core.catalogue.entries import IndicatorEntry, Organisation, ReportEntry
from kpi_core.catalogue.schemes import BUILT_IN, StatusScheme
from kpi_core.catalogue.words import Entry
from kpi_core.errors import CatalogueError
from kpi_core.nearest import nearest
from kpi_core.periods import Period, parse_period

Scheme = TypeVar("Scheme", StatusScheme, DirectionScheme)


class Catalogue(Entry):
    """The whole file. ``content`` is its bytes."""

    organisations: dict[str, Organisation] = Field(default_factory=dict)
    status_schemes: dict[str, StatusScheme] = Field(default_factory=dict)
    direction_schemes: dict[str, DirectionScheme] = Field(default_factory=dict)
    reports: dict[str, ReportEntry] = Field(default_factory=dict)
    indicators: tuple[IndicatorEntry, ...] = ()
    content: bytes = b""

    def status_scheme(self, name: str) -> StatusScheme:
        if name in BUILT_IN and name not in self.status_schemes:
            return BUILT_IN[name]
        return _named(self.status_schemes, name, "status_schemes")

    def scheme_in_force(self, name: str, period: Period) -> str | None:
        """The scheme that held in a period: the named one, or what it replaced before (R8).

        Returns:
            Its name, or None where the period is before any that is known.
        """
        passed: set[str] = set()
        while name not in passed:
            passed.add(name)
            scheme = self.status_scheme(name)
            if scheme.since is None or not _before(period, scheme.since):
                return name
            if scheme.replaces is None:
                return None
            name = scheme.replaces
        return None

    def direction_scheme(self, name: str) -> DirectionScheme:
        if name == DEFAULT_DIRECTION_SCHEME and name not in self.direction_schemes:
            return DirectionScheme(worse_within=Decimal("0.05"))
        return _named(self.direction_schemes, name, "direction_schemes")

    def organisation_name(self, organisation: str) -> str:
        entry = self.organisations.get(organisation)
        return entry.name if entry else organisation.replace("-", " ").title()

    def contact(self, organisation: str) -> str | None:
        """Whom to ask about the organisation's figures, where the catalogue says so."""
        entry = self.organisations.get(organisation)
        return entry.contact if entry else None

    def organisation_named(self, name: str) -> str | None:
        """The id of the organisation that the catalogue lists by this name."""
        key = name_key(name)
        return next((k for k, org in self.organisations.items() if name_key(org.name) == key), None)

    def indicator(self, organisation: str, name: str) -> IndicatorEntry | None:
        """The entry whose names include this one, whatever its case, spacing and dashes (G1)."""
        return self._by_name.get((organisation, name_key(name)))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], IndicatorEntry]:
        found: dict[tuple[str, str], IndicatorEntry] = {}
        for entry in self.indicators:
            for name in entry.names:
                found.setdefault((entry.organisation, name_key(name)), entry)
        return found


def name_key(name: str) -> str:
    """An indicator name without what varies by accident: case, spacing, dashes, apostrophes."""
    table = str.maketrans({"–": "-", "—": "-", "‐": "-", "’": "'", "‘": "'"})
    return " ".join(name.translate(table).casefold().split())


def _before(period: Period, first: str) -> bool:
    """A period whose days are not known is taken for one of today's."""
    parsed = parse_period(first)
    starts = parsed.start if isinstance(parsed, Period) else None
    return period.start is not None and starts is not None and period.start < starts


def _named(entries: dict[str, Scheme], name: str, section: str) -> Scheme:
    if name not in entries:
        near = nearest(name, entries)
        known = f"did you mean {near}?" if near else f"it has: {', '.join(entries) or 'none'}."
        raise CatalogueError(
            f"The catalogue has no [{section}.{name}]; {known} "
            "Add it, or correct the name in the report's entry."
        )
    return entries[name]
