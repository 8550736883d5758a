"""The missing-data calendar: for every indicator and period, the figure or why there is none.

The two ways of printing a gap stay apart until a person maps them (S6), and zero is a figure (M4).
Of several reports of one council the newest version of each figure counts.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.present.row import sort_key
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.versions import latest, restated
from kpi_core.vocabulary import Accumulation, Mark, Missing, Unit

FIGURE = "figure"
TEXT = "text"
ABSENT = "absent"

STATE_WORDS: Mapping[str, str] = {
    FIGURE: "Figure",
    **{missing.value: missing.word for missing in Missing},
    TEXT: "Printed as text",
    ABSENT: "Not in the report",
}
"""Every state of a cell of the calendar, as people read it."""

MEANINGS: Mapping[str, str] = {
    Missing.BLANK: "the cell holds nothing, and the report does not say why",
    Missing.DASH: "the cell holds a dash, and the report does not say why",
    Missing.NOT_AVAILABLE: "the report says that there is no figure to be had",
    Missing.NOT_APPLICABLE: "the report says that a figure would make no sense here",
    Missing.AWAITED: "the report says that the figure is still to come",
    Missing.SUPPRESSED: "left out by the report, as a rule so that nobody can be recognised",
    Missing.LOW: "too small to be shown, which is not the same as zero",
    Missing.UNRELIABLE: "left out by the report because it cannot be relied on",
    Missing.NOT_COLLECTED: "the report says that nobody measured it",
    Missing.NOT_DUE: "the report says that no figure is due in this period",
    TEXT: "the cell holds words or a mere limit, which no figure was taken from",
    ABSENT: "the report has no cell for this indicator and period",
}
"""What each kind of gap is, for a legend in words."""

ASKED_ONCE_A_YEAR = "asked once a year"

COLUMNS = (
    *("indicator", "title", "position", "period_label", "period_position", "state", "word"),
    *("note", "mark", "value_text", "raw", "source_cell", "report", "report_title"),
)


def calendar(card: Scorecard) -> pd.DataFrame:
    """One row per indicator of the report and period, in the report's order.

    ``state`` is a key of ``STATE_WORDS``; ``note`` says what else is known: a publisher's mark,
    another report that the figure comes from, that it was restated, or is asked once a year.
    """
    versions = _versions(card)
    made = [
        (
            *(row["indicator"], row["title"], position, words.period_text(label), at),
            *_cell(card, row, versions.get((row["indicator"], label), [])),
        )
        for position, row in enumerate(records(card.rows[[*_OF_ROWS]]))
        for at, label in enumerate(card.periods)
    ]
    return pd.DataFrame(made, columns=list(COLUMNS))


_OF_ROWS = ("indicator", "title", "unit", "decimals", "accumulation")


def _versions(card: Scorecard) -> dict[tuple[str, str], list[Record]]:
    """The organisation's own figures by indicator and period, oldest report first."""
    observations = card.dataset.frame("observations")
    found: dict[tuple[str, str], list[Record]] = {}
    for seen in records(observations[observations["subject"] == card.organisation]):
        found.setdefault((seen["indicator"], seen["period_label"]), []).append(seen)
    return found


def _cell(card: Scorecard, row: Record, versions: Sequence[Record]) -> tuple[object, ...]:
    """What follows the period in a row of the calendar."""
    once_a_year = row["accumulation"] == Accumulation.ANNUAL
    if not versions:
        note = ASKED_ONCE_A_YEAR if once_a_year else ""
        return ABSENT, STATE_WORDS[ABSENT], note, None, words.NO_FIGURE, None, None, None, None
    now = latest(versions)
    state = state_of(now)
    notes = [_mark(now), _elsewhere(card, now, versions), restated(versions, card.titles)]
    if state != FIGURE and once_a_year:
        notes.append(ASKED_ONCE_A_YEAR)
    return (
        *(state, STATE_WORDS[state], "; ".join(note for note in notes if note), now["mark"]),
        words.value_text(now["value"], Unit(row["unit"]), words.places(row["decimals"])),
        *(now["raw"], now["source_cell"], now["report"], card.titles[now["report"]]),
    )


def state_of(seen: Record) -> str:
    """A figure, whatever its size; else the kind of gap; else a text that is no figure."""
    if words.has(seen["value"]):
        return FIGURE
    return str(seen["missing"] or TEXT)


def _mark(seen: Record) -> str:
    return Mark(seen["mark"]).word.lower() if seen["mark"] else ""


def _elsewhere(card: Scorecard, now: Record, versions: Sequence[Record]) -> str:
    """That the newest version stands in another report, where this one has nothing like it.

    Figures that differ are ``restated``, which says so already.
    """
    shown, counted = str(card.report["report"]), str(now["report"])
    if counted == shown:
        return ""
    here = next((seen for seen in reversed(versions) if seen["report"] == shown), None)
    order = list(card.titles)
    age = "a later" if order.index(counted) > order.index(shown) else "an earlier"
    title = card.titles[counted]
    if here is None:
        return f"only in {age} report: {title}"
    if state_of(here) == state_of(now):
        return ""
    said = here["raw"].strip() if words.has(here["value"]) else STATE_WORDS[state_of(here)].lower()
    return f"{said} here, otherwise in {age} report: {title}"


def with_gaps(cells: pd.DataFrame) -> list[int]:
    """Positions of the indicators that lack a figure in some period."""
    gaps = cells.loc[cells["state"] != FIGURE, "position"]
    return sorted(int(position) for position in gaps.unique())


def finding(cells: pd.DataFrame) -> str:
    """Such as "25 of 90 figures are missing; 10 of them in 2019/20 Q3"."""
    if cells.empty:
        return "The report has no periods to look for figures in"
    gaps = cells[cells["state"] != FIGURE]
    if gaps.empty:
        return f"None of {len(cells):,} figures is missing"
    be = "is" if len(gaps) == 1 else "are"
    return f"{len(gaps):,} of {len(cells):,} figures {be} missing; {_worst(gaps)}"


def _worst(gaps: pd.DataFrame) -> str:
    """The period that lacks most figures; two or three if they are level."""
    counts = gaps.groupby("period_label")["state"].size()
    most = int(counts.max())
    worst = sorted(counts[counts == most].index, key=sort_key)
    if len(worst) > 3:
        return f"most in {len(worst)} periods alike, {most:,} in each"
    if len(worst) == 1:
        return f"{most:,} of them in {worst[0]}"
    return f"{most:,} each in {', '.join(worst[:-1])} and {worst[-1]}"


def kinds(cells: pd.DataFrame) -> str:
    """The gaps by kind, most first: "14 printed as a dash, 11 left empty"; empty without any."""
    counts = Counter(cells.loc[cells["state"] != FIGURE, "state"])
    return ", ".join(f"{number:,} {STATE_WORDS[s].lower()}" for s, number in counts.most_common())


def summary(cells: pd.DataFrame) -> str:
    """How many are there, by kind of gap, and how many indicators have one; a line for a screen."""
    total, there = len(cells), int((cells["state"] == FIGURE).sum())
    said = f"{there:,} of {total:,} figures are there."
    if there == total:
        return said
    number, every = len(with_gaps(cells)), cells["indicator"].nunique()
    have = "has a gap" if number == 1 else "have gaps"
    return f"{said} Missing: {kinds(cells)}. {number:,} of {every:,} indicators {have}."
