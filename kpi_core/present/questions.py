"""Questions a manager asks first, as filters."""

from typing import NamedTuple

from kpi_core.selection import Choices, Filters


class Question(NamedTuple):
    """A question in words, the filters that answer it, and how many indicators they lead to."""

    label: str
    filters: Filters
    number: int


_ALWAYS = (
    ("Red and declining", Filters(status=("Red",), direction=("Declining",))),
    (
        "Improving but worse than a year ago",
        Filters(direction=("Improving",), year_ago=("Worse",)),
    ),
    ("Red and worse than the comparator", Filters(status=("Red",), comparison=("Worse",))),
    (
        "Declining but better than a year ago",
        Filters(direction=("Declining",), year_ago=("Better",)),
    ),
)

_IF_ANY = (
    (
        "Declared and computed differ",
        Filters(agreement=("Different status", "Different direction")),
    ),
    ("Could tip to another colour", Filters(fragile=("Could tip",))),
)
"""Asked only where they lead to an indicator."""


def questions(choices: Choices) -> list[Question]:
    """The questions to ask of a scorecard, in a fixed order."""
    asked = [Question(*pair, len(choices.where(pair[1]))) for pair in (*_ALWAYS, *_IF_ANY)]
    return asked[: len(_ALWAYS)] + [each for each in asked[len(_ALWAYS) :] if each.number]
