"""What a running count did in the same periods a year before, and the end by that profile."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.formatting import share_text
from kpi_core.periods import Period
from kpi_core.rules.outlook.case import Case

PRO_RATA = "pro rata, an estimate"


@dataclass(frozen=True)
class YearBefore:
    """``each`` came in each of the periods that are left now; ``notes`` say so, or why not."""

    notes: tuple[str, ...]
    each: Fraction | None = None
    by_profile: Fraction | None = None


def year_before(case: Case) -> YearBefore:
    """Only where the counts of a year ago and of its end are known, rise and compare (D4)."""
    then, end = case.known.rated.year_before(), case.year.end.year_before()
    if then is None or end is None:
        return YearBefore(())
    before, whole = case.known.at(then), case.known.at(end)
    if before is None or whole is None:
        missing = [period.label for period in (then, end) if case.known.at(period) is None]
        return _unknown(case, f"there is no figure for {' or '.join(missing)}")
    if case.known.broken:
        return _unknown(case, "the publisher marks a break in the series")
    if whole < before:
        return _unknown(case, f"the count of {end.label} is lower than that of {then.label}")
    return _compared(case, then, before, whole)


def _unknown(case: Case, why: str) -> YearBefore:
    said = f"What came in the same {case.year.part}s a year before cannot be compared: {why}."
    return YearBefore((said,))


def _compared(case: Case, then: Period, before: Decimal, whole: Decimal) -> YearBefore:
    rest, figure, year = whole - before, case.measure.figure, case.year
    each = Fraction(rest) / year.left
    share = f", {case.average(each)} in each {year.part} on average" if year.left > 1 else ""
    came = f"A year before, {figure(rest)} came after {then.label}{share}."
    if not before:
        return YearBefore((came,), each)
    by_profile = Fraction(case.value) * Fraction(whole) / Fraction(before)
    profile = (
        f"By {then.label} {share_text(before / whole, 0)} of that year was done; "
        f"{figure(case.value)} now would make {case.average(by_profile)} by the same profile: "
        f"{PRO_RATA}."
    )
    return YearBefore((came, profile), each, by_profile)
