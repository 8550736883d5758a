"""One indicator over time: figures, gaps, target, amber band and comparators, ready to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.formatting import figure_text, shown_decimals
from kpi_core.periods import UNKNOWN
from kpi_core.present import words
from kpi_core.present.history import STATUS_WORDS, missing_word, period_status
from kpi_core.present.measured import parts_of
from kpi_core.present.records import Record, records
from kpi_core.present.row import sort_key
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.versions import figure_versions, latest, restated
from kpi_core.rules.rating import Bands
from kpi_core.selection import on_screen
from kpi_core.vocabulary import NOT_RATED, Mark, Status, Unit

UNIT_TITLES = {
    Unit.PERCENT: "Per cent",
    Unit.GBP: "Pounds",
    Unit.COUNT: "Number",
    Unit.UNKNOWN: "Value",
}


@dataclass(frozen=True)
class TrendSeries:
    """What the trend chart and the table of values read.

    ``points`` has one row per period: period_label, period_position, value (NaN when missing),
    value_text, missing_word, missing, mark, mark_word, status, status_word, declared (False:
    computed by us), is_rated, raw, source_cell, report_title, other_report (not the one shown),
    restated (what earlier reports said), what ``parts_of`` says, reason, target. ``comparators``
    has subject, name, value, value_text, note.
    ``levels`` are the target, or both ends of one that is a range. ``bands`` run over the
    figures that are amber, each from the end beside the target.
    """

    title: str
    unit_label: str
    decimals: int
    suffix: str
    points: pd.DataFrame
    levels: tuple[float, ...]
    target_text: str
    target_label: str
    target_periods: tuple[str, ...]
    bands: tuple[tuple[float, float], ...]
    band_label: str
    comparators: pd.DataFrame
    finding: str
    other_targets: tuple[tuple[str, float], ...] = ()
    """Labels of periods that have another target than the shown one, each with that target."""


def trend_series(card: Scorecard, indicator: str) -> TrendSeries:
    """The series of one indicator of the scorecard."""
    row = card.row(indicator)
    unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
    target = float(row["target"]) if words.has(row["target"]) else None
    levels = tuple(
        float(row[key]) for key in ("target", "target_low", "target_high") if words.has(row[key])
    )
    points = _points(card, indicator, row)
    amber = _amber(row)
    return TrendSeries(
        title=row["title"],
        unit_label=UNIT_TITLES.get(unit, unit.word[0].upper() + unit.word[1:]),
        decimals=shown_decimals(decimals or 0),
        suffix=unit.suffix,
        points=points,
        levels=levels,
        target_text=row["target_text"],
        target_label=f"Target {row['target_text']}" if levels else "",
        target_periods=_target_periods(points, target),
        other_targets=_other_targets(points, target),
        bands=tuple((float(near), float(far)) for near, far in amber),
        band_label=_band_label(amber, unit),
        comparators=_comparators(card, indicator, unit, decimals),
        finding=finding(row),
    )


def finding(row: pd.Series) -> str:
    """The headline of one indicator: what it is, against the target, and which way it moved."""
    if not words.has(row["value"]):
        last = f"; the last was {row['latest_text']} in {row['latest_period']}"
        known = isinstance(row["latest_period"], str)  # in a column of gaps None is NaN
        when = "" if row["period_label"] == UNKNOWN.label else f" for {row['period_label']}"
        return f"No figure{when}{last if known else ''}"
    parts = [row["value_text"]]
    if row["gap_text"]:
        parts.append(
            row["gap_text"].replace("than target", f"than the target of {row['target_text']}")
        )
    text = ", ".join(parts)
    if row["status"] != NOT_RATED:
        text = f"{row['status_word']}: {text}"
    return f"{text}; {_moved(row)}" if row["change_text"] else text


def _moved(row: pd.Series) -> str:
    judged = "" if row["direction"] == "not_available" else f"{row['direction_word'].lower()}, "
    return f"{judged}{row['change_text']}"


def _points(card: Scorecard, indicator: str, row: pd.Series) -> pd.DataFrame:
    """The latest version of each period over all reports of the organisation, in time order."""
    versions = figure_versions(card.dataset, card.organisation, indicator)
    return pd.DataFrame(point_rows(card, row, versions, _history(card, indicator)))


def point_rows(
    card: Scorecard,
    row: pd.Series,
    versions: Mapping[str, Sequence[Record]],
    history: Mapping[str, Record],
) -> list[Record]:
    """The points of one indicator.

    Args:
        card: the scorecard.
        row: the indicator's row of it.
        versions: its figures by period label, oldest report first.
        history: our ratings of other periods, by period label.
    """
    return [
        {
            "period_label": words.period_text(label),
            "period_position": position,
            **_figure(card, latest(versions[label]), row),
            **_status(card, latest(versions[label]), history.get(label)),
            "is_rated": label == row["period_label"],
            "restated": restated(versions[label], card.titles),
        }
        for position, label in enumerate(sorted(versions, key=sort_key))
    ]


def _figure(card: Scorecard, seen: Record, row: pd.Series) -> Record:
    has_value = words.has(seen["value"])
    unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
    return {
        "value": seen["value"],
        "value_text": words.value_text(seen["value"], unit, decimals),
        "missing_word": None if has_value else missing_word(seen["missing"]),
        "raw": seen["raw"],
        "missing": seen["missing"],
        "mark": seen["mark"],
        "mark_word": Mark(seen["mark"]).word if isinstance(seen["mark"], str) else "",
        "source_cell": seen["source_cell"],
        "report_title": card.titles[seen["report"]],
        "other_report": seen["report"] != card.report["report"],
        **parts_of(seen, decimals),
    }


def _status(card: Scorecard, seen: Record, history: Record | None) -> Record:
    rated = card.rated.get((seen["indicator"], seen["period_label"]))
    status, reason, declared = period_status(rated, history)
    has_value = words.has(seen["value"])
    return {
        "status": status if has_value else "no_figure",
        "status_word": on_screen(status) if has_value else STATUS_WORDS["no_figure"],
        "declared": declared,
        "reason": reason,
        "target": (rated or history or {}).get("target"),
    }


def _history(card: Scorecard, indicator: str) -> dict[str, Record]:
    history = card.dataset.frame("history_ratings")
    mine = history[
        (history["organisation"] == card.organisation) & (history["indicator"] == indicator)
    ]
    return {record["period_label"]: record for record in records(mine)}


def _target_periods(points: pd.DataFrame, target: float | None) -> tuple[str, ...]:
    """The periods that the shown target was set for; a target belongs to its time (R8)."""
    return tuple(
        point["period_label"]
        for point in records(points)
        if point["is_rated"] or (target is not None and point["target"] == target)
    )


def _other_targets(points: pd.DataFrame, target: float | None) -> tuple[tuple[str, float], ...]:
    """Periods with a target of their own, and that target."""
    return tuple(
        (point["period_label"], float(point["target"]))
        for point in records(points)
        if point["target"] is not None and point["target"] != target
    )


def _amber(row: pd.Series) -> list[tuple[Decimal, Decimal]]:
    """Each run of amber figures that has two ends: the one beside green first."""
    if not isinstance(row["bands"], str):
        return []
    bands = Bands.parse(row["bands"])
    best = max(bands.bands, key=lambda band: band.status.rank)
    runs = ((band.low, band.high) for band in bands.of(Status.AMBER))
    return [
        (high, low) if best.low is not None and high <= best.low else (low, high)
        for low, high in runs
        if low is not None and high is not None
    ]


def _band_label(amber: list[tuple[Decimal, Decimal]], unit: Unit) -> str:
    said = [f"{figure_text(near, unit)} to {figure_text(far, unit)}" for near, far in amber]
    return f"Amber: {' or '.join(said)}" if said else ""


def _comparators(card: Scorecard, indicator: str, unit: Unit, decimals: int | None) -> pd.DataFrame:
    observations = card.dataset.frame("observations")
    quoted = observations[
        (observations["indicator"] == indicator)
        & (observations["subject"] != card.organisation)
        & (observations["report"] == card.report["report"])
        & observations["value"].notna()
    ]
    rows = [
        {
            "subject": seen["subject"],
            "name": words.group_name(seen["subject"]),
            "value": seen["value"],
            "value_text": words.value_text(seen["value"], unit, decimals),
            "note": words.PERIOD_NOT_STATED
            if seen["period_label"] == UNKNOWN.label
            else seen["period_label"],
            "raw": seen["raw"],
            "source_cell": seen["source_cell"],
        }
        for seen in records(quoted)
    ]
    columns = ["subject", "name", "value", "value_text", "note", "raw", "source_cell"]
    return pd.DataFrame(rows, columns=columns)
