"""What a run of tokens means: one period, or a Problem that says why it is none."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.dates import readings
from kpi_core.cells.text import quote
from kpi_core.periods.days import ending_on, on_day, undated
from kpi_core.periods.interval import between, months_ending, period_ending
from kpi_core.periods.period import Period
from kpi_core.periods.tokens import Token, shape
from kpi_core.vocabulary import PeriodKind

_QUARTER_WITH_MONTHS = re.compile(r"(.*)([MY]-[MY])(C?)(.*)")
_HYPHENED = ("Q-F", "F-Q", "H-F", "F-H", "P-F", "F-P", "Q-f", "f-Q", "H-f", "f-H")
"""Here the hyphen joins the parts of one period: "Q1 - 2022/23"."""


@dataclass(frozen=True)
class Beside:
    """What the caller knows of a text: its financial year's first year, what dates stand for."""

    year: int | None = None
    ending: PeriodKind | None = None


def read(tokens: Sequence[Token], text: str, beside: Beside) -> Period | Problem:
    """The period that a run of tokens makes, a Problem if it makes none."""
    for token in tokens:
        if isinstance(token.value, Problem):
            return token.value
    try:
        return _grammar(tokens, text, beside)
    except ValueError as error:
        return Problem(f"{quote(text)} is not a period: {error}")


def span(first: Period | Problem, last: Period | Problem, text: str) -> Period | Problem:
    """From one period to another of the same kind."""
    if isinstance(first, Problem):
        return first
    if isinstance(last, Problem):
        return last
    if first.kind is not last.kind or first.kind is PeriodKind.UNKNOWN:
        return Problem(f"{quote(text)} joins two kinds of period")
    try:
        return Period.span(first, last)
    except ValueError as error:
        return Problem(f"{quote(text)} is not a period: {error}")


def _grammar(tokens: Sequence[Token], text: str, beside: Beside) -> Period | Problem:
    codes, year = shape(tokens), beside.year
    if isinstance(tokens[0].value, Period):
        return tokens[0].value if len(tokens) == 1 else Problem(f"{quote(text)} is not a period")
    if "D" in codes or "d" in codes:
        return _dated(tokens, text, beside)
    with_months = _QUARTER_WITH_MONTHS.fullmatch(codes)
    if with_months and "Q" in codes:
        return _quarter_with_months(tokens, with_months, text, year)
    if codes in _HYPHENED:
        return _simple([tokens[0], tokens[2]], text, year)
    if codes.count("-") == 1:
        return _range(tokens, codes.index("-"), text, year)
    return _simple(tokens, text, year)


def _dated(tokens: Sequence[Token], text: str, beside: Beside) -> Period | Problem:
    """Texts with a day in them: a span that ends on it, two days, or one that ends a period."""
    codes, texts = shape(tokens), [token.value for token in tokens]
    match codes, texts:
        case "D", [str(day)]:
            return on_day(day, text, beside.ending)
        case "ED", [int(months), str(day)]:
            return ending_on(day, months, text)
        case "D-D", [str(first), _, str(last)]:
            return between(first, last, text)
        case "d-D", [str(first), _, str(last)]:  # 1 April to 30 June 2019
            return between(f"{first} {last[-4:]}", last, text)
    return _ended(tokens, text, beside)


def _ended(tokens: Sequence[Token], text: str, beside: Beside) -> Period | Problem:
    """``Q4 2019/20 (31 March 2020)``: a period together with its own last day."""
    days = [token.value for token in tokens if token.code in "Dd"]
    parts = undated(tokens)
    if len(parts) != 1 or len(days) != 1 or not isinstance(days[0], str):
        return Problem(f"{quote(text)} names a day, not a period")
    ends = set(readings(days[0]).values())
    stated = read(parts[0], text, beside)
    if shape(parts[0]) == "Q":  # Q1 (30 June 2019): the day gives the year
        quarters = (period_ending(day, PeriodKind.QUARTER) for day in ends)
        named = [
            q for q in quarters if isinstance(q, Period) and q.label[-1] == f"{parts[0][0].value}"
        ]
        stated = named[0] if len(named) == 1 else stated
    if isinstance(stated, Period) and stated.end in ends:
        return stated
    return Problem(f"{quote(text)} names a day that does not end its period")


def _simple(tokens: Sequence[Token], text: str, year: int | None) -> Period | Problem:
    """One period without a range. Order of its parts does not matter: Q4 2019/20, 2019/20 Q4."""
    parts = {code: number for token in tokens for code, number in _numbers(token)}
    codes = "".join(sorted(parts))
    if len(parts) != sum(len(_numbers(token)) for token in tokens):
        return Problem(f"{quote(text)} names one thing twice")
    if codes in ("H", "M", "Q", "P", "EM"):
        if year is None:
            return Problem(f"{quote(text)} does not say which financial year")
        parts["F"], codes = year, "".join(sorted("F" + codes))
    if codes in ("CQ", "CH", "CP"):
        return Problem(f"{quote(text)} does not say which financial year {parts['C']} is in")
    if codes == "CE":
        return Problem(f"{quote(text)} does not say with which month it ends")
    build = _SHAPES.get(codes)
    return build(parts) if build else Problem(f"{quote(text)} is not a period")


