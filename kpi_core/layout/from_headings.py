"""Headings as columns: what each says by itself, and which of two alike comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kpi_core.catalogue import ColumnEntry
from kpi_core.cells import Problem
from kpi_core.cells.comparators import parse_group
from kpi_core.cells.coverage import coverage_from
from kpi_core.layout.beside import dated_by_neighbours, stated_year
from kpi_core.layout.columns import OF_A_PERIOD, REPEATABLE, Column
from kpi_core.layout.dates import FOLLOWING, ending_of
from kpi_core.layout.headings import PARTS, Role, heading_key, near_role, role_of
from kpi_core.layout.parts import told_apart
from kpi_core.periods import Period, PeriodHeading, find_marked_period, find_period, parse_period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Accumulation, ColumnBasis, PeriodKind, Unit


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

    A column that the catalogue names comes first, wherever it stands; then, of the month alone and
    the year to date, the one that the target is for.

    Args:
        headings: in their order.
        year: first year of the financial year for headings that say only "Q4"; without it, the
            one that other headings state.
        corrections: what the catalogue says of headings; it wins.
    """
    ending = ending_of(heading.text for heading in headings)
    columns = [_corrected(h, corrections) or _column(h, year, ending) for h in headings]
    stated = stated_year(columns) if year is None else None
    if stated is not None:
        columns = [_of_year(*pair, *stated) for pair in zip(headings, columns, strict=True)]
    taken: dict[tuple[Role, Period | None], Column] = {}
    dated = told_apart(dated_by_neighbours(columns))
    covers = {c.accumulation for c in dated if c.role is Role.TARGET} - {Accumulation.UNKNOWN}
    first = sorted(dated, key=lambda column: (_unnamed(column), column.accumulation not in covers))
    return tuple(sorted((_once(c, taken) for c in first), key=lambda column: column.index))


def _unnamed(column: Column) -> bool:
    return column.basis is not ColumnBasis.CATALOGUE


def _of_year(heading: Heading, column: Column, year: int, said: str) -> Column:
    """A column whose heading lacks the year, with that of another heading."""
    if column.problem is None or column.basis is ColumnBasis.CATALOGUE:
        return column
    again = _column(heading, year)
    return replace(again, beside=f"with the year of {said!r}") if again.problem is None else column


def _once(column: Column, taken: dict[tuple[Role, Period | None], Column]) -> Column:
    """The column, or a second one of its kind as cells that are kept.

    That two headings say the same is a mistake in one of them, unless one says "in month" and the
    other "year to date".
    """
    dated = column.role is Role.VALUE or column.role in (*OF_A_PERIOD, *PARTS)
    if column.role in REPEATABLE or (column.role is Role.VALUE and column.problem):
        return column
    period = column.period if dated else None
    first = taken.setdefault((column.role, period), column)
    if first is column:
        return column
    what = period.label if period is not None else column.role.replace("_", " ")
    why = f"{what} already has a column, at {first.heading.address}"
    again = replace(column, role=Role.UNKNOWN, period=None, basis=ColumnBasis.NONE)
    mistaken = column.role is Role.VALUE and period and column.accumulation is first.accumulation
    return replace(again, problem=why) if mistaken else replace(again, second=why)


def _corrected(heading: Heading, corrections: Corrections) -> Column | None:
    entry = corrections.find(heading)
    if entry is None:
        return None
    found = parse_period(entry.period) if entry.period is not None else None
    if found is None:
        inside = find_period(heading.text)
        found = inside[0] if inside is not None else None
    period = found if isinstance(found, Period) else None
    role, group, problem = Role(entry.role), "", None
    if role is Role.COMPARATOR:
        named = parse_group(_without_period(heading.text))
        group = named if isinstance(named, str) else ""
        problem = None if group else f"{heading.text!r} is no comparator group that is known"
    return Column(
        heading.index,
        role if problem is None else Role.UNKNOWN,
        heading.cell,
        period,
        problem,
        text=heading.text,
        basis=ColumnBasis.CATALOGUE,
        group=group,
    )


def _without_period(text: str) -> str:
    found = find_marked_period(text)
    return found.rest if found is not None else text


def _column(heading: Heading, year: int | None, ending: PeriodKind | None = None) -> Column:
    alone = find_marked_period(heading.text, year)
    found = find_marked_period(heading.text, year, ending) if ending is not None else alone
    found = found or _undated(heading.text)
    days = found is not alone and alone is not None and found.period != alone.period
    role, basis = _role(found.rest, dated=found.period is not None)
    group = parse_group(found.rest) if role is Role.UNKNOWN and found.rest.strip() else None
    if isinstance(group, str):
        role, basis = Role.COMPARATOR, ColumnBasis.HEADING
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
        unit=Unit.PERCENT if "%" in found.rest else Unit.UNKNOWN,
        group=group if isinstance(group, str) else "",
        beside=FOLLOWING if days else "",
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
