"""Status of every indicator in every period: declared where the report rates it, else computed."""

import pandas as pd

from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.present.row import missing_word
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import on_screen
from kpi_core.vocabulary import NOT_RATED

__all__ = ["STATUS_WORDS", "missing_word", "period_status", "status_history"]

STATUS_WORDS = {"no_figure": words.NO_FIGURE}

COLUMNS = (
    *("indicator", "title", "position", "period_label", "period_position", "status"),
    *("status_word", "declared", "value_text", "reason"),
)


def status_history(card: Scorecard, shown: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator shown and period, in the order shown.

    Args:
        card: the scorecard.
        shown: rows of ``card.rows``, such as those that meet the filters.
    """
    computed = _computed(card, set(shown["indicator"]))
    made: list[tuple[object, ...]] = []
    for position, row in enumerate(records(shown)):
        for at, label in enumerate(card.periods):
            value = row["spark"].values[at]
            place = (row["indicator"], label)
            status, reason, declared = period_status(card.rated.get(place), computed.get(place))
            status = status if value is not None else "no_figure"
            made.append(
                (
                    *(
                        row["indicator"],
                        row["title"],
                        position,
                        words.period_text(label),
                        at,
                        status,
                    ),
                    *(STATUS_WORDS.get(status) or on_screen(status), declared),
                    *(row["spark"].texts[at], reason),
                )
            )
    return pd.DataFrame(made, columns=list(COLUMNS))


def period_status(rated: Record | None, computed: Record | None) -> tuple[str, str, bool]:
    """Status, reason, and whether it is declared: by the report that rates the period, if any."""
    if rated is not None:
        return rated["declared_status"] or NOT_RATED, _declared_reason(rated), True
    found = computed or {}
    return found.get("computed_status") or NOT_RATED, found.get("status_reason", ""), False


def _declared_reason(rated: Record) -> str:
    """Our arithmetic, and where it ends elsewhere, that the status is not ours."""
    declared, computed = rated["declared_status"], rated["computed_status"]
    if declared == computed:
        return str(rated["status_reason"])
    said = "Declared by the council" if declared else "Not declared"
    word = on_screen(computed or NOT_RATED).lower()
    return f"{said}; by our rule it is {word}. {rated['status_reason']}"


def _computed(card: Scorecard, indicators: set[str]) -> dict[tuple[str, str], Record]:
    history = card.dataset.frame("history_ratings")
    mine = history[
        (history["organisation"] == card.organisation) & history["indicator"].isin(indicators)
    ]
    return {(record["indicator"], record["period_label"]): record for record in records(mine)}
