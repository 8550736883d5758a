"""Declared words of a report: status and direction of travel, turned into enum members once.

Only words of judgement are known. An unknown word is a Problem, never a default. ``M`` is read
by its column: in both of these it says that the measure is not available yet (S5), and it is
never short for Maintained.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kpi_core.cells import Problem
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import plain, quote
from kpi_core.vocabulary import Direction, Missing, Status

Word = TypeVar("Word", Status, Direction)


@dataclass(frozen=True)
class Declared(Generic[Word]):
    """A declared word as printed (``raw``): exactly one of ``word`` and ``missing`` is set.

    ``respelled`` says that the word was known only after changing its case or spaces (``red``);
    sentence case and title case are both ordinary spellings.
    """

    raw: str
    word: Word | None
    missing: Missing | None
    respelled: bool = False


_AWAITED = "m"

_STATUS: dict[str, Status] = {
    **dict.fromkeys(("red", "r"), Status.RED),
    **dict.fromkeys(("amber", "a"), Status.AMBER),
    **dict.fromkeys(("green", "g"), Status.GREEN),
}

_DIRECTION: dict[str, Direction] = {
    **dict.fromkeys(("improving", "improved", "better"), Direction.IMPROVING),
    **dict.fromkeys(
        ("maintained", "maintaining", "stayed the same", "same", "no change", "static", "stable"),
        Direction.MAINTAINED,
    ),
    **dict.fromkeys(
        ("declining", "declined", "deteriorating", "deteriorated", "worsening", "worse"),
        Direction.DECLINING,
    ),
}

# The figure's movement is arithmetic; whether it is good depends on polarity (D2).
_MOVEMENTS = frozenset(
    ("up", "down", "increasing", "increased", "decreasing", "decreased", "↑", "↓", "→", "▲", "▼")
)


def parse_status(text: str) -> Declared[Status] | Problem:
    """A status word, a colour's first letter, or why there is none."""
    declared = _declared(text, _STATUS, plain(text).casefold())
    return declared or Problem(f"{quote(text)} is not a known status")


def parse_direction(text: str) -> Declared[Direction] | Problem:
    """A judgement such as "Improving Performance", or why there is none."""
    spoken = plain(text).casefold()
    if spoken in _MOVEMENTS:
        return Problem(f"{quote(text)} says which way the figure moved, not whether that is better")
    declared = _declared(text, _DIRECTION, spoken.removesuffix(" performance"))
    return declared or Problem(f"{quote(text)} is not a known direction of travel")


def _declared(text: str, words: Mapping[str, Word], key: str) -> Declared[Word] | None:
    if key in words:
        shown = plain(text)
        ordinary = {shown.capitalize(), shown.title()}
        return Declared(text, words[key], None, respelled=text not in ordinary)
    missing = Missing.AWAITED if key == _AWAITED else missing_from(text)
    return Declared(text, None, missing) if missing else None
