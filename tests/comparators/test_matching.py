"""Which period a figure is held against: the same one, else the latest by choice (B4)."""

from collections.abc import Sequence

import pytest

from kpi_core.comparators.matching import matched
from kpi_core.periods import UNKNOWN, Period, period_from_label
from kpi_core.vocabulary import Accumulation, PeriodMatch

SAME, LATEST = PeriodMatch.SAME, PeriodMatch.LATEST
SNAPSHOT, FLOW = Accumulation.SNAPSHOT, Accumulation.IN_PERIOD
TO_DATE, NOT_KNOWN = Accumulation.YEAR_TO_DATE, Accumulation.UNKNOWN

YEARS = ("2018/19", "2019/20", "2024/25")


def period(label: str) -> Period:
    found = period_from_label(label)
    assert isinstance(found, Period), label
    return found


def periods(labels: Sequence[str]) -> list[Period]:
    return [period(label) for label in labels]


@pytest.mark.parametrize(
    ("ours", "covers", "theirs", "found", "said"),
    [
        ("2019/20", FLOW, YEARS, "2019/20", None),
        ("2019/20 Q4", FLOW, ("2019/20", "2019/20 Q4"), "2019/20 Q4", None),
        (
            *("2019/20 Q4", SNAPSHOT, YEARS, "2019/20"),
            "Ours is of 2019/20 Q4, theirs of 2019/20, which ends with it.",
        ),
        (
            *("2019/20 Q4", TO_DATE, YEARS, "2019/20"),
            "Ours is of 2019/20 Q4, theirs of 2019/20, which ends with it.",
        ),
        (
            *("2019/20 Q4", NOT_KNOWN, YEARS, "2019/20"),
            (
                "Ours is of 2019/20 Q4, theirs of 2019/20, which ends with it. It is not known "
                "what our figure covers."
            ),
        ),
        (
            *("2019/20 Q4", FLOW, YEARS, None),
            (
                "Not compared: our figure of 2019/20 Q4 counts what happened only then, over 3 "
                "months, and theirs of 2019/20 over 12."
            ),
        ),
        (
            *("2019/20 Q2", TO_DATE, ("2018/19 Q3 to 2019/20 Q2",), None),
            (
                "Not compared: our figure of 2019/20 Q2 counts what happened since the start of "
                "the year, over 6 months, and theirs of 2018/19 Q3 to 2019/20 Q2 over 12."
            ),
        ),
        (
            *("2019/20", FLOW, ("2019/20 Q4",), None),
            (
                "Not compared: our figure of 2019/20 counts what happened only then, over 12 "
                "months, and theirs of 2019/20 Q4 over 3."
            ),
        ),
        (
            *("2019/20 Q3", SNAPSHOT, YEARS, None),
            (
                "Not compared: the measure has no period that ends on 31 December 2019; its "
                "latest is 2024/25."
            ),
        ),
        ("2019/20 Q3", SNAPSHOT, (), None, "Not compared: the measure has no figures."),
    ],
)
def test_B4_the_same_period_has_the_same_last_day(
    ours: str, covers: Accumulation, theirs: Sequence[str], found: str | None, said: str | None
) -> None:
    got = matched(period(ours), covers, periods(theirs))
    assert (got.theirs.label if got.theirs else None) == found
    assert got.sentence == said
    assert got.lag_months == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "lag", "said"),
    [
        ("2019/20", YEARS, 60, "Theirs, of 2024/25, is 60 months newer than ours."),
        ("2019/20", ("2018/19",), -12, "Theirs, of 2018/19, is 12 months older than ours."),
        ("2019/20", ("2018/19", "2019/20"), 0, None),
        (
            *("2019/20 Q4", ("2020-04",), 1),
            (
                "Ours is of 2019/20 Q4, theirs of 2020-04, which ends 30 April 2020. Theirs, of "
                "2020-04, is 1 month newer than ours."
            ),
        ),
    ],
)
def test_B4_the_latest_by_choice_comes_with_its_lag(
    ours: str, theirs: Sequence[str], lag: int, said: str | None
) -> None:
    got = matched(period(ours), SNAPSHOT, periods(theirs), LATEST)
    assert (got.match, got.lag_months, got.sentence) == (LATEST, lag, said)
    assert got.theirs == periods(theirs)[-1]


def test_B4_the_latest_of_another_length_is_refused_for_a_flow() -> None:
    assert matched(period("2019/20 Q4"), FLOW, periods(YEARS), LATEST).theirs is None
    assert matched(period("2019/20"), FLOW, periods(YEARS), LATEST).theirs == period("2024/25")


def test_a_count_over_a_time_is_not_held_against_a_count_on_one_day() -> None:
    got = matched(period("2019/20"), FLOW, periods(YEARS), SAME, SNAPSHOT)
    assert got.theirs is None
    assert str(got.sentence).endswith("theirs of 2019/20 is a count on one day.")


def test_periods_that_are_not_known_compare_with_nothing() -> None:
    got = matched(UNKNOWN, SNAPSHOT, periods(YEARS))
    assert (got.theirs, got.sentence) == (
        None,
        "Not compared: the period of our figure is not known.",
    )
    assert matched(period("2019/20"), SNAPSHOT, [UNKNOWN]).theirs is None
