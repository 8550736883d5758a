"""The account of a report's cells: what each of them became, seen from the dataset's tables.

A cell is accounted for when its text stands in the dataset: as the raw text of a figure, a finding
or an extra fact with the cell's address, or in the row of its indicator. The only cells left over
are those of header lines, and ``cells_ignored`` counts these.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kpi_core.dataset import Assessed, tables
from kpi_core.facts import ColumnRead, Declaration, IndicatorFacts, Observation, Quote
from kpi_core.layout.headings import heading_key
from kpi_core.periods import find_period
from kpi_core.readers import Cell, Document, Line

IN_RATINGS = (
    *("target_raw", "declared_status_raw", "declared_direction_raw", "commentary"),
    *("benchmark_raw", "benchmark_group_raw", "action", "due_date"),
)

IN_HEADINGS = ("name", "plan", "theme", "owner")

IN_INDICATORS = ("plan", "theme", "owner", "reference", "frequency")


def every_cell_is_accounted_for(document: Document, assessed: Assessed) -> None:
    """Fails with the lines that are not."""
    report = assessed.report
    assert report.cells_read == document.cells_read
    assert report.cells_read == report.cells_kept + report.cells_ignored
    headings = [column for table in report.tables for column in table.columns]
    ignored = 0
    for _, left in left_over(document, assessed):
        lost = [cell for cell in left if not is_heading(cell, headings)]
        cells = ", ".join(f"{cell.text!r:.80} ({cell.address})" for cell in lost[:3])
        assert lost == [], f"stands nowhere in the dataset: {cells}"
        ignored += len(left)
    assert report.cells_ignored >= ignored, f"{ignored} cells stand nowhere in the dataset"


def left_over(document: Document, assessed: Assessed) -> Iterator[tuple[Line, list[Cell]]]:
    """Lines with cells that are not empty and stand nowhere in the dataset, and these cells."""
    found = {name: table.to_pylist() for name, table in tables([assessed]).items()}
    at_cell = {(row["source_cell"], row["raw"]) for row in found["observations"]}
    at_cell |= {(row["source_cell"], row["raw"]) for row in found["findings"]}
    at_cell |= {(row["source_cell"], row["text"]) for row in found["extras"]}
    headings = {row[column] for row in found["indicators"] for column in IN_HEADINGS}
    wrapped = [text for text in headings if text and "\n" in text]  # a name over several lines
    indicators = {row["indicator"]: row for row in found["indicators"]}
    cells_of = _cells_of_each(assessed)
    in_line_of: dict[str, set[str]] = {}
    repeated: dict[str, set[str]] = {}  # words that each line of an indicator says again
    for row in found["extras"]:
        if re.search("[a-z]{3}", row["text"]):
            repeated.setdefault(row["indicator"], set()).add(row["text"])
    for rating in found["ratings"]:
        texts = {rating[column] for column in IN_RATINGS}
        texts |= {indicators[rating["indicator"]][column] for column in IN_INDICATORS}
        texts |= repeated.get(rating["indicator"], set())
        for address in cells_of[rating["indicator"]]:
            in_line_of.setdefault(address, set()).update(texts)
    for grid in document.grids:
        for line in grid.lines:
            in_row = {t for cell in line.cells for t in in_line_of.get(cell.address, ())}
            left = [
                cell
                for cell in line.cells
                if not cell.empty
                and (cell.address, cell.text) not in at_cell
                and cell.text not in headings | in_row
                and not any(cell.text in text for text in wrapped)
            ]
            if left:
                yield line, left


def _cells_of_each(assessed: Assessed) -> dict[str, set[str]]:
    """Addresses by indicator; where periods stand below each other, they are of several lines."""
    return {
        item.facts.indicator.id: {
            item.facts.name_cell,
            *(observation.cell for observation in item.facts.own),
            *(quote.cell for quote in _quotes(item.facts) if quote is not None and quote.cell),
            *(extra.cell for extra in item.facts.extras),
        }
        for item in assessed.assessments
    }


def _quotes(facts: IndicatorFacts) -> tuple[Observation | Declaration[Any] | Quote | None, ...]:
    return facts.target, facts.status, facts.direction, facts.commentary, facts.benchmark


def is_heading(cell: Cell, headings: Sequence[ColumnRead]) -> bool:
    """Part of a column's heading, in a repeated header too; or a period that heads its row."""
    key = heading_key(cell.text)
    return find_period(cell.text) is not None or any(
        cell.address == column.cell or key in heading_key(column.heading) for column in headings
    )
