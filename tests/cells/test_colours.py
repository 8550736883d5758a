"""Fills: reds, ambers and greens of office suites by hue, no status for white, none guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.colours import status_from_fill
from kpi_core.vocabulary import Status


@pytest.mark.parametrize(
    ("status", "fills"),
    [
        (Status.RED, ("FF0000", "C00000", "FFC7CE", "FF5050", "ff0000", "#FF0000", "FFFF0000")),
        (Status.AMBER, ("FFC000", "FFEB9C", "FFFF00", "ED7D31", "FFA500", "FFD966", "F4B084")),
        (Status.GREEN, ("00B050", "92D050", "C6EFCE", "008000", "00FF00", "A9D08E", "70AD47")),
        (None, ("FFFFFF", "D9D9D9", "808080", "000000", "F2F2F2", "1F0000")),
    ],
)
def test_a_fill_is_a_status_by_its_hue(status: Status | None, fills: tuple[str, ...]) -> None:
    assert {fill: status_from_fill(fill) for fill in fills} == dict.fromkeys(fills, status)


@pytest.mark.parametrize(
    "fill", ["0000FF", "4472C4", "00B0F0", "7030A0", "FF00FF", "FF4500", "D0E000", "00FFFF"]
)
def test_any_other_colour_is_a_problem(fill: str) -> None:
    problem = status_from_fill(fill)
    assert isinstance(problem, Problem), problem
    assert f"{fill} is neither red, amber nor green" in problem.reason


@pytest.mark.parametrize("fill", ["", "red", "FFF", "GGGGGG", "FF000000FF"])
def test_what_is_not_a_colour_is_a_problem(fill: str) -> None:
    assert isinstance(status_from_fill(fill), Problem)


@given(st.text() | st.integers(0, 0xFFFFFF).map("{:06X}".format))
def test_any_text_gives_a_status_none_or_a_problem(fill: str) -> None:
    assert isinstance(status_from_fill(fill), Status | Problem | None)
