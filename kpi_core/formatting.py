"""Numbers as people read them. The one place that turns a value and a unit into text."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction
from typing import TypeAlias

from kpi_core.vocabulary import Unit

Number: TypeAlias = Decimal | float | int


MOST_DECIMALS = 6
"""More are the dust of binary arithmetic."""

FEW_DECIMALS = 2
"""Decimals of a figure that was printed with such dust: nobody measured the rest."""


def decimal(number: Fraction) -> Decimal:
    """For showing only: a fraction as a decimal, rounded where it has no end."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def rounded(value: Number, decimals: int) -> Decimal:
    """Rounded half away from zero, as people round; never a negative zero."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    try:
        result = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation:  # more digits than the context holds: show it unrounded
        result = exact
    return abs(result) if result == 0 else result


def figure_text(value: Number, unit: Unit, decimals: int | None = None) -> str:
    """A figure with its unit: ``17.1%``, ``1,234``, ``£7,251``, ``74.4`` for a rate."""
    number = f"{rounded(value, _decimals(value, decimals)):,}"
    if unit is Unit.GBP:
        return f"-£{number[1:]}" if number.startswith("-") else f"£{number}"
    return f"{number}{unit.suffix}"


def size_text(difference: Number, unit: Unit, decimals: int | None = None) -> str:
    """The size of a difference, without its sign: ``1.1 points``, ``1``, ``£20`` (U2)."""
    size = abs(Decimal(str(difference)))
    places = _decimals(size, decimals)
    if size and rounded(size, places) == 0:  # never show a real difference as nothing
        places = _decimals(size, None)
    if unit.of_difference is Unit.PERCENTAGE_POINT:
        number = rounded(size, places)
        return f"{number:,} {'point' if number == 1 else 'points'}"
    return figure_text(size, unit, places)


def between(level: Number, decimals: int | None) -> int | None:
    """Decimals of a level that lies between figures: one more than they have, if it needs one."""
    if decimals is None:
        return None
    exact = level if isinstance(level, Decimal) else Decimal(str(level))
    return decimals if rounded(exact, decimals) == exact else decimals + 1


def share_text(share: Number, decimals: int = 2) -> str:
    """A fraction as a percentage without trailing zeros: 0.06875 is ``6.88%``."""
    text = f"{rounded(abs(Decimal(str(share))) * 100, decimals):f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_word(number: int) -> str:
    """A count as running text has it: in words up to nine, else in digits."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def shown_decimals(decimals: int) -> int:
    """The decimals of an indicator's figures in general, where they may come with dust."""
    return decimals if decimals <= MOST_DECIMALS else FEW_DECIMALS


def _decimals(value: Number, decimals: int | None) -> int:
    """The decimals asked for, else as many as the value needs, six at most.

    Where more than six are asked for, two, or what a small figure takes to keep three digits.
    """
    if decimals is not None and decimals <= MOST_DECIMALS:
        return decimals
    short = rounded(value, MOST_DECIMALS).normalize()
    exponent = short.as_tuple().exponent
    needed = min(MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    if decimals is None:
        return needed
    return min(needed, max(FEW_DECIMALS, FEW_DECIMALS - short.adjusted()))
