"""The section of one indicator: its finding as the heading, then what the screen says of it."""

from collections.abc import Iterator

import pandas as pd

from kpi_core.packs.pictures import trend
from kpi_core.packs.pieces import Bullets, Facts, Part, Section, Table, Text, Written
from kpi_core.present import reasons
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.series import TrendSeries, trend_series
from kpi_core.present.standing import quotable
from kpi_core.selection import on_screen
from kpi_core.vocabulary import NOT_RATED, Severity, status_symbol

BY_US = "computed by us"

VALUES_CAPTION = "Every figure, with the status of its period"


def section(card: Scorecard, indicator: str, picture: str) -> Section:
    """Everything about one indicator.

    Args:
        card: the scorecard.
        indicator: id of one of its rows.
        picture: format of the chart, ``png`` or ``svg``.
    """
    row, series = card.row(indicator), trend_series(card, indicator)
    name = [] if row["name"] == row["title"] else [Text(row["name"])]
    return Section(
        row["title"],
        f"{row['title']}. {series.finding}",
        (*name, glance(row)),
        (
            Part("Figures", (trend(series, picture), values(series))),
            Part("Why this rating", (rating(row),)),
            Part("Commentary as written", (commentary(row),)),
            Part("Benchmarks", (benchmarks(card, indicator), *published(card, indicator))),
            *_caveats(row),
            *_noticed(card, indicator),
        ),
    )


def glance(row: pd.Series) -> Facts:
    """What the overview says of a row."""
    arrow = row["movement_arrow"]
    said = {
        "Status": f"{row['status_symbol']} {row['status_word']}",
        "Direction of travel": f"{arrow} {row['direction_word']}".strip(),
        "Outturn": row["value_text"],
        "Target": row["target_text"],
        "Gap to target": row["gap_text"],
        "Since last figure": row["change_text"],
        "Since a year ago": row["year_change_text"],
        "Against comparator": row["comparator_gap_text"],
    }
    return Facts(tuple((label, text or "Nothing to compare") for label, text in said.items()))


def values(series: TrendSeries) -> Table:
    """A row per period: the figure or why there is none, as printed, its status and its cell."""
    points = records(series.points)
    cases = any(point["cases_text"] for point in points)
    return Table(
        VALUES_CAPTION,
        (
            *("Period", "Outturn", "As printed", "Status", "Source cell"),
            *(["Cases and 95% interval"] if cases else []),
        ),
        tuple(
            (
                *(point["period_label"], _outturn(point), point["raw"] or "(empty)"),
                *(_status(point), _place(point)),
                *([point["cases_text"] or "Not given"] if cases else []),
            )
            for point in points
        ),
        frozenset({1, 2}),
        brief=(0, 1, 2, 3),
    )


def _outturn(point: Record) -> str:
    """The figure with its mark and what earlier reports said, or the reason why there is none."""
    figure = point["missing_word"] or point["value_text"]
    notes = [note for note in (point["mark_word"].lower(), point["restated"]) if note]
    return f"{figure} ({'; '.join(notes)})" if notes else str(figure)


def _status(point: Record) -> str:
    if point["status"] == "no_figure":
        return str(point["status_word"])
    whose = "" if point["declared"] or point["status"] == NOT_RATED else f", {BY_US}"
    return f"{status_symbol(point['status'])} {point['status_word']}{whose}"


def _place(point: Record) -> str:
    cell = str(point["source_cell"])
    return f"{cell} in {point['report_title']}" if point["other_report"] else cell


def rating(row: pd.Series) -> Table:
    """Declared beside computed, with the arithmetic."""
    rows = tuple(map(tuple, reasons.rating_rows(row)))
    return Table(reasons.RATING_CAPTION, reasons.RATING_HEADS, rows)


def commentary(row: pd.Series) -> Written | Text:
    """What the council wrote, exactly."""
    said = reasons.written(row)
    return Written(said) if said.strip() else Text(reasons.NO_COMMENTARY)


def benchmarks(card: Scorecard, indicator: str) -> Table | Text:
    """Every comparator that the report quotes, with the period of its figure."""
    rows = tuple(map(tuple, reasons.comparator_rows(card, indicator)))
    if not rows:
        return Text(reasons.NO_COMPARATOR)
    return Table(reasons.COMPARATOR_CAPTION, reasons.COMPARATOR_HEADS, rows, frozenset({1}))


def published(card: Scorecard, indicator: str) -> Iterator[Table | Text]:
    """The same of national releases, and where the council stands; nothing without releases."""
    if not card.published.national.any:
        return
    rows = tuple(map(tuple, quotable.published_rows(card, indicator)))
    if rows:
        yield Table(quotable.CAPTION, quotable.HEADS, rows, frozenset({1}))
    yield Text(quotable.place_sentence(card, indicator))


def _caveats(row: pd.Series) -> Iterator[Part]:
    if len(row["caveats"]):
        yield Part("Caveats", (Bullets(tuple(row["caveats"])),))


def _noticed(card: Scorecard, indicator: str) -> Iterator[Part]:
    """Warnings and errors of our checks, such as a commentary that the figure contradicts."""
    found = [seen for seen in reasons.noticed(card, indicator) if seen["severity"] != Severity.NOTE]
    if found:
        said = tuple(f"{on_screen(seen['severity'])}. {seen['message']}" for seen in found)
        yield Part("What our checks noticed", (Bullets(said),))
