"""The account of a report's cells: what each of them became, seen from the dataset's tables.

A cell is accounted for when its text stands in the dataset: as the raw text of a figure, a finding
or an extra fact with the cell's address, or in the row of its indicator. The only cells left over
are those of header lines, and ``cells_ignored`` counts exactly these.
"""

from collections.abc import Iterator

from kpi_core.dataset import Assessed, tables
from kpi_core.layout import Role
from kpi_core.layout.headings import role_of
from kpi_core.periods import find_period
from kpi_core.readers import Document, Line

IN_RATINGS = (
    *("target_raw", "declared_status_raw", "declared_direction_raw", "commentary"),
    *("benchmark_raw", "benchmark_group_raw", "action", "due_date"),
)

IN_INDICATORS = ("name", "plan", "theme", "owner")


def every_cell_is_accounted_for(document: Document, assessed: Assessed) -> None:
    """Fails with the lines that are not."""
    report = assessed.report
    assert report.cells_read == document.cells_read
    assert report.cells_read == report.cells_kept + report.cells_ignored
    headers = list(lines_left_over(document, assessed))
    strange = [line for line in headers if not is_header(line)]
    assert not strange, f"no header, and not in the dataset: {strange[0]}"
    assert report.cells_ignored == sum(line.filled for line in headers)


def lines_left_over(document: Document, assessed: Assessed) -> Iterator[Line]:
    """Lines with a cell that is not empty and stands nowhere in the dataset."""
    found = {name: table.to_pylist() for name, table in tables([assessed]).items()}
    at_cell = {(row["source_cell"], row["raw"]) for row in found["observations"]}
    at_cell |= {(row["source_cell"], row["raw"]) for row in found["findings"]}
    at_cell |= {(row["source_cell"], row["text"]) for row in found["extras"]}
    headings = {row[column] for row in found["indicators"] for column in ("plan", "theme")}
    indicators = {row["indicator"]: row for row in found["indicators"]}
    names = {item.facts.indicator.id: item.facts.name_cell for item in assessed.assessments}
    of_name_cell: dict[str, set[str]] = {}
    for rating in found["ratings"]:
        texts = {rating[column] for column in IN_RATINGS}
        texts |= {indicators[rating["indicator"]][column] for column in IN_INDICATORS}
        of_name_cell[names[rating["indicator"]]] = texts
    for grid in document.grids:
        for line in grid.lines:
            in_row = {t for cell in line.cells for t in of_name_cell.get(cell.address, ())}
            for cell in line.cells:
                known = (cell.address, cell.text) in at_cell or cell.text in headings | in_row
                if not (cell.empty or known):
                    yield line
                    break


def is_header(line: Line) -> bool:
    """Two headings that are known, or periods; or a repeated line of a header of several."""
    texts = [cell.text for cell in line.cells if not cell.empty]
    known = [text for text in texts if find_period(text) or role_of(text) is not Role.UNKNOWN]
    return len(known) >= min(2, len(texts))
