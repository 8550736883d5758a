"""One indicator among all councils: the finding, the dots, the list, the years, the members."""

from dataclasses import replace

import pandas as pd
import pytest

from kpi_core.comparators.groups import CUSTOM, GroupChoice
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.captions import caption
from kpi_core.present.standing.distribution import Distribution, distribution
from kpi_core.present.standing.members import dated_sets, members, sets_sentence
from kpi_core.present.standing.over_time import by_period, over_time
from kpi_core.present.standing.target import Realistic, realistic
from kpi_core.vocabulary import PeriodMatch, Statistic

REPEAT, CARE = "repeat-child-protection-plans", "children-in-care-rate"


def found(card: Scorecard, indicator: str = REPEAT, **chosen: object) -> Distribution:
    comparing = replace(card.published.options.default, **chosen)  # type: ignore[arg-type]
    made = distribution(card, indicator, comparing)
    assert made is not None
    return made


def test_the_finding_says_place_quarter_and_how_it_stands_to_the_group(card: Scorecard) -> None:
    assert found(card).finding == (
        "17.1% in 2019/20: 5th of 11 councils, second best quarter; similar to Statistical "
        "neighbours, April 2021 (mean of 6), 19.4%"
    )


def test_P3_P4_a_neutral_measure_has_no_rank_and_no_good_words(card: Scorecard) -> None:
    made = found(card, CARE)
    assert "best" not in made.finding
    assert made.finding.startswith("71 in 2019/20: second highest quarter")
    assert made.rows["rank"].isna().all()
    assert "No rank: neither way is good for this measure." in made.notes


def test_every_council_has_a_row_and_a_missing_one_says_why(card: Scorecard) -> None:
    rows = found(card).rows.set_index("subject")
    assert len(rows) == 12
    assert rows.loc["st-helens", "missing_word"] == "Suppressed"
    assert pd.isna(rows.loc["st-helens", "value"])
    assert rows.loc["st-helens", "quarter"] == ""


def test_Q1_equal_figures_share_the_better_rank(card: Scorecard) -> None:
    rows = found(card).rows.set_index("subject")
    assert rows.loc["solihull", "rank"] == rows.loc["cheshire-west-and-chester", "rank"] == 5
    assert rows.loc["cheshire-east", "rank"] == 7


def test_those_shown_may_be_others_than_those_compared_with(card: Scorecard) -> None:
    made = found(card, display=GroupChoice("north-west"))
    assert set(made.rows["subject"]) == {
        *("cheshire-west-and-chester", "warrington", "stockport", "cheshire-east"),
        *("trafford", "st-helens"),
    }
    assert made.finding == found(card).finding
    assert "6 of 12 councils are shown" in made.notes[-1]


def test_marks_tell_ours_members_and_others_apart(card: Scorecard) -> None:
    kinds = found(card).rows.set_index("subject")["kind"]
    assert kinds["cheshire-west-and-chester"] == "ours"
    assert kinds["warrington"] == "member"
    assert kinds["essex"] == "member"
    assert kinds["devon"] == "other"  # a neighbour by the newer set only


def test_another_year_can_be_asked_for(card: Scorecard) -> None:
    assert found(card, year="2018/19").finding.startswith("15.9% in 2018/19")
    assert found(card, year="1066").finding.startswith("17.1% in 2019/20")
    assert found(card, match=PeriodMatch.LATEST).standing.period.label == "2019/20"


def test_B4_a_caption_names_measure_period_group_statistic_members_and_release(
    card: Scorecard,
) -> None:
    made = found(card)
    note = caption(card, made, made.finding).note
    for said in (
        *("Child protection plans for a second or later time", "period 2019/20"),
        *("11 of 12 councils with a figure", "Statistical neighbours, April 2021 (mean of 6)"),
        "Release: Figures made up for tests",
    ):
        assert said in note


def test_an_indicator_without_a_measure_has_no_distribution(card: Scorecard) -> None:
    assert distribution(card, "sustained-step-down", card.published.options.default) is None
    assert "local service" in card.published.reasons["sustained-step-down"]


def test_S14_reported_and_published_stand_beside_england_and_the_region(card: Scorecard) -> None:
    made = over_time(card, REPEAT, card.published.options.default)
    assert made is not None
    newest, before = by_period(made)[:2]
    assert [newest[key][0] for key in ("Ours, reported", "Ours, published")] == [
        "17.1%",
        "17.1%",
    ]
    assert [before[key][0] for key in ("Ours, reported", "Ours, published")] == [
        "16.0%",
        "15.9%",
    ]
    assert [newest[key][0] for key in ("England", "North West")] == ["21.9%", "22.8%"]
    group = "Statistical neighbours, April 2021, mean"
    assert before[group] == ("20.9%", "5 of 6 members with a figure")


def test_members_come_closest_first_with_our_gap_to_each(card: Scorecard) -> None:
    listed = members(found(card).standing)
    assert [member.near for member in listed] == [1, 2, 3, 4, 5, 6]
    assert (listed[0].name, listed[0].closeness) == ("Warrington", "Extremely close")
    assert listed[0].gap == "7.1 points better"
    care = members(found(card, CARE).standing)
    assert care[0].gap == "13 lower"


def test_B2_B3_another_set_says_who_joined_who_left_and_what_it_changes(card: Scorecard) -> None:
    sets = dated_sets(card, REPEAT, found(card).standing.period)
    assert [(one.mean, one.median) for one in sets] == [("21.4%", "21.8%"), ("19.4%", "18.9%")]
    assert sets[0].joined == ("Gloucestershire", "Devon")
    assert sets[0].left == ("Warwickshire", "Essex")
    assert sets_sentence(sets) == (
        "With Statistical neighbours, May 2025 in place of Statistical neighbours, April 2021, two "
        "of the neighbours are others: the mean is 21.4% and not 19.4%, the median 21.8% and not "
        "18.9%."
    )


def test_a_target_is_held_against_the_members_and_names_who_achieves_it(card: Scorecard) -> None:
    old = GroupChoice("statistical-neighbours", "statistical-neighbours-2021-04")
    made = realistic(card, REPEAT, replace(card.published.options.default, group=old))
    assert isinstance(made, Realistic)
    assert made.achieving == (("Essex", "15.9%"),)
    assert made.sentence.startswith("Hard: 1 of the 6 others")
    assert dict(made.figures)["Target"] == "16.0%"


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("sustained-step-down", "local service"),
        ("front-door-decisions-in-1-day", "national figures begin with the referral"),
    ],
)
def test_what_cannot_be_said_comes_with_its_reason(
    card: Scorecard, indicator: str, why: str
) -> None:
    said = realistic(card, indicator, card.published.options.default)
    assert isinstance(said, str)
    assert why in said


def test_a_list_that_a_person_made_is_a_group_like_any_other(card: Scorecard) -> None:
    chosen = GroupChoice(CUSTOM, subjects=("stockport", "trafford"))
    made = found(card, group=chosen, statistic=Statistic.MEDIAN)
    assert made.group is not None
    assert made.group.name == "Councils chosen here (median of 2)"
    assert made.group.text == "14.7%"
