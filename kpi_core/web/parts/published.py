"""What was reported beside what was published later for the same period."""

import pandas as pd

from kpi_core.present import published as made
from kpi_core.present.records import Record, records
from kpi_core.web import markup as m
from kpi_core.web.frame import View

TITLE = "Reported then, published later"

HOW = (
    "Published figures may differ from those reported at the time: records are completed, and "
    "estimates of the population change. Both stand here, and nothing is overwritten."
)

EMPTY = (
    "No figure can be followed: nothing was imported for the periods of these indicators, or they "
    "join no national measure."
)


def section(view: View, shown: pd.DataFrame | None = None) -> m.Safe:
    """Heading, finding and table; without a row it says what is missing.

    Args:
        view: what the screen shows.
        shown: rows of the scorecard to keep to, those of the view else.
    """
    frame = made.published(view.scorecard, view.shown if shown is None else shown)
    heading = m.tag("h2", TITLE)
    if frame.empty:
        return m.join([heading, m.tag("p", EMPTY, class_="kpi-notice")])
    said = m.tag("p", f"{made.finding(frame)}.", class_="kpi-count")
    return m.join([heading, said, m.tag("p", HOW, class_="kpi-small"), table(view, frame)])


def table(view: View, frame: pd.DataFrame) -> m.Safe:
    """One row per reported figure."""
    columns: list[m.Column | str] = [
        *("Indicator", "Period", m.Column("Reported", number=True)),
        *(m.Column("Published", number=True), m.Column("Difference", phrase=True), "In words"),
    ]
    rows = [_cells(view, record) for record in records(frame)]
    caption = f"{len(rows):,} figures as reported and as published later"
    return m.scrolling(caption, m.table(caption, columns, rows, classes="kpi-wide kpi-many"))


def _cells(view: View, record: Record) -> list[object]:
    href = view.address("indicator", indicator=record["indicator"])
    difference = m.tag("small", record["difference_text"]) if record["difference"] else ""
    drift = m.tag("small", record["drift_text"]) if record["drift_text"] else ""
    return [
        m.link(href, record["title"]),
        record["period"],
        record["reported_text"] or "No figure",
        record["published_text"],
        m.join([record["sameness"], " ", difference]),
        m.join([record["sentence"], " ", drift]),
    ]
