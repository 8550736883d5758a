"""All indicators at once: the gap to the target and to each comparator, as pictures and a table."""

import numpy as np
import pandas as pd
import streamlit as st

from kpi_core.charts.comparison import unit_groups
from kpi_core.downloads import comparison_picture
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.gaps import KINDS, TARGET, gaps
from kpi_core.vocabulary import Comparison
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import compared, downloads, pictures, rows

TARGET_WORDS = {
    Comparison.BETTER: "Asks for more than they have",
    Comparison.LEVEL: "Asks for what they have",
    Comparison.WORSE: "Asks for less than they have",
    Comparison.NO_COMPARISON: "Nothing to compare",
}


def frame_of(view: View, comparing: Comparing | None) -> pd.DataFrame:
    """The gaps of the indicators shown, in the report's order."""
    card = view.scorecard
    made = _kept(card.dataset.version, str(card.report["report"]), comparing, card)
    return made[made["position"].isin(view.at)]


@st.cache_resource(max_entries=24, show_spinner=False)
def _kept(version: str, report: str, comparing: Comparing | None, _card: Scorecard) -> pd.DataFrame:
    """The gaps of one report for one choice, shared by all sessions and changed by none."""
    del version, report
    return gaps(_card, _card.rows, comparing)


def draw(view: View, comparing: Comparing | None) -> pd.DataFrame:
    """Target and comparators together, then a picture for each kind of unit.

    Returns:
        The gaps of the indicators that the pictures are about: of a long list one page.
    """
    frame = frame_of(view, comparing)
    if frame[frame["kind"] != TARGET].empty:
        said = "No indicator shown has a comparator."
        if view.filters.any:
            said += " Clear a filter to see those that have."
        show(m.tag("p", said, class_="kpi-notice"))
        return frame.iloc[:0]
    show(m.tag("h2", "Is it us, the target, or both?"))
    found = compared.answers(view, comparing)
    show(compared.both_ways_tables(view, found))
    answer = found.asked(view.param(compared.PARAMETER))
    if answer is not None:
        show(compared.only(view, answer))
        frame = frame[frame["indicator"].isin(answer.indicators)]
    at = rows.page(np.array(sorted(set(frame["position"])), dtype=np.intp))
    frame = frame[frame["position"].isin(at)]
    for group in unit_groups(frame.dropna(subset=["gap"])):
        show(m.tag("h2", f"Gap to target and comparators: {group[0].lower()}{group[1:]}"))
        pictures.draw(view, comparison_picture, group=group, only=at, compared=comparing)
        downloads.buttons(view, "comparison", group=group, only=at, compared=comparing)
    return frame


def side_by_side(view: View, comparing: Comparing | None, frame: pd.DataFrame) -> None:
    """The table of the same indicators, and everything to take away."""
    beside = frame[frame["kind"] != TARGET]
    if not beside.empty:
        show(m.tag("h2", "Outturn, target and comparator side by side"), table(view, beside))
        downloads.buttons(view, "benchmarks", compared=comparing)


def table(view: View, frame: pd.DataFrame) -> m.Safe:
    """One row per indicator and comparator; the named one is marked."""
    columns: list[m.Column | str] = [
        *("Indicator", "Comparator", m.Column("Theirs", number=True)),
        *(m.Column("Outturn", number=True), m.Column("Our gap", phrase=True)),
        *(m.Column("Target", number=True), "Our target", "Period and source of theirs"),
    ]
    cells = [_cells(view, record) for record in records(frame)]
    caption = f"{len(cells):,} comparisons of {frame['indicator'].nunique():,} indicators"
    return m.table(
        caption, columns, cells, running=rows.running_line(view), classes="kpi-wide kpi-many"
    )


def _cells(view: View, record: Record) -> list[object]:
    href = view.address_with(indicator=record["indicator"])
    kind = m.tag("small", KINDS[record["kind"]].lower())
    target = TARGET_WORDS[Comparison(record["target_against"])]
    source = m.tag("small", record["source_cell"])
    return [
        m.link(href, record["title"]),
        m.join([record["comparator_name"], " ", kind]),
        record["comparator_text"],
        record["value_text"],
        record["gap_text"] or "No figure to compare",
        record["target_text"],
        m.join([target, " ", m.tag("small", _by(record["target_against_text"]))]),
        m.join([f"{record['note'][:1].upper()}{record['note'][1:]}", " ", source]),
    ]


def _by(gap: str) -> str:
    """How much a target differs from a comparator: "by 5.0 points"."""
    size = gap.removesuffix(" better").removesuffix(" worse")
    return f"by {size}" if size != gap else ""
