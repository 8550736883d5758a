"""Dates as printed. A date of digits alone is read only where its order is certain.

``25/6/2014`` and ``6/25/2014`` can each be one day only; ``6/10/2014`` may be the sixth of October
or the tenth of June, and both readings are given back for the caller to settle or to report.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from kpi_core.cells import Problem
from kpi_core.cells.text import plain, quote

LONGEST_DATE = 60

_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?)"
)
"""A month's name, for use in a pattern that pays no heed to case."""

DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])"
SPELLED = (
    rf"(?:{DAY}[ -]?(?:of )?{MONTH},?[ -]?{_YEAR}(?! ?[/-] ?[0-9]{{2}})"
    rf"|{MONTH} ?{DAY},? (?:19|20)[0-9]{{2}}(?! ?[/-] ?[0-9]{{2}}))"
)
"""A date with its month in letters and its year: 31 March 2020, 31-Mar-20, March 31, 2020."""

MONTH_END = rf"(?:the )?end (?:of )?{MONTH}[ -]?{_YEAR}(?! ?[/-] ?[0-9]{{2}})"
"""The last day of a month, said in words: end of March 2020."""

DIGITS = r"[0-9]{1,4}(?P<parting>[/.-])[0-9]{1,2}(?P=parting)[0-9]{1,4}"

_LEAD = re.compile(
    r"(?:(?:(?:as )?at|by|on|before|position at)(?: the)? )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?",
    re.IGNORECASE | re.ASCII,
)
_SPELLED = re.compile(SPELLED, re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(DIGITS)
_MONTH_END = re.compile(MONTH_END, re.IGNORECASE | re.ASCII)
_WHOLE_MONTH = re.compile(rf"{MONTH}[ -]?{_YEAR}", re.IGNORECASE | re.ASCII)
_ORDERS = {"day first": (2, 1, 0), "month first": (2, 0, 1), "year first": (0, 1, 2)}


def parse_date(text: str) -> date | Problem:
    """One day and nothing else, ``as at`` and a weekday apart."""
    body = _body(text)
    if body is None:
        return Problem(f"{quote(text)} is not a date")
    days = sorted(set(readings(body).values()))
    if len(days) > 1:
        return Problem(f"{quote(text)} may be {said(days[0])} or {said(days[1])}")
    return days[0] if days else Problem(f"{quote(text)} is not a date")


def parse_deadline(text: str) -> date | Problem:
    """A date, or a month and its year, which stand for the last day of the month."""
    day = parse_date(text)
    body = _body(text) if isinstance(day, Problem) else None
    whole = body is not None and _WHOLE_MONTH.fullmatch(body)
    return _last_day(body) if body and whole else day


def readings(text: str) -> Mapping[str, date]:
    """The days that a plain text can stand for, by the order in which it would be written."""
    if _SPELLED.fullmatch(text):
        return _spelled(text)
    if _MONTH_END.fullmatch(text):
        return {"spelled": _last_day(text)}
    if not _DIGITS.fullmatch(text):
        return {}
    numbers = re.findall("[0-9]+", text)
    orders = ("year first",) if len(numbers[0]) > 2 else ("day first", "month first")
    places = {order: _ORDERS[order] for order in orders}
    found = {
        o: _day(numbers[y], int(numbers[m]), int(numbers[d])) for o, (y, m, d) in places.items()
    }
    return {order: day for order, day in found.items() if day is not None}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its first letters."""
    return next(at for at, month in enumerate(_NAMES, 1) if month[:3] == name[:3].title())


def century(year: int) -> int:
    """A year of two digits with its century; those from 70 on are of the last one."""
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def said(day: date) -> str:
    """A day as a person says it: 31 March 2020."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


def _body(text: str) -> str | None:
    """The text without what may stand around a date, or None if it is too long for one."""
    body = plain(text)
    if len(body) > LONGEST_DATE:
        return None
    lead = _LEAD.match(body)
    body = body[lead.end() :] if lead else body
    time = re.search(r"[ T]00:00(?::00)?$", body)
    return body[: time.start()] if time else body


def _month_in(text: str) -> int:
    """The month whose name stands in a text; "of" and "end" are no months, nor "st" and "th"."""
    name = re.search(MONTH, text, re.IGNORECASE | re.ASCII)
    return month_number(name[0]) if name else 0


def _last_day(text: str) -> date:
    """The last day of the month that a text names with its year."""
    year, month = century(int(re.findall("[0-9]+", text)[-1])), _month_in(text)
    return date(year, month, monthrange(year, month)[1])


def _spelled(text: str) -> Mapping[str, date]:
    numbers = re.findall("[0-9]+", text)
    day = _day(numbers[1], _month_in(text), int(numbers[0]))
    return {"spelled": day} if day else {}


def _day(year: str, month: int, day: int) -> date | None:
    if len(year) not in (2, 4):
        return None
    try:
        return date(century(int(year)), month, day)
    except ValueError:
        return None
