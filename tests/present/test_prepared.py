"""What screens, charts and exports read: prepared from any report, with every text finished."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult, build
from kpi_core.catalogue import StatusScheme
from kpi_core.present import words
from kpi_core.present.comparisons import comparisons
from kpi_core.present.history import status_history
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.present.series import trend_series
from kpi_core.present.summary import comparison_headline, headline, rated_sentence
from kpi_core.vocabulary import Unit

FIVE = StatusScheme(amber_within=Decimal("0.05"))

Card = Callable[..., Scorecard]


@pytest.fixture
def card(tmp_path: Path) -> Card:
    """``card("Indicator,2019/20 Q4", "Reduce x,1")``: the scorecard of some lines."""

    def make(*lines: str) -> Scorecard:
        path = tmp_path / "table.csv"
        path.write_text("\n".join(lines), "utf-8")
        build([path], tmp_path / "out")
        return scorecard(datasets.read(tmp_path / "out"))

    return make


@pytest.fixture(scope="module")
def shipped(dataset: BuildResult) -> Scorecard:
    return scorecard(datasets.read(dataset.location))


ODD = {
    "one figure": ("Indicator,2019/20 Q4", "Reduce x,1"),
    "no figure at all": ("Indicator,2019/20 Q3,2019/20 Q4,Target", "Reduce x,-,,", "Reduce y,-,,"),
    "only unreadable figures": ("Indicator,2019/20 Q4,Target", "Reduce x,12..3%,Top quartile"),
    "no polarity": ("Indicator,2019/20 Q4,Target,Status", "Homes,12%,11%,Red"),
    "unknown words": ("Indicator,2019/20 Q4,Status,Direction", "Reduce x,12%,Blue,Up"),
    "years": ("Indicator,2018/19,2019/20,2019/20 Target", "Reduce x,£5,£6,£5"),
    "months": ("Indicator,Nov 2011,Dec 2011,Jan 2012", "Reduce x,1,2,3"),
    "quarters and years": ("Indicator,2018/19,2019/20 Q4,2019/20", "Reduce x,1,2,3"),
    "nothing but notes": ("Indicator,2019/20 Q4,Notes", "Reduce x,-,Wait"),
    "a region unknown to us": (
        "Indicator,2019/20 Q4,Benchmark,Benchmark group",
        "Reduce x,1%,Y and H 2%,Yorkshire & the Humber",
    ),
    "other units": ("Indicator,2019/20 Q3,2019/20 Q4", "Reduce x,1 day,3 weeks"),
    "ratios": ("Indicator,2019/20 Q3,2019/20 Q4,Target", "Reduce the ratio of x,1:4,1:3,1:5"),
}


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
def test_any_report_can_be_shown(card: Card, lines: tuple[str, ...]) -> None:
    found = card(*lines)
    rows = found.rows
    assert len(rows) == len(lines) - 1
    for text in ("value_text", "target_text", "status_word", "direction_word", "latest_text"):
        assert all(isinstance(value, str) and value for value in rows[text]), text
    assert "nan" not in " ".join(rows["gap_text"]).lower()
    assert len(status_history(found, rows)) == len(rows) * len(found.periods)
    assert len(comparisons(found, rows)) <= len(rows)
    for indicator in rows["indicator"]:
        series = trend_series(found, indicator)
        assert series.points["period_label"].tolist() == list(found.periods)
        assert series.finding
    choices = found.choices
    assert headline(choices).startswith(f"{choices.count('status')['red']} of {len(rows)} ")
    assert rated_sentence(choices, choices.all).startswith("Red ")
    compared = comparison_headline(choices)
    if choices.count("comparison")["no_comparison"] == len(rows):
        assert compared == "No indicator can be compared with a comparator"
    else:
        assert str(choices.count("comparison")["worse"]) in compared


def test_months_are_in_time_order_and_december_is_no_financial_year(card: Card) -> None:
    found = card(*ODD["months"])
    assert found.periods == ("2011-11", "2011-12", "2012-01")
    row = found.rows.iloc[0]
    assert (row["period_label"], row["latest_period"], row["age"]) == ("2012-01", "2012-01", 0)
    assert row["year_ago_period"] == "2011-01"


def test_a_filter_that_leaves_nothing_has_its_own_sentence(shipped: Scorecard) -> None:
    none = shipped.rows.iloc[:0]
    assert headline(shipped.choices, shipped.choices.all[:0]) == "No indicator meets these filters"
    assert len(status_history(shipped, none)) == 0
    assert len(comparisons(shipped, none)) == 0


def test_the_trend_of_row_1(shipped: Scorecard) -> None:
    series = trend_series(shipped, "repeat-child-protection-plans")
    assert series.points["value_text"].tolist() == [
        *("16.0%", "15.3%", "11.5%", "No figure", "17.1%"),
    ]
    assert series.points["raw"].tolist() == ["16.0%", "15.30%", "11.50%", "", "17.10%"]
    assert series.points["missing_word"].dropna().tolist() == ["Left empty"]
    assert series.points["is_rated"].tolist() == [False] * 4 + [True]
    assert series.points["status"].tolist() == [
        *("not_rated", "green", "green", "no_figure", "red"),
    ]
    assert series.bands == ((16.0, pytest.approx(16.8)),)
    assert series.target_periods == ("2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4")
    assert series.comparators["name"].tolist() == [
        *("Statistical neighbours", "North West", "England"),
    ]
    assert set(series.comparators["note"]) == {"period not stated"}
    assert series.finding == (
        "Red: 17.1%, 1.1 points worse than the target of 16.0%; declining, up 5.6 points since "
        "2019/20 Q2"
    )


def test_M6_gaps_stay_gaps_in_the_trend(shipped: Scorecard) -> None:
    series = trend_series(shipped, "adoption-within-14-months")
    assert series.points["value"].isna().tolist() == [False, True, True, True, True]
    assert series.finding == "No figure for 2019/20 Q4; the last was 65% in 2018/19 Q4"


def test_the_band_lies_on_the_worse_side_of_the_target(shipped: Scorecard) -> None:
    series = trend_series(shipped, "single-assessments-in-45-days")
    assert series.bands == ((95.0, pytest.approx(90.25)),)


def test_status_by_quarter_tells_declared_from_computed(shipped: Scorecard) -> None:
    frame = status_history(shipped, shipped.rows)
    assert len(frame) == 90
    assert frame["declared"].sum() == 18
    declared = frame[frame["declared"]]
    assert declared["period_label"].unique().tolist() == ["2019/20 Q4"]
    assert declared["status"].value_counts().to_dict() == {
        "red": 8,
        "amber": 5,
        "green": 4,
        "no_figure": 1,
    }


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("england", "England"),
        ("north-west", "North West"),
        ("yorkshire-and-the-humber", "Yorkshire and the Humber"),
        ("east-of-england", "East of England"),
        ("statistical-neighbours/some-council", "Statistical neighbours"),
        ("nearest-neighbours/some-council", "Nearest neighbours"),
    ],
)
def test_groups_as_people_say_them(subject: str, name: str) -> None:
    assert words.group_name(subject) == name


@pytest.mark.parametrize(
    ("gap", "text"),
    [
        (-1.1, "1.1 points worse than target"),
        (0.5, "0.5 points better than target"),
        (0.0, "level with target"),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_gaps_in_words(gap: float | None, text: str) -> None:
    assert words.gap_text(gap, Unit.PERCENT, 1, "target") == text


@pytest.mark.parametrize(
    ("change", "text"),
    [(5.6, "up 5.6 points"), (-1, "down 1.0 point"), (0.0, "no change"), (None, "")],
)
def test_changes_in_words(change: float | None, text: str) -> None:
    assert words.change_text(change, Unit.PERCENT, 1) == text


def test_what_the_rows_promise_is_there(shipped: Scorecard) -> None:
    assert not shipped.rows.columns.has_duplicates
    spark = shipped.rows["spark"].iloc[0]
    assert spark.values == (16.0, 15.3, 11.5, None, 17.1)
    assert pd.isna(shipped.rows["theme"]).sum() == 0
    assert shipped.period_sentence == "period ending 31 March 2020, publication date not given"
    assert shipped.row("repeat-referrals")["title"] == "Repeat referrals to children's social care"
    with pytest.raises(KeyError):
        shipped.row("nothing")
