"""Whether a colour would tip: within rounding of a limit, or within what chance explains (T1)."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.rules.rating.bands import Bands
from kpi_core.rules.rating.measure import Measure
from kpi_core.rules.statistics.uncertainty import Uncertainty
from kpi_core.vocabulary import Status, Unit

HALF = Decimal("0.5")
"""A printed figure stands for everything within half of its last digit."""


@dataclass(frozen=True)
class Fragility:
    """``fragile`` is None where there is no colour to tip; ``reason`` says how, or why not."""

    fragile: bool | None
    reason: str


def fragility(
    value: Decimal | None,
    bands: Bands | None,
    measure: Measure,
    chance: Uncertainty | None = None,
) -> Fragility:
    """Look at the colours of all figures that the printed one may stand for.

    Args:
        value: the rated figure, with as many decimals as are known of it.
        bands: figures of every colour.
        measure: unit and decimals.
        chance: what chance alone explains around the figure, where its cases are known.
    """
    if value is None or bands is None:
        return Fragility(None, "There is no colour that could tip.")
    low, high = printed_range(value, measure.unit)
    by_rounding = bands.between(low, high)
    if len(by_rounding) > 1:
        return Fragility(
            True,
            f"The figure is given as {_as_given(value, measure)}, so it may be anything from "
            f"{measure.exact(low)} to {measure.exact(high)}, which is {_either(by_rounding)}.",
        )
    if chance is None or chance.cases is None:
        return Fragility(False, "Rounding would not give it another colour.")
    return _by_chance(bands, measure, chance, chance.cases.denominator)


def _by_chance(bands: Bands, measure: Measure, chance: Uncertainty, out_of: int) -> Fragility:
    ends = [Decimal(str(end)) for end in chance.near]
    colours = bands.between(*ends)
    if len(colours) == 1:
        return Fragility(False, "Neither rounding nor chance would give it another colour.")
    places = Measure(measure.polarity, measure.unit, max(measure.decimals or 0, 1))
    between = " to ".join(places.figure(end) for end in ends)
    return Fragility(
        True,
        f"Out of {out_of:,} cases, chance alone explains anything from {between}, which is "
        f"{_either(colours)}.",
    )


def printed_range(value: Decimal, unit: Unit) -> tuple[Decimal, Decimal]:
    """Everything that rounds to the figure as it is given; a whole count is exact."""
    exponent = value.as_tuple().exponent
    if unit is Unit.COUNT or not isinstance(exponent, int):
        return value, value
    half = HALF.scaleb(min(exponent, 0))
    return value - half, value + half


def _as_given(value: Decimal, measure: Measure) -> str:
    exponent = value.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return Measure(measure.polarity, measure.unit, decimals).figure(value)


def _either(statuses: set[Status]) -> str:
    words = [status.value for status in sorted(statuses, key=lambda s: s.rank)]
    return f"{', '.join(words[:-1])} or {words[-1]}"


def rules() -> tuple[str, ...]:
    """What counts as fragile, for people."""
    return (
        (
            "A colour could tip where the figures that round to the printed one have more than one "
            f"colour: within {HALF} of its last digit on either side. Counts are exact."
        ),
        (
            "Where the cases behind a percentage are known, it could also tip if the 95% interval "
            "around the figure holds another colour."
        ),
        "A colour that could tip is still the right one; it is a reason not to lean on it.",
    )
