"""The words and numbers that periods are written with, found in a text one by one.

Readings that are decided here: six digits such as ``201920`` are a financial year where the last
two follow, else a month (``201906``), if there is one; so ``201112`` is 2011/12. In the same way
``2011-12`` is 2011/12 and ``2020-03`` is March 2020. ``Mar-20`` and ``Mar 20`` are March 2020,
as spreadsheets show months, but ``Mar 31`` may be the last day of March. ``Month 2`` and ``M2``
count from April. Two-digit years from 70 on are of the last century.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.dates import (
    DAY,
    DIGITS,
    MONTH,
    MONTH_END,
    SPELLED,
    century,
    month_number,
    readings,
)
from kpi_core.cells.text import quote
from kpi_core.periods.interval import interval
from kpi_core.periods.period import Period

_MONTH_ENDS = range(28, 32)
_OPEN = r"(?<![^\W_])(?<!£)(?<![0-9][.,])"
_SHUT = r"(?![^\W_]|%|[.,][0-9])"
# "16/17 year olds" and "aged 16/17" are ages.
_NO_AGE = r"(?! ?-?(?:years?|yrs?)[ -]old)"
_YEARS = (
    r"(?:(?:18|19|20)[0-9]{2}(?: ?[/-] ?|_)(?:[0-9]{4}|[0-9]{2})|(?:19|20)[0-9]{4}"
    rf"|(?<!aged )[0-9]{{2}}[/-][0-9]{{2}}{_NO_AGE})(?:{_SHUT}|(?=q[0-9]))"
)
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "twelve": 12}
# "Year to date" ends with nothing: after the sign of a span's end comes a month or a year.
_ENDING = (
    r"(?:(?:the )?(?:rolling|latest|last|previous) )?"
    rf"(?:(?:[0-9]{{1,2}}|{'|'.join(_COUNTS)})[ -])?(?:rolling )?"
    r"(?:(?:half[- ]year|years?|quarters?|months?)"
    r"(?:[- ]end| (?:rolling )?(?:ending|ended|up to|to))|fye|y/?e)"
    rf"(?: the)?(?: end(?: of)?)?(?= (?:{DAY} (?:of )?)?{MONTH}| (?:19|20)[0-9]{{2}}"
    r"| [0-9]{2}[/-][0-9]{2}| [0-9]{1,2}[/.][0-9]{1,2}[/.]| q[1-4])"
)
_ISO_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T00:00:00Z?)?"

_FORMS = {
    "interval": rf"{_ISO_DAY}/(?:P[0-9]{{1,2}}[YM]|{_ISO_DAY})" + _SHUT,
    "date": DIGITS + _SHUT,
    "spelled": f"(?:{SPELLED}|{MONTH_END})" + _SHUT,
    "years": rf"(?:(?:financial year|fy) ?)?{_YEARS}",
    "academicyears": rf"(?:academic year|ay) ?{_YEARS}",
    "fiscal": r"(?:financial year|fy) ?(?:19|20)[0-9]{2}" + _SHUT,
    "year": rf"(?:(?:calendar year|cy) ?)?(?:19|20)[0-9]{{2}}(?:{_SHUT}|(?=q[0-9]))"
    r"(?: calendar year)?",
    "ending": _ENDING,
    "quarter": r"(?:(?:quarter|qtr|q)\.? ?[0-9]|[0-9](?:st|nd|rd|th) (?:quarter|qtr)|[1-4]q"
    r"|(?:first|second|third|fourth) (?:quarter|qtr)|quarter (?:one|two|three|four))" + _SHUT,
    "midyear": r"mid[- ]?year" + _SHUT,
    "whichhalf": r"half[- ]year(?= ?\(?(?:(?:19|20)[0-9]{2}|[0-9]{2}/))",
    "week": r"(?:week|wk) [0-9]{1,2}" + _SHUT,
    "half": r"(?:h ?[12]|half[- ]year ?[12]|(?:1st|2nd|first|second) half)" + _SHUT,
    "counted": r"(?:month ?|m)[0-9]{1,2}" + _SHUT,
    "dayless": rf"{DAY} (?:of )?{MONTH}{_SHUT}(?! ?'?[0-9]{{2}})",
    "monthyear": rf"{MONTH}[ -]?'?[0-9]{{2}}{_SHUT}(?! ?[/.-] ?[0-9])",
    "month": MONTH + _SHUT,
    "academic": r"(?:academic|school) year" + _SHUT,
    "term": r"(?:autumn|spring|summer) term" + _SHUT,
    "season": r"(?:spring|summer|autumn|winter)(?= ?(?:19|20)[0-9]{2})",
    "range": r"(?:to|until)" + _SHUT,
}
# Only ASCII letters match without regard to case; the guards look at letters of any script.
_TOKEN = re.compile(
    # A quarter may stand right after the digits of its year.
    "|".join(
        (r"(?<![^\W\d_])" if name == "quarter" else _OPEN) + f"(?P<{name}>(?ai:{form}))"
        for name, form in _FORMS.items()
    )
    + r"|(?P<hyphen>-)"
)
_BETWEEN = re.compile(r"[ ;,:/|()\[\]_']*(?:(?:of|in|for) )?[ (]*", re.IGNORECASE)

Value = int | tuple[int, int] | str | Period | Problem


@dataclass(frozen=True)
class Token:
    """A piece of a period. ``code`` is one letter of the grammar in :mod:`.grammar`:

    F financial year, f the same with two-digit years and a hyphen (or ages), B academic year,
    C calendar year, Q quarter, H half-year, M month, Y month with its year (a pair of numbers),
    P month counted from April, D a date and d one without its year (their text), I an interval
    (a Period), A the words for academic year, E a span's length in months before its end, - a
    range, X something that cannot be (a Problem), n the same for a pair of two-digit numbers (or
    anything else).
    """

    code: str
    value: Value
    start: int
    end: int


def runs(text: str) -> list[list[Token]]:
    """Tokens of a plain text, grouped where only punctuation or "of" stands between them.

    A range sign at either end of a group belongs to the text around it and is left out.
    """
    groups: list[list[Token]] = []
    for match in _TOKEN.finditer(text):
        name = match.lastgroup or ""
        if name == "parting":
            name = "date"
        code, value = _value(name, match[0])
        token = Token(code, value, match.start(), match.end())
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1].end, token.start):
            groups[-1].append(token)
        else:
            groups.append([token])
    trimmed = (_trimmed(group) for group in groups)
    return [group for group in trimmed if group]


def shape(tokens: Sequence[Token]) -> str:
    """The codes of a run, in their order."""
    return "".join(token.code for token in tokens)


def _trimmed(group: list[Token]) -> list[Token]:
    kept = [place for place, token in enumerate(group) if token.code != "-"]
    return group[kept[0] : kept[-1] + 1] if kept else []


_CODES = {"year": "C", "midyear": "Q", "counted": "P", "academic": "A"}


def _value(name: str, text: str) -> tuple[str, Value]:
    numbers = [int(digits) for digits in re.findall(r"[0-9]+", text)]
    if name in _READERS:
        return _READERS[name](text, numbers)
    # The middle of the financial year is reported as its second quarter (Y3).
    return _CODES.get(name, "-"), numbers[0] if numbers else 2


def _academic(text: str, numbers: list[int]) -> tuple[str, Value]:
    code, value = _years(text, numbers)
    return ("B" if code in "Ff" else "X"), value


def _half(text: str, numbers: list[int]) -> tuple[str, Value]:
    spelled = 1 if text.lower().startswith("first") else 2
    return "H", numbers[0] if numbers else spelled


def _date(text: str, _: list[int]) -> tuple[str, Value]:
    if readings(text):
        return "D", text
    return "X", Problem(f"{quote(text)} is a date, not a period")


def _unsaid(what: str) -> Callable[[str, list[int]], tuple[str, Value]]:
    """The reading of a form that is never a period, with the reason."""
    return lambda text, _: ("X", Problem(f"{quote(text)} {what}"))


def _quarter(text: str, numbers: list[int]) -> tuple[str, Value]:
    words = (("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four"))
    spoken = set(text.lower().split())
    spelled = next((at for at, names in enumerate(words, 1) if spoken & set(names)), 0)
    return "Q", numbers[0] if numbers else spelled


def _length(text: str, numbers: list[int]) -> tuple[str, Value]:
    """Months of "3 years to", "quarter ending" and the like."""
    words = text.lower().replace("-", " ").split()
    count = numbers[0] if numbers else next((_COUNTS[w] for w in words if w in _COUNTS), 1)
    units = (unit for unit in ("half", "quarter", "month") if unit in text.lower())
    return "E", count * _LENGTHS[next(units, "year")]


def _month(text: str, numbers: list[int]) -> tuple[str, Value]:
    month = month_number(text)
    if not numbers:
        return "M", month
    if numbers[0] in _MONTH_ENDS:
        return "X", Problem(f"{quote(text)} may be a day or a month of a year")
    return "Y", (month, century(numbers[0]))


def _years(text: str, numbers: list[int]) -> tuple[str, Value]:
    first, second = numbers if len(numbers) == 2 else divmod(numbers[0], 100)
    short = first < 100
    start = century(first)
    if second in (start + 1, (start + 1) % 100):
        return ("f" if short and "-" in text else "F"), start
    if re.fullmatch(r"[0-9]{4}-?(?:0[1-9]|1[0-2])", text):
        return "Y", (second, first)
    problem = (
        f"{quote(text)} is not a financial year: the second year must follow the first. "
        "For a span of years, write '2020/21 to 2022/23' or 'Jan 2020 to Dec 2022'"
    )
    return ("n" if short else "X"), Problem(problem)


_READERS: dict[str, Callable[[str, list[int]], tuple[str, Value]]] = {
    "years": _years,
    "academicyears": _academic,
    "month": _month,
    "monthyear": _month,
    "half": _half,
    "ending": _length,
    "date": _date,
    "spelled": _date,
    "dayless": lambda text, _: ("d", text),
    "interval": lambda text, _: ("I", interval(text)),
    "quarter": _quarter,
    "fiscal": _unsaid("does not say in which of two years it starts"),
    "term": _unsaid("is a school term, whose days differ by council"),
    "season": _unsaid("is a season, which has no first and last day"),
    "week": _unsaid("is a week, which is shorter than any period of a scorecard"),
    "whichhalf": _unsaid("does not say which half"),
}
"""What each form means that is more than its first number."""
