"""Where published figures of a picture or a table come from, for its caption (B4)."""

import pandas as pd

from kpi_core.present.standing.gaps import PUBLISHED


def sources_note(frame: pd.DataFrame) -> str:
    """The groups, periods and releases of the published rows of a frame of gaps."""
    rows = frame[frame["kind"] == PUBLISHED]
    if rows.empty:
        return ""
    names, periods, releases = (
        ", ".join(dict.fromkeys(rows[key])) for key in ("comparator_name", "note", "source_cell")
    )
    return f"Published figures: {names}. Periods: {periods}. Releases: {releases}."
