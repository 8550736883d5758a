"""Decisions in finished words, from hand-made facts."""

from dataclasses import replace
from typing import Any

import pytest

from kpi_core.facts import ColumnRead, Declaration, Indicator, IndicatorFacts, TableRead
from kpi_core.imports import About, Change
from kpi_core.layout import Role
from kpi_core.present import decisions
from kpi_core.vocabulary import (
    Accumulation,
    ColumnBasis,
    Direction,
    Missing,
    Polarity,
    PolarityBasis,
    Status,
    TableShape,
    Unit,
)

READ = ColumnRead("Value", "table 1, row 1, column 1", "value", None, ColumnBasis.HEADING)


class Facts:
    """As much of a report's facts as words are read from."""

    def __init__(self, *indicators: IndicatorFacts) -> None:
        self.indicators = indicators


def item(at: int, **given: Any) -> IndicatorFacts:
    fields = {
        "polarity": Polarity.UNKNOWN,
        "polarity_basis": PolarityBasis.INFERRED,
        "unit": Unit.UNKNOWN,
        "accumulation": Accumulation.UNKNOWN,
    }
    fields |= {key: given.pop(key) for key in list(given) if key in fields}
    known = Indicator("o", f"i-{at}", f"Name {at}", f"Title {at}", at, decimals=None, **fields)
    return IndicatorFacts(known, f"line {at}, column 1", (), **given)


def said(word: Any = None, raw: str = "", at: int = 1, **more: Any) -> Declaration[Any]:
    return Declaration(word, raw, cell=f"line {at}, column 6", **more)


def test_a_column_is_shown_with_its_role_period_reason_and_cell() -> None:
    columns = (
        ColumnRead("Q4 2019/20", "line 1, column 2", "value", "2019/20 Q4", ColumnBasis.HEADING),
        ColumnRead("R", "line 1, column 3", "unknown", None, ColumnBasis.NONE),
        ColumnRead("Q5", "line 1, column 4", "value", None, ColumnBasis.NONE, "no such quarter"),
    )
    table = TableRead("lines 1 to 9", TableShape.PERIODS_ACROSS, columns, 1)
    frame = decisions.columns_read(table)
    assert frame.columns.tolist() == list(decisions.COLUMN_COLUMNS)
    assert frame[["read_as", "period", "why"]].values.tolist() == [
        ["Figures", "2019/20 Q4", "by its heading"],
        ["Not used", "", "not recognised; its cells are kept as extra facts"],
        ["Figures", "", "no such quarter"],
    ]
    assert decisions.table_sentence(table).endswith("one column per period; 1 row")


def test_tables_are_alike_that_were_read_alike_wherever_they_stand() -> None:
    first = TableRead("table 1", TableShape.PERIODS_DOWN, (READ,), 1)
    cell = replace(READ, cell="table 2, row 1, column 1")
    again = TableRead("table 2", TableShape.PERIODS_DOWN, (cell,), 9)
    other = TableRead("table 3", TableShape.PERIODS_DOWN, (replace(cell, role="unknown"),), 1)
    readings = [decisions.reading_of(table) for table in (first, again, other)]
    assert readings[0] == readings[1] != readings[2]


def test_every_role_has_words() -> None:
    assert set(decisions.ROLE_WORDS) == {role.value for role in Role}


def test_words_are_counted_with_their_cells_and_unknown_ones_come_first() -> None:
    rows = [item(at, status=said(Status.RED, "R", at)) for at in range(1, 6)]
    rows += [
        item(6, status=said(None, "Crimson", 6), direction=said(Direction.IMPROVING, "Up", 6)),
        item(7, status=said(None, "M", 7, missing=Missing.AWAITED)),
        item(8, status=said(None, "", 8, missing=Missing.BLANK)),
    ]
    frame = decisions.words_read(Facts(*rows))  # type: ignore[arg-type]
    assert frame.values.tolist() == [
        ["Status", "Crimson", "Not understood", 1, "line 6, column 6"],
        [
            *("Status", "R", "Red", 5),
            "line 1, column 6; line 2, column 6; line 3, column 6 and 2 more",
        ],
        ["Direction of travel", "Up", "Improving", 1, "line 6, column 6"],
        ["Status", "M", "Awaited", 1, "line 7, column 6"],
    ]


def test_a_report_without_words_has_no_rows() -> None:
    assert decisions.words_read(Facts(item(1))).empty  # type: ignore[arg-type]


def test_what_is_not_known_of_an_indicator_is_said_so() -> None:
    known = item(
        2,
        unit=Unit.PERCENT,
        polarity=Polarity.HIGHER_IS_BETTER,
        polarity_basis=PolarityBasis.CATALOGUE,
        accumulation=Accumulation.ANNUAL,
    )
    frame = decisions.indicators_read([item(1), known])
    shown = ["unit_word", "polarity_word", "polarity_basis", "covers", "cell"]
    assert frame[shown].values.tolist() == [
        ["Not known", "Not known", "", "Not stated in the report", "line 1, column 1"],
        [
            *("Per cent", "Higher is better", "as the catalogue says", "One round a year"),
            "line 2, column 1",
        ],
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            Change("q", About.COLUMN, "Now ", "role", "value", "2019/20 Q4"),
            "Column “Now” is read as: Figures of 2019/20 Q4.",
        ),
        (
            Change("q", About.STATUS_WORD, "R", "read_as", "not_available"),
            "Status word “R” is read as: Not available.",
        ),
        (
            Change("q", About.INDICATOR, "Homes", "unit", "rate_per_10000"),
            "Unit of “Homes”: Per 10,000.",
        ),
        (Change("q", About.INDICATOR, "Homes", "title", "Huts "), "Title of “Homes”: Huts."),
        (Change("q", About.REPORT, "", "period", "2019/20"), "Rated period: 2019/20."),
    ],
)
def test_a_correction_is_a_sentence(change: Change, sentence: str) -> None:
    assert decisions.change_sentence(change) == sentence


def test_unknown_is_no_choice() -> None:
    for _, options in decisions.INDICATOR_CHOICES.values():
        assert "unknown" not in options
        assert all(options.values())


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("colour 00B050", "Cell colour 00B050"),
        ("colour", "colour"),
        ("colour 00B0500", "colour 00B0500"),
        ("Red", "Red"),
    ],
)
def test_a_cells_colour_is_named_as_one(word: str, shown: str) -> None:
    assert decisions.printed_word(word) == shown
