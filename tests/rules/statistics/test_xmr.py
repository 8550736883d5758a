"""XmR limits and special causes: published vectors, boundaries, and what holds for any series."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.rules.statistics.ruleset import SCREENED, UNSCREENED, Ruleset
from kpi_core.rules.statistics.special_causes import Signal
from kpi_core.rules.statistics.summaries import assurance, variation
from kpi_core.rules.statistics.xmr import Xmr, moving_ranges, xmr
from kpi_core.vocabulary import Assurance, Polarity, SpecialCause, Variation

PUBLISHED = "1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1"
STEADY = "9 11 9 11 9 11 9 11 9 11 9 11"

series = st.lists(st.none() | st.decimals(-1000, 1000, places=2), max_size=40)
rulesets = st.sampled_from([SCREENED, UNSCREENED])


def slots(text: str) -> list[Decimal | None]:
    return [None if word == "_" else Decimal(word) for word in text.split()]


def chart(text: str, ruleset: Ruleset = SCREENED) -> Xmr:
    made = xmr(slots(text), ruleset)
    assert isinstance(made, Xmr)
    return made


def refused(text: str) -> Reason:
    made = xmr(slots(text), SCREENED)
    assert isinstance(made, Refusal)
    return made.reason


def causes(text: str) -> list[SpecialCause | None]:
    return [signal and signal.cause for signal in chart(text).signals]


@pytest.mark.parametrize(
    ("ruleset", "lower", "upper", "left_out"),
    [(SCREENED, -0.7156, 4.6044, 2), (UNSCREENED, -3.0626, 6.9515, 0)],
)
def test_X2_the_published_series_has_the_published_limits(
    ruleset: Ruleset, lower: float, upper: float, left_out: int
) -> None:
    limits = chart(PUBLISHED, ruleset).limits
    assert round(float(limits.mean), 4) == 1.9444
    assert (round(float(limits.lower), 4), round(float(limits.upper), 4)) == (lower, upper)
    assert limits.left_out == left_out


def test_X1_limits_and_outer_lines_are_the_mean_and_multiples_of_the_mean_range() -> None:
    limits = chart(STEADY).limits
    assert (limits.mean, limits.mean_range) == (10, 2)
    assert (limits.lower, limits.upper) == (Fraction("4.68"), Fraction("15.32"))
    assert (limits.near_lower, limits.near_upper) == (Fraction("6.4534"), Fraction("13.5466"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.TOO_FEW_POINTS),
        ("1 2 3 4", Reason.TOO_FEW_POINTS),
        ("1 2 _ 3 4 5", Reason.TOO_FEW_RANGES),
        ("1 _ 2 _ 3 _ 4 _ 5", Reason.TOO_FEW_RANGES),
        ("5 5 5 5 5", Reason.NO_VARIATION),
        ("1 1 1 1 1 9 9 9 9 9", Reason.NO_VARIATION),  # the one range is screened
    ],
)
def test_X5_X6_each_refusal_has_its_reason(text: str, reason: Reason) -> None:
    assert refused(text) is reason


@pytest.mark.parametrize(("count", "trial"), [(5, True), (11, True), (12, False)])
def test_X5_limits_are_trial_below_twelve(count: int, trial: bool) -> None:
    assert chart(" ".join(STEADY.split()[:count])).limits.trial is trial


def test_X6_no_moving_range_is_taken_across_a_gap() -> None:
    assert moving_ranges([Fraction(1), None, Fraction(9), Fraction(8)]) == [None, None, None, 1]


# around a mean of 10 with limits at 4.68 and 15.32, as long as the ranges stay at 2
@pytest.mark.parametrize(
    ("text", "cause", "flagged"),
    [
        (f"{STEADY} 30", SpecialCause.OUTSIDE, [12]),
        ("1 2 3 4 5 6 7 3 5 3 5 3 5", SpecialCause.TREND, range(7)),
        ("7 6 5 4 3 2 1 3 5 3 5 3 5", SpecialCause.TREND, range(7)),
    ],
)
def test_X3_a_special_cause_flags_its_figures(
    text: str, cause: SpecialCause, flagged: range | list[int]
) -> None:
    found = causes(text)
    assert [at for at, said in enumerate(found) if said is cause] == list(flagged)


@pytest.mark.parametrize(
    "text",
    [
        "1 2 3 4 5 6 3 5 3 5 3 5",  # six rising figures
        "1 2 3 4 4 5 6 7 3 5 3 5 3 5",  # a tie
        "1 2 3 4 _ 5 6 7 3 5 3 5 3 5",  # a gap
    ],
)
def test_X3_a_shorter_run_a_tie_or_a_gap_is_no_trend(text: str) -> None:
    assert SpecialCause.TREND not in causes(text)


@pytest.mark.parametrize(
    ("seventh", "shift"), [("11", True), ("10", False), ("9", False), ("_", False)]
)
def test_X3_seven_on_one_side_are_a_shift_and_one_on_the_mean_or_a_gap_breaks_it(
    seventh: str, shift: bool
) -> None:
    """Whatever the seventh is, the last figure makes the mean ten."""
    figures = f"11 14 11 14 11 14 {seventh} 9 6 9 6 9 6"
    known = [int(word) for word in figures.split() if word != "_"]
    found = chart(f"{figures} {10 * (len(known) + 1) - sum(known)}").signals
    flagged = [at for at, signal in enumerate(found) if signal == Signal(SpecialCause.SHIFT, 1)]
    assert flagged == (list(range(7)) if shift else [])


@pytest.mark.parametrize(
    ("window", "flagged"),
    [
        ("15 15 11", [40, 41]),
        ("15 11 15", [40, 42]),
        ("15 15 15", [40, 41, 42]),
        ("15 8 15", []),  # the one between lies on the other side of the mean
        ("15 _ 15", []),
        ("15 11 11", []),
        ("5 5 9", [40, 41]),
    ],
)
def test_X3_two_of_three_near_a_limit_flags_only_those_and_needs_one_side(
    window: str, flagged: list[int]
) -> None:
    found = causes(f"{'9 11 ' * 20} {window} 9 11 9 11")
    assert [at for at, cause in enumerate(found) if cause is SpecialCause.NEAR_LIMIT] == flagged


def test_X3_a_figure_outside_does_not_count_as_near() -> None:
    found = causes(f"{'9 11 ' * 20} 15 40 11 9 11")
    assert found[41] is SpecialCause.OUTSIDE
    assert SpecialCause.NEAR_LIMIT not in found


@pytest.mark.parametrize(
    ("polarity", "said"),
    [
        (Polarity.HIGHER_IS_BETTER, Variation.IMPROVEMENT),
        (Polarity.LOWER_IS_BETTER, Variation.CONCERN),
        (Polarity.NEUTRAL, Variation.CHANGE),
    ],
)
def test_X4_variation_is_the_state_of_the_last_figure(polarity: Polarity, said: Variation) -> None:
    assert variation(chart(f"{STEADY} 30"), polarity) is said
    assert variation(chart(f"{STEADY} 30 _"), polarity) is said  # the gap has no state
    assert variation(chart(STEADY), polarity) is Variation.COMMON_CAUSE


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        ("15.32", Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),  # on the limit
        ("15.33", Assurance.MISSED, Assurance.MET),
        ("4.68", Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        ("4.67", Assurance.MET, Assurance.MISSED),
        (None, Assurance.NONE, Assurance.NONE),
    ],
)
def test_X4_assurance_compares_the_target_with_the_limits(
    target: str | None, higher: Assurance, lower: Assurance
) -> None:
    made, level = chart(STEADY), None if target is None else Decimal(target)
    assert assurance(made, level, Polarity.HIGHER_IS_BETTER) is higher
    assert assurance(made, level, Polarity.LOWER_IS_BETTER) is lower
    assert assurance(made, level, Polarity.NEUTRAL) is Assurance.NONE


@given(series, rulesets)
def test_any_series_gives_limits_around_its_mean_or_one_sentence(
    values: list[Decimal | None], ruleset: Ruleset
) -> None:
    made = xmr(values, ruleset)
    if isinstance(made, Refusal):
        assert made.sentence.startswith("No limits: ")
        return
    lines = made.limits
    assert lines.lower < lines.near_lower < lines.mean < lines.near_upper < lines.upper
    known = [value for value in values if value is not None]
    assert min(known) <= lines.mean <= max(known)
    assert all(s is None for s, v in zip(made.signals, values, strict=True) if v is None)


@given(series, st.decimals(-500, 500, places=2), st.decimals("0.01", 50, places=2))
def test_shifting_and_stretching_a_series_moves_its_limits_and_no_signal(
    values: list[Decimal | None], shift: Decimal, scale: Decimal
) -> None:
    plain = xmr(values, SCREENED)
    moved = xmr([None if v is None else v * scale + shift for v in values], SCREENED)
    if isinstance(plain, Refusal) or isinstance(moved, Refusal):
        assert type(plain) is type(moved)
        return
    assert moved.limits.upper == plain.limits.upper * Fraction(scale) + Fraction(shift)
    assert moved.signals == plain.signals


@given(series)
def test_a_series_upside_down_has_the_same_signals_on_the_other_side(
    values: list[Decimal | None],
) -> None:
    plain, turned = (
        xmr(v, SCREENED) for v in (values, [None if x is None else -x for x in values])
    )
    if isinstance(plain, Xmr) and isinstance(turned, Xmr):
        mirrored = tuple(s and Signal(s.cause, -s.side) for s in turned.signals)
        assert mirrored == plain.signals


def test_the_sentences_of_a_ruleset_are_made_from_its_constants() -> None:
    other = Ruleset("Other", 2, limit_factor=Decimal("3.1"), settled_points=20, trend_points=6)
    said = " ".join(other.sentences())
    assert "3.1 times" in said
    assert "5 to 19: trial" in said
    assert "6 in a row that all rise" in said
    assert "Every moving range counts" in " ".join(UNSCREENED.sentences())
