"""The shipped report: what it says, told rule by rule against the dataset made from it."""

from collections import Counter

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult

OWN = "cheshire-west-and-chester"

DIRECTIONS = {"improving": 11, "maintained": 3, "declining": 3, "none": 1}


@pytest.fixture(scope="module")
def observations(dataset: BuildResult) -> pd.DataFrame:
    return datasets.read(dataset.location).frame("observations")


@pytest.fixture(scope="module")
def own(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[observations["subject"] == OWN]


@pytest.fixture(scope="module")
def quoted(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[observations["subject"] != OWN]


@pytest.fixture(scope="module")
def ratings(dataset: BuildResult) -> pd.DataFrame:
    return datasets.read(dataset.location).frame("ratings").set_index("indicator")


@pytest.fixture(scope="module")
def indicators(dataset: BuildResult) -> pd.DataFrame:
    return datasets.read(dataset.location).frame("indicators").set_index("indicator")


@pytest.fixture(scope="module")
def report(dataset: BuildResult) -> dict[str, object]:
    (row,) = datasets.read(dataset.location).tables["reports"].to_pylist()
    return row


def texts(column: pd.Series) -> dict[str, int]:
    """Counts of the words of a column; null counts as "none"."""
    return dict(Counter(column.fillna("none")))


def test_S1_eighteen_indicators_with_five_quarters_each(
    indicators: pd.DataFrame, own: pd.DataFrame
) -> None:
    assert len(indicators) == 18
    assert indicators["position"].tolist() == list(range(1, 19))
    assert len(own) == 90
    assert own["value"].notna().sum() == 65


def test_S1_every_cell_that_is_not_empty_is_accounted_for(report: dict[str, object]) -> None:
    assert (report["cells_read"], report["cells_kept"], report["cells_ignored"]) == (287, 222, 65)


def test_S1_names_are_kept_as_printed(indicators: pd.DataFrame) -> None:
    name = indicators.loc["edge-of-care-prevention", "name"]
    assert "aged 9–15 and 0–2 year old" in name
    assert indicators.loc["repeat-referrals", "name"].count("'") == 1


def test_S2_declared_statuses(ratings: pd.DataFrame) -> None:
    assert texts(ratings["declared_status"]) == {"red": 8, "amber": 5, "green": 4, "none": 1}
    assert ratings["declared_status_raw"].tolist().count("red") == 1
    assert ratings.loc["repeat-domestic-abuse", "declared_status"] == "red"


def test_S2_declared_directions(ratings: pd.DataFrame) -> None:
    assert texts(ratings["declared_direction"]) == DIRECTIONS


def test_S2_P2_polarity_is_inferred_from_the_verb_and_marked_so(indicators: pd.DataFrame) -> None:
    assert texts(indicators["polarity"]) == {"lower_is_better": 6, "higher_is_better": 12}
    assert set(indicators["polarity_basis"]) == {"inferred"}


def test_P2_every_inferred_polarity_asks_to_be_confirmed(dataset: BuildResult) -> None:
    notes = [f for f in dataset.findings if f.rule == "polarity-inferred"]
    assert len({f.indicator for f in notes}) == 18
    assert all("please confirm" in f.message for f in notes)


def test_S3_computed_statuses_agree_17_of_17(ratings: pd.DataFrame) -> None:
    assert texts(ratings["agrees_status"].astype("object")) == {True: 17, "none": 1}
    assert texts(ratings["computed_status"]) == {"red": 8, "amber": 5, "green": 4, "none": 1}


def test_S3_the_band_lies_between_the_largest_amber_and_the_smallest_red_miss(
    ratings: pd.DataFrame,
) -> None:
    short = -ratings["gap_relative"]
    amber = short[ratings["declared_status"] == "amber"]
    red = short[ratings["declared_status"] == "red"]
    assert amber.max() == pytest.approx(0.04)
    assert red.min() == pytest.approx(0.06875)
    assert amber.idxmax() == "placement-stability"
    # no band in points can do it: an amber row misses by more points than a red one
    assert ratings.loc["placement-stability", "gap"] == pytest.approx(-2.8)
    assert ratings.loc["repeat-child-protection-plans", "gap"] == pytest.approx(-1.1)


def test_S3_row_1_misses_its_target_by_6_875_per_cent_of_it(ratings: pd.DataFrame) -> None:
    assert ratings.loc["repeat-child-protection-plans", "gap_relative"] == -0.06875


def test_S3_the_scheme_is_named_with_its_version(ratings: pd.DataFrame) -> None:
    assert set(ratings["scheme"]) == {"relative-5 version 1; last-reported-one-sided-5 version 1"}


def test_S4_computed_directions_agree_17_of_17(ratings: pd.DataFrame) -> None:
    assert texts(ratings["agrees_direction"].astype("object")) == {True: 17, "none": 1}
    assert texts(ratings["computed_direction"]) == DIRECTIONS


def test_S4_the_dead_band_is_one_sided(ratings: pd.DataFrame) -> None:
    change = (ratings["change"] / ratings["compared_value"]).abs().round(4)
    by_direction = change.groupby(ratings["computed_direction"])
    assert by_direction.max()["maintained"] == 0.0247
    assert by_direction.min()["declining"] == 0.0522
    assert by_direction.min()["improving"] == 0.0041  # less than a loss that is maintained


def test_S4_directions_are_taken_from_the_last_reported_quarter(ratings: pd.DataFrame) -> None:
    ordinary = ratings[ratings["direction_basis"] == "last_reported"]
    assert set(ordinary["compared_period"]) == {"2019/20 Q3", "2019/20 Q2"}


def test_S4_our_rule_is_not_presented_as_the_councils(dataset: BuildResult) -> None:
    schemes = datasets.read(dataset.location).descriptor["rating_schemes"]
    assert "This rule is ours" in schemes["direction"]["last-reported-one-sided-5"]["description"]


def test_S5_M_is_no_data_and_not_maintained(ratings: pd.DataFrame) -> None:
    row = ratings.loc["adoption-within-14-months"]
    assert (row["declared_status_raw"], row["declared_direction_raw"]) == ("M", "M")
    assert (row["status_missing"], row["direction_missing"]) == ("awaited", "awaited")
    assert pd.isna(row["declared_status"])
    assert pd.isna(row["declared_direction"])


def test_S6_M1_M3_the_two_kinds_of_missing_stay_apart(own: pd.DataFrame) -> None:
    missing = own[own["value"].isna()]
    assert texts(missing["missing"]) == {"blank": 11, "dash": 14}
    assert set(missing.loc[missing["missing"] == "dash", "raw"]) == {"-"}
    assert set(missing.loc[missing["missing"] == "blank", "raw"]) == {""}
    assert own.loc[own["value"].notna(), "missing"].isna().all()
    first = own[own["indicator"] == "adoption-within-14-months"].set_index("period_label")
    assert (first.loc["2019/20 Q1", "missing"], first.loc["2019/20 Q3", "missing"]) == (
        "dash",
        "blank",
    )


def test_M4_no_missing_figure_became_zero_or_a_sentinel(own: pd.DataFrame) -> None:
    assert own["value"].min() == 11


def test_S7_U4_every_figure_keeps_its_text_and_its_decimals(own: pd.DataFrame) -> None:
    row = own[own["indicator"] == "repeat-child-protection-plans"].set_index("period_label")
    assert row.loc["2019/20 Q1", ["raw", "value", "decimals"]].tolist() == ["15.30%", 15.3, 2]
    assert row.loc["2018/19 Q4", ["raw", "value", "decimals"]].tolist() == ["16.0%", 16.0, 1]
    counted = own[own["indicator"] == "section-42-enquiries"].set_index("period_label")
    assert counted.loc["2019/20 Q4", ["raw", "value", "decimals"]].tolist() == ["347", 347.0, 0]


def test_S7_U4_one_number_of_decimals_is_shown_per_indicator(indicators: pd.DataFrame) -> None:
    shown = indicators["decimals"].astype(int)
    assert shown["repeat-child-protection-plans"] == 1
    assert shown["children-in-care-rate"] == 1
    assert shown["section-42-enquiries"] == 0
    assert shown["adoption-within-14-months"] == 0


def test_S8_sixteen_quoted_figures_with_their_groups_and_no_period(quoted: pd.DataFrame) -> None:
    assert texts(quoted["subject"]) == {
        f"statistical-neighbours/{OWN}": 9,
        "england": 4,
        "north-west": 3,
    }
    assert set(quoted["period_label"]) == {"unknown"}
    assert set(quoted["period_kind"]) == {"unknown"}
    assert quoted["period_end"].isna().all()
    assert set(quoted["reported_by"]) == {OWN}


def test_S8_a_composite_cell_gives_each_group_its_figure(quoted: pd.DataFrame) -> None:
    cell = quoted[quoted["indicator"] == "repeat-child-protection-plans"]
    assert dict(zip(cell["subject"].str.split("/").str[0], cell["value"], strict=True)) == {
        "statistical-neighbours": 21,
        "north-west": 21,
        "england": 20,
    }
    assert set(cell["source_cell"]) == {"line 4, column 12"}


def test_U1_units_of_the_figures(own: pd.DataFrame, indicators: pd.DataFrame) -> None:
    assert texts(indicators["unit"]) == {"percent": 15, "rate_per_10000": 1, "count": 2}
    printed = own[own["value"].notna()].merge(indicators["unit"], on="indicator")
    assert (printed["unit_x"] == printed["unit_y"]).all()


def test_U1_percentages_are_stored_as_printed(own: pd.DataFrame) -> None:
    rated = own[own["period_label"] == "2019/20 Q4"].set_index("indicator")
    assert rated.loc["repeat-child-protection-plans", "value"] == 17.1


def test_Y1_quarters_have_their_first_and_last_days(own: pd.DataFrame) -> None:
    days = own.drop_duplicates("period_label").set_index("period_label")
    assert {
        label: (str(row["period_start"]), str(row["period_end"])) for label, row in days.iterrows()
    } == {
        "2018/19 Q4": ("2019-01-01", "2019-03-31"),
        "2019/20 Q1": ("2019-04-01", "2019-06-30"),
        "2019/20 Q2": ("2019-07-01", "2019-09-30"),
        "2019/20 Q3": ("2019-10-01", "2019-12-31"),
        "2019/20 Q4": ("2020-01-01", "2020-03-31"),
    }
    assert set(own["period_kind"]) == {"quarter"}


def test_Y2_Y3_what_a_figure_covers_is_recorded_and_unknown_by_default(
    indicators: pd.DataFrame,
) -> None:
    known = indicators["accumulation"][indicators["accumulation"] != "unknown"]
    assert known.to_dict() == {
        "adoption-within-14-months": "rolling",
        "section-42-enquiries": "year_to_date",
        "care-homes-below-good": "snapshot",
        "adult-social-care-feel-safe": "annual",
    }


def test_S15_the_plan_is_2_and_themes_are_marked_as_ours(indicators: pd.DataFrame) -> None:
    assert set(indicators["plan"]) == {"2"}
    assert set(indicators["theme_basis"]) == {"catalogue"}
    assert texts(indicators["theme"]) == {
        "Child protection and assessment": 5,
        "Children in care and care leavers": 7,
        "Adult safeguarding and care": 5,
        "Domestic abuse": 1,
    }
