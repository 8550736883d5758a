"""What layout recognition gives: tables of rows, and the lines that belong to none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kpi_core.catalogue import ColumnEntry
from kpi_core.layout.columns import Layout
from kpi_core.layout.from_headings import Corrections
from kpi_core.periods import Period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import TableShape


@dataclass(frozen=True)
class Known:
    """What is known before a table is looked at.

    Attributes:
        period: the report's period, for figures whose heading names none.
        columns: what the catalogue says of headings.
        skip: titles of the grids to leave out.
        is_indicator: whether a text that stands alone in its line is an indicator's name.
    """

    period: Period | None = None
    columns: Mapping[str, ColumnEntry] = field(default_factory=dict)
    skip: tuple[str, ...] = ()
    is_indicator: Callable[[str], bool] = lambda _: False

    @property
    def year(self) -> int | None:
        """First year of the financial year, for headings that say only "Q4"."""
        label = self.period.financial_year_label if self.period else None
        return int(label[:4]) if label else None

    @property
    def corrections(self) -> Corrections:
        return Corrections.of(self.columns)


@dataclass(frozen=True)
class Kept:
    """A cell that is kept with a row under the heading that a person would give it."""

    heading: str
    cell: Cell


@dataclass(frozen=True)
class Row:
    """The cells of one indicator. Where periods run down, they come from several lines.

    ``theme`` and ``plan`` are section headings that the row stands under; ``kept`` are cells of
    its further lines that have no column of their own.
    """

    line: Line
    layout: Layout
    theme: Cell | None = None
    plan: Cell | None = None
    kept: tuple[Kept, ...] = ()
    repeats: tuple[Kept, ...] = ()
    """Second figures for a period; the first one is used."""


@dataclass(frozen=True)
class Loose:
    """A line that holds no indicator, and why; ``unnamed`` if it has figures and no name."""

    line: Line
    why: str
    rule: str = "text-outside-table"
    unnamed: bool = False


@dataclass(frozen=True)
class Table:
    """One table, recognised.

    ``header_cells`` counts the cells of its header lines; ``moved`` says how many columns to the
    right of their headings its cells stand.
    """

    where: str
    shape: TableShape
    layout: Layout
    rows: tuple[Row, ...]
    loose: tuple[Loose, ...]
    header_cells: int
    moved: int = 0


@dataclass(frozen=True)
class Recognised:
    """A whole document: its tables, and the lines before and between them."""

    tables: tuple[Table, ...]
    loose: tuple[Loose, ...]

    @property
    def header_cells(self) -> int:
        return sum(table.header_cells for table in self.tables)
