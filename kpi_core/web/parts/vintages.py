"""Which year a quoted benchmark is of: each quoted figure beside what it fits."""

import pandas as pd

from kpi_core.present import vintages as made
from kpi_core.present.records import Record, records
from kpi_core.vocabulary import Vintage
from kpi_core.web import markup as m
from kpi_core.web.frame import View

TITLE = "Which year the quoted benchmarks are of"

HOW = (
    "A quoted figure fits a published one where both are the same once rounded alike. Neighbours "
    "are tried by each set that was imported, as a mean, as a median and, where the numbers of "
    "cases are known, with all cases together. Periods after the row’s are not tried. "
    "A council may have meant neighbours of a set that was not imported."
)

EMPTY = (
    "No quoted benchmark can be checked: none is of an indicator that joins a national measure "
    "which was imported."
)


def section(view: View, shown: pd.DataFrame | None = None) -> m.Safe:
    """Heading, finding and table; without a row it says what is missing.

    Args:
        view: what the screen shows.
        shown: rows of the scorecard to keep to, those of the view else.
    """
    frame = made.vintages(view.scorecard, view.shown if shown is None else shown)
    heading = m.tag("h2", TITLE)
    if frame.empty:
        return m.join([heading, m.tag("p", EMPTY, class_="kpi-notice")])
    said = m.tag("p", f"{made.finding(frame)}.", class_="kpi-count")
    return m.join([heading, said, m.tag("p", HOW, class_="kpi-small"), table(view, frame)])


def table(view: View, frame: pd.DataFrame) -> m.Safe:
    """One row per quoted figure."""
    columns: list[m.Column | str] = [
        *("Indicator", "Group", m.Column("Quoted", number=True), m.Column("Verdict", phrase=True)),
        *("Fits what is published for", "Published for the row’s period", "Period of the row"),
    ]
    rows = [_cells(view, record) for record in records(frame)]
    they = "quoted figure and the published periods that it fits"
    if len(rows) != 1:
        they = "quoted figures and the published periods that they fit"
    caption = f"{len(rows):,} {they}"
    return m.scrolling(caption, m.table(caption, columns, rows, classes="kpi-wide kpi-many"))


def _cells(view: View, record: Record) -> list[object]:
    href = view.address("indicator", indicator=record["indicator"])
    return [
        m.link(href, record["title"]),
        record["group"],
        record["quoted_text"],
        _with_note(record["state_word"], record["behind_text"]),
        _with_note(record["fits_text"], _together(record)),
        record["now_text"] or "None",
        record["period"],
    ]


def _together(record: Record) -> str:
    """The periods that the row's figures have in common, beside those that fit any."""
    fitting = record["state"] in (Vintage.SAME, Vintage.EARLIER)
    said = f"Together with the row’s others: {record['together_text']}"
    return said if record["together_text"] and fitting else ""


def _with_note(text: str, note: str) -> m.Safe:
    return m.join([text, " ", m.tag("small", note)] if note else [text])
