"""Figures of which only one side is printed: ``<21%``, ``at least 70%``, ``5 or fewer``."""

import re
from enum import StrEnum

from kpi_core.vocabulary import Polarity


class Bound(StrEnum):
    """On which side of the printed number the figure lies, and whether it may be that number."""

    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"

    @property
    def strict(self) -> bool:
        """Whether the printed number itself lies outside."""
        return self in (Bound.LESS_THAN, Bound.MORE_THAN)

    @property
    def polarity(self) -> Polarity:
        """Which way is good, where a target is printed as this bound."""
        if self in (Bound.AT_MOST, Bound.LESS_THAN):
            return Polarity.LOWER_IS_BETTER
        return Polarity.HIGHER_IS_BETTER


_BEFORE = {
    Bound.AT_MOST: (
        r"≤|⩽|<=|=<|<\/=|=\/<|less than or equal to|at most|up to|within|no more than"
        r"|not more than|no greater than|no higher than|maximum(?: of)?|max\.?"
    ),
    Bound.AT_LEAST: (
        r"≥|⩾|>=|=>|>\/=|=\/>|(?:greater|more) than or equal to|at least|no less than"
        r"|not less than|no lower than|no fewer than|minimum(?: of)?|min\.?"
    ),
    Bound.LESS_THAN: r"<|less than|fewer than|lower than|under|below",
    Bound.MORE_THAN: r">|(?:greater|more|higher) than|over|above",
}
_AFTER = {
    Bound.AT_MOST: r"or (?:less|fewer|lower|below|under)|and (?:under|below)|max(?:imum)?",
    Bound.AT_LEAST: (
        r"or (?:more|greater|higher|above|over|better)|and (?:over|above)|\+|min(?:imum)?"
    ),
}
_FORMS = [
    *[
        (
            bound,
            re.compile(
                rf"(?:{words})(?<![a-z.])(?P<rest>.*)|(?:{words}) (?P<spaced>.*)", re.IGNORECASE
            ),
        )
        for bound, words in _BEFORE.items()
    ],
    *[
        (bound, re.compile(rf"(?P<rest>.*[0-9a-z%]) ?(?:{words})", re.IGNORECASE))
        for bound, words in _AFTER.items()
    ],
]


def split_bound(body: str) -> tuple[Bound, str] | None:
    """The bound that a plain text begins or ends with, and what is left of the text.

    ``up to``, ``within`` and ``maximum`` include the number; ``under``, ``below`` and ``over``
    do not.
    """
    for bound, form in _FORMS:
        match = form.fullmatch(body)
        if match:
            rest = match.groupdict().get("spaced") or match["rest"] or ""
            return bound, rest.strip()
    return None
