"""Figures in running text, with the unit and the decimals that they are written with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.formatting import figure_text, rounded
from kpi_core.vocabulary import Unit

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"

_UNITS = (
    (Unit.PERCENT, r"%|per ?cent\b(?!age)"),
    (Unit.PERCENTAGE_POINT, r"(?:percentage |%|% |ppt? )?points?\b|pp\b|ppts?\b"),
    (Unit.RATE_PER_100000, r"per 100,?000\b"),
    (Unit.RATE_PER_10000, r"per 10,?000\b"),
    (Unit.RATE_PER_1000, r"per 1,?000\b"),
    (Unit.DAYS, r"(?:working |calendar )?days?\b"),
    (Unit.WEEKS, r"weeks?\b"),
    (Unit.HOURS, r"hours?\b"),
    (Unit.UNKNOWN, r"(?:months?|years?|minutes?|million|thousand|billion|[kmbn]{1,2})\b"),
)
"""Signs and words of units; the last line are those of no indicator."""

FIGURE = re.compile(
    r"(?P<figure>(?<![\w/.,£–-])(?P<pounds>£ ?)?"
    rf"(?P<number>{NUMBER})(?![\d/]|[.,]\d|(?:st|nd|rd|th)\b)\s?-?(?:"
    + "|".join(f"(?P<u{at}>{form})" for at, (_, form) in enumerate(_UNITS))
    + r")?(?![\w/]|-\w))",
    re.IGNORECASE,
)

BARE = frozenset({Unit.COUNT, Unit.SCORE, Unit.RATIO}) | {
    *(Unit.RATE_PER_1000, Unit.RATE_PER_10000, Unit.RATE_PER_100000)
}
"""Units whose figures are written without a sign."""


@dataclass(frozen=True)
class Mention:
    """A figure in a text. ``unit`` is None for a bare number, UNKNOWN for one of no indicator."""

    value: Decimal
    decimals: int
    unit: Unit | None
    start: int
    end: int

    @property
    def is_difference(self) -> bool:
        return self.unit is Unit.PERCENTAGE_POINT

    def is_in(self, unit: Unit) -> bool:
        """Whether it may be a figure of an indicator of this unit."""
        return self.unit is unit or (self.unit is None and unit in BARE)

    def text(self, unit: Unit) -> str:
        """The figure as it is said: in its own unit, else in the indicator's."""
        return figure_text(self.value, self.unit or unit, self.decimals)


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every figure of a text."""
    for match in FIGURE.finditer(text, start, len(text) if end is None else end):
        yield mention(match)


def mention(match: re.Match[str]) -> Mention:
    """What one match of ``FIGURE``, or of a pattern that holds it, says."""
    number = match["number"].replace(",", "")
    found = next((unit for at, (unit, _) in enumerate(_UNITS) if match[f"u{at}"]), None)
    if match["pounds"]:
        found = Unit.GBP if found is None else Unit.UNKNOWN
    return Mention(Decimal(number), len(number.partition(".")[2]), found, *match.span("figure"))


def same(said: Mention, value: Decimal) -> bool:
    """Equal once both are rounded to the coarser of the two precisions (S7)."""
    places = min(said.decimals, max(decimals(value), 1) if said.decimals > 1 else decimals(value))
    return rounded(value, places) == rounded(said.value, places) or (
        rounded(value, said.decimals) == said.value
    )


def apart(one: Decimal, other: Decimal) -> bool:
    """Whether two printed figures differ by more than their rounding can explain (S7)."""
    slack = (_half_unit(one) + _half_unit(other)) if one != other else Decimal(0)
    return one != other and abs(one - other) >= slack


def decimals(value: Decimal) -> int:
    """Decimal places as printed: a printed 16.0 is no 16."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _half_unit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(-decimals(value)) / 2
