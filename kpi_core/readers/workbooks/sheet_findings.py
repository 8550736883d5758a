"""What the readers of workbooks notice, in sentences."""

from collections.abc import Sequence
from functools import cache

from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

READ_ALL_THE_SAME = (
    "read all the same. Show what is hidden and check that it belongs to the report."
)
MOST_RUNS = 10
"""Longer lists of rows are cut: a filter can hide thousands."""


@cache
def letters(column: int) -> str:
    """The name of a column, counted from one: A to Z, AA and so on."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def sheet_hidden(title: str) -> Finding:
    return Finding(
        "sheet-hidden",
        Severity.WARNING,
        f"The {title} is hidden and read all the same. Show it and check that it belongs to the "
        "report, or list it under skip in the catalogue.",
        source_cell=title,
    )


def rows_hidden(title: str, rows: Sequence[int]) -> Finding:
    many = len(rows) > 1
    return Finding(
        "rows-hidden",
        Severity.WARNING,
        f"In {title}, {'rows' if many else 'row'} {_runs([str(row) for row in rows], rows)} "
        f"{'are' if many else 'is'} hidden or filtered out, and {READ_ALL_THE_SAME}",
        source_cell=f"{title}, row {rows[0]}",
    )


def columns_hidden(title: str, columns: Sequence[int]) -> Finding:
    many = len(columns) > 1
    return Finding(
        "columns-hidden",
        Severity.WARNING,
        f"In {title}, {'columns' if many else 'column'} "
        f"{_runs([letters(column) for column in columns], columns)} "
        f"{'are' if many else 'is'} hidden, and {READ_ALL_THE_SAME}",
        source_cell=f"{title}, column {letters(columns[0])}",
    )


def chart_sheet_skipped(title: str) -> Finding:
    return Finding(
        "chart-sheet-skipped",
        Severity.NOTE,
        f"The {title} holds a chart and no cells, so nothing of it is read. If its figures are "
        "in no other sheet, add them as a table.",
        source_cell=title,
    )


def conditional_colours(title: str) -> Finding:
    return Finding(
        "conditional-colours",
        Severity.NOTE,
        f"The {title} has rules that colour its cells or put symbols in them by their value. Such "
        "colours and symbols are not stored in the file, so they are not read. A status that "
        "only they show has to be written out in a column.",
        source_cell=title,
    )


def formula_without_value(address: str, formula: str | None) -> Finding:
    return Finding(
        "formula-without-value",
        Severity.ERROR,
        f"The {address} holds a formula whose result is not stored in the file, so the cell is "
        "read as empty. Open the file in a spreadsheet program, save it and read it again.",
        raw=formula,
        source_cell=address,
    )


def cell_comment(address: str, text: str) -> Finding:
    return Finding(
        "cell-comment",
        Severity.NOTE,
        f"A comment is attached to the {address}. It is kept here as text only.",
        raw=text,
        source_cell=address,
    )


def number_veiled(address: str, shown: str, stored: str) -> Finding:
    seen = f"shows {shown!r}" if shown else "shows nothing"
    return Finding(
        "number-not-shown",
        Severity.NOTE,
        f"By its number format the {address} {seen}, while the file stores {stored}. What it "
        "shows is read. Change the number format if the number is meant.",
        raw=stored,
        source_cell=address,
    )


def text_covered(address: str, corner: str, text: str) -> Finding:
    return Finding(
        "text-under-merged-cell",
        Severity.WARNING,
        f"The {address} holds a text that the merged cell from {corner} hides. It is not used; "
        "undo the merging if it is meant.",
        raw=text,
        source_cell=address,
    )


def _runs(names: Sequence[str], numbers: Sequence[int]) -> str:
    """Neighbours joined: "5 to 7, 9 and 12"."""
    runs: list[list[str]] = []
    for at, name in enumerate(names):
        if at and numbers[at] == numbers[at - 1] + 1:
            runs[-1] = [runs[-1][0], name]
        else:
            runs.append([name])
    said = [" to ".join(run) for run in runs]
    if len(said) > MOST_RUNS:
        said = [*said[:MOST_RUNS], f"{len(said) - MOST_RUNS} more groups"]
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
