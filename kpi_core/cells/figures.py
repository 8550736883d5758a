"""A printed figure: number, unit, decimals and mark, or the reason why there is none (U1, M1).

The printed number is kept in its unit: ``17.1%`` is 17.1 percent, never 0.171. Multiples are
written out (``£1.2m`` is 1,200,000 pounds). Bounds, ranges, two figures in a cell and words are
Problems that say what they are.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from kpi_core.cells import Problem
from kpi_core.cells.bounds import Bound
from kpi_core.cells.marks import split_mark
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import plain, quote
from kpi_core.cells.unit_words import unit_beside
from kpi_core.vocabulary import Mark, Missing, Unit


@dataclass(frozen=True)
class Figure:
    """``raw`` is the text as printed; exactly one of ``value``, ``missing`` and ``bound`` is set.

    ``value`` is in ``unit``, which is UNKNOWN for a bare number. ``decimals`` counts the decimal
    places of ``value`` that were printed; None for a ratio or hours and minutes, where the value
    is a quotient. The fields from ``bound`` on are set by :func:`.outturns.parse_outturn` only.

    Attributes:
        bound: a figure that is only known to lie on one side of ``limit`` has no value.
        also: further figures of the same cell, each with its own text: ``7.7 (7.6)``.
        numerator: what ``value`` is a share of ``denominator`` of, where both are printed.
        notes: footnote signs and remarks beside the figure, as printed.
    """

    raw: str
    value: Decimal | None
    unit: Unit
    decimals: int | None
    missing: Missing | None = None
    mark: Mark | None = None
    bound: Bound | None = None
    limit: Decimal | None = None
    also: tuple["Figure", ...] = ()
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    notes: tuple[str, ...] = ()


# A double holds fifteen digits exactly; longer whole numbers in a report are not figures. The
# other bound keeps sums within Decimal's own precision.
MOST_WHOLE_DIGITS = 15
MOST_DIGITS = 28
LONGEST_CELL = 80
LEAST_NOISE = 5

_POWERS = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_NUMBER = re.compile(
    r"(?P<sign>[-+]?) ?(?P<pounds>£?) ?"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|(?=\.))(?:\.(?P<part>[0-9]+))?"
    r" ?(?P<power>thousand|million|billion|bn|k|m)?(?![a-z])"
    r" ?(?P<unit>%.*|[a-z].*)?",
    re.IGNORECASE,
)
_COLON = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?) ?: ?([0-9]{1,6}(?:\.[0-9]{1,3})?)")
_HOURS = re.compile(r"[0-9]{1,3}:[0-5][0-9]")

_KNOWN_OTHERS = (
    (
        r"(?:rank(?:ed)? ?#?|#|=)[0-9]|[0-9]+(?:st|nd|rd|th)\b|[0-9]+ ?(?:of|out of) ?[0-9]+.*rank",
        "is a rank, not a figure",
    ),
    (r"#[A-Z]+[/!?0]", "is the error of a spreadsheet formula"),
    (r"#{2,}$", "is what a spreadsheet shows where a column is too narrow"),
    (r"-?[0-9.]+e[-+]?[0-9]+$", "is not a number in full but in scientific notation"),
    (r"(?:~|≈|c\.? ?[0-9]|circa\b|about\b|around\b|approx)", "is an approximation, not a figure"),
    (r"[$€]", "is not in pounds"),
    (
        r"[a-z]{1,2}[0-9]{1,4}(?:\.[0-9]+)?%?$",
        "has letters before its number that are not explained",
    ),
    (r"<[a-z/]", "holds markup"),
    (
        r"(?:[<>≤≥±~=]|(?:greater|more|less|fewer|under|over|at least|at most)\b)",
        "is a bound, not a single number",
    ),
    (r"[0-9.,%£]+ ?(?:-|to) ?[0-9.,%£]+", "is a range or a date, not a single number"),
    (r".*[0-9]%? ?\([^)]*[0-9][^)]*\)", "holds two figures, not one"),
    (r"[0-9]*,[0-9]+", "has a comma that does not part thousands"),
)


def parse_figure(text: str) -> Figure | Problem:
    """Read one printed figure; what cannot be read for certain is a Problem with its reason."""
    missing = missing_from(text)
    if missing:
        return Figure(text, None, Unit.UNKNOWN, None, missing)
    body = re.sub(r"^(?:£ ?-|minus £)", "-£", re.sub(r"^£ ?\((.*)\)", r"(£\1)", plain(text)))
    if len(body) > LONGEST_CELL:
        return Problem(f"{quote(text)} is too long to be a figure")
    body, mark = split_mark(body)
    if ":" in body:
        return _colon(text, body, mark)
    return _number(text, body, mark)


def _number(text: str, body: str, mark: Mark | None) -> Figure | Problem:
    # Accountants print a negative in brackets: (2.1), (2.1%) and (2.1)% are all minus 2.1.
    bracketed = re.fullmatch(r"\(([^()+-]*)\)(%|k|m|bn|)", body, re.IGNORECASE)
    match = _NUMBER.fullmatch("".join(bracketed.groups()) if bracketed else body)
    if not match:
        return Problem(_reason(text, body))
    whole, part = match["whole"].replace(",", ""), match["part"] or ""
    unit = unit_beside(match["unit"] or "", bool(match["pounds"]))
    if unit is None:
        return Problem(f"{quote(text)} is in a unit that is not known: {quote(match['unit'])}")
    power = (match["power"] or "").lower()
    if power == "m" and unit is not Unit.GBP:
        return Problem(f"{quote(text)} may be in millions, metres or minutes")
    exponent = _POWERS.get(power, 0)
    if len(whole) + exponent > MOST_WHOLE_DIGITS or len(whole + part) > MOST_DIGITS:
        return Problem(f"{quote(text)} has too many digits for a figure")
    whole, part = _without_noise(whole, part)
    value = Decimal(f"{whole or 0}.{part or 0}") * 10**exponent
    negative = bracketed or match["sign"] == "-"
    decimals = max(0, len(part) - exponent)
    value = round(value, decimals)  # "5" and "5.0" differ in what was printed
    return Figure(text, -value if negative else value, unit, decimals, mark=mark)


def _without_noise(whole: str, part: str) -> tuple[str, str]:
    """Digits without what a double adds beyond its fifteenth: 17.100000000000001 is 17.1.

    A quotient such as 0.1428571428571428 gets no shorter by that and stays as it is.
    """
    if len((whole + part).lstrip("0")) <= MOST_WHOLE_DIGITS:
        return whole, part
    rounded = Context(prec=MOST_WHOLE_DIGITS).create_decimal(f"{whole or 0}.{part or 0}")
    short = f"{rounded:f}".rstrip("0").rstrip(".")
    kept, _, tail = short.partition(".")
    return (kept, tail) if len(tail) + LEAST_NOISE <= len(part) else (whole, part)


def _colon(text: str, body: str, mark: Mark | None) -> Figure | Problem:
    """``07:30`` is hours and minutes, ``1:4`` a ratio (its value is first over second).

    ``1:30`` could be either, since ratios are mostly printed as one to something; so could
    ``60:40``, since the parts of a whole are printed like that.
    """
    match = _COLON.fullmatch(body)
    if not match:
        return Problem(_reason(text, body))
    first, second = Decimal(match[1]), Decimal(match[2])
    if _HOURS.fullmatch(body):
        one_to_some = match[1] == "1" and match[2][0] != "0"
        if one_to_some or first + second == 100:
            return Problem(f"{quote(text)} may be a ratio or hours and minutes")
        return Figure(text, first + second / 60, Unit.HOURS, None, mark=mark)
    if not second:
        return Problem(f"{quote(text)} is a ratio to nothing")
    return Figure(text, first / second, Unit.RATIO, None, mark=mark)


def _reason(text: str, body: str) -> str:
    for pattern, what in _KNOWN_OTHERS:
        if re.match(pattern, body, re.IGNORECASE):
            return f"{quote(text)} {what}"
    return f"{quote(text)} is not a number"
