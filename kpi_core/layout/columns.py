"""Columns and layouts: what each column of a table is, and why it was taken for that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpi_core.layout.headings import Role
from kpi_core.periods import Period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Accumulation, ColumnBasis, Mark, Unit


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
    unit: Unit = Unit.UNKNOWN
    """The unit that the heading gives to figures without a sign: "2019/20 Q4 (%)"."""
    group: str = ""
    """The comparator group whose figures a comparator column holds."""
    beside: str = ""
    """What the period was taken from, if not from the heading: "with the year of '2019/20'"."""
    second: str = ""
    """Which column comes first, where this one is only kept: "2019/20 Q4 already has a column"."""

    @property
    def unusable(self) -> bool:
        """A column of figures for a period that is not known: no figure of it can be used."""
        return self.problem is not None and self.role in FIGURES

    @property
    def known(self) -> bool:
        """Whether the column is anything more than cells that are kept as they are."""
        return self.role is not Role.UNKNOWN and self.problem is None

    @property
    def unexplained(self) -> bool:
        """Whether neither the heading nor the catalogue says what it is; its cells may."""
        nameless = self.role is Role.UNKNOWN and self.problem is None and not self.second
        return nameless and self.basis is not ColumnBasis.CATALOGUE

    @property
    def title(self) -> str:
        """The heading for a person; never empty."""
        return " ".join(self.text.split()) or f"column {self.index + 1}"


FIGURES = (Role.VALUE, Role.TARGET, Role.UNKNOWN)

REPEATABLE = (Role.TARGET, Role.PERIOD, Role.PREVIOUS, Role.COMPARATOR, Role.UNKNOWN)
"""Roles that several columns may have: a target for each period, a year beside a quarter."""

JUDGEMENTS = (Role.STATUS, Role.DIRECTION)
REMARKS = (Role.COMMENTARY, Role.ACTION, Role.DUE_DATE)
OF_A_PERIOD = (*JUDGEMENTS, *REMARKS)
"""Roles that may have a column for each period; only the rated period's is the row's own."""


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

    def part(self, role: Role, period: Period | None, rated: Period) -> Column | None:
        """The column of a part of a period's figure; one without a period is of the rated one."""
        columns = [c for c in self.all(role) if c.problem is None]
        own = [c for c in columns if c.period is not None and c.period == period]
        undated = [c for c in columns if c.period is None and period == rated]
        return next(iter(own + undated), None)

    def undated(self) -> Column | None:
        """The value column whose heading names no period, if there is one."""
        found = (c for c in self.all(Role.VALUE) if c.period is None and c.problem is None)
        return next(found, None)

    def target_for(self, period: Period | None) -> Column | None:
        """The target column for a period: its own, else its year's, else one without a year."""
        return _of_period([c for c in self.all(Role.TARGET) if not c.unusable], period)

    def rated(self, period: Period) -> "Layout":
        """The layout with the status, the direction and the remarks of one period alone.

        Those of other periods are cells that are kept as they are. A judgement that is of another
        period is none of this one, while a remark's date is often the day when it was written.
        """
        own = {role: self._rated(role, period) for role in OF_A_PERIOD}
        return Layout(
            tuple(
                replace(c, role=Role.UNKNOWN) if own.get(c.role, c) is not c else c
                for c in self.columns
            )
        )

    def _rated(self, role: Role, period: Period) -> Column | None:
        columns = self.all(role)
        if role in REMARKS and len(columns) == 1:
            return columns[0]
        return _of_period(columns, period)

    def rated_period(self) -> Period | None:
        """The latest period that has a column."""
        values = self.values()
        return values[-1].period if values else None


def _of_period(columns: Sequence[Column], period: Period | None) -> Column | None:
    """The column of a period: its own, else its year's, else one that states no period."""
    own = [c for c in columns if c.period is not None and c.period == period]
    year = period.financial_year_label if period is not None else None
    of_year = [c for c in columns if c.period is not None and c.period.label == year]
    undated = [c for c in columns if c.period is None]
    return next(iter(own + of_year + undated), None)
