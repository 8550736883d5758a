"""A count that runs through the year: what is needed, what came before, the range (R5, D4)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_core.rules.outlook.found import Spread
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import Assurance, NoOutlook, OutlookKind, Polarity
from tests.rules.outlook.looking import LOW, STEADY, look

Kind = OutlookKind


@pytest.mark.parametrize(
    ("figure", "polarity", "kind", "needed", "each"),
    [
        ("348", Polarity.HIGHER_IS_BETTER, Kind.MET_ALREADY, 0, None),
        ("347", Polarity.HIGHER_IS_BETTER, Kind.NEEDS_MORE, 1, 1),
        ("349", Polarity.HIGHER_IS_BETTER, Kind.MET_ALREADY, -1, None),
        ("0", Polarity.HIGHER_IS_BETTER, Kind.NEEDS_MORE, 348, 348),
        ("348", Polarity.LOWER_IS_BETTER, Kind.ROOM_LEFT, 0, 0),
        ("347", Polarity.LOWER_IS_BETTER, Kind.ROOM_LEFT, 1, 1),
        ("349", Polarity.LOWER_IS_BETTER, Kind.MISSED_ALREADY, -1, None),
    ],
)
def test_R5_at_q3_the_target_is_reached_one_short_or_passed(
    figure: str, polarity: Polarity, kind: OutlookKind, needed: int, each: int | None
) -> None:
    found = look(figure, rated="2019/20 Q3", polarity=polarity)
    assert (found.kind, found.needed, found.needed_each) == (kind, needed, each)
    assert found.year is not None
    assert (found.year.left, found.year.end.label) == (1, "2019/20 Q4")


@pytest.mark.parametrize(
    ("figure", "polarity", "said"),
    [
        (
            "347",
            Polarity.HIGHER_IS_BETTER,
            "348 or higher: 1 more needed in the last quarter. So far 115.7 came in each quarter",
        ),
        ("348", Polarity.HIGHER_IS_BETTER, "the target is reached already, and the last quarter"),
        ("350", Polarity.HIGHER_IS_BETTER, "reached already, with 2 to spare, and the last"),
        ("347", Polarity.LOWER_IS_BETTER, "or lower: no more than 1 may come in the last quarter."),
        ("350", Polarity.LOWER_IS_BETTER, "that is 2 too many already, and the last quarter"),
    ],
)
def test_each_position_has_its_sentence(figure: str, polarity: Polarity, said: str) -> None:
    assert said in look(figure, rated="2019/20 Q3", polarity=polarity).sentence


@pytest.mark.parametrize(
    ("rated", "left", "elapsed", "rest"),
    [
        ("2019/20 Q1", 3, 1, "the 3 quarters left"),
        ("2019/20 Q3", 1, 3, "the last quarter"),
        ("2019/20 H1", 1, 1, "the last half year"),
        ("2019-04", 11, 1, "the 11 months left"),
        ("2020-02", 1, 11, "the last month"),
    ],
)
def test_Y1_quarters_half_years_and_months_are_counted_to_the_end_of_march(
    rated: str, left: int, elapsed: int, rest: str
) -> None:
    found = look("100", "320", rated=rated)
    assert found.year is not None
    assert (found.year.left, found.year.elapsed, found.year.rest) == (left, elapsed, rest)
    assert found.needed_each == Fraction(220, left)
    assert found.each_so_far == Fraction(100, elapsed)
    assert rest in found.sentence


def test_the_pace_of_a_year_before_and_its_profile_need_both_ends_of_that_year() -> None:
    found = look("167 _ 348 _ 167", "348")
    assert found.each_last_year == Fraction(181, 2)
    assert found.by_profile == 348
    assert found.notes == (
        "A year before, 181 came after 2018/19 Q2, 90.5 in each quarter on average.",
        (
            "By 2018/19 Q2 48% of that year was done; 167 now would make 348 by the same profile: "
            "pro rata, an estimate."
        ),
    )


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ("_ _ 348 _ 167", "there is no figure for 2018/19 Q2."),
        ("167 _ _ _ 167", "there is no figure for 2018/19 Q4."),
        ("167", "there is no figure for 2018/19 Q2 or 2018/19 Q4."),
        ("348 _ 167 _ 167", "the count of 2018/19 Q4 is lower than that of 2018/19 Q2."),
        ("167 _ 348[b] _ 167", "the publisher marks a break in the series."),
    ],
)
def test_D4_without_both_ends_or_across_a_break_last_year_is_not_compared(
    figures: str, why: str
) -> None:
    found = look(figures)
    assert (found.each_last_year, found.by_profile) == (None, None)
    assert f"cannot be compared: {why}" in found.notes[0]
    assert found.needed == 181


def test_a_year_before_that_had_nothing_yet_has_a_pace_and_no_profile() -> None:
    found = look("0 _ 100 _ 20")
    assert (found.each_last_year, found.by_profile) == (50, None)
    assert len(found.notes) == 1


def test_X5_the_range_is_the_count_with_every_period_left_at_a_limit() -> None:
    """Increments 80 75 85 90 78 82 81 81 85 82: mean 81.9, changes of 4.89 on average."""
    spread = look(STEADY).spread
    assert isinstance(spread, Spread)
    size = Fraction(5 + 10 + 5 + 12 + 4 + 1 + 0 + 4 + 3, 9)
    far = Fraction("2.66") * size
    mean = Fraction("81.9")
    assert (spread.low, spread.high) == (167 + 2 * (mean - far), 167 + 2 * (mean + far))
    assert (spread.count, spread.trial, spread.clipped) == (10, True, False)
    assert spread.holds is Assurance.HIT_OR_MISS


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        ("300", Assurance.MET, Assurance.MISSED),
        ("340", Assurance.HIT_OR_MISS, Assurance.HIT_OR_MISS),
        ("360", Assurance.MISSED, Assurance.MET),
    ],
)
def test_the_target_lies_within_the_range_or_outside_on_one_side(
    target: str, higher: Assurance, lower: Assurance
) -> None:
    for polarity, holds in ((Polarity.HIGHER_IS_BETTER, higher), (LOW, lower)):
        found = look(STEADY, target, polarity=polarity)
        assert isinstance(found.spread, Spread)
        assert found.spread.holds is holds
        assert found.estimate.startswith("Estimate: past variation suggests 304.8 to 356.8 for")
        within = "lies within what past variation suggests" in found.estimate
        assert within is (holds is Assurance.HIT_OR_MISS)


def test_what_is_settled_is_not_called_open_by_its_range() -> None:
    """With 167 against 167 the lower end of the range may be the target itself."""
    found = look(STEADY, "167")
    assert found.kind is Kind.MET_ALREADY
    assert isinstance(found.spread, Spread)
    assert found.spread.holds is Assurance.NONE
    assert "The target" not in found.estimate


@pytest.mark.parametrize(
    ("figures", "reason", "said"),
    [
        ("85 167", Reason.TOO_FEW_POINTS, "in one quarter alone is known of 2, and at least 5"),
        ("78 160 241 322 _ 167", Reason.TOO_FEW_POINTS, "in one quarter alone is known of 4"),
        ("80 155 _ 330 78 160 _ 241 85 167", Reason.TOO_FEW_RANGES, "with the gaps only 3"),
        ("80 160 240 320 80 160 240 320 80 160", Reason.NO_VARIATION, "do not change"),
        ("80 155 240 330 78 160 241 322 85 300", Reason.NOT_STEADY, "out of the ordinary"),
        ("80 155 140 330 78 160 241 322 85 167", Reason.FALLS_WITHIN_YEAR, "goes down within"),
        ("80 155 240 330 78 160 241 322 85[b] 167", Reason.BREAK, "a break in the series"),
    ],
)
def test_X5_X6_each_reason_for_no_range(figures: str, reason: Reason, said: str) -> None:
    spread = look(figures).spread
    assert isinstance(spread, Refusal)
    assert spread.reason is reason
    assert spread.sentence.startswith("No range: ")
    assert said in spread.sentence


def test_a_count_that_falls_this_year_is_no_running_count() -> None:
    found = look("85 84")
    assert (found.kind, found.refusal) == (Kind.REFUSED, NoOutlook.FALLS_WITHIN_YEAR)
    assert found.needed is None


def test_a_count_falls_back_at_the_start_of_a_year_and_that_is_no_fall() -> None:
    assert look("322 85 167").needed == Decimal(181)
