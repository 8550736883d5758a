"""Whether two printings of one figure say the same."""

from decimal import Decimal
from enum import Enum

from kpi_core.formatting import rounded


class Likeness(Enum):
    """``REPRINTED``: equal once both are rounded to the fewer decimals (16.0 and 15.96)."""

    SAME = "same"
    REPRINTED = "reprinted"
    RESTATED = "restated"


def likeness(
    before: Decimal, after: Decimal, places: tuple[int | None, int | None] = (None, None)
) -> Likeness:
    """How a later printing of a figure stands to an earlier one.

    Args:
        before: the earlier figure.
        after: the later one.
        places: decimals that each was printed with; None for a quotient, which is exact.
    """
    if before == after:
        return Likeness.SAME
    first, second = places
    if first is None or second is None:
        return Likeness.RESTATED
    fewest = min(first, second)
    alike = rounded(before, fewest) == rounded(after, fewest)
    return Likeness.REPRINTED if alike else Likeness.RESTATED
