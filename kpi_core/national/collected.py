"""What a reader collects of a release, figure by figure, before it becomes tables."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kpi_core.cells.text import quote
from kpi_core.findings import Finding
from kpi_core.national.numbers import Stored
from kpi_core.periods import Period
from kpi_core.vocabulary import Accumulation, AreaKind, Mark, Missing, Polarity, Severity, Unit


@dataclass(frozen=True, slots=True)
class Observed:
    """One cell. ``weight`` says which of several cells for one figure counts: the heaviest."""

    subject: str
    measure: str
    period: Period
    period_raw: str
    raw: str
    place: str
    value: float | None
    missing: Missing | None
    mark: Mark | None = None
    numerator: float | None = None
    denominator: float | None = None
    lower: float | None = None
    upper: float | None = None
    weight: int = 0


@dataclass(frozen=True)
class Measured:
    """One measure; ``decimals`` is None where its figures have to show it."""

    id: str
    name: str
    title: str
    unit: Unit
    decimals: int | None = None
    accumulation: Accumulation = Accumulation.UNKNOWN
    frequency: str | None = None
    polarity: Polarity = Polarity.UNKNOWN
    caveats: tuple[str, ...] = ()
    description: str | None = None
    year_kind: str | None = None
    owner: str | None = None
    link: str | None = None
    updated_on: date | None = None


@dataclass(frozen=True)
class Area:
    """One area as a release names it."""

    subject: str
    name: str
    kind: AreaKind
    region: str | None = None
    gss: str | None = None
    number: str | None = None
    type: str | None = None
    ends: date | None = None
    successors: tuple[str, ...] = ()


@dataclass
class Collected:
    """All that the files of a release say."""

    figures: list[Observed] = field(default_factory=list)
    measures: dict[str, Measured] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    neighbours: list[Mapping[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    _codes: dict[str, tuple[date, int]] = field(default_factory=dict)
    _odd: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, figure: Observed, cell: Stored, file: str) -> None:
        """Keep a cell; what its text means was read before, as the same text stands often."""
        self.figures.append(figure)
        self.places[figure.measure] = max(self.places.get(figure.measure, 0), cell.places)
        if not cell.understood:
            self._odd[file, figure.raw] += 1

    def see(self, area: Area, period: Period, weight: int = 0) -> None:
        """Keep an area; of several codes of one area that of the latest figures counts."""
        seen = (period.end or date.min, weight)
        known = self.areas.get(area.subject)
        if known is None or seen > self._codes[area.subject]:
            number = area.number or (known.number if known else None)
            self.areas[area.subject] = replace(area, number=number)
            self._codes[area.subject] = seen

    def note(self, rule: str, message: str, file: str, severity: Severity = Severity.NOTE) -> None:
        """Add a finding about a file; the sentence does not have to name it."""
        self.findings.append(Finding(rule, severity, message, source_cell=file))

    def odd_texts(self) -> list[Finding]:
        """One finding for each text that is neither a figure nor a known sign for none."""
        return [
            Finding(
                "national-figure-unreadable",
                Severity.WARNING,
                f"{quote(text)} is neither a figure nor a known sign for none; it stands in "
                f"{count:,} cells, which have no figure.",
                raw=text,
                source_cell=file,
            )
            for (file, text), count in sorted(self._odd.items())
        ]
