"""The recent trend of five annual figures, as Fingertips tests it, or why it cannot be (T4-T7).

Proportions: chi-squared for trend in closed form. Others: a line through the figures, weighted by
their intervals, whose standard error comes from the weights alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import PeriodKind, TrendMark

POINTS = 5
CRITICAL = 9.54953570608324
"""Chi-squared with one degree of freedom at p = 0.002."""

INTERVAL_WIDTH = 3.92
"""Width of a 95 per cent interval in standard errors."""

YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.CALENDAR_YEAR, PeriodKind.ACADEMIC_YEAR)

Sample = tuple[float, float, float]
"""Time, and either count and denominator, or figure and standard error."""


def rules() -> tuple[str, ...]:
    """The test in words."""
    return (
        (
            f"The {POINTS} latest annual figures of periods that do not overlap, no year left out. "
            "Figures of quarters and months are never tested."
        ),
        (
            "Percentages need their counts: chi-squared for trend. Other figures need their "
            f"confidence intervals: a weighted line, an interval being {INTERVAL_WIDTH} standard "
            "errors wide."
        ),
        (
            f"A change is significant above a chi-squared of {CRITICAL:.2f} (p = 0.002), and only "
            "if its way stays the same whichever figure is left out."
        ),
    )


@dataclass(frozen=True)
class Annual:
    """One annual figure: with count and denominator for a proportion, else with its interval.

    ``label`` is what a refusal calls its year.
    """

    year: int
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    count: float | None = None
    denominator: float | None = None
    label: str = ""

    @property
    def named(self) -> str:
        return self.label or str(self.year)


@dataclass(frozen=True)
class RecentTrend:
    """``slope`` is per year; of the proportion, or in the figure's own unit."""

    mark: TrendMark
    chi_squared: float
    slope: float


def recent_trend(
    points: Sequence[Annual],
    kind: PeriodKind,
    *,
    proportion: bool,
    rolling: bool = False,
    broken: bool = False,
) -> RecentTrend | Refusal:
    """Test the five latest figures.

    Args:
        points: annual figures of independent periods, in any order.
        kind: kind of their periods; only years are tested.
        proportion: by counts and denominators, else by figures and intervals.
        rolling: whether a figure averages over more than its year, and so overlaps with others.
        broken: whether the publisher marks a break in the series.
    """
    ordered = sorted(points, key=lambda point: point.year)
    five = ordered[-POINTS:]
    reasons = {Reason.ROLLING: rolling, Reason.BREAK: broken}
    refusal = _unfit(ordered, kind, reasons) or _refused(five, proportion)
    if refusal is not None:
        return refusal
    test: Callable[[Sequence[Sample]], tuple[float, float]]
    test = _proportions if proportion else _weighted
    samples = [_sample(point, at, proportion) for at, point in enumerate(five, start=1)]
    chi, slope = test(samples)
    mark = TrendMark.NOT_SIGNIFICANT
    if chi > CRITICAL:
        without = [test([*samples[:at], *samples[at + 1 :]])[1] for at in range(POINTS)]
        steady = not any(other * slope < 0 for other in without)
        mark = TrendMark.INCREASING if slope > 0 else TrendMark.DECREASING
        mark = mark if steady else TrendMark.OUTLIER
    return RecentTrend(mark, chi, slope)


def _unfit(
    points: Sequence[Annual], kind: PeriodKind, reasons: Mapping[Reason, bool]
) -> Refusal | None:
    """Why no figures of such a series are tested."""
    years = [point.year for point in points]
    checks = {
        Reason.NOT_ANNUAL: kind not in YEARS,
        **reasons,
        Reason.DUPLICATE_YEARS: len(set(years)) < len(years),
        Reason.TOO_FEW_POINTS: len(years) < POINTS,
    }
    return next((Refusal(why, _SENTENCES[why]) for why, bad in checks.items() if bad), None)


def _refused(five: Sequence[Annual], proportion: bool) -> Refusal | None:
    """Why these five are not tested, and which of them stand in the way."""
    if five[-1].year - five[0].year != POINTS - 1:
        return Refusal(Reason.MISSING_VALUES, _SENTENCES[Reason.MISSING_VALUES])
    checks: tuple[tuple[Reason, Callable[[Annual], bool]], ...]
    if proportion:
        checks = ((Reason.MISSING_CASES, _has_cases), (Reason.COUNT_IS_WHOLE, _varies))
    else:
        checks = ((Reason.MISSING_VALUES, _has_value), (Reason.MISSING_INTERVALS, _has_interval))
    for why, fits in checks:
        lacking = [point.named for point in five if not fits(point)]
        if lacking:
            return Refusal(why, f"{_SENTENCES[why].rstrip('.')}: {', '.join(lacking)}.")
    return None


_SENTENCES = {
    Reason.NOT_ANNUAL: (
        f"No trend test: it takes {POINTS} annual figures, and these are not annual. Quarters "
        "rise and fall with the seasons, and would be taken for a trend."
    ),
    Reason.ROLLING: (
        "No trend test: each figure averages over more than its year, so that neighbours are alike."
    ),
    Reason.BREAK: "No trend test: the publisher marks a break in the series.",
    Reason.DUPLICATE_YEARS: "No trend test: a year has more than one figure.",
    Reason.TOO_FEW_POINTS: f"No trend test: it takes {POINTS} annual figures.",
    Reason.MISSING_VALUES: "No trend test: the figure of a year is missing.",
    Reason.MISSING_CASES: (
        "No trend test: for a percentage it takes the cases that count and those that they are "
        "out of, and they are not known for all years."
    ),
    Reason.MISSING_INTERVALS: "No trend test: a figure has no confidence interval.",
    Reason.COUNT_IS_WHOLE: (
        "No trend test: in a year every case or none counts, so that a share cannot vary."
    ),
}


def _has_value(point: Annual) -> bool:
    return point.value is not None


def _has_cases(point: Annual) -> bool:
    return point.count is not None and bool(point.denominator)


def _has_interval(point: Annual) -> bool:
    return point.lower is not None and point.upper is not None and point.upper > point.lower


def _varies(point: Annual) -> bool:
    count, denominator = point.count or 0.0, point.denominator or 0.0
    return 0 < count < denominator


def _sample(point: Annual, at: int, proportion: bool) -> Sample:
    if proportion:
        return float(at), point.count or 0.0, point.denominator or 0.0
    width = (point.upper or 0.0) - (point.lower or 0.0)
    return float(at), point.value or 0.0, width / INTERVAL_WIDTH


def _proportions(samples: Sequence[Sample]) -> tuple[float, float]:
    """Chi-squared for trend, and the slope of the proportion per step."""
    whole = sum(of for _, _, of in samples)
    counted = sum(n for _, n, _ in samples)
    weighed = sum(of * t for t, _, of in samples)
    cross = whole * sum(n * t for t, n, _ in samples) - counted * weighed
    spread = whole * sum(of * t * t for t, _, of in samples) - weighed**2
    return whole * cross**2 / (counted * (whole - counted) * spread), cross / spread


def _weighted(samples: Sequence[Sample]) -> tuple[float, float]:
    """Chi-squared of the slope of the weighted line, and that slope."""
    weights = [1 / error**2 for _, _, error in samples]
    whole = sum(weights)
    middle = sum(w * t for w, (t, _, _) in zip(weights, samples, strict=True)) / whole
    spread = sum(w * (t - middle) ** 2 for w, (t, _, _) in zip(weights, samples, strict=True))
    rise = sum(w * (t - middle) * y for w, (t, y, _) in zip(weights, samples, strict=True))
    slope = rise / spread
    return slope**2 * spread, slope
