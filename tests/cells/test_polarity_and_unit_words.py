"""Columns that say which way is good and what is counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.polarity_words import parse_polarity
from kpi_core.cells.unit_words import parse_unit, unit_beside
from kpi_core.vocabulary import Polarity, Unit


@pytest.mark.parametrize(
    ("polarity", "texts"),
    [
        (
            Polarity.HIGHER_IS_BETTER,
            (
                *("High", "H", "Up", "↑", "Good is High", "Good is: high", "Higher is better"),
                *("Bigger is better", "Aim to Maximise", "Maximise", "Increase", "High is good"),
                *("The higher the better", "Desired direction: Up", "Increasing"),
            ),
        ),
        (
            Polarity.LOWER_IS_BETTER,
            (
                *("Low", "L", "Down", "▼", "Good is Low", "Lower is better", "Smaller is better"),
                *("Aim to Minimise", "Reduce", "Decrease", "Low is good", "Lower = better"),
            ),
        ),
        (Polarity.NEUTRAL, ("Good is Representative", "Neutral", "Neither", "Contextual")),
        (Polarity.TARGET_IS_BEST, ("Target is best", "Best-in-the-middle", "Within range")),
        (Polarity.UNKNOWN, ("", "-", "n/a", "TBC")),
    ],
)
def test_P1_which_way_is_good(polarity: Polarity, texts: tuple[str, ...]) -> None:
    assert {text: parse_polarity(text) for text in texts} == dict.fromkeys(texts, polarity)


@pytest.mark.parametrize("text", ["ascending", "Maintain", "5", "Good is", "yes", "high " * 40])
def test_P1_no_polarity_is_guessed(text: str) -> None:
    assert isinstance(parse_polarity(text), Problem)


@pytest.mark.parametrize(
    ("unit", "texts"),
    [
        (Unit.PERCENT, ("%", "Percentage", "(%)", "per cent", "Proportion")),
        (Unit.PERCENTAGE_POINT, ("pp", "Percentage points", "% points")),
        (Unit.COUNT, ("Number", "No.", "#", "Count", "Number of people", "Households")),
        (Unit.GBP, ("£", "GBP", "Pounds", "£ per head")),
        (Unit.DAYS, ("Days", "Number of days", "Working days")),
        (Unit.WEEKS, ("Weeks",)),
        (Unit.HOURS, ("Hours", "hrs")),
        (Unit.RATE_PER_1000, ("per 1,000", "Rate per 1000 population")),
        (Unit.RATE_PER_10000, ("Rate per 10,000", "per 10,000 children aged 0-17")),
        (Unit.RATE_PER_100000, ("Rate per 100,000",)),
        (Unit.RATIO, ("Ratio",)),
        (Unit.SCORE, ("Score",)),
        (Unit.TEXT, ("Yes/No", "Text", "Date")),
        (Unit.UNKNOWN, ("", "-")),
    ],
)
def test_U1_unit_words(unit: Unit, texts: tuple[str, ...]) -> None:
    assert {text: parse_unit(text) for text in texts} == dict.fromkeys(texts, unit)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Rate", "per how many"),
        ("Minutes", "is a unit that figures are not kept in"),
        ("£m", "multiples"),
        ("£000s", "multiples"),
        ("Rank", "is a place in an order"),
        ("Furlongs", "is not a known unit"),
        ("per 500", "is not a known unit"),
        ("%" * 100, "too long"),
    ],
)
def test_U1_no_unit_is_guessed(text: str, reason: str) -> None:
    problem = parse_unit(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


@given(st.text(), st.booleans())
def test_any_text_gives_a_word_or_a_problem(text: str, pounds: bool) -> None:
    assert isinstance(parse_polarity(text), Polarity | Problem)
    assert isinstance(parse_unit(text), Unit | Problem)
    assert isinstance(unit_beside(text, pounds), Unit | None)
