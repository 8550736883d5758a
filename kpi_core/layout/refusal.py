"""What to say of a document in which no scorecard table was found."""

from kpi_core.layout.columns import Column
from kpi_core.layout.from_headings import Corrections, columns_of
from kpi_core.layout.header import headings_of
from kpi_core.layout.headings import Role
from kpi_core.readers import Document


def nothing_found(document: Document) -> str:
    """Say which half of a header line is missing, and quote the likeliest line."""
    lines = [line for grid in document.grids for line in grid.lines if not line.empty]
    if not lines:
        return f"{document.name}: the file holds no text. Export the table again."
    line = max(lines, key=lambda line: line.filled)
    lack = _lack(columns_of(headings_of([line]), None, Corrections()))
    quoted = " | ".join(cell.text.strip()[:30] for cell in line.cells[:6] if not cell.empty)
    return (
        f"{document.name}: no scorecard table was found, because {lack}. The fullest line, "
        f"{line.address}, begins: {quoted!r}. Add a header line, or rename its columns."
    )


def _lack(columns: tuple[Column, ...]) -> str:
    has_indicator = any(column.role is Role.INDICATOR for column in columns)
    has_period = any(c.role is Role.VALUE and (c.period or c.problem) for c in columns)
    if has_indicator and not has_period:
        return "no column heading names a period such as '2019/20 Q4'"
    if has_period and not has_indicator:
        return "no column heading names the indicator, such as 'Indicator' or 'Measure'"
    return "no line has headings for an indicator and for a period such as '2019/20 Q4'"
