"""Which period a sentence speaks of: words such as "last quarter" against the row's own figures.

A time that can be read in two ways gives every reading: a claim is contradicted only where each
of them is. A time that the row has no figure for gives none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kpi_core.cells.dates import MONTH, month_number
from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.periods import Period, find_period
from kpi_core.vocabulary import Accumulation, PeriodKind

Readings = tuple[Observation, ...]

_LAST = r"(?:last|previous|preceding|prior)"
_THE = r"(?:the )?"
_QUARTER = (
    r"(?:(?:quarter|qtr|q) ?[1-4]|quarter (?:one|two|three|four)|"
    r"(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b"
)
_YEAR = r"\b20\d\d ?[/-] ?(?:20)?\d\d\b"

FORMS: dict[str, str] = {
    "year_before": (
        rf"{_THE}(?:same|corresponding|equivalent) (?:period|quarter|time|point|month|stage)"
        rf"(?: (?:of|in))? (?:the )?(?:{_LAST} )(?:financial )?year|this time last year|"
        rf"{_QUARTER} (?:of |in )?(?:the )?{_LAST} year|{_THE}same (?:period|quarter|time) "
        r"(?:a year ago|(?:12|twelve) months ago)"
    ),
    "over_year": (
        r"\b(?:over|during|in|throughout) the (?:past|last|previous) (?:year|12 months|twelve "
        r"months)"
    ),
    "last_year": (
        rf"{_THE}{_LAST} (?:financial |reporting )?(?:year(?:[- ]end)?)(?: (?:outturn|end))?|"
        r"a year ago|(?:12|twelve) months ago|year[- ]on[- ]year"
    ),
    "last_quarter": rf"{_THE}{_LAST} quarter|the quarter before",
    "last_month": rf"{_THE}{_LAST} month",
    "last_report": rf"{_THE}(?:last|previous) (?:reporting period|period|reported figure)",
    "last_round": rf"{_THE}(?:last|previous) (?:survey|round|wave)",
    "mid_year": r"(?:the )?(?:mid|half)[- ]year(?: point| stage)?",
    "start": r"(?:the )?(?:start|beginning) of (?:the|this) (?:financial )?year",
    "named": rf"(?:{_QUARTER}(?:,? (?:of |in )?{_YEAR})?|{_YEAR}(?: ?{_QUARTER})?)",
    "now": (
        r"(?:this|the current|the) (?:financial |reporting )?(?:quarter|year|month|period)"
        r"(?:[- ]end)?\b(?! ?[1-4])|(?:the )?(?:year|quarter)[- ]end\b|"
        r"(?:the )?end of (?:the |this )?"
        r"(?:financial )?(?:year|quarter|period)\b|(?:the )?full year|to date|currently|at present"
    ),
    "month": rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}\b(?:,? 20\d\d\b)?",
    "vague": (
        r"\b(?:historic\w*|previous(?:ly)?|formerly|earlier|in the past|recent (?:years|months|"
        r"quarters|weeks)|past|last|next|coming|future|lockdown|pandemic|(?:first|second) half|"
        r"(?:19|20)\d\d|autumn|spring|summer|winter|term|weeks?|months?|"
        r"(?:two|three|four|five|ten|several|many|\d+) (?:years|quarters|months)|decade|ago|"
        r"since|every|always|often|at times|sometimes|initially|outset)\b"
    ),
}
"""Forms in order: where two begin at one place, the first counts."""

TIME = re.compile("|".join(f"(?P<{name}>{form})" for name, form in FORMS.items()), re.IGNORECASE)


@dataclass(frozen=True)
class Time:
    """A time that a text names; ``readings`` are the figures it may mean, ``now`` the rated one."""

    text: str
    now: bool
    readings: Readings
    start: int
    end: int


class Clock:
    """What the words of time mean for one row."""

    def __init__(self, facts: IndicatorFacts, period: Period) -> None:
        self._period = period
        self._own = [o for o in facts.own if o.unit == facts.indicator.unit]
        self._accumulation = facts.indicator.accumulation

    def times(self, text: str) -> Iterator[Time]:
        """Every time that a text names."""
        return map(self.read, TIME.finditer(text))

    def read(self, match: re.Match[str]) -> Time:
        """What one match of ``TIME`` means."""
        name, text = match.lastgroup or "", match.group()
        now, readings = name == "now", tuple[Observation, ...]()
        if name == "named":
            now, readings = self._named(text)
        elif name == "month":
            now = self._ends_in(text)
        elif name in _READERS:
            readings = _READERS[name](self)
        return Time(text.strip(), now, readings, match.start(), match.end())

    def _at(self, *periods: Period | None, all_needed: bool = False) -> Readings:
        found = [next((o for o in self._own if o.period == p), None) for p in periods]
        known = tuple(o for o in found if o is not None and o.value is not None)
        return () if all_needed and len(known) < len(periods) else known

    def year_before(self) -> Readings:
        return self._at(self._period.year_before())

    def last_year(self) -> Readings:
        """The same period a year ago or that year's outturn; both, where they differ."""
        if self._accumulation is Accumulation.ANNUAL:
            return self.before()
        before = self._period.year_before()
        if self._period.quarter_number in (None, 4) or before is None:
            return self._at(before)
        return self._at(before, self._quarter(4, -1), all_needed=True)

    def over_year(self) -> Readings:
        first = self._quarter(1)
        return (*self.last_year(), *self._at(first)) if self.last_year() else ()

    def previous(self) -> Readings:
        return self._at(self._period.previous())

    def before(self) -> Readings:
        """The last reported figure before the rated one."""
        earlier = [
            o
            for o in self._own
            if o.value is not None
            and o.period.kind is self._period.kind
            and o.period.sort_key < self._period.sort_key
        ]
        return tuple(earlier[-1:])

    def quarter_before(self) -> Readings:
        return self.previous() if self._period.kind is PeriodKind.QUARTER else ()

    def month_before(self) -> Readings:
        return self.previous() if self._period.kind is PeriodKind.MONTH else ()

    def mid_year(self) -> Readings:
        return self._at(self._quarter(2)) if (self._period.quarter_number or 0) > 2 else ()

    def start(self) -> Readings:
        return self._at(self._quarter(4, -1), self._quarter(1), all_needed=True)

    def _quarter(self, number: int, years: int = 0) -> Period | None:
        if self._period.quarter_number is None or self._period.start is None:
            return None
        start = self._period.start
        year = start.year if start.month >= 4 else start.year - 1
        return Period.quarter(year + years, number)

    def _ends_in(self, text: str) -> bool:
        """Whether a month, with or without its year, is the one that the rated period ends in."""
        end, month = self._period.end, re.search(MONTH, text, re.IGNORECASE)
        year = re.search(r"20\d\d", text)
        if end is None or month is None or (year and int(year[0]) != end.year):
            return False
        return month_number(month[0]) == end.month

    def _named(self, text: str) -> tuple[bool, Readings]:
        """A quarter or a year by its name; a quarter without a year is the latest one so called."""
        year = self._quarter(1)
        found = find_period(text, year.start.year if year and year.start else None)
        if found is None or not isinstance(found[0], Period):
            return False, ()
        named = found[0]
        if named in (self._period, None) or named.label == self._period.financial_year_label:
            return True, ()
        if named.sort_key > self._period.sort_key:
            return False, self._at(named.year_before())
        if named.kind is PeriodKind.FINANCIAL_YEAR and named.start and self._period.quarter_number:
            return False, self._at(named, Period.quarter(named.start.year, 4))
        return False, self._at(named)


_READERS: dict[str, Callable[[Clock], Readings]] = {
    "year_before": Clock.year_before,
    "over_year": Clock.over_year,
    "last_year": Clock.last_year,
    "last_quarter": Clock.quarter_before,
    "last_month": Clock.month_before,
    "last_report": Clock.before,
    "last_round": Clock.before,
    "mid_year": Clock.mid_year,
    "start": Clock.start,
}
