"""The overview as a real table: one row per indicator, its name a link that keeps the filters.

Its cells are made once per dataset version and kept; only the link changes with the filters.
"""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from kpi_core.charts.sparkline import sparkline_text, sparkline_uri
from kpi_core.present.history import status_history
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.words import period_text
from kpi_core.selection import SORTS, on_screen
from kpi_core.selection.choices import Positions
from kpi_core.vocabulary import Firmness, status_symbol
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show

COLUMNS = (
    m.Column("Indicator"),
    m.Column("Status"),
    m.Column("Direction of travel"),
    m.Column("Outturn", number=True),
    m.Column("Target", number=True),
    m.Column("Gap to target", phrase=True),
    m.Column("Since last figure", phrase=True),
    m.Column("Since a year ago", phrase=True),
    m.Column("Trend"),
    m.Column("Against comparator", phrase=True),
)

DECLARED = "status and direction of travel as declared"

ONE_PAGE = 50
"""Rows up to which a list is shown whole."""

MOST_TABLES = 100
"""Finished tables that are kept; some 100 kB each."""

PAGE = 25
"""Rows of one page of a longer list: what a server makes and a browser lays out at once."""


def indicator_table(view: View, at: Positions) -> m.Safe:
    """The rows at these positions as one table, in that order.

    Args:
        view: for the links and the line that is printed on each sheet.
        at: positions in the scorecard's rows, such as one page of those shown.
    """
    kept = _kept(view.scorecard.dataset.version, str(view.scorecard.report["report"]))
    asked = ((*view.filters.query(), *view.place.items()), at.tobytes())
    made = kept.tables.get(asked)
    if made is None:
        if len(kept.tables) >= MOST_TABLES:
            kept.tables.clear()
        made = kept.tables[asked] = _table(view, at, kept.cells)
    return made


def _table(view: View, at: Positions, cells: dict[str, list[m.Safe]]) -> m.Safe:
    card, ids, titles = view.scorecard, view.choices.ids, view.choices.titles
    new = [position for position in at.tolist() if ids[position] not in cells]
    for record in records(view.rows.iloc[new]) if new else []:
        cells[record["indicator"]] = _cells(record, card.periods)
    rows = (
        [m.link(view.address("indicator", indicator=ids[row]), titles[row]), *cells[ids[row]]]
        for row in at.tolist()
    )
    caption = f"{period_text(card.period_label)}; {DECLARED} by the council"
    return m.table(caption, COLUMNS, rows, running=running_line(view), classes="kpi-wide kpi-many")


def plain_table(card: Scorecard, most: int) -> m.Safe:
    """The same table of a scorecard that no other screen shows: without links, and kept nowhere."""
    shown = card.rows.head(most)
    rows = [[row["title"], *_cells(row, card.periods)] for row in records(shown)]
    caption = f"{period_text(card.period_label)}; {DECLARED} in the report"
    return m.table(caption, COLUMNS, rows, classes="kpi-wide kpi-many")


def order() -> str:
    """The control that sorts the list; its choice is in the address."""
    return str(st.selectbox("Sort by", SORTS, key="sort", bind="query-params", width=220, index=0))


