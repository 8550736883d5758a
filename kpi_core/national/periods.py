"""Periods as national releases spell them: which year is meant depends on the kind of year.

``2020`` is the year that ends in 2020: of a financial year measure that is 2019/20, of an
academic year measure the academic year 2019/20, of a calendar year measure 2020. What the kind of
year does not settle stays unknown, with the reason.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kpi_core.cells import Problem
from kpi_core.cells.text import quote, squeeze
from kpi_core.periods import UNKNOWN, Period, parse_period
from kpi_core.vocabulary import Mark
from kpi_core.vocabulary.word import Word


class Year(Word):
    """When the years of a measure end."""

    FINANCIAL = "financial"
    ACADEMIC = "academic"
    CALENDAR = "calendar"
    SEPTEMBER = "year_to_30_september"
    JANUARY = "count_in_january"
    UNKNOWN = "unknown"

    def ending(self, year: int) -> Period | None:
        """The period that ends in ``year``; None where the kind of year is not known.

        Raises:
            ValueError: for a year outside 1900 to 2099.
        """
        build = _ENDING.get(self)
        return build(year) if build else None


def _to_september(year: int) -> Period:
    return Period.span(Period.month(year - 1, 10), Period.month(year, 9))


_ENDING: Mapping[Year, Callable[[int], Period]] = {
    Year.FINANCIAL: lambda year: Period.financial_year(year - 1),
    Year.ACADEMIC: lambda year: Period.academic_year(year - 1),
    Year.CALENDAR: Period.calendar_year,
    Year.SEPTEMBER: _to_september,
    Year.JANUARY: lambda year: Period.month(year, 1),
}

_NOTES: Mapping[str, tuple[Mark | None, int]] = {
    **dict.fromkeys(("rev", "revised", "r"), (Mark.REVISED, 2)),
    **dict.fromkeys(("prov", "provisional", "p"), (Mark.PROVISIONAL, 0)),
    **dict.fromkeys(("est", "estimated", "e"), (Mark.ESTIMATED, 0)),
    **dict.fromkeys(("final", "f"), (None, 3)),
    **dict.fromkeys(("ot", "outturn"), (None, 3)),  # what was spent, not what was planned
}
"""What stands in brackets behind a year: the mark of its figures, and how far they are settled."""

_PLAIN = 1
_SPELLED = re.compile(r"(?P<years>.*?) ?(?:\((?P<note>[^()]*)\))?", re.DOTALL)
_ONE = re.compile(r"([0-9]{4})")
_TWO = re.compile(r"([0-9]{4}) ?([-/]) ?([0-9]{4}|[0-9]{2})")
_SPAN = re.compile(r"([0-9]{4})/([0-9]{2}) ?(?:-|–|to) ?([0-9]{4}|[0-9]{2})/([0-9]{2})")


@dataclass(frozen=True)
class Resolved:
    """A spelling with its period.

    Attributes:
        period: ``UNKNOWN`` where ``reason`` says why.
        mark: the publisher's note on all figures of the period, if the spelling carries one.
        settled: how final such figures are; of two spellings of one period the higher one counts.
        reason: a sentence fragment: why the period is unknown, or which note was not understood.
    """

    period: Period
    mark: Mark | None = None
    settled: int = _PLAIN
    reason: str | None = None


@lru_cache(maxsize=4096)
def resolve(spelling: str, year: Year) -> Resolved:
    """The period of a spelling, such as ``2016-17 (OT)``, ``2019 (Rev)`` or ``2013/14-15/16``."""
    match = _SPELLED.fullmatch(squeeze(spelling))
    years, note = (match["years"], match["note"]) if match else (spelling, None)
    if note is not None and note.casefold().strip(". ") not in _NOTES:
        whole = parse_period(spelling)  # brackets may belong to the period itself
        if isinstance(whole, Period):
            return Resolved(whole)
        period = _period(years, spelling, year)
        if isinstance(period, Problem):
            return Resolved(UNKNOWN, reason=period.reason)
        return Resolved(period, reason=f"what {quote(note)} says of the figures is not known")
    mark, settled = _NOTES[note.casefold().strip(". ")] if note is not None else (None, _PLAIN)
    period = _period(years, spelling, year)
    if isinstance(period, Problem):
        return Resolved(UNKNOWN, mark, settled, period.reason)
    return Resolved(period, mark, settled)


def _period(years: str, spelling: str, year: Year) -> Period | Problem:
    try:
        if one := _ONE.fullmatch(years):
            return year.ending(int(one[1])) or _unsettled(spelling)
        if two := _TWO.fullmatch(years):
            return _two(two, spelling, year)
        if span := _SPAN.fullmatch(years):
            return _span(span, spelling, year)
    except ValueError as error:
        return Problem(f"{quote(spelling)} is not a period: {error}")
    return parse_period(years)


def _two(match: re.Match[str], spelling: str, year: Year) -> Period | Problem:
    """Two years: one after the other are one year, except of calendar years, which are a span."""
    first, last = int(match[1]), _full(match[1], match[3])
    if year is Year.UNKNOWN:
        return _unsettled(spelling)
    if year is Year.CALENDAR and match[2] == "-":
        return Period.span(Period.calendar_year(first), Period.calendar_year(last))
    if year is Year.CALENDAR:
        return Problem(f"{quote(spelling)} is no calendar year, which its measure is said to have")
    if last == first + 1:
        return year.ending(last) or _unsettled(spelling)
    return Problem(f"{quote(spelling)} does not say whether its years are named by start or end")


def _span(match: re.Match[str], spelling: str, year: Year) -> Period | Problem:
    """From one year to another, each written with both its halves."""
    starts = int(match[1]), _full(match[1], match[3])
    ends = _full(match[1], match[2]), _full(match[1], match[4])
    if any(end != start + 1 for start, end in zip(starts, ends, strict=True)):
        return Problem(f"{quote(spelling)} has a year whose halves do not follow each other")
    if year not in (Year.FINANCIAL, Year.ACADEMIC, Year.SEPTEMBER):
        return _unsettled(spelling)
    first, last = (year.ending(end) for end in ends)
    return Period.span(first, last) if first and last else _unsettled(spelling)


def _full(century: str, digits: str) -> int:
    """A year of two digits, in the century of the one before; after 1999 comes the next."""
    if len(digits) == 4:
        return int(digits)
    turn = century.endswith("99") and digits == "00"
    return int(century[:2] + digits) + (100 if turn else 0)


def _unsettled(spelling: str) -> Problem:
    return Problem(f"{quote(spelling)} may be a financial, an academic or a calendar year")
