"""Figures that do not add up over the year: what the last one has to be, and the range (Y6, X5)."""

from fractions import Fraction

import pytest

from kpi_core.rules.outlook.found import Outlook, Spread, Usual
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import Accumulation, Assurance, OutlookKind, Polarity, Unit
from tests.rules.outlook.looking import HIGH, LOW, look

PERCENT = "20% 22% 19% 21% 20% 22% 19% 21% 20% 22%"
SNAPSHOT, FLOW = Accumulation.SNAPSHOT, Accumulation.IN_PERIOD


def level(
    figures: str,
    target: str = "15%",
    *,
    kind: Accumulation = SNAPSHOT,
    polarity: Polarity = LOW,
    rated: str = "2019/20 Q2",
) -> Outlook:
    unit = Unit.PERCENT if "%" in target else Unit.COUNT
    return look(figures, target, kind=kind, polarity=polarity, unit=unit, rated=rated)


@pytest.mark.parametrize(
    ("figure", "polarity", "kind", "said"),
    [
        ("15%", LOW, OutlookKind.MUST_HOLD, "15% in 2019/20 Q2 meets the target of 15% or lower"),
        ("16%", LOW, OutlookKind.MUST_IMPROVE, "1 point to make up by 2019/20 Q4, in the 2 quart"),
        ("14%", LOW, OutlookKind.MUST_HOLD, "of 15% or lower, with 1 point to spare: it is met"),
        ("15%", HIGH, OutlookKind.MUST_HOLD, "of 15% or higher exactly: it is met at the end of"),
        ("14%", HIGH, OutlookKind.MUST_IMPROVE, "1 point to make up by 2019/20 Q4"),
    ],
)
def test_Y6_the_last_figure_of_the_year_has_to_be_at_the_target_or_better(
    figure: str, polarity: Polarity, kind: OutlookKind, said: str
) -> None:
    found = level(figure, polarity=polarity)
    assert found.kind is kind
    assert said in found.sentence
    assert found.needed_each is None  # nothing adds up, so nothing is shared out


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FLOW, "That of the whole year cannot be worked out from them"),
        (Accumulation.UNKNOWN, "The report does not say what a figure covers."),
        (Accumulation.YEAR_TO_DATE, "depends on their numbers of cases"),
        (Accumulation.ROLLING, "averages over a longer time"),
    ],
)
def test_Y6_what_a_figure_covers_limits_what_is_said(kind: Accumulation, said: str) -> None:
    assert said in " ".join(level(PERCENT, kind=kind).notes)


def test_a_snapshot_needs_no_such_word() -> None:
    assert level(PERCENT).notes == ()


def test_D5_one_change_is_not_called_usual() -> None:
    assert level("20% 22%").usual is None
    assert level("20% 22% 19%").usual == Usual(Fraction(5, 2), 2)


def test_X6_no_change_is_taken_across_a_gap() -> None:
    found = level("20% 22% _ 30% 29%")
    assert found.usual == Usual(Fraction(3, 2), 2)
    assert "moved 1.5 points on average, over 2 changes; the gap is 9.3 times that." in (
        found.sentence
    )


@pytest.mark.parametrize("kind", [Accumulation.YEAR_TO_DATE, Accumulation.ANNUAL])
def test_D4_changes_of_running_and_annual_figures_say_nothing(kind: Accumulation) -> None:
    assert level(PERCENT, kind=kind).usual is None


def test_D4_changes_across_a_break_say_nothing() -> None:
    assert level("20% 22% 19%[b] 20% 22%").usual is None


@pytest.mark.parametrize(
    ("count", "trial"), [(4, None), (5, True), (10, True), (11, True), (12, False)]
)
def test_X5_a_range_needs_five_figures_and_is_on_trial_below_twelve(
    count: int, trial: bool | None
) -> None:
    found = level(" ".join((["20%", "22%"] * 6)[:count]), "25%")
    if trial is None:
        assert isinstance(found.spread, Refusal)
        assert found.estimate == ""
        return
    assert isinstance(found.spread, Spread)
    assert found.spread.trial is trial
    assert (f"on trial limits from {count} figures" in found.estimate) is trial


@pytest.mark.parametrize(
    ("target", "polarity", "holds"),
    [
        ("15%", LOW, Assurance.MISSED),
        ("15%", HIGH, Assurance.MET),
        ("20%", LOW, Assurance.HIT_OR_MISS),
        ("26%", LOW, Assurance.MET),
        ("26%", HIGH, Assurance.MISSED),
    ],
)
def test_the_target_is_within_the_range_or_outside(
    target: str, polarity: Polarity, holds: Assurance
) -> None:
    """Mean 20.6, changes of 2 on average: 15.28 to 25.92."""
    found = level(PERCENT, target, polarity=polarity)
    assert isinstance(found.spread, Spread)
    assert (found.spread.low, found.spread.high) == (Fraction("15.28"), Fraction("25.92"))
    assert found.spread.holds is holds
    assert found.estimate.startswith("Estimate: past variation suggests 15.3% to 25.9% for")


def test_X6_a_range_ends_at_what_is_possible_and_says_so() -> None:
    found = level("95% 99% 95% 99% 95% 99%", "97%", polarity=HIGH)
    assert isinstance(found.spread, Spread)
    assert found.spread.high == 100
    assert found.notes[-1].startswith("The range ends at what is possible")


@pytest.mark.parametrize(
    ("figures", "kind", "reason"),
    [
        (PERCENT, Accumulation.ROLLING, Reason.ROLLING),
        (PERCENT, Accumulation.YEAR_TO_DATE, Reason.ACCUMULATING),
        (PERCENT, Accumulation.ANNUAL, Reason.ANNUAL_IN_QUARTERS),
        ("20% 22% 19%[b] 20% 22%", SNAPSHOT, Reason.BREAK),
        ("20% 22% 19% 20%", SNAPSHOT, Reason.TOO_FEW_POINTS),
        ("20% 22% _ 20% _ 22% 19%", SNAPSHOT, Reason.TOO_FEW_RANGES),
        ("20% 20% 20% 20% 20%", SNAPSHOT, Reason.NO_VARIATION),
        ("20% 22% 20% 22% 20% 22% 90%", SNAPSHOT, Reason.NOT_STEADY),
    ],
)
def test_X5_X6_each_reason_for_no_range(figures: str, kind: Accumulation, reason: Reason) -> None:
    found = level(figures, kind=kind)
    assert isinstance(found.spread, Refusal)
    assert found.spread.reason is reason
    assert found.spread.sentence.startswith("No range: ")
    assert found.kind is OutlookKind.MUST_IMPROVE  # what is needed is known all the same


def test_S12_of_an_annual_survey_the_next_round_is_the_year_end() -> None:
    found = level("73% _", "76%", kind=Accumulation.ANNUAL, polarity=HIGH)
    assert found.kind is OutlookKind.MUST_IMPROVE
    assert (found.so_far, found.needed) == (73, 3)
    assert found.sentence == (
        "There is one round a year, and the next is the year-end figure: it has to be 76% or "
        "higher. The latest, 73% under 2019/20 Q1, is 3 points worse than the target."
    )
    assert found.notes == (
        "If the latest figure is already this year's round, it is the year-end figure.",
    )


def test_an_earlier_quarter_does_not_stand_in_for_a_missing_one() -> None:
    assert level("73% _", "76%").kind is OutlookKind.REFUSED
