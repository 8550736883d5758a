"""Is the change real: limits, trial limits, or the reason why there are none, on the screen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.rules.statistics import ruleset
from tests.screens.reading import Shown, shown

QUARTERS = [
    f"20{year}/{year + 1} Q{quarter}" for year in (16, 17, 18, 19) for quarter in range(1, 5)
]
SPANS = ["2014/15 to 2016/17", "2015/16 to 2017/18", "2016/17 to 2018/19"]
STEADY = "9 11 9 11 9 11 9 11 9 11 9 11 9 11"

Read = Callable[..., Shown]


@pytest.fixture
def read(open_screen, tmp_path: Path) -> Read:
    """``read("9 11 9")``: the Indicator screen of one made series that ends in 2019/20 Q4."""

    def run(figures: str, name: str = "Reduce the number of x", periods: list[str] | None = None):
        words = figures.split()
        heads = periods or QUARTERS[-len(words) :]
        cells = ["" if word == "_" else word for word in words]
        lines = [["Indicator", *heads, "Target"], [name, *cells, "8"]]
        path = tmp_path / "report.csv"
        path.write_text("\n".join(",".join(line) for line in lines), "utf-8")
        build([path], tmp_path / "out")
        (indicator,) = prepare(datasets.read(tmp_path / "out")).rows["indicator"]
        return shown(open_screen("indicator", tmp_path / "out", indicator=indicator))

    return run


@pytest.mark.parametrize(
    ("figures", "name", "reason"),
    [
        ("9 11 9", "Reduce the number of x", "3 figures are reported, and at least 5 are needed"),
        ("9", "Reduce the number of x", "1 figure is reported, and at least 5 are needed"),
        ("9 11 _ 9 11 9", "Reduce the number of x", "only 3 of the figures follow right after"),
        ("9 9 9 9 9", "Reduce the number of x", "the figures do not change"),
        (STEADY, "Reduce the number of x (cumulative)", "counts everything since the start"),
        (STEADY, "Reduce x (rolling 12 month average)", "averages over a longer time"),
        (STEADY, "Reduce x (annual survey)", "one round a year"),
        ("9 11 9 11[b] 9 11", "Reduce the number of x", "marks a break in the series"),
    ],
)
def test_X5_X6_each_refusal_stands_on_the_screen_in_the_place_of_limits(
    read: Read, figures: str, name: str, reason: str
) -> None:
    seen = read(figures, name)
    assert "Is the change real?" in seen.text
    assert reason in seen.text
    assert "Each period against the limits" not in seen.text
    assert "No trend test" in seen.text


def test_X6_periods_that_do_not_follow_one_another_have_no_limits(read: Read) -> None:
    seen = read(
        "9 11 9", periods=["2014/15 to 2016/17", "2015/16 to 2017/18", "2016/17 to 2018/19"]
    )
    assert "shares most of it with the figure before" in seen.text


def test_X6_a_figure_of_an_unknown_period_has_no_limits(read: Read) -> None:
    assert "the periods are not stated" in read("9", periods=["Actual"]).text


def test_X5_eight_quarters_have_trial_limits_and_say_so(read: Read) -> None:
    seen = read("9 11 9 11 9 11 9 11")
    assert "These are trial limits, from 8 figures. Limits settle from 12 on." in seen.text
    assert "Ordinary variation, no sign of a real change: 11 in 2019/20 Q4" in seen.text
    lines = seen.table("Limits of ordinary variation").rows
    assert [row[0] for row in lines[1:]] == ["Trial upper limit", "Mean", "Trial lower limit"]
    assert lines[1][1:] == ["15.3", "15.3200"]


def test_X5_fourteen_quarters_have_settled_limits(read: Read) -> None:
    seen = read(STEADY)
    assert "trial limits, from" not in seen.text
    assert seen.table("Limits of ordinary variation").rows[1][0] == "Upper limit"
    assert len(seen.table("Each period against the limits").rows) == 15


def test_X6_a_gap_keeps_its_place_and_no_change_is_taken_across_it(read: Read) -> None:
    seen = read("9 11 9 11 9 11 _ 11 9 11 9 11 9 11")
    rows = {row[0]: row[1:] for row in seen.table("Each period against the limits").rows}
    assert rows["2018/19 Q1"][:2] == ["Left empty", "None before it"]
    assert rows["2018/19 Q2"][1] == "None before it"
    assert "A period is missing; no change is taken across it" in seen.text


def test_M6_a_quarter_that_the_report_has_no_column_for_is_a_gap_too(read: Read) -> None:
    seen = read("9 11 9 11 9 11 9", periods=[*QUARTERS[8:10], *QUARTERS[11:]])
    rows = {row[0]: row[1:] for row in seen.table("Each period against the limits").rows}
    assert rows["2018/19 Q3"][0] == "No figure"


def test_X4_a_real_change_is_judged_by_which_way_is_good(read: Read) -> None:
    seen = read(f"{STEADY} 30")
    assert "A real change, for the worse: 30 in 2019/20 Q4 is above the upper limit" in seen.text
    assert seen.table("Each period against the limits").rows[-1][3] == "✚ Concern"
    seen = read(f"{STEADY} 30", "Increase the number of x")
    assert "A real change, for the better" in seen.text


def test_X5_a_real_change_on_trial_limits_is_said_to_be_on_trial(read: Read) -> None:
    seen = read("9 11 9 11 9 11 9 30")
    assert "On trial limits a real change, for the worse: 30 in 2019/20 Q4" in seen.text


def test_X4_X9_the_target_has_its_own_words_and_the_status_stays(read: Read) -> None:
    seen = read(STEADY)
    assert "The target may be met or missed by chance alone: latest target 8" in seen.text
    assert "stands beside the status and does not replace it" in seen.text


def test_X6_limits_are_drawn_within_what_is_possible_and_worked_out_beyond_it(read: Read) -> None:
    seen = read("90% 98% 90% 98% 90% 98%", "Increase the proportion of x")
    upper = seen.table("Limits of ordinary variation").rows[1]
    assert upper == ["Trial upper limit", "100.0%", "115.2800"]
    assert "A limit is drawn at the end of what is possible" in seen.text
    assert "How many cases a percentage is of is not reported" in seen.text


def test_X2_an_outlying_change_is_left_out_and_said(read: Read) -> None:
    seen = read("1 2 1 2 10 1 2 1 2 1 2 1 2 1")
    assert "2 outlying changes were left out of the limits." in seen.text


YEARS = [f"20{year}/{year + 1}" for year in range(15, 20)]


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("£9 £11 £9 £11 £9", "a figure has no confidence interval: 2015/16, 2016/17"),
        ("9% 11% 9% 11% 9%", "they are not known for all years: 2015/16, 2016/17"),
        ("9 11 _ 11 9", "No trend test: it takes 5 annual figures."),
        ("9 11 9 11 9", "Trend test: no significant change over the 5 latest years"),
        ("900 800 700 600 500", "Trend test: decreasing over the 5 latest years, getting better"),
        ("100 98 96 94 300", "since a single year turns it"),
    ],
)
def test_T4_T6_years_are_tested_for_a_trend_or_the_lacking_input_is_said(
    read: Read, figures: str, said: str
) -> None:
    assert said in read(figures, "Reduce the number of x", YEARS).text


@pytest.mark.parametrize("at", range(18))
def test_S1_every_shipped_indicator_has_trial_limits_or_a_reason(
    open_screen, card, at: int
) -> None:
    seen = shown(open_screen("indicator", indicator=card.rows.iloc[at]["indicator"]))
    assert ("trial limits, from 5 figures" in seen.text) is ("No limits: " not in seen.text)


def test_methods_says_every_constant_of_the_ruleset(open_screen, monkeypatch) -> None:
    from kpi_core.web.parts import real

    said = shown(open_screen("methods")).text
    assert all(sentence in said for sentence in ruleset.SCREENED.sentences())
    other = replace(ruleset.SCREENED, shift_points=8, version=2)
    monkeypatch.setattr(real, "SCREENED", other)
    said = real.methods()
    assert "one of 8 in a row on one side" in said
    assert "version 2" in said
