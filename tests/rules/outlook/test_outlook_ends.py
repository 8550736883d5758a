"""A year that has ended, targets that say nothing of its end, and each reason to say nothing."""

from collections.abc import Mapping

import pytest

from kpi_core.catalogue import Standard
from kpi_core.vocabulary import Accumulation, NoOutlook, OutlookKind, Polarity, Unit
from tests.rules.outlook.looking import HIGH, LOW, look

Q4 = "2019/20 Q4"
UNKNOWN, SNAPSHOT = Accumulation.UNKNOWN, Accumulation.SNAPSHOT


@pytest.mark.parametrize(
    ("figure", "polarity", "said"),
    [
        ("347", HIGH, "347 against a target of 348 or higher, target missed by 1."),
        ("348", HIGH, "348 against a target of 348 or higher, exactly on target."),
        ("349", HIGH, "349 against a target of 348 or higher, target met with 1 to spare."),
        ("349", LOW, "349 against a target of 348 or lower, target missed by 1."),
        (
            "349",
            Polarity.NEUTRAL,
            "349 against a target of 348, and it is not known which way is good.",
        ),
    ],
)
def test_at_q4_the_outturn_is_the_year_end_position(
    figure: str, polarity: Polarity, said: str
) -> None:
    found = look(figure, rated=Q4, polarity=polarity)
    assert found.kind is OutlookKind.YEAR_ENDED
    assert found.sentence == f"The year has ended; the outturn is the year-end position: {said}"
    assert (found.spread, found.estimate, found.needed_each) == (None, "", None)


@pytest.mark.parametrize("rated", ["2019/20", "2019", "academic year 2019/20", "2019/20 H2"])
def test_Y1_a_year_and_its_last_part_have_ended(rated: str) -> None:
    found = look("347", {f"{rated} Target": "348"}, rated=rated, kind=SNAPSHOT)
    assert found.kind is OutlookKind.YEAR_ENDED
    assert found.needed == 1


def test_Y6_the_last_quarter_alone_is_not_the_year() -> None:
    found = look("40%", "50%", rated=Q4, kind=Accumulation.IN_PERIOD, unit=Unit.PERCENT)
    assert found.sentence.startswith(
        "The year has ended; the figure is of its last quarter alone, not of the whole year: 40%"
    )
    whole = look("40%", "50%", rated="2019/20", kind=Accumulation.IN_PERIOD, unit=Unit.PERCENT)
    assert "alone" not in whole.sentence


@pytest.mark.parametrize(
    ("kind", "polarity", "after", "said"),
    [
        (SNAPSHOT, HIGH, "100", "The target of 2020/21 is 100: from here 20 to make up."),
        (SNAPSHOT, HIGH, "80", "The target of 2020/21 is 80, which this figure meets already."),
        (SNAPSHOT, LOW, "60", "The target of 2020/21 is 60: from here 20 to make up."),
        (SNAPSHOT, Polarity.NEUTRAL, "60", "The target of 2020/21 is 60."),
        (
            Accumulation.YEAR_TO_DATE,
            HIGH,
            "100",
            "The target of 2020/21 is 100: 25 in each quarter on average.",
        ),
    ],
)
def test_what_next_year_needs_is_said_where_its_target_is_known(
    kind: Accumulation, polarity: Polarity, after: str, said: str
) -> None:
    targets = {"2019/20 Target": "90", "2020/21 Target": after}
    assert look("80", targets, rated=Q4, kind=kind, polarity=polarity).notes == (said,)
    assert look("80", "90", rated=Q4, kind=kind, polarity=polarity).notes == ()
    assert look("80", targets, kind=kind, polarity=polarity).year is not None


@pytest.mark.parametrize(
    ("targets", "needed"),
    [
        ({"Target": "348"}, 181),
        ({"2019/20 Target": "348"}, 181),
        ({"2019/20 Q2 Target": "160", "2019/20 Target": "348"}, 181),
        ({"2019/20 Q2 Target": "160", "2019/20 Q4 Target": "350", "2019/20 Target": "348"}, 183),
    ],
)
def test_R5_the_target_is_that_of_the_end_of_the_year(
    targets: Mapping[str, str], needed: int
) -> None:
    assert look("167", targets).needed == needed


def test_R8_targets_of_the_catalogue_count_where_the_report_gives_none() -> None:
    year = Standard(period="2019/20", target="348")
    after = Standard(period="2020/21", target="400")
    assert look("167", {}, standards=(year, after)).needed == 181
    ended = look("347", {}, rated=Q4, standards=(year, after))
    assert ended.needed == 1
    assert ended.notes == ("The target of 2020/21 is 400: 100 in each quarter on average.",)


@pytest.mark.parametrize(
    ("targets", "reason", "said"),
    [
        ({"2019/20 Q2 Target": "160"}, NoOutlook.TARGET_OF_THE_PERIOD, "for 2019/20 Q2 alone"),
        ({"2018/19 Target": "348"}, NoOutlook.NO_TARGET, "no target is known"),
        ({"Target": "-"}, NoOutlook.NO_TARGET, "no target is known"),
        ({"Target": ""}, NoOutlook.NO_TARGET, "no target is known"),
        ({}, NoOutlook.NO_TARGET, "no target is known"),
        ({"Target": "300-350"}, NoOutlook.TARGET_IS_NO_NUMBER, "(300-350) is a range"),
        ({"Target": "top quartile"}, NoOutlook.TARGET_IS_NO_NUMBER, "the target is in words"),
        ({"Target": "£348"}, NoOutlook.TARGET_IN_ANOTHER_UNIT, "in pounds, the indicator in"),
    ],
)
def test_R4_without_a_target_for_the_end_of_the_year_nothing_is_said(
    targets: Mapping[str, str], reason: NoOutlook, said: str
) -> None:
    found = look("167", targets)
    assert (found.kind, found.refusal) == (OutlookKind.REFUSED, reason)
    assert found.sentence.startswith("Nothing is said of the end of the year: ")
    assert said in found.sentence
    assert (found.needed, found.spread, found.estimate) == (None, None, "")


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("85 _", "there is no figure for 2019/20 Q2"),
        ("_ 167[f]", "the figure for 2019/20 Q2 is a forecast"),
        ("_ 16%", "the figure (16%) is in per cent, the indicator in number"),
    ],
)
def test_M1_without_a_figure_of_the_period_nothing_is_said(figures: str, said: str) -> None:
    found = look(figures)
    assert found.refusal is NoOutlook.NO_FIGURE
    assert said in found.sentence


