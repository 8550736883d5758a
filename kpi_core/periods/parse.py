"""Reading periods as councils print them (Y1 to Y3).

What a text does not say is never filled in: ``Q4 2019`` may follow the calendar or the financial
year, ``2013 to 2015`` may be either kind of year, and both are Problems. ``2015 to 2016`` is the
financial year, as government releases write it. A date is no period: which one ends on 31 March
2020 is for the caller to say.
"""

import re
from collections.abc import Iterator
from datetime import date

from kpi_core.cells import Problem
from kpi_core.cells.text import plain, quote, squeeze
from kpi_core.periods.days import undated
from kpi_core.periods.grammar import Beside, read, span
from kpi_core.periods.period import UNKNOWN, Period
from kpi_core.periods.tokens import Token, runs, shape
from kpi_core.vocabulary import PeriodKind

LONGEST_HEADING = 1000
_WEAK = re.compile(r"[MPdfn-]+")  # may as well be ages, or the word "May", inside a heading
_OF_A_MONTH = re.compile(
    r"(?:data|figures?|actuals?|performance|outturn|results?|value|position|ytd|year to date)"
    r"|(?:in|for|as at|at|by)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[ (:,-]*(?:(?:actual|outturn|performance|target|results?|value|ytd|year to date|cumulative"
    r"|forecast|profile|figures?|data|position|to date)[ ):,(-]*){1,3}(?:(?:for|of|in) )?\(?",
    re.IGNORECASE,
)
_PARTED = (["F", "Q"], ["F", "H"], ["F", "M"], ["F", "P"], ["F", "M-M"])
_OWN_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_OWN_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) to ([0-9]{4}-[0-9]{2}-[0-9]{2})")


def parse_period(
    text: str, year: int | None = None, ending: PeriodKind | None = None
) -> Period | Problem:
    """Read a text that is one period and nothing else; see :func:`find_period`."""
    found = find_period(text, year, ending)
    if found is None or found[1]:
        return Problem(f"{quote(text)} is not a period")
    return found[0]


def find_period(
    text: str, year: int | None = None, ending: PeriodKind | None = None
) -> tuple[Period | Problem, str] | None:
    """The period inside a heading and what remains of it, or None if nothing looks like one.

    ``2019/20 Target`` gives 2019/20 and ``Target``. A heading that names two different periods
    is a Problem.

    Args:
        text: the heading, or a sentence.
        year: first year of the financial year for texts such as ``Q4``, ``Qtr 4`` or ``Month 2``.
        ending: the kind of period that ends on a day such as ``31 March 2020``, if that is known;
            without it a date is a Problem. One of :data:`.interval.ENDINGS`.
    """
    found = list(_found(text, Beside(year, ending)))
    sure = [(period, rest) for period, rest in found if isinstance(period, Period)]
    if len({period for period, _ in sure}) > 1:
        return Problem(f"{quote(text)} names more than one period"), sure[0][1]
    if len(sure) == 1 and (parted := _parted(text, ending)):
        return parted
    return next(iter(sure or found), None)


def periods_in(text: str) -> list[Period]:
    """Every complete period that a title or a file name states, in order and each once.

    ``council-plan-q4-2019-20.xlsx`` states 2019/20 Q4. Days, such as that of a meeting, and pairs
    of two-digit numbers alone, which may be ages, are left out; so is all that lacks its year.
    """
    if len(text) > LONGEST_HEADING:
        return []
    body = plain(text).replace("\\", "/")
    parts = (part for tokens in runs(body) for part in undated(tokens))
    found = (read(part, body, Beside()) for part in parts if not _WEAK.fullmatch(shape(part)))
    return list(dict.fromkeys(period for period in found if isinstance(period, Period)))


def period_from_label(label: str) -> Period | Problem:
    """Read back a canonical label of our own, where ``2011-12`` is always December 2011.

    Printed texts go through :func:`parse_period`, where the same is the year 2011/12.
    """
    if label == UNKNOWN.label:
        return UNKNOWN
    if days := _OWN_DAYS.fullmatch(label):
        return _from_days(days[1], days[2], label)
    first, joined, last = label.partition(" to ")
    if joined:
        ends = period_from_label(first), period_from_label(last)
        return span(*ends, label)
    month = _OWN_MONTH.fullmatch(label)
    if not month:
        return parse_period(label)
    try:
        return Period.month(int(month[1]), int(month[2]))
    except ValueError as error:
        return Problem(f"{quote(label)} is not a period: {error}")


def _from_days(first: str, last: str, label: str) -> Period | Problem:
    try:
        return Period.of_days(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as error:
        return Problem(f"{quote(label)} is not a period: {error}")


def _found(text: str, beside: Beside) -> Iterator[tuple[Period | Problem, str]]:
    """Each run of tokens as a period, with what the text says besides."""
    if len(text) > LONGEST_HEADING:
        return
    shown, body = squeeze(text), plain(text).replace("\\", "/")
    for tokens in runs(body):
        end = _bracket_end(body, tokens[0].start, tokens[-1].end)
        rest = _remainder(shown, tokens[0].start, end)
        if rest and _WEAK.fullmatch(shape(tokens)) and not _is_month(tokens, rest):
            continue
        yield read(tokens, shown[tokens[0].start : end], beside), rest


def _parted(text: str, ending: PeriodKind | None) -> tuple[Period | Problem, str] | None:
    """A quarter and its year with the heading's noun between them: ``Q4 outturn 2019/20``."""
    shown, body = squeeze(text), plain(text).replace("\\", "/")
    parts = runs(body)
    if sorted(shape(part) for part in parts) not in _PARTED:
        return None
    first, last = parts
    between = body[first[-1].end : last[0].start]
    if not _NOUN.fullmatch(between):
        return None
    period = read([*first, *last], shown, Beside(None, ending))
    end = _bracket_end(body, first[0].start, last[-1].end)
    noun = shown[first[-1].end : last[0].start].strip(" ()")
    return period, _remainder(f"{shown[: first[0].start]} {noun} {shown[end:]}", 0, 0)


def _is_month(tokens: list[Token], rest: str) -> bool:
    """Whether a bare month is one after all: ``May data``."""
    codes = set(shape(tokens))
    return codes <= {"M", "P", "-"} and bool(_OF_A_MONTH.fullmatch(rest))


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
