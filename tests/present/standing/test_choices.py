"""What can be chosen, and what words of an address stand for."""

from kpi_core.comparators.groups import ALL_COUNCILS, CUSTOM, GroupChoice
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import CHOSEN, MATCHES, STATISTICS
from kpi_core.vocabulary import PeriodMatch, Statistic

NEW = GroupChoice("statistical-neighbours", "statistical-neighbours-2025-05")
OLD = GroupChoice("statistical-neighbours", "statistical-neighbours-2021-04")


def test_B1_B2_neighbours_by_dated_set_come_first_and_england_is_there(card: Scorecard) -> None:
    assert list(card.published.options.compare) == [
        "Statistical neighbours, May 2025",
        "Statistical neighbours, April 2021",
        "North West",
        "Councils of the same type: Unitary authority",
        "England",
        "All councils",
        CHOSEN,
    ]


def test_all_councils_are_shown_unless_others_are_chosen(card: Scorecard) -> None:
    found = card.published.options.default
    assert (found.group, found.display) == (NEW, GroupChoice(ALL_COUNCILS))
    assert (found.statistic, found.match, found.year) == (None, PeriodMatch.SAME, None)


def test_comparison_and_display_are_two_choices(card: Scorecard) -> None:
    found = card.published.options.comparing(
        "Statistical neighbours, April 2021", "Median", "Latest", "North West"
    )
    assert found.group == OLD
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
