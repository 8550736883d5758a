"""A briefing as a frame, one row per item: for downloads and for programs."""

import pandas as pd

from kpi_core.present.briefing.compose import Briefing, Change
from kpi_core.present.briefing.sides import Side
from kpi_core.selection import on_screen

NOT_COMPARED = "Cannot be compared"
"""Stands for the kind of an item that is no change."""

COLUMNS = (
    *("kind", "title", "sentence", "notes", "status", "status_basis", "status_before"),
    *("status_before_basis", "period", "period_before", "figure", "figure_before"),
    *("target", "target_before", "indicator"),
)


def rows(made: Briefing) -> pd.DataFrame:
    """The changes in their order, then what cannot be compared; every cell is text or missing."""
    items = (*made.changes, *made.not_compared)
    return pd.DataFrame([row(item) for item in items], columns=list(COLUMNS))


def row(change: Change) -> dict[str, str | None]:
    """One item; a side that it does not have is left out."""
    one = change.kind.one if change.kind else NOT_COMPARED
    return {
        "kind": one[:1].upper() + one[1:],
        "title": change.title,
        "sentence": change.sentence,
        "notes": " ".join(change.notes),
        "indicator": change.indicator,
        **_side(change.now, ""),
        **_side(change.then, "_before"),
    }


def _side(side: Side | None, suffix: str) -> dict[str, str | None]:
    if side is None:
        return {}
    known = side.status is not None
    return {
        f"status{suffix}": on_screen(side.status) if side.status else None,
        f"status{suffix}_basis": side.status_basis if known else None,
        f"period{suffix}": side.period,
        f"figure{suffix}": side.figure,
        f"target{suffix}": side.target_text or None,
    }
