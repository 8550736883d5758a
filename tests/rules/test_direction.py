"""Direction of travel: which earlier point, and the one-sided band (D1-D4, S4, S17)."""

from decimal import Decimal

import pytest

from kpi_core.catalogue import DirectionScheme
from kpi_core.periods import Period
from kpi_core.rules.direction import Point, Travel, travel
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Accumulation, Direction, DirectionBasis, Polarity, Unit

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER
FIVE = DirectionScheme(worse_within=Decimal("0.05"))
Q4 = Period.quarter(2019, 4)
PERIODS = {
    "Q4 before": Period.quarter(2018, 4),
    "Q1": Period.quarter(2019, 1),
    "Q2": Period.quarter(2019, 2),
    "Q3": Period.quarter(2019, 3),
    "Q4": Q4,
    "year before": Period.financial_year(2018),
    "year": Period.financial_year(2019),
}


def judged(
    figures: dict[str, str],
    polarity: Polarity = HIGH,
    kind: Accumulation = Accumulation.UNKNOWN,
    scheme: DirectionScheme = FIVE,
    period: Period = Q4,
) -> Travel:
    points = [Point(PERIODS[name], Decimal(value)) for name, value in figures.items()]
    points.sort(key=lambda point: point.period.sort_key)
    return travel(points, period, Measure(polarity, Unit.PERCENT, 1), kind, scheme)


@pytest.mark.parametrize(
    ("polarity", "before", "now", "direction"),
    [
        (HIGH, "80", "80.01", "improving"),
        (HIGH, "80", "80", "maintained"),
        (HIGH, "80", "76", "maintained"),  # a loss of exactly 5%
        (HIGH, "80", "75.99", "declining"),
        (LOW, "80", "79.99", "improving"),
        (LOW, "80", "80", "maintained"),
        (LOW, "80", "84", "maintained"),
        (LOW, "80", "84.01", "declining"),
        (HIGH, "0.3", "0.285", "maintained"),
        (LOW, "0.3", "0.315", "maintained"),
        (HIGH, "-100", "-105", "maintained"),
        (HIGH, "-100", "-105.01", "declining"),
        (HIGH, "0", "1", "improving"),
        (LOW, "0", "0", "maintained"),
        # the report's own changes: gains however small, losses at either side of the band
        (HIGH, "73.0", "73.3", "improving"),
        (LOW, "16.2", "16.6", "maintained"),
        (HIGH, "70.9", "67.2", "declining"),
    ],
)
def test_S4_the_band_is_one_sided_and_includes_exactly_five_per_cent(
    polarity: Polarity, before: str, now: str, direction: str
) -> None:
    assert judged({"Q3": before, "Q4": now}, polarity).direction == direction


@pytest.mark.parametrize(
    ("polarity", "now", "said"), [(HIGH, "-1", "fell from"), (LOW, "1", "rose from")]
)
def test_a_loss_from_0_has_no_share_and_no_judgement(
    polarity: Polarity, now: str, said: str
) -> None:
    found = judged({"Q3": "0", "Q4": now}, polarity)
    assert found.direction is None
    assert found.change == Decimal(now)
    assert found.reason.startswith(f"Not comparable: {said} 0.0% in 2019/20 Q3")


def test_S4_gaps_are_skipped_to_the_last_reported_quarter() -> None:
    found = judged({"Q4 before": "70", "Q2": "90", "Q4": "80"})
    assert found.compared == Point(PERIODS["Q2"], Decimal(90))
    assert found.basis is DirectionBasis.LAST_REPORTED
    assert found.change == -10


def test_the_scheme_may_ask_for_the_same_quarter_last_year() -> None:
    scheme = DirectionScheme(
        worse_within=Decimal("0.05"), basis=DirectionBasis.SAME_PERIOD_LAST_YEAR
    )
    found = judged({"Q4 before": "70", "Q3": "90", "Q4": "80"}, scheme=scheme)
    assert found.direction is Direction.IMPROVING
    assert found.compared == Point(PERIODS["Q4 before"], Decimal(70))