@pytest.mark.parametrize(
    ("figures", "kind", "unit", "refusal"),
    [
        ("85 167", UNKNOWN, Unit.COUNT, NoOutlook.COVERAGE_NOT_KNOWN),
        ("85 85", UNKNOWN, Unit.COUNT, NoOutlook.COVERAGE_NOT_KNOWN),
        ("330 85 167", UNKNOWN, Unit.COUNT, NoOutlook.COVERAGE_NOT_KNOWN),
        ("85 84", UNKNOWN, Unit.COUNT, None),  # no running count falls
        ("85 167", UNKNOWN, Unit.RATE_PER_10000, None),
        ("85 167", SNAPSHOT, Unit.COUNT, None),
        ("85 82", Accumulation.IN_PERIOD, Unit.COUNT, NoOutlook.TOTAL_OR_EACH),
        ("85 82", Accumulation.IN_PERIOD, Unit.RATE_PER_10000, None),
    ],
)
def test_Y2_a_count_of_which_it_is_not_known_how_it_adds_up_is_not_guessed_at(
    figures: str, kind: Accumulation, unit: Unit, refusal: NoOutlook | None
) -> None:
    found = look(figures, kind=kind, unit=unit)
    assert found.refusal is refusal
    assert (found.needed is None) is (refusal is not None)
    assert look(figures, kind=kind, unit=unit, rated=Q4).kind is OutlookKind.YEAR_ENDED


def test_Y6_a_target_of_the_last_quarter_alone_is_for_its_own_count() -> None:
    targets = {"2019/20 Q4 Target": "90", "2019/20 Target": "348"}
    found = look("85 82", targets, kind=Accumulation.IN_PERIOD)
    assert (found.kind, found.needed) == (OutlookKind.MUST_IMPROVE, 8)


def test_a_span_of_years_has_no_end_to_look_at() -> None:
    found = look("9", "8", rated="2017/18 to 2019/20", kind=UNKNOWN)
    assert found.refusal is NoOutlook.NO_REGULAR_PERIODS
    assert found.year is None


def test_P1_where_no_way_is_good_nothing_is_needed_and_the_range_stands() -> None:
    figures = "20 22 20 22 20 22"
    found = look(figures, "15", polarity=Polarity.NEUTRAL, kind=SNAPSHOT)
    assert (found.refusal, found.needed) == (NoOutlook.NO_POLARITY, None)
    assert found.estimate.startswith("Estimate: past variation suggests 15.7 to 26.3")
    assert "target" not in found.estimate


def test_M2_a_provisional_figure_is_marked_so() -> None:
    assert look("167[p]").notes[0] == "The figure for 2019/20 Q2 is marked as provisional."
    assert look("347[p]", rated=Q4).notes == (
        "The figure for 2019/20 Q4 is marked as provisional.",
    )


@pytest.mark.parametrize(
    ("figure", "target", "polarity", "kind", "said"),
    [
        ("10", "under 10", LOW, OutlookKind.MUST_IMPROVE, "more than 0 to make up by 2019/20 Q4"),
        ("9", "under 10", LOW, OutlookKind.MUST_HOLD, "meets the target of below 10, with 1 to"),
        ("10", "over 10", HIGH, OutlookKind.MUST_IMPROVE, "against a target of above 10: more"),
        ("10", "at most 10", LOW, OutlookKind.MUST_HOLD, "the target of 10 or lower exactly"),
    ],
)
def test_R2_a_target_that_is_to_be_passed_is_not_met_by_its_own_figure(
    figure: str, target: str, polarity: Polarity, kind: OutlookKind, said: str
) -> None:
    found = look(figure, target, polarity=polarity, kind=SNAPSHOT)
    assert found.kind is kind
    assert said in found.sentence


@pytest.mark.parametrize(
    ("target", "polarity", "kind", "said"),
    [
        ("under 167", LOW, OutlookKind.MISSED_ALREADY, "that is too many already"),
        ("under 168", LOW, OutlookKind.ROOM_LEFT, "less than 1 may come in the 2 quarters left"),
        ("over 167", HIGH, OutlookKind.NEEDS_MORE, "more than 0 more needed in the 2 quarters"),
        ("over 166", HIGH, OutlookKind.MET_ALREADY, "reached already, with 1 to spare"),
    ],
)
def test_R2_nor_by_a_count_that_is_just_there(
    target: str, polarity: Polarity, kind: OutlookKind, said: str
) -> None:
    found = look("85 167", target, polarity=polarity)
    assert found.kind is kind
    assert said in found.sentence


def test_P1_a_target_that_is_best_itself_needs_no_way() -> None:
    found = look("12", "10", polarity=Polarity.TARGET_IS_BEST, kind=SNAPSHOT)
    assert found.refusal is NoOutlook.NO_POLARITY
    assert "a figure above the target is as bad as one below" in found.sentence
