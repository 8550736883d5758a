"""Where is it heading: what the rest of the year has to bring, and what is only an estimate."""

import pandas as pd
import streamlit as st

from kpi_core.present.outlook import OutlookReading, outlook_reading
from kpi_core.rules.outlook.method import sentences
from kpi_core.rules.statistics.ruleset import SCREENED
from kpi_core.web import markup as m
from kpi_core.web.frame import show


def draw(row: pd.Series) -> None:
    """The whole section. Where nothing is said, the reason stands in its place."""
    found = outlook_reading(row)
    show(m.tag("h2", "Where is it heading?"), _said(found))
    with st.expander("How the outlook is worked out", key="kpi-outlook-method", type="compact"):
        show(_list(sentences(SCREENED)))


def _said(found: OutlookReading) -> m.Safe:
    beside = _list(found.notes, class_="kpi-small")
    estimate = m.tag("p", found.estimate) if found.estimate else ""
    if not found.lines:
        return m.join([m.tag("p", found.sentence, class_="kpi-notice"), estimate, beside])
    heads: list[m.Column | str] = ["What", m.Column("Figure", number=True)]
    table = m.table("Position and what is left of the year", heads, list(map(list, found.lines)))
    return m.join([m.tag("p", found.sentence), estimate, table, beside])


def methods() -> m.Safe:
    """The section of the Methods screen."""
    return m.join([m.tag("h2", "How the end of the year is looked at"), _list(sentences(SCREENED))])


def _list(said: tuple[str, ...], **attributes: object) -> m.Safe:
    items = m.join(m.tag("li", sentence) for sentence in said)
    return m.tag("ul", items, **attributes) if said else m.Safe("")
