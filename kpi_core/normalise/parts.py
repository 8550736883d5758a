"""What the figures of a row are made of: from their cells, from columns and from the catalogue.

A part that does not fit its figure is a finding and is not used. Each cell of a part is kept with
the row as printed, whatever becomes of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kpi_core.catalogue import IndicatorEntry
from kpi_core.cells import Problem
from kpi_core.cells.fractions import fewest, gives, nearest_part
from kpi_core.cells.outturns import parse_outturn
from kpi_core.facts import IndicatorFacts, Observation, Parts
from kpi_core.layout import PARTS, Role
from kpi_core.normalise.reader import RowReader, in_full
from kpi_core.periods import Period, parse_period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Severity, Unit

CASES = (Role.NUMERATOR, Role.DENOMINATOR)


@dataclass(frozen=True)
class _Given:
    """One number, and how to say where it stands."""

    number: Decimal
    where: str


def with_parts(
    facts: IndicatorFacts, reader: RowReader, known: IndicatorEntry | None
) -> IndicatorFacts:
    """The facts with the parts of their own figures, as far as they fit them.

    Args:
        facts: of one row.
        reader: the row; it collects what did not fit.
        known: what the catalogue says of the indicator.
    """
    own = (
        replace(seen, parts=_parts(seen, facts.indicator.decimals, reader, known))
        if seen.value is not None
        else seen
        for seen in facts.own
    )
    return replace(facts, own=tuple(own))


def _parts(
    seen: Observation, decimals: int | None, reader: RowReader, known: IndicatorEntry | None
) -> Parts:
    found = {role: _first(role, list(_given(role, seen, reader, known)), reader) for role in PARTS}
    parts = Parts(*(given.number if given else None for given in found.values()))
    why = _unlike_cases(parts, seen, decimals)
    if why:
        where = " and ".join(given.where for role in CASES if (given := found[role]))
        _differs("cases-differ-from-figure", f"{where}: {why}", seen, reader)
        parts = replace(parts, numerator=None, denominator=None)
    why = _unlike_limits(parts, seen)
    if why:
        _differs("limits-differ-from-figure", why, seen, reader)
        parts = replace(parts, lower=None, upper=None)
    return parts


def _given(
    role: Role, seen: Observation, reader: RowReader, known: IndicatorEntry | None
) -> Iterator[_Given]:
    """What the figure's cell, the column of the part and the catalogue say, in this order."""
    figure = seen.figure
    printed = {Role.NUMERATOR: figure.numerator, Role.DENOMINATOR: figure.denominator}.get(role)
    if printed is not None:
        yield _Given(printed, seen.cell)
    column = reader.layout.part(role, seen.period, reader.rated)
    cell = reader.cell(column)
    if column is not None and not cell.empty:
        number = _number(role, cell, reader)
        if number is not None:
            yield _Given(number, cell.address)
    listed = _listed(role, seen.period, known)
    if listed is not None:
        yield _Given(Decimal(listed), "the catalogue")


def _listed(role: Role, period: Period, known: IndicatorEntry | None) -> int | None:
    if known is None or role not in CASES:
        return None
    listed = known.numerators if role is Role.NUMERATOR else known.denominators
    return next((cases for text, cases in listed.items() if parse_period(text) == period), None)


def _number(role: Role, cell: Cell, reader: RowReader) -> Decimal | None:
    """The number of a cell; cases are whole ones. Anything else is a note."""
    parsed = in_full(parse_outturn(cell.text, reader.words.decimal_comma), cell)
    value = None if isinstance(parsed, Problem) else parsed.value
    missing = not isinstance(parsed, Problem) and parsed.missing is not None
    cases = role not in CASES or (
        value is not None
        and not isinstance(parsed, Problem)
        and parsed.unit in (Unit.UNKNOWN, Unit.COUNT)
        and value >= (1 if role is Role.DENOMINATOR else 0)
        and value % 1 == 0
    )
    if missing or (value is not None and cases):
        return value
    what = "no number of cases" if role in CASES else "no confidence limit"
    message = f"{cell.address}: {cell.text.strip()!r} is {what}. The text is kept and not used."
    reader.note("part-unreadable", Severity.NOTE, message, cell)
    return None


def _first(role: Role, given: list[_Given], reader: RowReader) -> _Given | None:
    """The first number; where another place says something else, that is a warning."""
    for other in given[1:]:
        if other.number != given[0].number:
            what = role.replace("_", " ")
            message = (
                f"{given[0].where} gives {given[0].number:,} as the {what} and {other.where} gives "
                f"{other.number:,}. The first is used; correct one of them."
            )
            reader.note("parts-differ", Severity.WARNING, message, _name_cell(reader))
    return given[0] if given else None


def _unlike_cases(parts: Parts, seen: Observation, meant: int | None) -> str:
    """Why cases do not give the figure; empty where they do, or where nobody can tell."""
    per, part, whole, value = seen.unit.per, parts.numerator, parts.denominator, seen.value
    if per is None or whole is None or value is None:
        return ""
    decimals = fewest(seen.figure.decimals, meant)
    if part is not None:
        made = f"{part * per / whole:,.2f}{seen.unit.suffix}"
        said = f"{part:,} of {whole:,} is {made}"
        return "" if gives(part, whole, value, decimals, per) else said
    none = nearest_part(whole, value, decimals, per) is None
    return f"no whole number out of {whole:,} gives the figure" if none else ""


def _unlike_limits(parts: Parts, seen: Observation) -> str:
    lower, upper, value = parts.lower, parts.upper, seen.value
    if lower is None or upper is None or value is None or lower <= value <= upper:
        return ""
    return f"the confidence limits are {lower:,} and {upper:,}"


def _differs(rule: str, why: str, seen: Observation, reader: RowReader) -> None:
    message = (
        f"{seen.cell} gives {seen.figure.raw.strip()!r} for {seen.period.label}, and {why}. The "
        "figure is kept and the others are not used; correct one of them."
    )
    reader.note(rule, Severity.WARNING, message, Cell(seen.figure.raw, seen.cell))


def _name_cell(reader: RowReader) -> Cell:
    return reader.cell(reader.layout.one(Role.INDICATOR))
