"""What chance alone can explain in one figure: its confidence interval, or why there is none (T1).

A share of a whole has Wilson's interval, a rate or a count Byar's or the exact one, and where the
report prints limits those are used as they are.
"""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.rules.statistics.cases import Cases, Measured, cases_of
from kpi_core.rules.statistics.intervals import LEAST_COUNT, Interval, Z, of_count, wilson
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import IntervalMethod, Unit

Z_FAR = 3.090232306167813
"""Standard normal value of a two-sided interval of 99.8 per cent."""

NEAR, FAR = "95%", "99.8%"

SHARES = (Unit.PERCENT, Unit.RATIO)


def rules() -> tuple[str, ...]:
    """The method in words."""
    return (
        (
            f"A percentage of so many cases has Wilson's interval. A rate or a count has Byar's "
            f"from {LEAST_COUNT} cases on and the exact one below, as of cases that come one by "
            "one and not because of each other. Where the report prints confidence limits, those "
            "are used."
        ),
        (
            f"The interval of {NEAR} reaches {Z:.2f} standard errors to each side, that of {FAR} "
            f"{Z_FAR:.2f}."
        ),
        (
            "Where only the whole is known, the number of cases that count is the whole number "
            "that gives the printed figure. Where there is none, the whole is taken to be wrong."
        ),
        (
            "A target or comparator inside the interval cannot be told from the figure. The "
            "comparator's own uncertainty is left out, as is that of the target."
        ),
        "Other figures, such as days or pounds, need the spread of their cases, and have none.",
    )


@dataclass(frozen=True)
class Uncertainty:
    """Intervals around one figure, in its own unit.

    ``far`` is the one of 99.8 per cent, None where only printed limits are known; so is ``cases``,
    which a count has none of either.
    """

    near: Interval
    far: Interval | None
    method: IntervalMethod
    cases: Cases | None = None


def uncertainty(figure: Measured) -> Uncertainty | Refusal:
    """The confidence interval of one figure, or the reason why there is none."""
    if figure.lower is not None and figure.upper is not None:
        printed = float(figure.lower), float(figure.upper)
        return Uncertainty(printed, None, IntervalMethod.PRINTED, _cases(figure))
    if figure.unit is Unit.COUNT:
        return _of_count(figure.value)
    found = cases_of(figure)
    if isinstance(found, Refusal):
        return found if found.reason is not Reason.NO_SHARE else _no_spread(figure.unit)
    return _of_share(found) if figure.unit in SHARES else _of_rate(found)


def _cases(figure: Measured) -> Cases | None:
    found = cases_of(figure)
    return found if isinstance(found, Cases) else None


def _of_share(cases: Cases) -> Uncertainty | Refusal:
    near = wilson(cases.numerator, cases.denominator)
    far = wilson(cases.numerator, cases.denominator, Z_FAR)
    if near is None or far is None:
        said = f"{cases.numerator:,} of {cases.denominator:,}"
        return Refusal(Reason.BEYOND_WHOLE, f"No interval: {said} is more than the whole.")
    return Uncertainty(
        (near[0] * cases.per, near[1] * cases.per),
        (far[0] * cases.per, far[1] * cases.per),
        IntervalMethod.WILSON,
        cases,
    )


def _of_rate(cases: Cases) -> Uncertainty:
    scale = cases.per / cases.denominator
    near, far = _limits(cases.numerator)
    return Uncertainty(
        (near[0] * scale, near[1] * scale),
        (far[0] * scale, far[1] * scale),
        _method(cases.numerator),
        cases,
    )


def _of_count(value: Decimal) -> Uncertainty | Refusal:
    if value < 0 or value % 1:
        sentence = f"No interval: {value:f} is no number of cases."
        return Refusal(Reason.NO_WHOLE_CASES, sentence)
    near, far = _limits(int(value))
    return Uncertainty(near, far, _method(int(value)))


def _limits(count: int) -> tuple[Interval, Interval]:
    near, far = of_count(count), of_count(count, Z_FAR)
    assert near is not None, "callers give no negative count"
    assert far is not None, "callers give no negative count"
    return near, far


def _method(count: int) -> IntervalMethod:
    return IntervalMethod.BYAR if count >= LEAST_COUNT else IntervalMethod.EXACT


def _no_spread(unit: Unit) -> Refusal:
    if unit is Unit.UNKNOWN:
        return Refusal(Reason.NO_UNIT, "No interval: the unit of the figure is not known.")
    return Refusal(
        Reason.NO_SPREAD,
        f"No interval: a figure in {unit.word} needs the spread of its cases, and reports do not "
        "print it.",
    )
