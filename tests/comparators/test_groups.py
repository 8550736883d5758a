"""Whom a council can be compared with, on a day (B1, B2, G3)."""

from datetime import date

import pytest

from kpi_core.comparators.cautions import FOR_CHILDREN, cautions
from kpi_core.comparators.groups import Group, GroupChoice, chosen, councils, group_of, groups
from kpi_core.comparators.national import National
from kpi_core.comparators.published import measure_of
from tests.comparators.national_of import (
    MEASURE,
    OURS,
    council,
    england,
    measure,
    national_of,
    neighbour,
)

LAST, FIRST = date(2021, 3, 31), date(2021, 4, 1)

AREAS = (
    england(),
    england("north-west", "region"),
    council(OURS),
    council("brook", council_type="County council"),
    council("carr", region="south-east"),
    council("old-shire", valid_to=LAST),
    council("new-town", valid_from=FIRST),
)
NEAR = (
    neighbour(1, "carr"),
    neighbour(2, "old-shire", closeness="Very close"),
    neighbour(1, "brook", 2025),
    neighbour(2, "new-town", 2025),
)
NATIONAL = national_of([], AREAS, NEAR)


def titles(national: National, day: date | None) -> dict[str, tuple[str, ...]]:
    return {group.title: group.members for group in groups(national, OURS, day)}


def test_B1_B2_every_group_with_its_members_and_without_the_council_itself() -> None:
    assert titles(NATIONAL, LAST) == {
        "England": ("brook", "carr", "old-shire"),
        "All councils": ("brook", "carr", "old-shire"),
        "North West": ("brook", "old-shire"),
        "Councils of the same type: Unitary authority": ("carr", "old-shire"),
        "Statistical neighbours, April 2025": ("brook",),
        "Statistical neighbours, April 2021": ("carr", "old-shire"),
    }


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (LAST, {"brook", "carr", "old-shire"}),
        (FIRST, {"brook", "carr", "new-town"}),
        (None, {"brook", "carr", "old-shire", "new-town"}),
    ],
)
def test_G3_a_council_is_a_member_from_its_first_day_to_its_last(
    day: date | None, there: set[str]
) -> None:
    assert set(councils(NATIONAL, OURS, day)) == there


def test_G3_who_was_no_council_that_day_is_named() -> None:
    group = group_of(NATIONAL, OURS, GroupChoice("statistical-neighbours"), LAST)
    assert group is not None
    assert (group.members, group.absent) == (("brook",), ("new-town",))
    known = measure_of(NATIONAL, MEASURE)
    assert known is not None
    assert list(cautions(NATIONAL, group, known)) == [
        "Left out, as no council of the same kind at the end of the period: New town."
    ]


@pytest.mark.parametrize(
    ("choice", "members"),
    [
        (GroupChoice("statistical-neighbours"), ("brook", "new-town")),
        (GroupChoice("statistical-neighbours", "statistical-neighbours-2021-04"), ("carr",)),
        (GroupChoice("chosen-councils", None, ("carr", OURS, "carr", "nowhere")), ("carr",)),
        (GroupChoice("statistical-neighbours", "of-no-year"), None),
        (GroupChoice("nearest-neighbours"), None),
    ],
)
def test_a_group_is_found_by_its_key_its_set_or_its_list(
    choice: GroupChoice, members: tuple[str, ...] | None
) -> None:
    found = group_of(NATIONAL, OURS, choice, FIRST)
    assert (None if found is None else found.members) == members


def test_B2_a_set_without_a_date_comes_after_those_with_one() -> None:
    undated = neighbour(1, "brook", neighbour_set="near-0", group="nearest-neighbours")
    undated["dated"] = None
    national = national_of([], AREAS, (undated, *NEAR))
    sets = [g.neighbour_set for g in groups(national, OURS, FIRST) if g.neighbour_set]
    assert sets == [
        "statistical-neighbours-2025-04",
        "statistical-neighbours-2021-04",
        "near-0",
    ]
    nearest = group_of(national, OURS, GroupChoice("nearest-neighbours"), FIRST)
    assert nearest is not None
    assert nearest.members == ("brook",)


def test_neighbours_stand_in_the_order_of_closeness_whatever_the_order_of_rows() -> None:
    rows = [neighbour(rank, subject) for rank, subject in ((10, "brook"), (9, "carr"))]
    group = group_of(national_of([], AREAS, rows), OURS, GroupChoice(rows[0]["group"]), FIRST)
    assert group is not None
    assert group.members == ("carr", "brook")


def test_what_is_chosen_and_is_no_council_is_named_and_never_a_member() -> None:
    found = chosen(NATIONAL, OURS, ["england", "brook"], FIRST)
    assert (found.members, found.absent) == (("brook",), ("england",))


def test_without_areas_there_is_no_group_but_all_councils() -> None:
    assert list(titles(national_of([]), None)) == ["All councils"]


def test_districts_are_held_against_districts_and_counties_never_against_them() -> None:
    areas = (
        council(OURS, gss="E06000050"),
        council("county", gss="E10000014"),
        council("district", gss="E07000084"),
        council("other-district", gss="E07000085"),
        council("cardiff", gss="W06000015"),
        council("no-code"),
    )
    national = national_of([], areas)
    assert councils(national, OURS, None) == ["county", "no-code"]
    assert councils(national, "county", None) == [OURS, "no-code"]
    assert councils(national, "district", None) == [OURS, "other-district", "no-code"]


@pytest.mark.parametrize(
    ("known", "cautioned"),
    [
        (measure(), False),
        (measure(theme="Adult social care"), True),
        (measure("ascof/4a"), True),
        (measure(organisation="ascof-team"), True),
        (measure(theme="Adult skills"), False),
    ],
)
def test_B1_children_s_neighbours_are_cautioned_for_adult_social_care(
    known: dict[str, object], cautioned: bool
) -> None:
    national = national_of([], AREAS, NEAR, [known])
    told = measure_of(national, str(known["indicator"]))
    assert told is not None
    said = list(cautions(national, Group("statistical-neighbours", "Neighbours", ()), told))
    assert (FOR_CHILDREN in said) is cautioned
    assert not list(cautions(national, Group("nearest-neighbours", "Neighbours", ()), told))
