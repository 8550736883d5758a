"""Where the year is heading, as a person reads it: one sentence, one table, what to know."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from kpi_core.cells import Problem
from kpi_core.formatting import between, figure_text, size_text
from kpi_core.periods import period_from_label
from kpi_core.present import words
from kpi_core.vocabulary import OutlookKind, Unit

NOT_KEPT = (
    "This version of the dataset was written before this was worked out. Build it again to see it."
)

_NEEDED = {
    OutlookKind.NEEDS_MORE: "Still needed",
    OutlookKind.ROOM_LEFT: "At most still to come",
    OutlookKind.MET_ALREADY: "More than the target",
    OutlookKind.MISSED_ALREADY: "More than the target",
    OutlookKind.MUST_IMPROVE: "Still to make up",
    OutlookKind.MUST_HOLD: "To spare",
    OutlookKind.YEAR_ENDED: "Distance from the target",
}
_LEVELS = (
    ("needed_each", "In each {part} left"),
    ("each_so_far", "In each {part} so far"),
    ("each_last_year", "In each of the same {part}s a year before"),
    ("by_profile", "By last year's profile, an estimate"),
)


@dataclass(frozen=True)
class OutlookReading:
    """``estimate`` may be why there is none; ``lines`` are what and its figure."""

    sentence: str
    estimate: str
    lines: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def outlook_reading(row: "pd.Series") -> OutlookReading:
    """Reads what the dataset keeps of one row of the scorecard; nothing is worked out here."""
    notes = row["outlook_notes"]
    return OutlookReading(
        _text(row["outlook"]) or NOT_KEPT,
        _text(row["outlook_estimate"]) or _text(row["range_reason"]),
        tuple(_lines(row)),
        tuple(notes) if isinstance(notes, list) else (),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _part(label: str) -> str:
    """What the year is counted in: quarter, month, half year."""
    period = period_from_label(label)
    return "period" if isinstance(period, Problem) else period.kind.word.lower()


def _lines(row: "pd.Series") -> Iterator[tuple[str, str]]:
    unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
    part = _part(row["period_label"])

    def level(name: str) -> str:
        return figure_text(row[name], unit, between(row[name], decimals))

    def size(name: str) -> str:
        return size_text(row[name], unit, between(row[name], decimals))

    if words.has(row["so_far"]):
        ended = row["outlook_kind"] == OutlookKind.YEAR_ENDED
        now = words.value_text(row["so_far"], unit, decimals)
        yield ("Outturn" if ended else "So far"), now
        yield "Target", words.value_text(row["year_target"], unit, decimals)
        yield _NEEDED[OutlookKind(row["outlook_kind"])], size("needed")
    for name, what in _LEVELS:
        if words.has(row[name]):
            yield what.format(part=part), level(name)
    if words.has(row["usual_change"]):
        yield f"Usual change from one {part} to the next", size("usual_change")
    if words.has(row["range_low"]):
        suggested = f"{level('range_low')} to {level('range_high')}"
        yield "Past variation suggests, an estimate", suggested
