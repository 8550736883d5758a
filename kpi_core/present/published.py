"""What was reported beside what was published later, worded: worked out at build (S14)."""

from collections.abc import Sequence

import pandas as pd

from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard

COLUMNS = (
    *("indicator", "title", "period", "reported_text", "published_text", "difference_text"),
    *("sameness", "drift_text", "sentence", "difference", "source_cell"),
)

SAME, ROUNDED, OTHER, NOT_REPORTED = (
    "As reported",
    "The same within rounding",
    "Differs",
    "Not in the report",
)


def published(card: Scorecard, shown: pd.DataFrame) -> pd.DataFrame:
    """One row per figure of an indicator shown for whose period something was published.

    In the order of the indicators shown, then of their periods. Nothing is overwritten: the
    reported figure stands beside the published one.
    """
    stored = card.dataset.frame("later_figures")
    mine = stored[stored["organisation"] == card.organisation]
    titles = dict(zip(shown["indicator"], shown["title"], strict=True))
    order = {indicator: at for at, indicator in enumerate(titles)}
    found = [r for r in records(mine) if r["indicator"] in titles]
    found.sort(key=lambda record: (order[record["indicator"]], record["period_end"]))
    rows = [_row(record, titles[record["indicator"]]) for record in found]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def finding(frame: pd.DataFrame) -> str:
    """How many figures were published as they were reported, without a full stop."""
    kinds = [kind for kind in frame["sameness"] if kind != NOT_REPORTED]
    if not kinds:
        return "Nothing was published for the periods of these figures"
    which = "figure was" if len(kinds) == 1 else "figures were"
    counted = f"{len(kinds):,} reported {which} published later"
    return f"{counted}: {_counts(kinds)}"


def _counts(kinds: Sequence[str]) -> str:
    said = {SAME: "as reported", ROUNDED: "the same within rounding", OTHER: "with a difference"}
    return ", ".join(f"{kinds.count(k):,} {words}" for k, words in said.items() if k in kinds)


def _row(record: Record, title: str) -> tuple[object, ...]:
    return (
        *(record["indicator"], title, record["period_label"]),
        record["reported_text"] or "",
        record["published_text"],
        record["difference_text"] or "",
        _sameness(record),
        record["drift_text"] or "",
        *(record["sentence"], record["difference"], record["source_cell"]),
    )


def _sameness(record: Record) -> str:
    if record["difference"] is None:
        return NOT_REPORTED
    if record["difference"] == 0:
        return SAME
    return ROUNDED if record["within_rounding"] else OTHER
