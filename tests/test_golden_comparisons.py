"""The shipped report as people read it: like for like, a year ago, and against comparators."""

from collections import Counter

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.present.comparisons import comparisons
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.present.summary import comparison_headline, headline, rated_sentence
from kpi_core.selection import FILTER_FIELDS, choose, cross_count, from_words

FIELDS = {field.key: field for field in FILTER_FIELDS}


@pytest.fixture(scope="module")
def card(dataset: BuildResult) -> Scorecard:
    return scorecard(datasets.read(dataset.location))


@pytest.fixture(scope="module")
def rows(card: Scorecard) -> pd.DataFrame:
    return card.rows.set_index("indicator")


@pytest.fixture(scope="module")
def ratings(dataset: BuildResult) -> pd.DataFrame:
    return datasets.read(dataset.location).frame("ratings").set_index("indicator")


def test_S17_an_accumulating_count_is_taken_from_the_same_quarter_last_year(
    ratings: pd.DataFrame,
) -> None:
    row = ratings.loc["section-42-enquiries"]
    assert row["direction_basis"] == "same_period_last_year"
    assert (row["value"], row["compared_value"], row["compared_period"]) == (347, 322, "2018/19 Q4")
    assert (row["change"], row["computed_direction"]) == (25, "improving")
    assert (row["target"], row["computed_status"]) == (348, "amber")


def test_S17_an_annual_survey_is_taken_from_its_previous_round(ratings: pd.DataFrame) -> None:
    row = ratings.loc["adult-social-care-feel-safe"]
    assert row["direction_basis"] == "previous_round"
    assert (row["value"], row["compared_value"]) == (73.3, 73.0)
    assert row["computed_direction"] == "improving"


def test_S17_each_basis_is_recorded(ratings: pd.DataFrame) -> None:
    assert Counter(ratings["direction_basis"].fillna("none")) == {
        "last_reported": 15,
        "same_period_last_year": 1,
        "previous_round": 1,
        "none": 1,
    }


def test_S18_the_longer_term_is_the_same_quarter_last_year(ratings: pd.DataFrame) -> None:
    """The survey keeps its previous round; one indicator has no figure now."""
    assert Counter(ratings["long_direction_basis"].fillna("none")) == {
        "same_period_last_year": 16,
        "previous_round": 1,
        "none": 1,
    }
    compared = ratings[ratings["long_compared_period"].notna()]
    assert set(compared["long_compared_period"]) == {"2018/19 Q4", "2019/20 Q2"}


@pytest.mark.parametrize(
    ("indicator", "change", "short", "longer"),
    [
        ("front-door-decisions-in-1-day", -4.1, "improving", "declining"),
        ("annual-health-assessments", -3.5, "improving", "maintained"),
        ("safeguarding-outcomes-achieved", -2.1, "improving", "maintained"),
        ("sustained-step-down", 2.5, "declining", "improving"),
    ],
)
def test_S18_the_two_terms_tell_different_things_of_four_rows(
    ratings: pd.DataFrame, indicator: str, change: float, short: str, longer: str
) -> None:
    row = ratings.loc[indicator]
    assert row["long_change"] == pytest.approx(change)
    assert (row["computed_direction"], row["long_direction"]) == (short, longer)


def test_S18_the_same_change_as_against_a_year_ago(rows: pd.DataFrame) -> None:
    """The longer term and the filter by a year ago rest on the same two figures."""
    both = rows[rows["long_compared_period"] == "2018/19 Q4"]
    assert (both["long_change"] == both["year_change"]).all()
    words = Counter(rows["long_direction_word"])
    assert words == {"Improving": 9, "Maintained": 4, "Declining": 2, "Not available": 3}


def test_D2_movement_is_stored_beside_the_judgement(ratings: pd.DataFrame) -> None:
    moved = ratings[ratings["change"].notna()]
    up = moved["change"] > 0
    assert Counter(moved["movement"]) == {"up": int(up.sum()), "down": int((~up).sum())}
    assert ratings["movement"].isna().sum() == 1


def test_S18_against_the_comparator_that_the_row_names(rows: pd.DataFrame) -> None:
    assert Counter(rows["comparison"]) == {
        "better": 6,
        "level": 1,
        "worse": 4,
        "no_comparison": 7,
    }
    order = rows.reset_index()
    positions = {
        word: [at + 1 for at in order.index[order["comparison"] == word]]
        for word in ("better", "level", "worse")
    }
    assert positions == {
        "better": [1, 2, 9, 12, 13, 17],
        "level": [4],
        "worse": [6, 7, 10, 14],
    }


def test_S18_red_by_comparison(card: Scorecard) -> None:
    table = cross_count(card.rows, FIELDS["comparison"], FIELDS["status"])
    assert table.loc["red"].to_dict() == {
        "better": 1,
        "level": 1,
        "worse": 3,
        "no_comparison": 3,
    }
    assert int(table.to_numpy().sum()) == 18


def test_S18_improving_and_yet_worse_than_a_year_ago(card: Scorecard) -> None:
    chosen = choose(card.rows, from_words({"direction": "Improving", "year_ago": "Worse"}))
    assert chosen["indicator"].tolist() == [
        "front-door-decisions-in-1-day",
        "annual-health-assessments",
        "safeguarding-outcomes-achieved",
    ]


