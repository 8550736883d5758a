"""What a reader has to know of the figures behind a direction, as sentences after it."""

from kpi_core.rules.direction.points import Held
from kpi_core.vocabulary import Mark

NOT_FINAL = (Mark.PROVISIONAL, Mark.ESTIMATED, Mark.FORECAST)
"""Marks of a figure that is still going to change."""


def notes(held: Held) -> str:
    """How the earlier figure was found, what is not final, what another report gave."""
    return " ".join(note for note in (held.note, _unsettled(held), _carried(held)) if note)


def _unsettled(held: Held) -> str:
    """Where final figures are held against some that are not (D4)."""
    unsettled = [point for point in held.used if point.mark in NOT_FINAL]
    if len(unsettled) in {0, len(held.used)}:
        return ""
    marked = ", ".join(f"{p.period.label} is {p.mark.word.lower()}" for p in unsettled if p.mark)
    return f"The figure of {marked}, so the change may still be revised."


def _carried(held: Held) -> str:
    labels = [point.period.label for point in held.used if point.carried]
    if not labels:
        return ""
    figures = "figure" if len(labels) == 1 else "figures"
    return f"An earlier report gives the {figures} of {', '.join(labels)}."
