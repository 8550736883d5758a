"""The schemes that a report is rated by, and which of them was in force when (R8)."""

from dataclasses import dataclass, field

from kpi_core.catalogue import (
    SINCE_A_YEAR_BEFORE,
    Catalogue,
    DirectionScheme,
    ReportEntry,
    StatusScheme,
    since_a_year_before,
)
from kpi_core.periods import Period


@dataclass(frozen=True)
class Schemes:
    """The schemes of a report, with the names that the dataset records.

    ``catalogue`` knows the schemes of single indicators and those that were in force before.
    """

    status_name: str
    status: StatusScheme
    direction_name: str
    direction: DirectionScheme
    long_direction_name: str
    long_direction: DirectionScheme
    catalogue: Catalogue = field(default_factory=Catalogue, repr=False, compare=False)

    @property
    def status_label(self) -> str:
        return f"{self.status_name} version {self.status.version}"

    @property
    def direction_label(self) -> str:
        return f"{self.direction_name} version {self.direction.version}"

    @property
    def label(self) -> str:
        return f"{self.status_label}; {self.direction_label}"

    @property
    def long_label(self) -> str:
        return f"{self.long_direction_name} version {self.long_direction.version}"

    def in_force(self, name: str | None, period: Period) -> tuple[str, str | None]:
        """The status scheme of a period, and why it cannot be used where it is not known.

        Args:
            name: the scheme of one indicator; None for the report's.
            period: the period in question.
        """
        named = name or self.status_name
        found = self.catalogue.scheme_in_force(named, period)
        if found is not None:
            return found, None
        return named, f"the scheme that was in force in {period.label} is not known"


def schemes_for(report: str, catalogue: Catalogue) -> Schemes:
    """The schemes that the catalogue names for a report, else the default ones."""
    entry = catalogue.reports.get(report) or ReportEntry(organisation="", title="")
    name, long_name = entry.direction_scheme, entry.long_direction_scheme
    direction = catalogue.direction_scheme(name)
    return Schemes(
        entry.status_scheme,
        catalogue.status_scheme(entry.status_scheme),
        name,
        direction,
        long_name or f"{SINCE_A_YEAR_BEFORE}-{name}",
        catalogue.direction_scheme(long_name) if long_name else since_a_year_before(direction),
        catalogue,
    )
