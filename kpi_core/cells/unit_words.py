"""How units are printed: beside a figure and in a column of their own (U1)."""

import re

from kpi_core.cells import Problem
from kpi_core.cells.text import plain, quote
from kpi_core.vocabulary import Unit

_BESIDE = {
    "": Unit.UNKNOWN,
    **dict.fromkeys(("%", "percent", "per cent"), Unit.PERCENT),
    **dict.fromkeys(("pp", "ppt", "ppts", "% points", "%pts", "% pts"), Unit.PERCENTAGE_POINT),
    **dict.fromkeys(("percentage point", "percentage points"), Unit.PERCENTAGE_POINT),
    **dict.fromkeys(("day", "days", "working days", "calendar days"), Unit.DAYS),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), Unit.WEEKS),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), Unit.HOURS),
}
_COUNTED = frozenset(
    (
        *("cases", "people", "persons", "children", "adults", "families", "households", "homes"),
        *("dwellings", "properties", "complaints", "visits", "visitors", "incidents", "jobs"),
        *("businesses", "employees", "apprentices", "apprenticeships", "volunteers", "units"),
        *("calls", "referrals", "applications", "members", "learners", "places", "carers"),
        *("kg", "kgs", "tonnes", "tonnes co2e", "tco2e", "kwh", "mwh", "miles", "km", "hectares"),
    )
)
"""Things that councils count, weigh or measure: with one behind it, a number is a number of them.

The dataset has no unit for each; what is counted stays in the text as printed.
"""

_RATE = re.compile(
    r"(?:rate )?per (1,?000|10,?000|100,?000|thousand)(?: [a-z][a-z ,0-9()-]*)?", re.IGNORECASE
)
_RATES = {
    **dict.fromkeys(("1000", "thousand"), Unit.RATE_PER_1000),
    "10000": Unit.RATE_PER_10000,
    "100000": Unit.RATE_PER_100000,
}
_PER_HEAD = re.compile(
    r"per (?:head|person|capita|resident|household|dwelling|property|home)(?: of population)?",
    re.IGNORECASE,
)

_COLUMN = {
    **dict.fromkeys(("number", "numbers", "no", "no.", "#", "count", "numeric"), Unit.COUNT),
    **dict.fromkeys(("percentage", "percentages", "proportion", "% age", "%age"), Unit.PERCENT),
    **dict.fromkeys(("£", "£s", "gbp", "pounds", "pounds sterling", "£ per head"), Unit.GBP),
    "ratio": Unit.RATIO,
    **dict.fromkeys(("score", "index", "average score"), Unit.SCORE),
    **dict.fromkeys(("text", "yes/no", "date", "narrative", "milestone"), Unit.TEXT),
}
_TOO_LITTLE = {
    "rate": "does not say per how many",
    **dict.fromkeys(("rank", "ranking"), "is a place in an order, not a unit"),
    **dict.fromkeys(
        ("minutes", "mins", "seconds", "months", "years"),
        "is a unit that figures are not kept in",
    ),
    **dict.fromkeys(
        ("£000", "£000s", "£k", "£m", "£ million", "£bn", "000s", "thousands", "millions"),
        "says that its figures are multiples, which a bare figure does not show",
    ),
}
LONGEST_UNIT = 80


def unit_beside(printed: str, pounds: bool = False) -> Unit | None:
    """The unit of what stands behind a number; None if it is not known.

    ``pounds`` says that a pound sign stands before the number.
    """
    word = printed.strip().lower()
    if pounds:
        return Unit.GBP if not word or _PER_HEAD.fullmatch(word) else None
    if word in _COUNTED:
        return Unit.COUNT
    return _BESIDE[word] if word in _BESIDE else _rate(word)


def parse_unit(text: str) -> Unit | Problem:
    """The unit that a cell of a unit column names; a blank one is UNKNOWN."""
    word = plain(text).casefold()
    if word in ("", "-"):
        return Unit.UNKNOWN
    if len(word) > LONGEST_UNIT:
        return Problem(f"{quote(text)} is too long for a unit")
    if word in _TOO_LITTLE:
        return Problem(f"{quote(text)} {_TOO_LITTLE[word]}")
    inner = re.fullmatch(r"\((.*)\)", word)
    word = re.sub(r"^(?:unit|number of|no\. of) ", "", inner[1] if inner else word)
    unit = _COLUMN.get(word) or unit_beside(word)
    return unit or Problem(f"{quote(text)} is not a known unit")


def _rate(word: str) -> Unit | None:
    match = _RATE.fullmatch(word)
    return _RATES[match[1].replace(",", "").lower()] if match else None
