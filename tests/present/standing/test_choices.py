"""What can be chosen, and what words of an address stand for."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_core.comparators.groups import ALL_COUNCILS, CUSTOM, GroupChoice
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import CHOSEN, MATCHES, STATISTICS, options
from kpi_core.vocabulary import PeriodMatch, Statistic
from tests.national.twelve_councils import OURS

NEW = GroupChoice("statistical-neighbours", "statistical-neighbours-2025-05")
OLD = GroupChoice("statistical-neighbours", "statistical-neighbours-2021-04")


def test_B1_B2_neighbours_by_dated_set_come_first_and_england_is_there(card: Scorecard) -> None:
    assert list(card.published.options.compare) == [
        "Statistical neighbours, April 2021",
        "Statistical neighbours, May 2025",
        "North West",
        "Councils of the same type: Unitary authority",
        "England",
        "All councils",
        CHOSEN,
    ]


def test_all_councils_are_shown_unless_others_are_chosen(card: Scorecard) -> None:
    found = card.published.options.default
    assert (found.group, found.display) == (OLD, GroupChoice(ALL_COUNCILS))
    assert (found.statistic, found.match, found.year) == (None, PeriodMatch.SAME, None)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2025, 5, 1), NEW),  # the very day from which it holds
        (date(2025, 4, 30), OLD),
        (date(2021, 4, 1), OLD),
        (date(2021, 3, 31), OLD),  # none held yet: the first one since
        (date(2020, 3, 31), OLD),
        (date(2026, 3, 31), NEW),
        (None, NEW),  # no period: the newest
    ],
)
def test_B2_neighbours_of_the_reports_last_day_stand_in_front(
    card: Scorecard, day: date | None, first: GroupChoice
) -> None:
    national = card.dataset.national
    found = options(national, OURS, day)
    assert found.default.group == first
    sets = [g for g in found.compare.values() if g.neighbour_set is not None]
    assert sets == [first, OLD if first == NEW else NEW]


def test_B2_a_set_without_a_date_holds_on_any_day(card: Scorecard) -> None:
    """It stands behind a dated one that held, and before one that is only of later."""
    national = card.dataset.national
    rows = national.neighbours
    old = rows["neighbour_set"] == OLD.neighbour_set
    undated = replace(national, neighbours=rows.assign(dated=rows["dated"].mask(old, None)))
    assert options(undated, OURS, date(2020, 3, 31)).default.group == OLD
    assert options(undated, OURS, date(2025, 5, 1)).default.group == NEW


def test_comparison_and_display_are_two_choices(card: Scorecard) -> None:
    found = card.published.options.comparing(
        "Statistical neighbours, May 2025", "Median", "Latest", "North West"
    )
    assert found.group == NEW
    assert found.display == GroupChoice("north-west")
    assert (found.statistic, found.match) == (Statistic.MEDIAN, PeriodMatch.LATEST)


def test_a_list_of_councils_is_theirs_by_name_and_unknown_names_are_left_out(
    card: Scorecard,
) -> None:
    names = ("Stockport", "Atlantis", "Devon", "Cheshire West and Chester")
    found = card.published.options.comparing(CHOSEN, names=names)
    assert found.group == GroupChoice(CUSTOM, subjects=("stockport", "devon"))


def test_a_word_that_there_is_not_counts_as_the_default(card: Scorecard) -> None:
    there = card.published.options
    assert there.comparing("Nobody", "Mode", "Next year", "Everywhere") == there.default


def test_every_statistic_and_match_has_words() -> None:
    assert {s for s in STATISTICS.values() if s is not None} == set(Statistic)
    assert set(MATCHES.values()) == set(PeriodMatch)
