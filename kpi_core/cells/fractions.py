"""Shares printed by their parts: ``49 of 286``, ``49 out of 286``, ``49/286``."""

import re
from dataclasses import replace
from decimal import Decimal

from kpi_core.cells import Problem
from kpi_core.cells.figures import Figure
from kpi_core.cells.text import quote
from kpi_core.vocabulary import Unit

_WHOLE = r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})"
_FRACTION = re.compile(
    rf"{_WHOLE} ?(/|of|out of|in) ?(?:the )?{_WHOLE}(?P<what> [a-z ]{{1,40}})?", re.IGNORECASE
)


def is_fraction(body: str) -> bool:
    """Whether a plain text is a part and its whole; a part is never more than the whole."""
    match = _FRACTION.fullmatch(body)
    if not match:
        return False
    part, joint, whole = _parts(body)
    # "3 in 12 months" is a number and a time
    return part <= whole and not (joint == "in" and match["what"])


def maybe_a_date(body: str) -> bool:
    """``3/12`` is a day and a month as well, ``19/20`` a financial year."""
    part, joint, whole = _parts(body)
    day = part <= 31 and whole <= 31 and min(part, whole) <= 12
    return joint == "/" and (day or (10 <= part < 100 and whole == part + 1))


def share_of(body: str) -> Figure | Problem:
    """The share as a ratio, its value a quotient. ``3/12`` may be a date and is a Problem."""
    part, _, whole = _parts(body)
    if not whole:
        return Problem(f"{quote(body)} is a share of nothing")
    if maybe_a_date(body):
        return Problem(f"{quote(body)} may be a share or a date")
    return Figure(body, part / whole, Unit.RATIO, None, numerator=part, denominator=whole)


def gives(
    part: Decimal, whole: Decimal, value: Decimal, decimals: int | None, per: int = 100
) -> bool:
    """Whether a figure is so many ``per`` of a whole as its parts say.

    It may have been rounded or cut, so a difference below one of its last decimal is agreement.
    A quotient, which has no decimals of its own, has to be the same to six of them.
    """
    last = Decimal(10) ** -(6 if decimals is None else decimals)
    return abs(part * per / whole - value) < last


def fewest(printed: int | None, meant: int | None) -> int | None:
    """Decimals that a figure has: zeros that a report prints behind all figures are none."""
    return min(printed, meant) if printed is not None and meant is not None else printed


def nearest_part(
    whole: Decimal, value: Decimal, decimals: int | None, per: int = 100
) -> Decimal | None:
    """The whole number of cases that gives a figure, the nearest one; None if none does."""
    part = (value * whole / per).to_integral_value()
    return part if gives(part, whole, value, decimals, per) else None


def agree(figure: Figure, body: str) -> Figure | Problem:
    """A percentage with its parts; a Problem where they do not give it."""
    part, _, whole = _parts(body)
    if figure.value is None or not whole:
        return Problem(f"{quote(body)} is a share of nothing")
    if not gives(part, whole, figure.value, figure.decimals):
        return Problem(f"{quote(figure.raw)} is not the share that {quote(body)} gives")
    return replace(figure, numerator=part, denominator=whole)


def _parts(body: str) -> tuple[Decimal, str, Decimal]:
    match = _FRACTION.fullmatch(body)
    assert match is not None  # callers ask is_fraction first
    part, whole = (Decimal(match[place].replace(",", "")) for place in (1, 3))
    return part, match[2], whole
