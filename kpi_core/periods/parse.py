"""Reading periods as councils print them (Y1 to Y3).

What a text does not say is never filled in: ``Q4 2019`` may follow the calendar or the financial
year, ``2013 to 2015`` may be either kind of year, and both are Problems. ``2015 to 2016`` is the
financial year, as government releases write it.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from kpi_core.cells import Problem
from kpi_core.cells.text import plain, quote, squeeze
from kpi_core.periods.period import UNKNOWN, Period
from kpi_core.periods.tokens import Token, runs
from kpi_core.vocabulary import PeriodKind

LONGEST_HEADING = 1000
_WEAK = re.compile(r"[Mfn-]+")  # may as well be ages, or the word "May", inside a heading
_OWN_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER_WITH_MONTHS = re.compile(r"(.*)(M-M)(C?)(.*)")


def parse_period(text: str, year: int | None = None) -> Period | Problem:
    """Read a text that is one period and nothing else.

    ``year`` is the first year of the financial year for texts such as ``Q4`` or ``Qtr 4``.
    """
    found = find_period(text, year)
    if found is None or found[1]:
        return Problem(f"{quote(text)} is not a period")
    return found[0]


def find_period(text: str, year: int | None = None) -> tuple[Period | Problem, str] | None:
    """The period inside a heading and what remains of it, or None if nothing looks like one.

    ``2019/20 Target`` gives 2019/20 and ``Target``. A heading that names two different periods
    is a Problem.
    """
    if len(text) > LONGEST_HEADING:
        return None
    shown, body = squeeze(text), plain(text).replace("\\", "/")
    found: list[tuple[Period | Problem, str]] = []
    for tokens in runs(body):
        end = _bracket_end(body, tokens[0].start, tokens[-1].end)
        rest = _remainder(shown, tokens[0].start, end)
        if rest and _WEAK.fullmatch(_shape(tokens)):
            continue
        found.append((_read(tokens, shown[tokens[0].start : end], year), rest))
    sure = [(period, rest) for period, rest in found if isinstance(period, Period)]
    if len({period for period, _ in sure}) > 1:
        return Problem(f"{quote(text)} names more than one period"), sure[0][1]
    return next(iter(sure or found), None)


def period_from_label(label: str) -> Period | Problem:
    """Read back a canonical label of our own, where ``2011-12`` is always December 2011.

    Printed texts go through :func:`parse_period`, where the same is the year 2011/12.
    """
    if label == UNKNOWN.label:
        return UNKNOWN
    first, joined, last = label.partition(" to ")
    if joined:
        ends = period_from_label(first), period_from_label(last)
        return _span(*ends, label)
    month = _OWN_MONTH.fullmatch(label)
    if not month:
        return parse_period(label)
    try:
        return Period.month(int(month[1]), int(month[2]))
    except ValueError as error:
        return Problem(f"{quote(label)} is not a period: {error}")


def _shape(tokens: Sequence[Token]) -> str:
    return "".join(token.code for token in tokens)


def _read(tokens: Sequence[Token], text: str, year: int | None) -> Period | Problem:
    """The period that a run of tokens makes, a Problem if it makes none."""
    for token in tokens:
        if isinstance(token.value, Problem):
            return token.value
    try:
        return _grammar(tokens, text, year)
    except ValueError as error:
        return Problem(f"{quote(text)} is not a period: {error}")


def _grammar(tokens: Sequence[Token], text: str, year: int | None) -> Period | Problem:
    shape = _shape(tokens)
    with_months = _QUARTER_WITH_MONTHS.fullmatch(shape)
    if with_months and "Q" in shape:
        return _quarter_with_months(tokens, with_months, text, year)
    if shape in ("Q-F", "F-Q", "H-F", "F-H"):  # "Q1 - 2022/23": a hyphen, not a range
        return _simple([tokens[0], tokens[2]], text, year)
    if shape.count("-") == 1:
        return _range(tokens, shape.index("-"), text, year)
    return _simple(tokens, text, year)


def _simple(tokens: Sequence[Token], text: str, year: int | None) -> Period | Problem:
    """One period without a range. Order of its parts does not matter: Q4 2019/20, 2019/20 Q4."""
    parts = {code: number for token in tokens for code, number in _numbers(token)}
    shape = "".join(sorted(parts))
    if len(parts) != sum(len(_numbers(token)) for token in tokens):
        return Problem(f"{quote(text)} names one thing twice")
    if shape in ("H", "M", "Q"):
        if year is None:
            return Problem(f"{quote(text)} does not say which financial year")
        parts["F"], shape = year, "".join(sorted("F" + shape))
    if shape in ("CQ", "CH"):
        return Problem(f"{quote(text)} does not say which financial year {parts['C']} is in")
    build = _SHAPES.get(shape)
    return build(parts) if build else Problem(f"{quote(text)} is not a period")


def _numbers(token: Token) -> list[tuple[str, int]]:
    """The numbers of a token by code; a month with its year is the same as M and C."""
    if isinstance(token.value, tuple):
        return list(zip("MC", token.value, strict=True))
    return [(token.code.upper(), token.value)] if isinstance(token.value, int) else []


def _range(tokens: Sequence[Token], place: int, text: str, year: int | None) -> Period | Problem:
    """A range, where one side may take its year from the other: Jan-Mar 2020, 2019/20 Q1-Q3."""
    left, right = tokens[:place], tokens[place + 1 :]
    shapes = _shape(left), _shape(right)
    if shapes == ("C", "C"):
        return _two_years(left[0], right[0], text)
    if shapes[0] == "M" and shapes[1] in ("MC", "Y"):
        last = _simple(right, text, None)
        first = _month_up_to(left[0], last) if isinstance(last, Period) else last
        return _span(first, last, text)
    if {"F", "f"} & set(shapes[0] + shapes[1]):
        year = next(t.value for t in tokens if t.code in "Ff" and isinstance(t.value, int))
    return _span(_simple(left, text, year), _simple(right, text, year), text)


def _two_years(first: Token, last: Token, text: str) -> Period | Problem:
    if isinstance(first.value, int) and last.value == first.value + 1:
        return Period.financial_year(first.value)
    return Problem(f"{quote(text)} does not say whether its years are calendar or financial ones")


def _quarter_with_months(
    tokens: Sequence[Token], match: re.Match[str], text: str, year: int | None
) -> Period | Problem:
    """``Quarter 3 (October to December 2014) 2014/15``: both ways of saying it have to agree."""
    months = tokens[match.start(2) : match.end(3)]
    outer = [*tokens[: match.start(2)], *tokens[match.end(3) :]]
    if match[3] and _shape(outer) == "Q":  # Q4 (Jan-Mar 2020): the months give the year
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


def _month_up_to(token: Token, last: Period) -> Period | Problem:
    """The nearest such month before or at the last one: Nov-Jan 2020 starts in 2019."""
    if last.start is None or not isinstance(token.value, int):
        return Problem("the range has no last month")
    earlier = token.value > last.start.month
    return Period.month(last.start.year - earlier, token.value)


def _year_ending(last: Period) -> Period:
    before = last.year_before()
    if before is None or before.start is None:
        raise ValueError("the year starts too early")
    year, month = before.start.year, before.start.month
    first = Period.month(year + month // 12, month % 12 + 1)
    return Period.span(first, last)


def _span(first: Period | Problem, last: Period | Problem, text: str) -> Period | Problem:
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


def _bracket_end(text: str, start: int, end: int) -> int:
    """Take in the bracket that closes one opened inside: Quarter 1 (2025/2026)."""
    inside = text[start:end]
    closes = inside.count("(") > inside.count(")") and text[end : end + 1] == ")"
    return end + closes


def _remainder(shown: str, start: int, end: int) -> str:
    """The heading without its period, joining marks and emptied brackets."""
    left = re.sub(r"[(\[] ?[)\]]", "", f"{shown[:start]} {shown[end:]}")
    left = squeeze(left).strip(" -–—:;,/|_")
    whole = re.fullmatch(r"[(\[]([^()\[\]]*)[)\]]", left)
    return whole[1].strip() if whole else left


_SHAPES: dict[str, Callable[[Mapping[str, int]], Period]] = {
    "F": lambda part: Period.financial_year(part["F"]),
    "FQ": lambda part: Period.quarter(part["F"], part["Q"]),
    "FH": lambda part: Period.half_year(part["F"], part["H"]),
    "FM": lambda part: _month_of(part["F"], part["M"]),
    "AF": lambda part: Period.academic_year(part["F"]),
    "C": lambda part: Period.calendar_year(part["C"]),
    "CM": lambda part: Period.month(part["C"], part["M"]),
    "CEM": lambda part: _year_ending(Period.month(part["C"], part["M"])),
}
"""What the parts of a period make together; the codes are those of :class:`.tokens.Token`."""