def test_S18_declining_and_yet_better_than_a_year_ago(card: Scorecard) -> None:
    chosen = choose(card.rows, from_words({"direction": "Declining", "year_ago": "Better"}))
    assert chosen["indicator"].tolist() == ["sustained-step-down"]


def test_the_counts_of_the_first_screen(card: Scorecard) -> None:
    table = cross_count(card.rows, FIELDS["direction"], FIELDS["status"])
    assert table.sum(axis=1).to_dict() == {"red": 8, "amber": 5, "green": 4, "not_rated": 1}
    assert table.sum(axis=0).to_dict() == {
        "improving": 11,
        "maintained": 3,
        "declining": 3,
        "not_available": 1,
    }
    assert table.loc["red", "declining"] == 1
    said = headline(card.choices)
    assert said.startswith("8 of 18 indicators are red")
    assert "3 are declining" in said


def test_R4_R9_the_summary_names_its_denominator_in_order(card: Scorecard) -> None:
    assert rated_sentence(card.choices, card.choices.all) == (
        "Red 8 (47%), Amber 5 (29%), Green 4 (24%), Not rated 1. Shares are of the 17 that are "
        "rated."
    )


def test_B5_gaps_without_a_period_are_shown_and_said_to_be_so(card: Scorecard) -> None:
    frame = comparisons(card, card.rows)
    assert len(frame) == 16
    assert set(frame["note"]) == {"period not stated"}
    named = frame[frame["is_named"]]
    assert named.groupby("indicator").size().eq(1).all()


def test_B5_the_named_comparator_is_used_where_several_are_quoted(rows: pd.DataFrame) -> None:
    row = rows.loc["repeat-child-protection-plans"]
    assert row["comparator"] == "statistical-neighbours/cheshire-west-and-chester"
    assert row["comparator_gap"] == pytest.approx(3.9)
    assert row["comparator_gap_text"] == "3.9 points better than statistical neighbours"


def test_S18_the_headline_of_benchmarks(card: Scorecard) -> None:
    assert comparison_headline(card.choices) == (
        "4 of the 11 indicators that can be compared are worse than their comparator, "
        "6 better and 1 level"
    )


def test_U2_differences_of_percentages_are_in_points(rows: pd.DataFrame) -> None:
    row = rows.loc["repeat-child-protection-plans"]
    assert row["gap_text"] == "1.1 points worse than target"
    assert row["change_text"] == "up 5.6 points since 2019/20 Q2"
    assert row["year_change_text"] == "up 1.1 points"
    assert "6.88% of the target" in row["status_reason"]


def test_U2_differences_of_counts_and_rates_are_in_their_own_unit(rows: pd.DataFrame) -> None:
    assert rows.loc["section-42-enquiries", "gap_text"] == "1 worse than target"
    assert rows.loc["children-in-care-rate", "gap_text"] == "10.4 worse than target"
    assert rows.loc["care-homes-below-good", "change_text"] == "down 1 since 2019/20 Q3"


def test_D2_movement_and_judgement_are_two_things(rows: pd.DataFrame) -> None:
    falling = rows.loc["repeat-referrals"]
    assert (falling["movement"], falling["movement_arrow"]) == ("down", "↓")
    assert falling["direction_word"] == "Improving"
    assert falling["direction_reason"].startswith("Improving: fell from 17.6% in 2019/20 Q2")


def test_R3_small_targets_show_native_units_first(ratings: pd.DataFrame) -> None:
    reason = ratings.loc["care-homes-below-good", "status_reason"]
    assert reason.index("6 worse") < reason.index("120% of the target")


def test_R6_a_row_just_short_of_target_does_not_look_as_if_it_met_it(rows: pd.DataFrame) -> None:
    amber = rows[rows["status"] == "amber"]
    assert (amber["value_text"] != amber["target_text"]).all()


def test_the_indicator_without_a_figure_says_so_everywhere(rows: pd.DataFrame) -> None:
    row = rows.loc["adoption-within-14-months"]
    assert (row["status_word"], row["direction_word"]) == ("Not rated", "Not available")
    assert (row["value_text"], row["gap_text"], row["change_text"]) == ("No figure", "", "")
    assert (row["latest_period"], row["latest_text"], row["age"]) == ("2018/19 Q4", "65%", 4)
    assert row["spark"].texts[1:] == ("Printed as a dash",) * 2 + ("Left empty",) * 2


def test_R8_a_year_whose_target_is_not_known_has_no_computed_status(dataset: BuildResult) -> None:
    history = datasets.read(dataset.location).frame("history_ratings")
    assert len(history) == 72
    before = history[history["period_label"] == "2018/19 Q4"]
    assert before["computed_status"].isna().all()
    assert before["target"].isna().all()
    with_figure = before[~before["status_reason"].str.contains("there is no figure")]
    assert with_figure["status_reason"].str.contains("the target of 2018/19 is not known").all()


def test_D4_a_running_count_is_not_held_against_the_full_years_target_before_q4(
    dataset: BuildResult,
) -> None:
    history = datasets.read(dataset.location).frame("history_ratings")
    row = history[
        (history["indicator"] == "section-42-enquiries") & (history["period_label"] == "2019/20 Q2")
    ].iloc[0]
    assert pd.isna(row["computed_status"])
    assert "not comparable with a full-year target until Q4" in row["status_reason"]
