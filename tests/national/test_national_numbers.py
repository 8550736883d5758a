"""Figures as releases store them: without noise, without loss, never a number for a gap."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.national.numbers import stored
from kpi_core.vocabulary import Missing


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("17.100000000000001", 17.1, 1),
        ("16.899999999999999", 16.9, 1),
        ("30.299999999999997", 30.3, 1),
        ("4.7980000000000002E-2", 0.04798, 5),
        ("0.30000000000000004", 0.3, 1),
        ("2036171.8333310001", 2036171.833331, 6),
        ("0.57587854198023691", 0.575878541980237, 15),
        ("-1.5", -1.5, 1),
        ("0", 0.0, 0),
        ("23", 23.0, 0),
        ("23.0", 23.0, 0),
        ("1200", 1200.0, 0),
        (" 12.0 ", 12.0, 0),
        ("1e3", 1000.0, 0),
    ],
)
def test_U4_a_figure_is_read_without_the_noise_of_its_storage(
    text: str, value: float, places: int
) -> None:
    found = stored(text)
    assert (found.value, found.places, found.missing) == (value, places, None)


@pytest.mark.parametrize(
    ("text", "missing", "understood"),
    [
        ("-", Missing.NOT_AVAILABLE, True),
        ("", Missing.BLANK, True),
        (None, Missing.BLANK, True),
        ("c", Missing.SUPPRESSED, True),
        ("z", Missing.NOT_APPLICABLE, True),
        ("low", Missing.LOW, True),
        ("NaN", Missing.NOT_AVAILABLE, False),
        ("inf", Missing.NOT_AVAILABLE, False),
        ("1e999", Missing.NOT_AVAILABLE, False),
        ("1,234", Missing.NOT_AVAILABLE, False),
        ("٣", Missing.NOT_AVAILABLE, False),
        ("=1+1", Missing.NOT_AVAILABLE, False),
    ],
)
def test_M1_what_is_no_number_has_a_reason_and_no_value(
    text: str | None, missing: Missing, understood: bool
) -> None:
    found = stored(text)
    assert (found.value, found.missing, found.understood) == (None, missing, understood)


@given(st.decimals(-(10**9), 10**9, places=4))
def test_the_noise_of_storing_a_number_is_taken_off_whatever_the_number(number: Decimal) -> None:
    found = stored(f"{float(number):.17g}")
    assert found.value == float(number)
    assert found.places == max(0, -int(number.normalize().as_tuple().exponent))


@given(st.text(max_size=20))
def test_a_text_gives_either_a_value_or_a_reason_and_never_raises(text: str) -> None:
    found = stored(text)
    assert (found.value is None) == (found.missing is not None)
