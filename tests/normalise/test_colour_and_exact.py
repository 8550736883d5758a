"""What stands behind a cell's text: its colour, and the full number that the file stores."""

import pytest

from kpi_core.catalogue import Catalogue
from kpi_core.facts import ReportFacts
from kpi_core.normalise import normalise
from kpi_core.readers import Cell, Document, Grid, Line

RED, AMBER, GREEN = "FF0000", "FFC000", "00B050"


def read(*figures: Cell) -> ReportFacts:
    """A report of one period, an indicator for each figure."""
    names = [("Indicator", "2019/20 Q4"), *((f"Reduce {at}", "") for at in range(len(figures)))]
    cells = [Cell(names[0][1], "B1"), *figures]
    lines = tuple(
        Line(f"row {at}", (Cell(name, f"A{at}"), cell))
        for at, ((name, _), cell) in enumerate(zip(names, cells, strict=True), 1)
    )
    return normalise(Document("q4.xlsx", (Grid("q4.xlsx", lines),)), b"", Catalogue())


@pytest.mark.parametrize(
    ("fills", "statuses"),
    [
        ((RED, AMBER, GREEN), ["red", "amber", "green"]),
        ((RED, GREEN, RED, None, None), ["red", "green", "red", None, None]),
        ((RED, RED, RED), [None] * 3),  # all alike
        ((RED, GREEN, None, None, None), [None] * 5),  # too few
    ],
)
def test_colours_are_statuses_where_most_rows_have_one_and_not_all_the_same(
    fills: tuple[str | None, ...], statuses: list[str | None]
) -> None:
    facts = read(*(Cell(f"1{at}", f"B{at}", fill=fill) for at, fill in enumerate(fills, 2)))
    assert [row.status.word for row in facts.indicators] == statuses
    assert ("status-from-colour" in [f.rule for f in facts.findings]) is any(statuses)


@pytest.mark.parametrize(
    ("exact", "value"),
    [
        ("17.13%", "17.13"),
        (None, "17.1"),
        ("0.1713", "17.1"),  # in another form, so it is not known to be the same figure
    ],
)
def test_R6_the_full_number_counts_where_it_is_in_the_unit_that_is_shown(
    exact: str | None, value: str
) -> None:
    (row,) = read(Cell("17.1%", "B2", exact)).indicators
    assert [(str(o.value), o.figure.raw) for o in row.own] == [(value, "17.1%")]
