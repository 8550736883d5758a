"""Which published periods the quoted benchmarks fit, worded: worked out at build (S9)."""

from collections import Counter

import pandas as pd

from kpi_core.comparators.vintage_words import behind_words
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.vocabulary import Vintage

COLUMNS = (
    *("indicator", "title", "group", "quoted_text", "period", "state", "state_word"),
    *("fits_text", "behind_text", "now_text", "together_text", "sentence", "source_cell"),
)

NOTHING = "Nothing published"


def vintages(card: Scorecard, shown: pd.DataFrame) -> pd.DataFrame:
    """One row per quoted figure of an indicator shown that joins a national measure.

    In the order of the indicators shown and of the figures in their cells; ``behind_text`` and
    ``together_text`` are empty where there is nothing to say.
    """
    stored = card.dataset.frame("vintages")
    mine = stored[stored["report"] == card.report["report"]]
    titles = dict(zip(shown["indicator"], shown["title"], strict=True))
    order = {indicator: at for at, indicator in enumerate(titles)}
    found = [r for r in records(mine) if r["indicator"] in titles]
    found.sort(key=lambda record: order[record["indicator"]])
    rows = [_row(r, titles[r["indicator"]]) for r in found]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def finding(frame: pd.DataFrame) -> str:
    """How many of the quoted figures are of which age, in one sentence without a full stop."""
    counts = Counter(frame["state"])
    checked = len(frame) - counts[Vintage.NOT_COMPARED]
    if not checked:
        return "No quoted benchmark can be held against published figures"
    parts = [
        f"{counts[state]:,} {_FITTING[state]}"
        for state in (Vintage.EARLIER, Vintage.SAME, Vintage.NOTHING)
        if counts[state]
    ]
    which = "benchmark" if checked == 1 else "benchmarks"
    return f"Of {checked:,} quoted {which} held against published figures: " + "; ".join(parts)


_FITTING = {
    Vintage.EARLIER: "only of an earlier period than the row",
    Vintage.SAME: "of the row’s period",
    Vintage.NOTHING: "like nothing published",
}


def _row(record: Record, title: str) -> tuple[object, ...]:
    state = Vintage(record["state"])
    return (
        *(record["indicator"], title, record["group_title"], record["quoted_text"]),
        *(record["period_label"], state.value, state.word),
        _fits(record, state),
        _behind(record["months_behind"], record["expected_label"]),
        record["now_text"] or "",
        ", ".join(record["together"]),
        record["sentence"],
        record["source_cell"],
    )


def _fits(record: Record, state: Vintage) -> str:
    if state is Vintage.NOT_COMPARED:
        return str(record["sentence"])
    return str(record["fits_text"] or NOTHING)


def _behind(months: float | None, expected: str | None) -> str:
    """Such as "two years before 2019/20"; empty without a match, and for the expected period."""
    if not months:
        return ""
    return f"{behind_words(int(months))} before {expected}"
