"""Whether the cases printed beside a figure are what it is made of."""

from fractions import Fraction

Cases = tuple[float, float]
"""Numerator and denominator."""

HALF = Fraction(1, 2)


def gives(cases: Cases, figure: float, per: int, places: int) -> bool:
    """Whether so many of so many are the printed figure, whichever way a half was rounded.

    Args:
        cases: as printed; nothing of nothing gives no figure.
        figure: as printed.
        per: 100 for a percentage, 10,000 for a rate per 10,000.
        places: decimal places that the figure is printed with.
    """
    if not cases[1]:
        return False
    exact = Fraction(cases[0]) / Fraction(cases[1]) * per
    within: bool = abs(exact - Fraction(str(figure))) <= HALF / 10**places
    return within
