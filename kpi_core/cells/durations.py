"""Minutes, and hours with minutes, as hours: the unit that the dataset has for short times.

Sixty minutes are exactly an hour, so the meaning is kept; the quotient has no printed decimals.
"""

import re
from decimal import Decimal

_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
_HOURS = r"(?:hours?|hrs?|h)"
_MINUTES = r"(?:minutes?|mins?|m)\.?"
_SECONDS = r"(?:seconds?|secs?|s)\.?"
_FORMS = tuple(
    (re.compile(form, re.IGNORECASE), units)
    for form, units in (
        (rf"{_NUMBER} ?(?:minutes?|mins?\.?)", (60,)),
        (rf"{_NUMBER} ?(?:seconds?|secs?\.?)", (3600,)),
        (rf"{_NUMBER} ?{_HOURS},? ?(?:and )?{_NUMBER} ?{_MINUTES}", (1, 60)),
        (rf"{_NUMBER} ?{_MINUTES},? ?(?:and )?{_NUMBER} ?{_SECONDS}", (60, 3600)),
        (r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])", (1, 60, 3600)),
    )
)


def hours_from(body: str) -> Decimal | None:
    """Hours of a plain text such as ``4 minutes``, ``1 hr 30 mins`` or ``00:04:30``."""
    for form, units in _FORMS:
        match = form.fullmatch(body)
        if match:
            seconds = [
                Decimal(number) * (3600 // unit)
                for number, unit in zip(match.groups(), units, strict=True)
            ]
            return sum(seconds, Decimal(0)) / 3600
    return None
