"""Why, in words, from the same numbers that judged: movement, size, band, the next judgement."""

from decimal import Decimal
from fractions import Fraction

from kpi_core.catalogue import DeadBand, DirectionScheme
from kpi_core.formatting import decimal, rounded, share_text, size_text
from kpi_core.rules.direction.dead_bands import edges, side
from kpi_core.rules.direction.points import Held
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Direction, DirectionBasis, Movement

FINER = 2
"""Decimals that a distance to a threshold may have beyond those of the indicator."""


def moved(held: Held, measure: Measure) -> str:
    """What the number did, such as "rose from 16.2% in 2019/20 Q3 to 16.6%"."""
    now, then = measure.figure(decimal(held.now)), measure.figure(decimal(held.then))
    movement = Movement.of(decimal(held.change))
    if held.line:
        line = (
            f"a line fitted to {len(held.used)} figures from {held.first.label} to "
            f"{held.last.label}"
        )
        if movement is Movement.LEVEL:
            return f"{line} is level at {now}"
        return f"{line} {'rises' if movement is Movement.UP else 'falls'} from {then} to {now}"
    when = f"in {held.first.label}"
    if movement is Movement.LEVEL:
        return f"{now}, the same as {when}"
    return f"{'rose' if movement is Movement.UP else 'fell'} from {then} {when} to {now}"


def judged(
    direction: Direction,
    held: Held,
    measure: Measure,
    basis: DirectionBasis,
    scheme: DirectionScheme,
) -> str:
    """The judgement with its arithmetic, the band, and what would change it."""
    gain = measure.polarity.sign * held.change
    against = "over the window" if held.line else f"compared with {basis.phrase}"
    size = "" if gain == 0 else f", {_size(gain, held.then, measure)}"
    first = f"{direction.word}: {moved(held, measure)}{size}, {against}"
    if gain != 0:
        first += f"; {_of_the_band(direction, gain, measure, scheme)}"
    return f"{first}. {_next(direction, held, measure, scheme)}".rstrip()


def without_width(held: Held, measure: Measure, scheme: DirectionScheme) -> str:
    """Why a change from nothing is not judged by a share."""
    gain = measure.polarity.sign * held.change
    return (
        f"{moved(held, measure)}, and a band of {share_text(side(gain, scheme))} of nothing has "
        "no width"
    )


def width_text(width: Decimal, measure: Measure, scheme: DirectionScheme) -> str:
    """A side of the band: "5%" of the compared figure, or "2 points"."""
    if scheme.band is DeadBand.RELATIVE:
        return share_text(width)
    return size_text(width, measure.unit)


def _size(gain: Fraction, then: Fraction, measure: Measure) -> str:
    share = f" or {share_text(decimal(gain / abs(then)))}" if then else ""
    return f"{measure.size(decimal(gain))}{share} {'better' if gain > 0 else 'worse'}"


def _of_the_band(
    direction: Direction, gain: Fraction, measure: Measure, scheme: DirectionScheme
) -> str:
    allowed = side(gain, scheme)
    if allowed == 0:
        return f"any {'gain' if gain > 0 else 'loss'} counts as {direction.word.lower()}"
    within = "within" if direction is Direction.MAINTAINED else "more than"
    return f"that is {within} the {width_text(allowed, measure, scheme)} that counts as maintained"


def _next(direction: Direction, held: Held, measure: Measure, scheme: DirectionScheme) -> str:
    """How far the next judgement is; a size on the edge of the band is still maintained."""
    gain, allowed = measure.polarity.sign * held.change, edges(held.then, scheme)
    what = "A line that ends" if held.line else "A figure"
    if direction is Direction.IMPROVING:
        return f"{what} {_finely(gain - allowed.better, measure)} worse would be maintained."
    if direction is Direction.DECLINING:
        return f"{what} {_finely(-gain - allowed.worse, measure)} better would be maintained."
    if scheme.band is DeadBand.RELATIVE and held.then == 0:
        return ""  # of nothing there is no share, so what any change would be is not known
    better = f"{_beyond(allowed.better - gain, gain, measure)} better would be improving"
    worse = f"{_beyond(allowed.worse + gain, gain, measure)} worse would be declining"
    if gain == 0:
        return f"{better}, and {worse[0].lower()}{worse[1:]}."
    return f"{better if gain > 0 else worse}."


def _beyond(size: Fraction, gain: Fraction, measure: Measure) -> str:
    if size == 0:
        return "Anything" if gain == 0 else "Anything further"
    return f"More than {'' if gain == 0 else 'a further '}{_finely(size, measure)}"


def _finely(size: Fraction, measure: Measure) -> str:
    """A distance, with a few more decimals than the figures where it needs them."""
    exact = decimal(size)
    if measure.decimals is None:
        return size_text(exact, measure.unit)
    return size_text(rounded(exact, measure.decimals + FINER) or exact, measure.unit)
