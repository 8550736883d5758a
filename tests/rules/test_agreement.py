"""When a declared and a computed word are the same (R7), with three colours and with four (R1)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import StatusScheme
from kpi_core.rules.agreement import same_direction, same_status
from kpi_core.vocabulary import Direction, Status

RED, AMBER, GREEN, EXCEEDED = Status


THREE = StatusScheme(amber_within=Decimal("0.05"))
FOUR = StatusScheme(amber_within=Decimal("0.05"), exceeded_beyond=Decimal("0.1"))


@pytest.mark.parametrize(
    ("declared", "computed", "three", "four"),
    [
        (EXCEEDED, GREEN, True, False),
        (GREEN, EXCEEDED, True, False),
        (EXCEEDED, EXCEEDED, True, True),
        (EXCEEDED, AMBER, False, False),
        (AMBER, GREEN, False, False),
        (RED, RED, True, True),
        (None, GREEN, None, None),
        (EXCEEDED, None, None, None),
        (None, None, None, None),
    ],
)
def test_R7_exceeded_is_green_where_the_scheme_has_three_colours(
    declared: Status | None, computed: Status | None, three: bool | None, four: bool | None
) -> None:
    assert same_status(declared, computed, THREE) is three
    assert same_status(declared, computed, FOUR) is four


words = st.none() | st.sampled_from(Status)


@given(words, words, st.sampled_from([THREE, FOUR]))
def test_R7_agreement_takes_no_side_and_never_joins_met_and_missed(
    one: Status | None, other: Status | None, scheme: StatusScheme
) -> None:
    agree = same_status(one, other, scheme)
    assert agree is same_status(other, one, scheme)
    if one is not None and other is not None and agree:
        assert one.met == other.met


def test_R7_directions_are_the_same_word_or_nothing_to_compare() -> None:
    assert same_direction(Direction.IMPROVING, Direction.IMPROVING) is True
    assert same_direction(Direction.IMPROVING, Direction.DECLINING) is False
    assert same_direction(None, Direction.DECLINING) is None
