"""Everything about one measure and period for a group that a person chooses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kpi_core.comparators.groups import GroupChoice
from kpi_core.comparators.national import National
from kpi_core.comparators.standing import Asked, Standing, standing, target_among
from kpi_core.rules.standing import TILES
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import Polarity, Statistic, Unit
from tests.comparators.national_of import (
    MEASURE,
    OURS,
    YEAR,
    council,
    england,
    figures,
    measure,
    national_of,
    neighbour,
)

NEAR = GroupChoice("statistical-neighbours")
AREAS = (england(), council(OURS))
HERE = {"england": 16, OURS: 14, "a": 10, "b": 12, "c": 14, "d": 20, "e": None, "f": 9}
NEIGHBOURS = tuple(neighbour(n, subject) for n, subject in enumerate("dbcae", start=1))


def national(values: dict[str, Any] = HERE, **known: Any) -> National:
    return national_of(figures(values), AREAS, NEIGHBOURS, [measure(**known)])


def stands(national: National, group: GroupChoice = NEAR, **more: Any) -> Standing:
    found = standing(national, Asked(OURS, MEASURE, YEAR, group, **more))
    assert found is not None
    return found


def test_every_council_stands_in_its_place_with_the_missing_last() -> None:
    found = stands(national()).lines
    assert [(n.subject, n.rank, n.group_rank, n.neighbour_rank) for n in found] == [
        ("f", 1, None, None),
        ("a", 2, 1, 4),
        ("b", 3, 2, 2),
        (OURS, 4, 3, None),
        ("c", 4, 3, 3),
        ("d", 6, 5, 1),
        ("e", None, None, 5),
    ]
    assert [n.subject for n in found if n.in_group] == ["a", "b", "c", "d", "e"]
    assert [n.subject for n in found if n.ours] == [OURS]
    assert found[-1].missing == "not_available"
    assert {n.closeness for n in found if n.in_group} == {"Close"}


def test_where_neither_way_is_good_the_highest_stands_first_and_nothing_is_ranked() -> None:
    found = stands(national(polarity="neutral"))
    assert [n.subject for n in found.lines][:2] == ["d", OURS]
    assert {n.rank for n in found.lines} == {None}
    assert found.rank.reason == "No rank: neither way is good for this measure."


def test_the_own_place_among_all_and_in_the_group() -> None:
    found = stands(national())
    assert (found.rank.place, found.rank.of, found.rank.sharing) == (4, 6, 1)
    assert (found.group_rank.place, found.group_rank.of) == (3, 5)
    assert (found.quarters.count, found.group_quarters.count) == (6, 5)
    assert found.quarter == "c"


def test_Q2_the_method_of_quarters_is_chosen_by_name() -> None:
    found = stands(national(), method=TILES.name)
    assert found.quarters.bounds == (10, 14, 14)
    assert stands(national()).quarters.bounds == (Decimal("10.5"), 13, 14)


def test_the_figure_of_the_group_by_each_statistic() -> None:
    found = stands(national())
    mean, median = found.by(Statistic.MEAN), found.by(Statistic.MEDIAN)
    assert mean is not None
    assert median is not None
    assert (mean.figure.value, mean.gap, mean.figure.with_data) == (14, 0, 4)
    assert (median.figure.value, median.gap) == (13, -1)
    assert found.by(Statistic.POOLED) is None


def test_S14_the_figure_that_the_council_reported_takes_the_published_one_s_place() -> None:
    reported = Measured(Decimal("9.5"), Unit.PERCENT, 1)
    found = stands(national(), reported=reported)
    assert (found.own.value, found.own.reported, found.rank.place) == (Decimal("9.5"), True, 2)
    assert found.own.sentence == (
        "The council's figure is the one that it reported itself; the release has 14.0%."
    )
    assert next(n for n in found.lines if n.ours).value == Decimal("9.5")
    assert next(n for n in found.lines if n.ours).group_rank == 1
    assert stands(national()).own.sentence == "The council's figure is the one of the release."


def test_a_council_without_a_published_figure_says_so() -> None:
    without = national({**HERE, OURS: None})
    assert stands(without).own.sentence == "The release has no figure of the council."
    reported = Measured(Decimal("9.5"), Unit.PERCENT, 1)
    assert stands(without, reported=reported).own.sentence.endswith("the release has none.")


def test_the_good_way_may_be_another_than_the_measure_s() -> None:
    found = stands(national(polarity="neutral"), polarity=Polarity.HIGHER_IS_BETTER)
    assert found.rank.place == 2
    assert found.polarity is Polarity.HIGHER_IS_BETTER


@pytest.mark.parametrize(("released", "place"), [("unknown", 2), ("lower_is_better", 4)])
def test_P1_the_council_says_which_way_is_good_only_where_the_release_does_not(
    released: str, place: int
) -> None:
    council_says = Polarity.HIGHER_IS_BETTER
    found = stands(national(polarity=released), council_polarity=council_says)
    assert found.rank.place == place


@pytest.mark.parametrize(
    "asked",
    [
        Asked(OURS, "made/unknown", YEAR, NEAR),
        Asked(OURS, MEASURE, "2018/19", NEAR),
        Asked(OURS, MEASURE, YEAR, GroupChoice("nearest-neighbours")),
    ],
)
def test_what_does_not_exist_has_no_standing(asked: Asked) -> None:
    assert standing(national(), asked) is None


def test_figures_of_a_measure_that_does_not_exist_are_never_asked_for() -> None:
    with_none = replace(national(), figures={}.__getitem__)
    assert standing(with_none, Asked(OURS, "made/unknown", YEAR, NEAR)) is None


def test_a_list_of_a_person_is_a_group_like_another() -> None:
    found = stands(national(), GroupChoice("chosen-councils", None, ("f", "a")))
    assert [n.subject for n in found.members] == ["f", "a"]
    mean = found.by(Statistic.MEAN)
    assert mean is not None
    assert mean.figure.value == Decimal("9.5")


@pytest.mark.parametrize(
    ("target", "achieving", "reach", "both"),
    [
        ("9.9", "", "hard", "others_only"),
        ("10", "a", "hard", "others_only"),
        ("12", "ab", "within_reach", "others_only"),
        ("14", "abc", "soft", "both"),
        ("30", "abcd", "soft", "both"),
    ],
)
def test_which_members_achieve_a_target_already(
    target: str, achieving: str, reach: str, both: str
) -> None:
    found = target_among(stands(national()), Decimal(target), Statistic.MEAN)
    assert "".join(n.subject for n in found.achieving) == achieving
    assert (found.realism.achieving, found.realism.others) == (len(achieving), 4)
    assert (found.realism.reach, found.both) == (reach, both)
    assert found.realism.best_bound == Decimal("11.5")


def test_a_number_of_cases_says_nothing_of_another_council_s_target() -> None:
    found = target_among(stands(national(unit="count")), Decimal(14), Statistic.MEAN)
    assert (found.realism.reach, found.both) == (None, None)


def test_G3_a_council_that_had_ended_stands_in_no_list() -> None:
    ended = council(OURS, valid_to=date(2019, 3, 31))
    gone = national_of(figures(HERE), (england(), ended), NEIGHBOURS)
    found = stands(gone)
    assert OURS not in {n.subject for n in found.lines}
    assert (found.own.value, found.rank.place, found.group_rank.place) == (14, None, None)
    assert found.group_quarters.count == 4
