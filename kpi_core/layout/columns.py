"""Columns and layouts: what each column of a table is, and why it was taken for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kpi_core.catalogue import ColumnEntry
from kpi_core.cells import Problem
from kpi_core.cells.coverage import coverage_from
from kpi_core.layout.headings import Role, heading_key, near_role, role_of
from kpi_core.periods import Period, PeriodHeading, find_marked_period, find_period, parse_period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Accumulation, ColumnBasis, Mark


@dataclass(frozen=True)
class Column:
    """One column: its role, its heading cell and the period that the heading names, if any."""

    index: int
    role: Role
    heading: Cell
    period: Period | None = None
    problem: str | None = None
    """Why the heading's period was not understood, or cannot be used."""
    text: str = ""
    """The whole heading, where it runs over several lines."""
    basis: ColumnBasis = ColumnBasis.HEADING
    mark: Mark | None = None
    """What the heading says of all its figures: "2019 (Rev)"."""
    accumulation: Accumulation = Accumulation.UNKNOWN

    @property
    def unusable(self) -> bool:
        """A column of figures for a period that is not known: no figure of it can be used."""
        return self.problem is not None and self.role in FIGURES

    @property
    def known(self) -> bool:
        """Whether the column is anything more than cells that are kept as they are."""
        return self.role is not Role.UNKNOWN and self.problem is None

    @property
    def title(self) -> str:
        """The heading for a person; never empty."""
        return " ".join(self.text.split()) or f"column {self.index + 1}"


FIGURES = (Role.VALUE, Role.TARGET, Role.UNKNOWN)

REPEATABLE = (Role.TARGET, Role.PERIOD, Role.PREVIOUS, Role.UNKNOWN)
"""Roles that several columns may have: a target for each period, a year beside a quarter."""


@dataclass(frozen=True)
class Layout:
    """The columns of one table, or of one row where each row has periods of its own."""

    columns: tuple[Column, ...]

    def one(self, role: Role) -> Column | None:
        """The first column of a role."""
        return next((column for column in self.columns if column.role is role), None)

    def all(self, role: Role) -> list[Column]:
        return [column for column in self.columns if column.role is role]

    def values(self) -> list[Column]:
        """The value columns in the order of their periods."""
        found = [c for c in self.columns if c.role is Role.VALUE and c.period is not None]
        return sorted(found, key=lambda c: c.period.sort_key if c.period else ())

    def undated(self) -> Column | None:
        """The value column whose heading names no period, if there is one."""
        found = (c for c in self.all(Role.VALUE) if c.period is None and c.problem is None)
        return next(found, None)

    def target_for(self, period: Period | None) -> Column | None:
        """The target column for a period: its own, else its year's, else one without a year."""
        targets = [c for c in self.columns if c.role is Role.TARGET and not c.unusable]
        own = [c for c in targets if c.period is not None and c.period == period]
        year = period.financial_year_label if period is not None else None
        of_year = [c for c in targets if c.period is not None and c.period.label == year]
        undated = [c for c in targets if c.period is None]
        return next(iter(own + of_year + undated), None)

    def rated_period(self) -> Period | None:
        """The latest period that has a column."""
        values = self.values()
        return values[-1].period if values else None


@dataclass(frozen=True)
class Heading:
    """The heading of one column: ``text`` joined over its lines, ``cell`` the lowest with text."""

    index: int
    text: str
    cell: Cell


@dataclass(frozen=True)
class Corrections:
    """What the catalogue says of headings, found without case, spaces and punctuation."""

    by_key: Mapping[str, ColumnEntry] = field(default_factory=dict)

    @classmethod
    def of(cls, columns: Mapping[str, ColumnEntry]) -> "Corrections":
        return cls({heading_key(text): entry for text, entry in columns.items()})

    def find(self, heading: Heading) -> ColumnEntry | None:
        """By the whole heading, else by its lowest line."""
        whole = self.by_key.get(heading_key(heading.text)) if heading.text.strip() else None
        own = self.by_key.get(heading_key(heading.cell.text)) if not heading.cell.empty else None
        return whole or own


def columns_of(
    headings: tuple[Heading, ...], year: int | None, corrections: Corrections
) -> tuple[Column, ...]:
    """Each heading as a column; a second column of a role or of a period is kept as extra cells.

    Args:
        headings: in their order.
        year: first year of the financial year for headings that say only "Q4".
        corrections: what the catalogue says of headings; it wins.
    """
    taken: dict[Role | Period, str] = {}
    columns = []
    for heading in headings:
        column = _corrected(heading, corrections) or _column(heading, year)
        what = (column.period or column.role) if column.role is Role.VALUE else column.role
        if what not in REPEATABLE and not (what is Role.VALUE and column.problem):
            first = taken.setdefault(what, heading.cell.address)
            if first != heading.cell.address:
                column = _second(column, what, first)
        columns.append(column)
    return tuple(columns)


def _second(column: Column, what: Role | Period, first: str) -> Column:
    second = replace(column, role=Role.UNKNOWN, basis=ColumnBasis.NONE)
    if not isinstance(what, Period):
        return second
    return replace(second, period=None, problem=f"{what.label} already has a column, at {first}")


def _corrected(heading: Heading, corrections: Corrections) -> Column | None:
    entry = corrections.find(heading)
    if entry is None:
        return None
    found = parse_period(entry.period) if entry.period is not None else None
    if found is None:
        inside = find_period(heading.text)
        found = inside[0] if inside is not None else None
    period = found if isinstance(found, Period) else None
    return Column(
        heading.index,
        Role(entry.role),
        heading.cell,
        period,
        text=heading.text,
        basis=ColumnBasis.CATALOGUE,
    )


def _column(heading: Heading, year: int | None) -> Column:
    found = find_marked_period(heading.text, year) or _undated(heading.text)
    role, basis = _role(found.rest, dated=found.period is not None)
    return Column(
        heading.index,
        role,
        heading.cell,
        period=found.period if isinstance(found.period, Period) else None,
        problem=found.period.reason if isinstance(found.period, Problem) else None,
        text=heading.text,
        basis=basis if role is not Role.UNKNOWN else ColumnBasis.NONE,
        mark=found.mark,
        accumulation=found.accumulation,
    )


def _undated(text: str) -> PeriodHeading:
    """A heading without a period; "Year to date" alone still heads figures."""
    accumulation, rest = coverage_from(text)
    plain = role_of(text) is not Role.UNKNOWN or accumulation is Accumulation.UNKNOWN
    if plain or (rest and role_of(rest) is Role.UNKNOWN):
        return PeriodHeading(None, text)
    return PeriodHeading(None, rest or "value", accumulation=accumulation)


def _role(rest: str, dated: bool) -> tuple[Role, ColumnBasis]:
    role, basis = role_of(rest, dated), ColumnBasis.HEADING
    if role is Role.UNKNOWN:
        role, basis = near_role(rest), ColumnBasis.SIMILAR
    if role is Role.PREVIOUS and dated:
        role = Role.VALUE  # "Previous (2018/19)": the period says when
    return role, basis
