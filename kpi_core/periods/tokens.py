"""The words and numbers that periods are written with, found in a text one by one.

Readings that are decided here: six digits such as ``201920`` are a financial year where the last
two follow, else a month (``201906``), if there is one; so ``201112`` is 2011/12. In the same way
``2011-12`` is 2011/12 and ``2020-03`` is March 2020. ``Mar-20`` and ``Mar 20`` are March 2020,
as spreadsheets show months, but ``Mar 31`` may be the last day of March. Two-digit years from 70
on are of the last century.
"""

import re
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.text import quote

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH_ENDS = range(28, 32)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?)"
)
_OPEN = r"(?<![^\W_])(?<!£)(?<![0-9][.,])"
_SHUT = r"(?![^\W_]|%|[.,][0-9])"
# "16/17 year olds" and "aged 16/17" are ages.
_NO_AGE = r"(?! ?-?(?:years?|yrs?)[ -]old)"

_FORMS = {
    "date": r"[0-9]{1,4}(?P<parting>[/.-])[0-9]{1,2}(?P=parting)[0-9]{1,4}" + _SHUT,
    "years": r"(?:(?:financial year|fy) ?)?"
    r"(?:(?:18|19|20)[0-9]{2} ?[/-] ?(?:[0-9]{4}|[0-9]{2})|(?:19|20)[0-9]{4}"
    rf"|(?<!aged )[0-9]{{2}}[/-][0-9]{{2}}{_NO_AGE})(?:{_SHUT}|(?=q[0-9]))",
    "fiscal": r"(?:financial year|fy) ?(?:19|20)[0-9]{2}" + _SHUT,
    "year": rf"(?:19|20)[0-9]{{2}}(?:{_SHUT}|(?=q[0-9]))",
    "quarter": r"(?:(?:quarter|qtr|q)\.? ?[0-9]|[0-9](?:st|nd|rd|th) (?:quarter|qtr))" + _SHUT,
    "midyear": r"mid[- ]?year" + _SHUT,
    "half": r"(?:h ?[12]|half[- ]year ?[12]|(?:1st|2nd|first|second) half)" + _SHUT,
    "monthyear": rf"{_MONTH}[ -]?'?[0-9]{{2}}{_SHUT}(?! ?[/.-] ?[0-9])",
    "month": _MONTH + _SHUT,
    "academic": r"academic year" + _SHUT,
    "ending": rf"(?:year|12 months) (?:ending|ended|to)(?: [0-9]{{1,2}}(?:st|th)?)?(?= {_MONTH})",
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
_BETWEEN = re.compile(r"[ ;,:/|()\[\]_]*(?:(?:of|in|for) )?[ (]*", re.IGNORECASE)


@dataclass(frozen=True)
class Token:
    """A piece of a period. ``code`` is one letter of the grammar in :mod:`.parse`:

    F financial year, f the same with two-digit years and a hyphen (or ages), C calendar year,
    Q quarter, H half-year, M month, Y month with its year (a pair of numbers), A and E the words
    for academic year and year ending, - a range, X something that cannot be (a Problem), n the
    same for a pair of two-digit numbers (or anything else).
    """

    code: str
    value: int | tuple[int, int] | Problem
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


def _trimmed(group: list[Token]) -> list[Token]:
    kept = [place for place, token in enumerate(group) if token.code != "-"]
    return group[kept[0] : kept[-1] + 1] if kept else []


def _value(name: str, text: str) -> tuple[str, int | tuple[int, int] | Problem]:
    numbers = [int(digits) for digits in re.findall(r"[0-9]+", text)]
    match name:
        case "years":
            return _years(text, numbers)
        case "month" | "monthyear":
            return _month(text, numbers)
        case "half":
            spelled = 1 if text.lower().startswith("first") else 2
            return "H", numbers[0] if numbers else spelled
        case "date":
            return "X", Problem(f"{quote(text)} is a date, not a period")
        case "fiscal":
            return "X", Problem(f"{quote(text)} does not say in which of two years it starts")
    code = {"year": "C", "quarter": "Q", "midyear": "Q", "academic": "A", "ending": "E"}
    # The middle of the financial year is reported as its second quarter (Y3).
    return code.get(name, "-"), numbers[0] if numbers else 2


def _month(text: str, numbers: list[int]) -> tuple[str, int | tuple[int, int] | Problem]:
    month = _MONTHS.index(text[:3].lower()) // 4 + 1
    if not numbers:
        return "M", month
    if numbers[0] in _MONTH_ENDS:
        return "X", Problem(f"{quote(text)} may be a day or a month of a year")
    return "Y", (month, _century(numbers[0]))


def _years(text: str, numbers: list[int]) -> tuple[str, int | tuple[int, int] | Problem]:
    first, second = numbers if len(numbers) == 2 else divmod(numbers[0], 100)
    short = first < 100
    start = _century(first) if short else first
    if second in (start + 1, (start + 1) % 100):
        return ("f" if short and "-" in text else "F"), start
    if re.fullmatch(r"[0-9]{4}-?(?:0[1-9]|1[0-2])", text):
        return "Y", (second, first)
    problem = f"{quote(text)} is not a financial year: the second year must follow the first"
    return ("n" if short else "X"), Problem(problem)


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)