def page(at: Positions) -> Positions:
    """The positions of the page that is chosen; a list that is short enough is one page."""
    if len(at) <= ONE_PAGE:
        return at
    pages = -(-len(at) // PAGE)
    number = st.pagination(pages, key="page", bind="query-params")
    first = (min(number, pages) - 1) * PAGE
    last = min(first + PAGE, len(at))
    show(m.tag("p", f"Rows {first + 1:,} to {last:,} of {len(at):,}.", class_="kpi-small"))
    return at[first:last]


def history_table(view: View, at: Positions) -> m.Safe:
    """Status by quarter as a table, for those who do not use the picture; scrolls sideways."""
    history = status_history(view.scorecard, view.rows.iloc[at])
    periods = view.scorecard.periods
    cells: dict[str, list[object]] = {}
    for record in records(history):
        made = cells.setdefault(record["indicator"], [record["title"]])
        made.append(_status_cell(record))
    columns = [m.Column("Indicator"), *(m.Column(period_text(label)) for label in periods)]
    caption = "Status by quarter; hollow where it is computed by us"
    return m.scrolling(caption, m.table(caption, columns, cells.values(), classes="kpi-wide"))


def _status_cell(record: Record) -> m.Safe:
    if record["status"] == "no_figure":
        return m.text(record["value_text"])
    chip = m.status_label(record["status"], declared=record["declared"])
    return m.join([chip, " ", record["value_text"]])


def running_line(view: View) -> str:
    """What is printed above the headings of every sheet: whose, when, filters and legend."""
    card = view.scorecard
    signs = [
        f"{status_symbol(word)} {on_screen(word).lower()}" for word in view.choices.stored("status")
    ]
    return (
        f"{card.organisation_name}. {card.dated}. "
        f"Filters: {view.filters.sentence()}. "
        f"Status: {', '.join(signs)}; as declared by the council. "
        f"Dataset {card.dataset.version}."
    )


@dataclass(frozen=True)
class _Kept:
    """What was made for one dataset version, shared by all sessions; each entry is whole."""

    cells: dict[str, list[m.Safe]] = field(default_factory=dict)
    """Finished cells by indicator id, filled as rows are first shown."""

    tables: dict[tuple[tuple[tuple[str, str | None], ...], bytes], m.Safe] = field(
        default_factory=dict
    )
    """Finished tables by what their links carry and by positions: few are in use at a time."""


@st.cache_resource(max_entries=3, show_spinner=False)
def _kept(version: str, report: str) -> _Kept:
    del version, report
    return _Kept()


def _cells(row: Record, periods: tuple[str, ...]) -> list[m.Safe]:
    """All cells of a row but its link, which depends on the filters."""
    chip = m.chip(row["status"], row["status_word"], row["status_symbol"])
    cells = (
        m.join([chip, " ", _differs(row, "status"), _tips(row), _warned(row)]),
        m.join([direction(row), " ", _differs(row, "direction")]),
        m.join([row["value_text"], " ", _age(row), _limited(row)]),
        row["target_text"],
        row["gap_text"].replace(" than target", "") or "Nothing to compare",
        row["change_text"] or "Nothing to compare",
        _year(row),
        trend(row, periods),
        row["comparator_gap_text"] or _no_comparison(row),
    )
    return [m.text(cell) for cell in cells]


def direction(row: "Record | pd.Series[Any]") -> m.Safe:
    """The arrow says what the number did and the word whether that is good (D2)."""
    arrow = m.tag("span", row["movement_arrow"], aria_hidden="true", class_="kpi-arrow")
    return m.tag("span", arrow, row["direction_word"], class_="kpi-nowrap")


def trend(row: Record, periods: tuple[str, ...]) -> m.Safe:
    """The figures as a small picture, gaps shown, with the same in words."""
    values, texts = row["spark"]
    words = sparkline_text(texts, [period_text(label) for label in periods])
    return m.image(
        sparkline_uri(values),
        words,
        class_="kpi-picture",
        decoding="async",
        width="96",
        height="24",
    )


def _differs(row: Record, what: str) -> m.Safe:
    """A declared word that the scheme does not reproduce is marked where it is read (R7)."""
    if row[f"agrees_{what}"] is not False:
        return m.Safe("")
    return m.tag("small", f"computed: {row[f'computed_{what}_word']}")


def _tips(row: Record) -> m.Safe:
    """Something small would change the colour; what it is stands on the indicator's screen."""
    if row["firmness"] != Firmness.COULD_TIP:
        return m.Safe("")
    return m.tag("small", Firmness.COULD_TIP.word.lower())


def _limited(row: Record) -> m.Safe:
    """The kinds of caveat beside the figure that they limit (S12, S13)."""
    if not row["caveat_words"]:
        return m.Safe("")
    return m.tag("small", f"caveat: {row['caveat_words'][:1].lower()}{row['caveat_words'][1:]}")


def _warned(row: Record) -> m.Safe:
    """How many warnings of our checks wait on the indicator's screen."""
    count = row["findings"]
    if not count:
        return m.Safe("")
    return m.tag("small", "1 warning" if count == 1 else f"{count} warnings")


def _age(row: Record) -> m.Safe:
    if not row["age"] or row["age"] < 1:
        return m.Safe("")
    quarters = "1 quarter" if row["age"] == 1 else f"{int(row['age'])} quarters"
    return m.tag(
        "small", f"last {row['latest_text']} in {row['latest_period']}, {quarters} earlier"
    )


def _year(row: Record) -> m.Safe:
    if not row["year_change_text"]:
        return m.text("No figure to compare")
    judged = m.tag("small", on_screen(row["year_ago"]).lower())
    return m.join([row["year_change_text"], " ", judged])


def _no_comparison(row: Record) -> str:
    return "No figure to compare" if row["comparator"] else "No comparator"
