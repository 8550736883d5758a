"""Phrases that several screens, exports and charts share, so that each is worded once."""

import math

from kpi_core.formatting import figure_text, size_text
from kpi_core.periods import UNKNOWN
from kpi_core.vocabulary import Accumulation, Movement, Unit

NO_FIGURE = "No figure"

NO_TARGET = "No target"

NOT_GIVEN = "not given"

PERIOD_NOT_STATED = "period not stated"

COVERS = {
    Accumulation.SNAPSHOT: "a snapshot at the end of the period",
    Accumulation.IN_PERIOD: "what happened in the period",
    Accumulation.YEAR_TO_DATE: "everything since 1 April of the year",
    Accumulation.ROLLING: "an average over several years or months",
    Accumulation.ANNUAL: "one round a year",
    Accumulation.UNKNOWN: "not stated in the report",
}
"""What a figure covers."""

REGIONS = {
    "yorkshire-and-the-humber": "Yorkshire and the Humber",
    "east-of-england": "East of England",
}


def has(value: float | None) -> bool:
    """Whether a number from a frame is there; a missing one is NaN."""
    return value is not None and not math.isnan(value)


def places(decimals: float | None) -> int | None:
    """Decimals from a frame, where a missing whole number is NaN."""
    return int(decimals) if decimals is not None and has(decimals) else None


def period_text(label: str) -> str:
    """A period as people read it: its label, or that no period is stated."""
    return _capital(PERIOD_NOT_STATED) if label == UNKNOWN.label else label


def dated(label: str, sentence: str) -> str:
    """A period with what is known of its dates; nothing is said twice where none is stated."""
    return _capital(sentence) if label == UNKNOWN.label else f"{label}, {sentence}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def group_name(subject: str) -> str:
    """A comparator as people say it: "Statistical neighbours", "North West", "England"."""
    group = subject.split("/", maxsplit=1)[0]
    if group in ("statistical-neighbours", "nearest-neighbours"):
        return group.replace("-", " ").capitalize()
    return REGIONS.get(group, group.replace("-", " ").title())


def value_text(value: float | None, unit: Unit, decimals: int | None) -> str:
    """A figure, or "No figure"."""
    if value is None or not has(value):
        return NO_FIGURE
    return figure_text(value, unit, decimals)


def gap_text(gap: float | None, unit: Unit, decimals: int | None, against: str = "") -> str:
    """Such as "1.1 points worse than target"; empty where there is no gap."""
    if gap is None or not has(gap):
        return ""
    if gap == 0:
        return f"level with {against}" if against else "level"
    side = "better" if gap > 0 else "worse"
    text = f"{size_text(gap, unit, decimals)} {side}"
    return f"{text} than {against}" if against else text


def higher_text(difference: float | None, unit: Unit, decimals: int | None) -> str:
    """Such as "1.1 points higher", where neither way is good; empty where nothing compares (P4)."""
    if difference is None or not has(difference):
        return ""
    if difference == 0:
        return "the same"
    return f"{size_text(difference, unit, decimals)} {'higher' if difference > 0 else 'lower'}"


def ordinal(number: int) -> str:
    """Such as 1st, 12th or 23rd."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number:,}{ending}"


def change_text(change: float | None, unit: Unit, decimals: int | None) -> str:
    """Such as "up 5.6 points", "down 1", "no change"; empty where nothing compares."""
    if change is None or not has(change):
        return ""
    movement = Movement.of(change)
    if movement is Movement.LEVEL:
        return "no change"
    return f"{movement.value} {size_text(change, unit, decimals)}"