def test_S17_a_running_count_is_taken_from_the_same_quarter_of_last_year() -> None:
    figures = {"Q4 before": "322", "Q2": "167", "Q4": "347"}
    found = judged(figures, kind=Accumulation.YEAR_TO_DATE)
    assert found.direction is Direction.IMPROVING
    assert found.basis is DirectionBasis.SAME_PERIOD_LAST_YEAR
    assert found.change == 25


def test_D4_a_running_count_without_last_year_is_not_comparable() -> None:
    found = judged({"Q2": "167", "Q4": "347"}, kind=Accumulation.YEAR_TO_DATE)
    assert (found.direction, found.change, found.compared) == (None, None, None)
    assert found.reason == "Not comparable: there is no figure for the same period a year before."


def test_S17_an_annual_survey_is_taken_from_its_previous_round() -> None:
    found = judged({"Q2": "73.0", "Q4": "73.3"}, kind=Accumulation.ANNUAL)
    assert found.basis is DirectionBasis.PREVIOUS_ROUND
    assert "compared with the previous survey round" in found.reason


def test_D4_a_quarter_is_never_compared_with_a_year() -> None:
    found = judged({"year before": "70", "Q4": "80"})
    assert found.direction is None
    assert found.reason == "Not comparable: no earlier figure of the same kind is reported."
    whole = judged({"year before": "70", "Q4": "90", "year": "80"}, period=PERIODS["year"])
    assert whole.compared == Point(PERIODS["year before"], Decimal(70))


def test_a_survey_round_may_stand_under_a_year() -> None:
    found = judged({"year before": "70", "Q4": "80"}, kind=Accumulation.ANNUAL)
    assert found.direction is Direction.IMPROVING


def test_no_figure_now_or_before_says_so() -> None:
    assert judged({"Q3": "1"}).reason == "Not available: there is no figure for this period."
    assert judged({"Q4": "1"}).direction is None
    assert judged({"Q4": "1"}).reason.startswith("Not comparable: ")


def test_later_figures_are_not_looked_at() -> None:
    found = judged({"Q2": "70", "Q3": "80", "Q4": "10"}, period=PERIODS["Q3"])
    assert found.compared == Point(PERIODS["Q2"], Decimal(70))


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.UNKNOWN, Polarity.TARGET_IS_BEST])
def test_without_a_polarity_there_is_movement_and_no_judgement(polarity: Polarity) -> None:
    found = judged({"Q3": "10", "Q4": "12"}, polarity)
    assert (found.direction, found.change) == (None, 2)
    assert found.reason == (
        "rose from 10.0% in 2019/20 Q3 to 12.0%. It is not known which way is good."
    )


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (
            "14.9",
            (
                "Improving: fell from 17.6% in 2019/20 Q3 to 14.9%, 2.7 points or 15.34% better, "
                "compared with the last reported figure; any gain counts as improving. "
                "A figure 2.7 points worse would be maintained."
            ),
        ),
        (
            "17.6",
            (
                "Maintained: 17.6%, the same as in 2019/20 Q3, compared with the last reported "
                "figure. Anything better would be improving, and more than 0.88 points worse would "
                "be declining."
            ),
        ),
        (
            "18",
            (
                "Maintained: rose from 17.6% in 2019/20 Q3 to 18.0%, 0.4 points or 2.27% worse, "
                "compared with the last reported figure; that is within the 5% that counts as "
                "maintained. More than a further 0.48 points worse would be declining."
            ),
        ),
        (
            "20",
            (
                "Declining: rose from 17.6% in 2019/20 Q3 to 20.0%, 2.4 points or 13.64% worse, "
                "compared with the last reported figure; that is more than the 5% that counts as "
                "maintained. A figure 1.52 points better would be maintained."
            ),
        ),
    ],
)
def test_D2_D3_the_reason_holds_movement_arithmetic_and_band(now: str, reason: str) -> None:
    assert judged({"Q3": "17.6", "Q4": now}, LOW).reason == reason
