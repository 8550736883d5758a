"""What a report says, typed and with addresses: the result of normalising, before any rating."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from kpi_core.catalogue import Standard
from kpi_core.cells.bounds import Bound
from kpi_core.cells.figures import Figure
from kpi_core.findings import Finding
from kpi_core.periods import Period
from kpi_core.vocabulary import (
    Accumulation,
    ColumnBasis,
    Direction,
    Missing,
    Polarity,
    PolarityBasis,
    Status,
    TableShape,
    Unit,
)

W = TypeVar("W", Status, Direction)


@dataclass(frozen=True)
class Parts:
    """What a figure is made of, and its confidence limits as printed; None where not given."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


@dataclass(frozen=True)
class Observation:
    """One figure, or one place where a figure is missing, with the cell it stands in."""

    subject: str
    period: Period
    figure: Figure
    unit: Unit
    cell: str
    parts: Parts = field(default=Parts(), kw_only=True)

    @property
    def value(self) -> Decimal | None:
        return self.figure.value


@dataclass(frozen=True)
class TargetSet(Observation):
    """A target of one period, as a report or the catalogue sets it.

    Attributes:
        bound: which side meets it, where its wording says so.
        lower: the least figure of a range; the target has no single value then.
        upper: its greatest figure.
        reason: why no figure can be held against it, None if one can.
    """

    bound: Bound | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    reason: str | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is a number, or a range, to hold a figure against."""
        return self.value is not None or self.lower is not None


@dataclass(frozen=True)
class Declaration(Generic[W]):
    """A status or a direction as the council declared it. ``word`` is None when not declared."""

    word: W | None = None
    raw: str | None = None
    missing: Missing | None = None
    cell: str | None = None
    respelled: bool = False


@dataclass(frozen=True)
class Quote:
    """Text of one cell that is kept as written."""

    text: str
    cell: str


@dataclass(frozen=True)
class Extra:
    """A cell under a heading that means nothing to us: kept with its row."""

    heading: str
    text: str
    cell: str


@dataclass(frozen=True)
class ColumnRead:
    """What one column was taken for, and why; ``cell`` is where its heading stands.

    ``role`` is a word of :class:`kpi_core.layout.Role`, ``period`` a canonical label and
    ``problem`` why the column's figures are not used, if they are not.
    """

    heading: str
    cell: str
    role: str
    period: str | None
    basis: ColumnBasis
    problem: str | None = None


@dataclass(frozen=True)
class TableRead:
    """What one table was taken for; ``where`` such as "lines 3 to 28" or "sheet 'Q4'"."""

    where: str
    shape: TableShape
    columns: tuple[ColumnRead, ...]
    rows: int


@dataclass(frozen=True)
class Indicator:
    """What is lasting about an indicator; see the ``indicators`` table for each meaning."""

    organisation: str
    id: str
    name: str
    title: str
    position: int
    polarity: Polarity
    polarity_basis: PolarityBasis
    unit: Unit
    decimals: int | None
    accumulation: Accumulation
    plan: str | None = None
    theme: str | None = None
    theme_basis: str | None = None
    frequency: str | None = None
    owner: str | None = None
    action: str | None = None
    due_date: str | None = None
    caveats: tuple[str, ...] = ()
    national_measure: str | None = None
    reference: str | None = None
    standards: tuple[Standard, ...] = ()
    no_national_measure: str | None = None


@dataclass(frozen=True)
class IndicatorFacts:
    """All that one line of a report says of one indicator."""

    indicator: Indicator
    name_cell: str
    own: tuple[Observation, ...]
    quoted: tuple[Observation, ...] = ()
    target: TargetSet | None = None
    status: Declaration[Status] = field(default_factory=Declaration)
    direction: Declaration[Direction] = field(default_factory=Declaration)
    commentary: Quote | None = None
    benchmark: Quote | None = None
    benchmark_group: Quote | None = None
    named_comparator: str | None = None
    """Subject of the group that the row's group column names."""
    other_targets: tuple[TargetSet, ...] = ()
    """Targets of periods other than the rated one, and those that only the catalogue gives."""
    extras: tuple[Extra, ...] = ()
    earlier: tuple[Observation, ...] = ()
    """Our own figures of earlier periods that only earlier reports give."""

    def observed(self, period: Period) -> Observation | None:
        """Our own figure of one period, missing or not."""
        return next((o for o in self.own if o.period == period), None)

    @property
    def comparator(self) -> Observation | None:
        """The comparator that the row names, else its only one (B5)."""
        named = next((o for o in self.quoted if o.subject == self.named_comparator), None)
        if named is None and len(self.quoted) == 1:
            return self.quoted[0]
        return named


@dataclass(frozen=True)
class ReportFacts:
    """One report, normalised. ``cells_read`` = ``cells_kept`` + ``cells_ignored``, always."""

    report: str
    organisation: str
    organisation_name: str
    organisation_basis: str | None
    title: str
    period: Period
    source_name: str
    sha256: str
    format: str
    licence: str
    published_on: date | None
    indicators: tuple[IndicatorFacts, ...]
    findings: tuple[Finding, ...]
    cells_read: int
    cells_ignored: int
    period_cells: dict[str, str]
    """Heading cell of each period and of the roles that checks point at."""
    tables: tuple[TableRead, ...] = ()
    contact: str | None = None
    """Whom to ask about the figures, as the catalogue says."""

    @property
    def cells_kept(self) -> int:
        return self.cells_read - self.cells_ignored

    def with_findings(self, more: tuple[Finding, ...]) -> "ReportFacts":
        return replace(self, findings=self.findings + more)
