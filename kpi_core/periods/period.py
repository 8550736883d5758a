"""A period: its kind, first day and last day; the label is derived from these (Y1).

The financial year runs from 1 April to 31 March and is named by both years. Two periods with
the same first and last day are the same period, so a span that happens to be a quarter, a
half-year or a year is that quarter, half-year or year.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kpi_core.vocabulary import PeriodKind

FIRST_YEAR = 1900
LAST_YEAR = 2099

_LENGTHS = {  # kind: (months, first month of a period of that kind modulo its length)
    PeriodKind.FINANCIAL_YEAR: (12, 4),
    PeriodKind.CALENDAR_YEAR: (12, 1),
    PeriodKind.HALF_YEAR: (6, 4),
    PeriodKind.QUARTER: (3, 1),
    PeriodKind.MONTH: (1, 1),
    PeriodKind.ACADEMIC_YEAR: (12, 9),
}
# Four quarters, twelve months: a span of months is named by the longest kind that it is.
_NAMED_AS = tuple(kind for kind in _LENGTHS if kind is not PeriodKind.ACADEMIC_YEAR)


@dataclass(frozen=True)
class Period:
    """``start`` and ``end`` are inclusive, None only where the period is unknown.

    ``label`` is canonical: ``2019/20 Q4``, ``2019/20 H1``, ``2019/20``, ``2020``, ``2020-03``,
    ``academic year 2019/20``, ``2017/18 to 2019/20``, ``unknown``. The constructors raise
    ValueError for a quarter, half, month or year that does not exist or lies outside 1900-2099.
    """

    kind: PeriodKind
    start: date | None
    end: date | None
    label: str

    @classmethod
    def quarter(cls, start_year: int, number: int) -> "Period":
        """Quarter 1 to 4 of the financial year that starts in ``start_year``; Q1 is Apr-Jun."""
        month = _within("quarter", number, 4) * 3 + 4
        return cls._regular(PeriodKind.QUARTER, start_year, month)

    @classmethod
    def half_year(cls, start_year: int, number: int) -> "Period":
        month = _within("half-year", number, 2) * 6 + 4
        return cls._regular(PeriodKind.HALF_YEAR, start_year, month)

    @classmethod
    def financial_year(cls, start_year: int) -> "Period":
        return cls._regular(PeriodKind.FINANCIAL_YEAR, start_year, 4)

    @classmethod
    def academic_year(cls, start_year: int) -> "Period":
        """September to August."""
        return cls._regular(PeriodKind.ACADEMIC_YEAR, start_year, 9)

    @classmethod
    def calendar_year(cls, year: int) -> "Period":
        return cls._regular(PeriodKind.CALENDAR_YEAR, year, 1)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        return cls._regular(PeriodKind.MONTH, year, _within("month", month, 12) + 1)

    @classmethod
    def span(cls, first: "Period", last: "Period") -> "Period":
        """From the first day of ``first`` to the last day of ``last``; ValueError if reversed."""
        if first == last:
            return first
        if not (first.start and first.end and last.start and last.end):
            raise ValueError("an unknown period has no span")
        if last.start < first.start or last.end < first.end:
            raise ValueError("the last period of a span comes before the first")
        months = _index(last.end) - _index(first.start) + 1
        for kind in _NAMED_AS:
            length, phase = _LENGTHS[kind]
            if months == length and (first.start.month - phase) % length == 0:
                return cls._regular(kind, first.start.year, first.start.month)
        label = _span_label(first.start, last.end)
        return cls(PeriodKind.SPAN, first.start, last.end, label)

    @classmethod
    def of_days(cls, first: date, last: date) -> "Period":
        """From one day to another, where they are no whole months: 2015-11-16 to 2016-11-15.

        Raises:
            ValueError: when the last day comes before the first, or a year is out of bounds.
        """
        if last < first:
            raise ValueError("the last day comes before the first")
        if first.year < FIRST_YEAR or last.year > LAST_YEAR:
            raise ValueError(f"the year is outside {FIRST_YEAR} to {LAST_YEAR}")
        if first.day == 1 and last == _last_day(_index(last)):
            return cls.span(cls.month(first.year, first.month), cls.month(last.year, last.month))
        return cls(PeriodKind.SPAN, first, last, f"{first} to {last}")

    @classmethod
    def _regular(cls, kind: PeriodKind, year: int, month: int) -> "Period":
        """A period of a kind with a fixed length; months past December run into the next year."""
        index = year * 12 + month - 1
        last = index + _LENGTHS[kind][0] - 1
        if index // 12 < FIRST_YEAR or last // 12 > LAST_YEAR:
            raise ValueError(f"the year is outside {FIRST_YEAR} to {LAST_YEAR}")
        start, end = _first_day(index), _last_day(last)
        return cls(kind, start, end, _label(kind, start))

    def year_before(self) -> "Period | None":
        """The same period one year earlier; None for a span, an unknown or the first year."""
        return self._moved(-12)

    def previous(self) -> "Period | None":
        """The period of the same kind right before; None as for :meth:`year_before`."""
        return self._moved(-_LENGTHS[self.kind][0]) if self.kind in _LENGTHS else None

    def following(self) -> "Period | None":
        """The period of the same kind right after; None for a span, an unknown or the last year."""
        return self._moved(_LENGTHS[self.kind][0]) if self.kind in _LENGTHS else None

    def _moved(self, months: int) -> "Period | None":
        if self.start is None or self.kind not in _LENGTHS:
            return None
        index = _index(self.start) + months
        last = index + _LENGTHS[self.kind][0] - 1
        if index // 12 < FIRST_YEAR or last // 12 > LAST_YEAR:
            return None
        return self._regular(self.kind, index // 12, index % 12 + 1)

    @property
    def financial_year_label(self) -> str | None:
        """The financial year that the last day falls in, such as ``2019/20``."""
        return _years(_financial(self.end)) if self.end else None

    @property
    def quarter_number(self) -> int | None:
        """1 to 4 for a quarter, None for any other kind."""
        if self.start is None or self.kind is not PeriodKind.QUARTER:
            return None
        return _quarter(self.start)

    @property
    def sort_key(self) -> tuple[int, int]:
        """By last day, then the shorter first, so that Q4 comes before its year; unknown first."""
        if self.start is None or self.end is None:
            return (0, 0)
        return (self.end.toordinal(), -self.start.toordinal())


UNKNOWN = Period(PeriodKind.UNKNOWN, None, None, "unknown")
"""A figure whose period is not stated."""


def _within(name: str, number: int, most: int) -> int:
    if not 1 <= number <= most:
        raise ValueError(f"there is no {name} {number}")
    return number - 1


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def _last_day(index: int) -> date:
    year, month = index // 12, index % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def _financial(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _quarter(day: date) -> int:
    return (day.month - 4) % 12 // 3 + 1


def _years(start_year: int) -> str:
    return f"{start_year}/{(start_year + 1) % 100:02}"


def _label(kind: PeriodKind, start: date) -> str:
    if kind is PeriodKind.QUARTER:
        return f"{_years(_financial(start))} Q{_quarter(start)}"
    if kind is PeriodKind.HALF_YEAR:
        return f"{_years(start.year)} H{1 if start.month == 4 else 2}"
    if kind is PeriodKind.CALENDAR_YEAR:
        return str(start.year)
    if kind is PeriodKind.MONTH:
        return f"{start.year}-{start.month:02}"
    prefix = "academic year " if kind is PeriodKind.ACADEMIC_YEAR else ""
    return prefix + _years(start.year)


def _span_label(start: date, end: date) -> str:
    """Financial years, else quarters, else months.

    Calendar years are written in months, because "2015 to 2016" is how many releases write the
    financial year.
    """
    if start.month == 4 and end.month == 3:
        kind, last = PeriodKind.FINANCIAL_YEAR, date(end.year - 1, 4, 1)
    elif (start.month, end.month) != (1, 12) and start.month % 3 == 1 and end.month % 3 == 0:
        kind, last = PeriodKind.QUARTER, end
    else:
        kind, last = PeriodKind.MONTH, end
    return f"{_label(kind, start)} to {_label(kind, last)}"
