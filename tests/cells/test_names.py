"""What an indicator's name says of polarity, unit and coverage, and what it does not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells.names import accumulation_from, polarity_from, unit_from
from kpi_core.vocabulary import Accumulation, Polarity, Unit


@pytest.mark.parametrize(
    ("name", "polarity"),
    [
        ("Reduce the proportion of LAC", Polarity.LOWER_IS_BETTER),
        ("Decrease the number of complaints", Polarity.LOWER_IS_BETTER),
        ("To minimise delays", Polarity.LOWER_IS_BETTER),
        ("reduce waste", Polarity.LOWER_IS_BETTER),
        ("Increase the proportion of care leavers", Polarity.HIGHER_IS_BETTER),
        ("Improve satisfaction", Polarity.HIGHER_IS_BETTER),
        ("1. Increase the number of homes", Polarity.HIGHER_IS_BETTER),
        ("Improve the average time to decide", Polarity.UNKNOWN),
        ("Maintain the number of libraries", Polarity.UNKNOWN),
        ("Number of increases", Polarity.UNKNOWN),
        ("Proportion of people who reduce their care", Polarity.UNKNOWN),
        ("Lower-income households helped", Polarity.UNKNOWN),
        ("", Polarity.UNKNOWN),
    ],
)
def test_P2_polarity_is_in_the_leading_verb(name: str, polarity: Polarity) -> None:
    assert polarity_from(name) is polarity


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Increase the proportion of LAC", Unit.PERCENT),
        ("% of calls answered within 3 hours", Unit.PERCENT),
        ("Percentage of the number of cases", Unit.PERCENT),
        ("Number of cases with a percentage", Unit.COUNT),
        ("Increase the number of concluded enquiries", Unit.COUNT),
        ("Reduce the rate of Looked After Children per 10,000 population", Unit.RATE_PER_10000),
        ("Number of admissions per 100,000", Unit.RATE_PER_100000),
        ("Offences per 1000 people", Unit.RATE_PER_1000),
        ("Average number of days lost to sickness", Unit.DAYS),
        ("Average time in weeks", Unit.WEEKS),
        ("Proportion assessed within 45 days", Unit.PERCENT),
        ("Cost per head (£)", Unit.GBP),
        ("Rate of growth", Unit.UNKNOWN),
        ("Library visits", Unit.UNKNOWN),
    ],
)
def test_U1_the_unit_a_name_states(name: str, unit: Unit) -> None:
    assert unit_from(name) is unit


@pytest.mark.parametrize(
    ("name", "accumulation"),
    [
        ("Feel safe (annual survey; provisional results May)", Accumulation.ANNUAL),
        ("Moves within 14 months (3 year average, 1 year time lag)", Accumulation.ROLLING),
        ("Admissions (rolling 12 months)", Accumulation.ROLLING),
        ("Visits, year to date", Accumulation.YEAR_TO_DATE),
        ("Cumulative number of visits", Accumulation.YEAR_TO_DATE),
        ("LAC who had an annual health assessment", Accumulation.UNKNOWN),
        ("In care for over 2.5 years", Accumulation.UNKNOWN),
        ("Concluded Section 42 enquiries", Accumulation.UNKNOWN),
    ],
)
def test_S12_period_facts_live_in_names(name: str, accumulation: Accumulation) -> None:
    assert accumulation_from(name) is accumulation


@given(st.text())
def test_any_name_has_an_answer(name: str) -> None:
    assert polarity_from(name) in Polarity
    assert unit_from(name) in Unit
    assert accumulation_from(name) in Accumulation
