"""Declared words of a report: status and direction of travel, turned into enum members once.

A word is looked up in the corrections of the catalogue, then in the legend that the report
prints, then among the words that mean the same everywhere. An unknown word is a Problem, never a
default. ``M`` is read by its column: in both of these it says that the measure is not available
yet (S5), unless a legend explains it, and it is never short for Maintained.
"""

from collections.abc import Iterable, Mapping

from kpi_core.cells import Problem
from kpi_core.cells.declared import LONGEST_WORDS, Declared, key_of, ordinary, without_footnote
from kpi_core.cells.direction_words import (
    Said,
    direction_meaning,
    direction_problem,
    symbol_font_movements,
)
from kpi_core.cells.missing import missing_from
from kpi_core.cells.status_words import status_meaning, status_problem
from kpi_core.cells.text import plain, quote
from kpi_core.vocabulary import Direction, Missing, Movement, Status

__all__ = ["Declared", "DirectionVocabulary", "StatusVocabulary", "parse_status"]

_AWAITED = "m"
_ANSWERS = {"yes": Status.GREEN, "no": Status.RED}


class StatusVocabulary:
    """The status words of one column."""

    def __init__(
        self,
        corrections: Mapping[str, Status | Missing] | None = None,
        legend: Mapping[str, Status | Missing] | None = None,
        *,
        answers: bool = False,
    ) -> None:
        """Words with a meaning of their own in this column.

        Args:
            corrections: words as printed, from the catalogue; they outrank everything.
            legend: signs as :func:`.legends.legend_from` gives them.
            answers: whether the column's heading asks "On target?", so that yes is green.
        """
        self._own: dict[str, Status | Missing] = dict(_ANSWERS) if answers else {}
        self._own |= {key_of(word): meant for word, meant in (legend or {}).items()}
        self._own |= {key_of(word): meant for word, meant in (corrections or {}).items()}

    def parse(self, text: str) -> Declared[Status] | Problem:
        """A status, or why there is none."""
        if len(text) > LONGEST_WORDS:
            return Problem(f"{quote(text)} is too long for a status")
        key = without_footnote(key_of(text))
        meant = self._own.get(key) or missing_from(text) or status_meaning(key)
        if meant is None and key == _AWAITED:
            meant = Missing.AWAITED
        if isinstance(meant, Missing):
            return Declared(text, None, meant)
        return (
            Declared(text, meant, None, not ordinary(text)) if meant else status_problem(text, key)
        )


class DirectionVocabulary:
    """The direction words of one column. A movement comes back as such, without a judgement."""

    def __init__(
        self,
        corrections: Mapping[str, Direction | Missing] | None = None,
        legend: Mapping[str, Direction | Movement | Missing] | None = None,
        column: Iterable[str] = (),
    ) -> None:
        """Words with a meaning of their own in this column.

        Args:
            corrections: words as printed, from the catalogue; they outrank everything.
            legend: signs as :func:`.legends.direction_legend_from` gives them.
            column: the column's texts: arrows of a symbol font are known only where it holds
                nothing else.
        """
        self._arrows = symbol_font_movements(column)
        self._own: dict[str, Direction | Movement | Missing] = {}
        self._own |= {key_of(word): meant for word, meant in (legend or {}).items()}
        self._own |= {key_of(word): meant for word, meant in (corrections or {}).items()}

    def parse(self, text: str) -> Declared[Direction] | Problem:
        """A judgement, a movement that polarity has to judge, or why there is neither."""
        if len(text) > LONGEST_WORDS:
            return Problem(f"{quote(text)} is too long for a direction of travel")
        key = without_footnote(key_of(text))
        said = self._said(text, key)
        if said is None:
            return direction_problem(text, key)
        if said.missing:
            return Declared(text, None, said.missing)
        respelled = said.word is not None and not ordinary(text)
        return Declared(text, said.word, None, respelled, said.movement)

    def _said(self, text: str, key: str) -> Said | None:
        meant = self._own.get(key) or missing_from(text) or self._arrows.get(plain(text))
        if isinstance(meant, Missing):
            return Said(missing=meant)
        if isinstance(meant, Direction):
            return Said(word=meant)
        if isinstance(meant, Movement):
            return Said(movement=meant)
        said = direction_meaning(key)
        return Said(missing=Missing.AWAITED) if said is None and key == _AWAITED else said


def parse_status(text: str) -> Declared[Status] | Problem:
    """A status word, a colour's first letter, or why there is none."""
    return StatusVocabulary().parse(text)
