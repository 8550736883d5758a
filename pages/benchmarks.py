"""Benchmarks: whether it is just us, and whether the benchmark is fair."""

import pandas as pd
import streamlit as st

from kpi_core.present import summary
from kpi_core.present.standing.summary import fairness, group_finding
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import counts, downloads, published, vintages, why
from kpi_core.web.parts.standing import beside, choosing, one, whole, without

CROSS = "Status by comparison with the named comparator"


def top(view: View) -> None:
    head, row = st.container(), why.chosen(view)
    if row is not None:
        _top_of_one(view, row, head)
        return
    tables = st.container()
    comparing = choosing.draw(view)
    said = group_finding(whole.frame_of(view, comparing), comparing) if comparing else ""
    quoted = summary.comparison_headline(view.choices)
    with head:
        heading(said or quoted, fairness(view.scorecard, view.shown))
    with tables:
        show(counts.cross_table(view, "status", "comparison", CROSS))


def _top_of_one(view: View, row: pd.Series, head: st.delta_generator.DeltaGenerator) -> None:
    indicator = row["indicator"]
    years = [period.label for period in view.scorecard.published.periods(indicator)]
    here = one.found(view, indicator, choosing.draw(view, years[::-1], one=True))
    with head:
        heading(row["title"], here.finding if here is not None else row["name"])


def main(view: View) -> None:
    row, comparing = why.chosen(view), choosing.chosen(view)
    if comparing is None:
        show(without.notice())
    if row is None:
        if comparing is not None and choosing.part() == choosing.FAIR:
            _fairness(view)
        else:
            whole.side_by_side(view, comparing, whole.draw(view, comparing))
        return
    indicator = row["indicator"]
    show(one.steps(view, indicator))
    here = one.found(view, indicator, comparing)
    if here is None or comparing is None:
        show(without.unlinked(view.scorecard.published.reasons.get(indicator)))
        show(why.comparators(view, indicator))
        return
    one.councils(view, indicator, comparing, here)
    beside.time(view, indicator, comparing)
    beside.neighbours(view, indicator, here)
    rows = view.rows[view.rows["indicator"] == indicator]
    show(vintages.section(view, rows), published.section(view, rows))


def _fairness(view: View) -> None:
    """Of which year the quoted benchmarks are, and what was published later."""
    show(vintages.section(view))
    downloads.buttons(view, "quoted-years")
    show(published.section(view))
    downloads.buttons(view, "published-later")


hand_over(main, top=top)
