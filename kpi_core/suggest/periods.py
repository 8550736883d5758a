"""Periods as a catalogue may spell them."""

from kpi_core.periods import Period, parse_period


def spelling(period: Period) -> str | None:
    """A spelling that reads back as this very period; None if there is none.

    Months are printed by their names, since a report means the year by 2011-12.
    """
    if period.start is None or period.end is None:
        return None
    first, last = f"{period.start:%B %Y}", f"{period.end:%B %Y}"
    forms = (period.label, first, f"{first} to {last}")
    return next((form for form in forms if parse_period(form) == period), None)
