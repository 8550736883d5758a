"""Targets as printed: a figure, a bound, a range, a day, yes or no, or words (R4).

A bound says which way is good: ``at least 70%`` is 70% with higher is better. A range is best
met inside. What cannot be rated by number keeps its text and the reason.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kpi_core.cells import Problem
from kpi_core.cells.bounds import Bound
from kpi_core.cells.dates import parse_deadline, said
from kpi_core.cells.figures import Figure
from kpi_core.cells.missing import missing_from
from kpi_core.cells.outturns import parse_outturn
from kpi_core.cells.text import plain, quote
from kpi_core.vocabulary import Missing, Polarity, Unit

LONGEST_TARGET = 300


class TargetKind(StrEnum):
    """What a target cell holds; figures, bounds and ranges can be rated by number."""

    FIGURE = "figure"
    BOUND = "bound"
    RANGE = "range"
    DATE = "date"
    YES_NO = "yes_no"
    WORDS = "words"
    NONE = "none"


@dataclass(frozen=True)
class Target:
    """One target; ``raw`` is the text as printed.

    Attributes:
        figure: the number to rate against, for a figure, a bound and a range with a middle.
        bound: the side that meets a bound, and whether the number itself does.
        lower: the least value of a range, in the unit of ``unit``.
        upper: its greatest value.
        polarity: the way that the wording implies; UNKNOWN where it implies none.
        due: the day of a date target, the last day of the month where only that is printed.
        answer: what a yes or no target asks for.
        missing: why there is no target, where a mark says so.
        reason: why it cannot be rated by number; a sentence fragment, None if it can.
    """

    raw: str
    kind: TargetKind
    unit: Unit = Unit.UNKNOWN
    figure: Figure | None = None
    bound: Bound | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    polarity: Polarity = Polarity.UNKNOWN
    due: date | None = None
    answer: bool | None = None
    missing: Missing | None = None
    reason: str | None = None


_NONE = re.compile(
    r"(?:no|without(?: a)?) (?:annual |formal |set )?target(?: set)?|target not set|not set|none"
    r"|baseline(?: year| data| to be set)?|(?:establish|set|establishing|setting) (?:a )?baseline"
    r"|(?:to be )?baselined|monitor(?:ing)?(?: only)?|trend(?: only)?|track(?:ing)? only"
    r"|contextual(?: (?:only|measure|indicator))?|data only"
    r"|(?:for )?information(?: only)?|not (?:applicable|targeted)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:between |from )?(?P<low>[£0-9.,%]+(?: ?[a-z%]+)??) ?(?:-|to|and) ?(?P<high>[£0-9.,]+.*)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?P<middle>.*?[0-9%a-z]) ?(?:±|\+/-|\+ ?or ?-) ?(?P<width>.+)", re.IGNORECASE
)
_TOLERANCE = re.compile(r"(?:±|\+/-).*")
_WORDS = re.compile(
    r"[a-z].*[a-z]{3,}.*|(?:top|upper|bottom|best|lowest) [0-9]+(?:\.[0-9]+)?%?", re.IGNORECASE
)
_ANSWERS = {"yes": True, "no": False}


def parse_target(text: str, decimal_comma: bool = False) -> Target | Problem:
    """Read one target; a text of digits that is none of these is a Problem."""
    body = plain(text)
    if len(body) > LONGEST_TARGET:
        return Problem(f"{quote(text)} is too long for a target")
    special = _special(text, body)
    if special:
        return special
    figure = parse_outturn(text, decimal_comma)
    if isinstance(figure, Problem):
        ranged = _around(text, body) or _between(text, body)
        return ranged or _in_words(text, body, figure)
    if figure.missing:
        return Target(text, TargetKind.NONE, missing=figure.missing, reason="there is no target")
    if figure.bound and figure.limit is not None:
        value = replace(figure, value=figure.limit, bound=None, limit=None)
        polarity = figure.bound.polarity
        return Target(text, TargetKind.BOUND, figure.unit, value, figure.bound, polarity=polarity)
    return Target(text, TargetKind.FIGURE, figure.unit, figure)


def _special(text: str, body: str) -> Target | None:
    """No target, yes or no, or a day."""
    missing = missing_from(text)
    if missing or _NONE.fullmatch(body.rstrip(".")):
        reason = "there is no target" if missing else f"{quote(text)} sets no target"
        return Target(text, TargetKind.NONE, missing=missing, reason=reason)
    if body.lower() in _ANSWERS:
        answer = _ANSWERS[body.lower()]
        reason = f"the target is {quote(text)}, not a number"
        return Target(text, TargetKind.YES_NO, Unit.TEXT, answer=answer, reason=reason)
    due = parse_deadline(text)
    if isinstance(due, date):
        reason = f"the target is a day, {said(due)}"
        return Target(text, TargetKind.DATE, Unit.TEXT, due=due, reason=reason)
    return None


def _in_words(text: str, body: str, problem: Problem) -> Target | Problem:
    if "may be" in getattr(parse_deadline(text), "reason", ""):
        return Problem(f"{quote(text)} is a date that can be read in two ways")
    if _TOLERANCE.fullmatch(body):
        return Problem(f"{quote(text)} is a tolerance without the figure that it is around")
    if not _WORDS.fullmatch(body):
        return problem
    return Target(
        text, TargetKind.WORDS, Unit.TEXT, reason=f"the target is in words: {quote(text)}"
    )


def _between(text: str, body: str) -> Target | Problem | None:
    """``10-15%``, ``between 10 and 15``, ``10% to 15%``; a unit at the end is that of both."""
    match = _RANGE.fullmatch(body)
    if not match:
        return None
    low, high = parse_outturn(match["low"]), parse_outturn(match["high"])
    if isinstance(low, Problem) or isinstance(high, Problem):
        return None
    return _range(text, low, high, None)


def _around(text: str, body: str) -> Target | Problem | None:
    """``100% ±5%``: the figure and what it may be off by, in the figure's own unit.

    So ``80% ±5%`` runs from 75% to 85%.
    """
    match = _AROUND.fullmatch(body)
    middle = parse_outturn(match["middle"]) if match else None
    width = parse_outturn(match["width"]) if match else None
    if not isinstance(middle, Figure) or not isinstance(width, Figure):
        return None
    if middle.value is None or width.value is None or width.value < 0:
        return None
    if Unit.PERCENT is width.unit is not middle.unit:
        return Problem(f"{quote(text)} does not say what its tolerance is a percentage of")
    low, high = (replace(middle, value=middle.value + sign * width.value) for sign in (-1, 1))
    return _range(text, low, high, middle)


def _range(text: str, low: Figure, high: Figure, middle: Figure | None) -> Target | Problem | None:
    units = {low.unit, high.unit} - {Unit.UNKNOWN}
    if low.value is None or high.value is None or len(units) > 1 or low.also or high.also:
        return None
    if low.value >= high.value:
        return Problem(f"{quote(text)} is no range: its second figure is not above its first")
    return Target(
        text,
        TargetKind.RANGE,
        next(iter(units), Unit.UNKNOWN),
        figure=replace(middle, raw=text) if middle else None,
        lower=low.value,
        upper=high.value,
        polarity=Polarity.TARGET_IS_BEST,
    )
