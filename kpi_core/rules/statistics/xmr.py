"""XmR charts: the mean, the limits of ordinary variation, and the figures that stand out (X1-X6).

Reckoned in fractions, so that a figure on a line is on it and never beside it by a rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.rules.statistics.ruleset import Ruleset
from kpi_core.rules.statistics.special_causes import Signal, signals

Slots = Sequence[Decimal | None]
"""One figure per period without leaving one out; None where it is missing."""


@dataclass(frozen=True)
class Limits:
    """``lower`` and ``upper`` bound ordinary variation; ``near`` lines lie two thirds out.

    ``count`` is the number of figures, ``ranges`` of moving ranges, ``left_out`` of those that
    were screened. ``trial`` says that there are too few figures for settled limits.
    """

    mean: Fraction
    mean_range: Fraction
    lower: Fraction
    upper: Fraction
    near_lower: Fraction
    near_upper: Fraction
    count: int
    ranges: int
    left_out: int
    trial: bool


@dataclass(frozen=True)
class Xmr:
    """``signals`` has one entry per slot: what sets the figure apart, None for nothing.

    ``latest`` is the place of the last figure that there is.
    """

    limits: Limits
    signals: tuple[Signal | None, ...]
    latest: int
    ruleset: Ruleset


def xmr(slots: Slots, ruleset: Ruleset) -> Xmr | Refusal:
    """Limits and special causes of a series, or why there are none.

    Args:
        slots: figures of neighbouring periods in time order; a gap is None.
        ruleset: constants and rules.
    """
    values = [None if value is None else Fraction(value) for value in slots]
    found = _limits(values, ruleset)
    if isinstance(found, Refusal):
        return found
    lines = (found.lower, found.near_lower, found.mean, found.near_upper, found.upper)
    latest = max(at for at, value in enumerate(values) if value is not None)
    return Xmr(found, signals(values, lines, ruleset), latest, ruleset)


def moving_ranges(values: Sequence[Fraction | None]) -> list[Fraction | None]:
    """The size of each change from the period before; None at the start and beside a gap."""
    pairs = zip([None, *values], values, strict=False)
    return [None if a is None or b is None else abs(b - a) for a, b in pairs]


def _limits(values: Sequence[Fraction | None], ruleset: Ruleset) -> Limits | Refusal:
    known = [value for value in values if value is not None]
    ranges = [size for size in moving_ranges(values) if size is not None]
    if refusal := _too_few(len(known), len(ranges), ruleset):
        return refusal
    kept = _screened(ranges, ruleset)
    mean, mean_range = _mean(known), _mean(kept)
    if mean_range == 0:
        sentence = (
            "No limits: from one period to the next the figures do not change, or in one jump "
            "only, so there is no ordinary variation to measure."
        )
        return Refusal(Reason.NO_VARIATION, sentence)
    far = Fraction(ruleset.limit_factor) * mean_range
    near = Fraction(ruleset.warning_factor) * mean_range
    return Limits(
        *(mean, mean_range, mean - far, mean + far, mean - near, mean + near),
        count=len(known),
        ranges=len(kept),
        left_out=len(ranges) - len(kept),
        trial=len(known) < ruleset.settled_points,
    )


def _too_few(points: int, ranges: int, ruleset: Ruleset) -> Refusal | None:
    if points < ruleset.least_points:
        figures = "figure is" if points == 1 else "figures are"
        sentence = (
            f"No limits: {points} {figures} reported, and at least {ruleset.least_points} are "
            "needed. Nobody can tell yet whether a change is real or chance."
        )
        return Refusal(Reason.TOO_FEW_POINTS, sentence)
    if ranges < ruleset.least_ranges:
        sentence = (
            f"No limits: with the gaps only {ranges} of the figures follow right after another, "
            f"and at least {ruleset.least_ranges} such changes are needed. None is taken across "
            "a missing period."
        )
        return Refusal(Reason.TOO_FEW_RANGES, sentence)
    return None


def _screened(ranges: list[Fraction], ruleset: Ruleset) -> list[Fraction]:
    """Without outlying ranges, taken out once (X2)."""
    if not ruleset.screens_ranges:
        return ranges
    most = Fraction(ruleset.range_factor) * _mean(ranges)
    return [size for size in ranges if size < most] or ranges


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)
