"""Figures as releases store them: a number with the noise of its storage, or why there is none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.cells.missing import missing_from
from kpi_core.vocabulary import Missing

SIGNIFICANT = 15
"""Digits that a stored number always holds; what is printed beyond them is noise of storing."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True)
class Stored:
    """``value`` without noise and its decimal places, else ``missing``.

    ``understood`` is False for a text that is neither a number nor a known sign for none.
    """

    value: float | None
    places: int = 0
    missing: Missing | None = None
    understood: bool = True


def stored(text: str | None) -> Stored:
    """Read a stored figure: ``17.100000000000001`` is 17.1, and a dash says only "none" (M1)."""
    body = (text or "").strip()
    if _NUMBER.fullmatch(body):
        exact = Decimal(f"{float(body):.{SIGNIFICANT}g}")
        if exact.is_finite():
            return Stored(float(exact), _places(exact))
    missing = missing_from(body)
    if missing is Missing.DASH:
        return Stored(None, missing=Missing.NOT_AVAILABLE)
    return Stored(None, missing=missing or Missing.NOT_AVAILABLE, understood=missing is not None)


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
