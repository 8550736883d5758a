"""Declared status and direction: known words only, M by its column, no default."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.words import Declared, DirectionVocabulary, parse_status
from kpi_core.vocabulary import Direction, Missing, Movement, Status

parse_direction = DirectionVocabulary().parse


@pytest.mark.parametrize(
    ("text", "status", "respelled"),
    [
        ("Red", Status.RED, False),
        ("Amber", Status.AMBER, False),
        ("Green", Status.GREEN, False),
        ("R", Status.RED, False),
        ("red", Status.RED, True),
        ("RED", Status.RED, True),
        (" Red", Status.RED, True),
        ("g", Status.GREEN, True),
    ],
)
def test_R7_variants_of_a_status_are_one_status(text: str, status: Status, respelled: bool) -> None:
    assert parse_status(text) == Declared(text, status, None, respelled)


@pytest.mark.parametrize(
    ("text", "direction", "respelled"),
    [
        ("Improving Performance", Direction.IMPROVING, False),
        ("Improved performance", Direction.IMPROVING, False),
        ("Improving", Direction.IMPROVING, False),
        ("Maintained Performance", Direction.MAINTAINED, False),
        ("Stayed the same", Direction.MAINTAINED, False),
        ("Declining Performance", Direction.DECLINING, False),
        ("Deteriorated", Direction.DECLINING, False),
        ("Declining  performance", Direction.DECLINING, True),
        ("DECLINING", Direction.DECLINING, True),
    ],
)
def test_variants_of_a_direction(text: str, direction: Direction, respelled: bool) -> None:
    assert parse_direction(text) == Declared(text, direction, None, respelled)


@pytest.mark.parametrize("parse", [parse_status, parse_direction])
def test_S5_M_says_that_the_measure_is_awaited_and_never_maintained(parse) -> None:
    assert parse("M") == Declared("M", None, Missing.AWAITED, False)


@pytest.mark.parametrize("parse", [parse_status, parse_direction])
@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", Missing.BLANK),
        ("-", Missing.DASH),
        ("TBC", Missing.AWAITED),
        ("n/a", Missing.NOT_AVAILABLE),
    ],
)
def test_S6_no_word_has_a_reason(parse, text: str, missing: Missing) -> None:
    assert parse(text) == Declared(text, None, missing, False)


@pytest.mark.parametrize("text", ["Blue", "Redd", "Red/Amber", "Amber 5", "Yes", "Improving", "B"])
def test_an_unknown_status_is_a_problem(text: str) -> None:
    assert parse_status(text) == Problem(f"'{text}' is not a known status")


@pytest.mark.parametrize("text", ["Red", "Performance", "Improving?", "I", "Maintain"])
def test_an_unknown_direction_is_a_problem(text: str) -> None:
    assert parse_direction(text) == Problem(f"'{text}' is not a known direction of travel")


@pytest.mark.parametrize(
    ("text", "movement"),
    [("Up", Movement.UP), ("decreasing", Movement.DOWN), ("↑", Movement.UP), ("▼", Movement.DOWN)],
)
def test_D2_a_movement_is_not_a_judgement(text: str, movement: Movement) -> None:
    assert parse_direction(text) == Declared(text, None, None, False, movement)


@given(st.text())
def test_any_text_gives_a_word_a_reason_for_none_or_a_problem(text: str) -> None:
    for declared in (parse_status(text), parse_direction(text)):
        if isinstance(declared, Declared):
            if declared.movement is None:
                assert (declared.word is None) is (declared.missing is not None)
            assert declared.raw == text
        else:
            assert declared.reason