def _numbers(token: Token) -> list[tuple[str, int]]:
    """The numbers of a token by code; a month with its year is the same as M and C."""
    if isinstance(token.value, tuple):
        return list(zip("MC", token.value, strict=True))
    code = token.code.upper()
    return [(code, token.value)] if isinstance(token.value, int) else []


def _range(tokens: Sequence[Token], place: int, text: str, year: int | None) -> Period | Problem:
    """A range, where one side may take its year from the other: Jan-Mar 2020, 2019/20 Q1-Q3."""
    left, right = tokens[:place], tokens[place + 1 :]
    shapes = shape(left), shape(right)
    if shapes == ("C", "C"):
        return _two_years(left[0], right[0], text)
    if shapes[0] == "M" and shapes[1] in ("MC", "Y"):
        last = _simple(right, text, None)
        first = _month_up_to(left[0], last) if isinstance(last, Period) else last
        return span(first, last, text)
    if "A" in shapes[0] or shapes[0] == "B":  # the words for it stand before the first year only
        academic = _simple(left, text, None)
        last_year = next((t.value for t in right if t.code in "FfB"), None)
        if isinstance(last_year, int):
            return span(academic, Period.academic_year(last_year), text)
    if {"F", "f"} & set(shapes[0] + shapes[1]):
        year = next(t.value for t in tokens if t.code in "Ff" and isinstance(t.value, int))
    return span(_simple(left, text, year), _simple(right, text, year), text)


def _two_years(first: Token, last: Token, text: str) -> Period | Problem:
    if isinstance(first.value, int) and last.value == first.value + 1:
        return Period.financial_year(first.value)
    return Problem(f"{quote(text)} does not say whether its years are calendar or financial ones")


def _quarter_with_months(
    tokens: Sequence[Token], match: re.Match[str], text: str, year: int | None
) -> Period | Problem:
    """``Quarter 3 (October to December 2014) 2014/15``: both ways of saying it have to agree."""
    months = tokens[match.start(2) : match.end(3)]
    around = [*tokens[: match.start(2)], *tokens[match.end(3) :]]
    outer = [token for token in around if token.code != "-"]
    if (match[3] or "Y" in match[2]) and shape(outer) == "Q":  # the months give the year
        stated = _range(months, 1, text, None)
        agrees = isinstance(stated, Period) and stated.quarter_number == outer[0].value
    else:
        stated = _simple(outer, text, year)
        if isinstance(stated, Problem) or stated.start is None:
            return stated
        start_year = stated.start.year - (stated.start.month < 4)
        agrees = _range(months, 1, text, start_year) == stated
    return stated if agrees else Problem(f"{quote(text)} names two different periods")


def _month_of(start_year: int, month: int) -> Period:
    return Period.month(start_year if month >= 4 else start_year + 1, month)


def _counted_month(start_year: int, number: int) -> Period:
    """Month 1 of a financial year is April."""
    if not 1 <= number <= 12:
        raise ValueError(f"there is no month {number}")
    return _month_of(start_year, (number + 2) % 12 + 1)


def _same(month: Period, number: int) -> Period:
    """``Month 9 (December 2019)``: both ways of saying it have to agree."""
    if month.start is None or (month.start.month - 4) % 12 + 1 != number:
        raise ValueError("its month has another number")
    return month


def _month_up_to(token: Token, last: Period) -> Period | Problem:
    """The nearest such month before or at the last one: Nov-Jan 2020 starts in 2019."""
    if last.start is None or not isinstance(token.value, int):
        return Problem("the range has no last month")
    earlier = token.value > last.start.month
    return Period.month(last.start.year - earlier, token.value)


_SHAPES: dict[str, Callable[[Mapping[str, int]], Period]] = {
    "F": lambda part: Period.financial_year(part["F"]),
    "FQ": lambda part: Period.quarter(part["F"], part["Q"]),
    "FH": lambda part: Period.half_year(part["F"], part["H"]),
    "FM": lambda part: _month_of(part["F"], part["M"]),
    "FP": lambda part: _counted_month(part["F"], part["P"]),
    "AF": lambda part: Period.academic_year(part["F"]),
    "B": lambda part: Period.academic_year(part["B"]),
    "C": lambda part: Period.calendar_year(part["C"]),
    "CMP": lambda part: _same(Period.month(part["C"], part["M"]), part["P"]),
    "FMP": lambda part: _same(_month_of(part["F"], part["M"]), part["P"]),
    "EFQ": lambda part: months_ending(Period.quarter(part["F"], part["Q"]), part["E"]),
    "CM": lambda part: Period.month(part["C"], part["M"]),
    "EF": lambda part: months_ending(Period.financial_year(part["F"]), part["E"]),
    "CEM": lambda part: months_ending(Period.month(part["C"], part["M"]), part["E"]),
    "EFM": lambda part: months_ending(_month_of(part["F"], part["M"]), part["E"]),
}
"""What the parts of a period make together; the codes are those of :class:`.tokens.Token`."""
