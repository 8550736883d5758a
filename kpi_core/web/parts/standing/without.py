"""What national figures would add, and the command that adds them."""

from kpi_core.web import markup as m

ADDS = (
    "Import a national release to see where the council stands among its neighbours, its region "
    "and England in the same period, and whether its targets are soft or hard."
)
TARGET = "Whether others achieve the target already cannot be said without national figures."
COMMAND = "kpi benchmarks import FOLDER"


def notice() -> m.Safe:
    """Says so where the dataset has none."""
    said = "The dataset has no national figures, so the comparators here are those of the report. "
    return m.tag("p", said, ADDS, " Run ", m.tag("code", COMMAND), ".", class_="kpi-notice")


def unlinked(why: str | None) -> m.Safe:
    """Says why one indicator has no national figures."""
    reason = why or "The catalogue names no national measure that counts the same."
    return m.tag("p", f"No national figures for this indicator. {reason}", class_="kpi-notice")
