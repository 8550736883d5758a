"""The groups of a council at a day, made of the published areas and sets (B1, B2, G3)."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.comparators.groups import Group, groups
from kpi_core.comparators.national import National
from tests.national.lait_published import published

YEAR_END = date(2020, 3, 31)


@pytest.fixture(scope="module")
def national(shared_data: Path) -> National:
    release = published(shared_data / "benchmarks" / "lait")
    return National(
        releases=pd.DataFrame(),
        areas=release.areas.to_pandas(),
        neighbours=release.neighbours.to_pandas(),
        measures=release.measures.to_pandas(),
        figures=lambda _: pd.DataFrame(),
    )


def of(national: National, council: str, day: date) -> dict[str, Group]:
    return {group.neighbour_set or group.key: group for group in groups(national, council, day)}


@pytest.mark.parametrize(
    ("day", "others"),
    [
        (date(2019, 3, 31), 151),  # with the old Dorset, Bournemouth and Poole
        (date(2019, 4, 1), 150),
        (date(2021, 4, 1), 151),  # two for Northamptonshire
        (date(2023, 4, 1), 152),  # two for Cumbria
    ],
)
def test_G3_all_councils_are_those_in_force_on_the_day(
    national: National, day: date, others: int
) -> None:
    """England had 152 councils of this kind until March 2019, and has 153 since April 2023."""
    found = of(national, "cheshire-west-and-chester", day)
    assert len(found["all-councils"].members) == others


def test_B1_a_council_has_its_region_with_a_published_figure(national: National) -> None:
    region = of(national, "cheshire-west-and-chester", YEAR_END)["north-west"]
    assert (region.title, region.subject) == ("North West", "north-west")
    assert len(region.members) == 22
    assert "cumbria" in region.members
    assert not {"cumberland", "westmorland-and-furness"} & set(region.members)


def test_B1_a_borough_is_in_london_and_its_part_is_its_type(national: National) -> None:
    found = of(national, "camden", YEAR_END)
    assert (found["london"].title, found["london"].subject) == ("London", "london")
    assert len(found["london"].members) == 32
    assert found["council-type"].title.endswith("Inner London borough")
    assert len(found["council-type"].members) == 13
    assert "inner-london" not in found


def test_B2_a_council_has_both_sets_the_newest_first(national: National) -> None:
    found = of(national, "cheshire-west-and-chester", YEAR_END)
    names = [name for name in found if name.startswith("statistical")]
    assert names == ["statistical-neighbours-2025-05", "statistical-neighbours-2021-04"]
    assert [len(found[name].members) for name in names] == [10, 10]
