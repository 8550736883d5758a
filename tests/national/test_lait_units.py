"""The unit of a measure, from the words on its axis and its title."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kpi_core.national.lait.units import unit_of
from kpi_core.vocabulary import Unit


@pytest.mark.parametrize(
    ("axis", "title", "unit"),
    [
        ("% of plans", "Repeat plans (%)", Unit.PERCENT),
        ("%KS4 SEN (total) in EET", "", Unit.PERCENT),
        ("% gap", "Inequality gap in Level 2", Unit.PERCENTAGE_POINT),
        ("Rate per 1000 live births", "", Unit.RATE_PER_1000),
        ("Rate per 1000 15 - 17 year olds", "", Unit.RATE_PER_1000),
        ("Rate per 10,000", "", Unit.RATE_PER_10000),
        ("Rate per 10,000 of 10-17 population", "", Unit.RATE_PER_10000),
        ("Rate per 100,000", "", Unit.RATE_PER_100000),
        ("Number of Children Looked After", "", Unit.COUNT),
        ("Number", "Number of conferences", Unit.COUNT),
        ("Total cases", "", Unit.COUNT),
        ("Starters FTE", "", Unit.COUNT),
        ("Social Workers", "", Unit.COUNT),
        ("Spend", "Gross expenditure", Unit.GBP),
        ("Unit Cost", "Weekly unit costs", Unit.GBP),
        ("Average Scaled Score", "", Unit.SCORE),
        ("Score per pupil", "", Unit.SCORE),
        ("Case Load", "Cases for each social worker", Unit.RATIO),
        ("Turnover rate", "Social worker turnover (%)", Unit.PERCENT),
        ("Absence Rate", "Social Worker Absence Rate (%) throughout year", Unit.PERCENT),
        ("Entries", "English Baccalaureate - Entries (%)", Unit.PERCENT),
        ("Entries", "English Baccalaureate - Entries", Unit.UNKNOWN),
        ("", "", Unit.UNKNOWN),
        ("Rate", "", Unit.UNKNOWN),
        ("Rate per 100", "", Unit.UNKNOWN),
    ],
)
def test_U1_the_axis_says_the_unit_and_the_title_helps_out(
    axis: str, title: str, unit: Unit
) -> None:
    assert unit_of(axis, title) is unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Number of child death reviews", Unit.UNKNOWN),
        ("Number of primary school suspensions (%)", Unit.PERCENT),
        ("Child death reviews", Unit.PERCENT),
    ],
)
def test_U5_an_axis_in_per_cent_over_a_number_of_things_is_a_contradiction(
    title: str, unit: Unit
) -> None:
    assert unit_of("% of deaths", title) is unit


def test_every_axis_of_the_real_dictionary_has_a_unit(shared_data: Path) -> None:
    path = shared_data / "benchmarks" / "lait" / "lait_data_dictionary.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [
            (r["y_axis_name"], r["Chart_title"], r["Measure_short"]) for r in csv.DictReader(file)
        ]
    assert len({axis for axis, _, _ in rows}) == 126
    units = {(axis, short): unit_of(axis, title) for axis, title, short in rows}
    unclear = [short for (_, short), unit in units.items() if unit is Unit.UNKNOWN]
    assert unclear == ["PreChildDea"]
    percent = {axis for (axis, _), unit in units.items() if unit is Unit.PERCENT}
    assert {axis for axis in percent if not axis.startswith("%")} == {
        *("Entries", "Turnover rate", "Absence Rate"),
    }
    by_unit = Counter(unit for _, unit in units.items())
    assert by_unit[Unit.GBP] == 15
    assert by_unit[Unit.PERCENTAGE_POINT] == 2
