"""Import, step 2: what a report was taken for, column by column and word by word."""

from itertools import islice

import streamlit as st

from kpi_core.dataset import Assessed
from kpi_core.facts import ReportFacts, TableRead
from kpi_core.inference import Inferred
from kpi_core.inference.sentences import account
from kpi_core.present import decisions
from kpi_core.present.recognised import recognised
from kpi_core.present.records import records
from kpi_core.web import markup as m
from kpi_core.web.frame import show

HOW = {"status": "Statuses, by our reading", "direction": "Directions, by our reading"}
"""What is said of a question of :class:`kpi_core.inference.Answer`."""

MOST_TABLES = 20
"""Kinds of table of one report whose columns are listed; all can be corrected."""

OPEN_ROWS = 30
"""Rows of a list that is open at first."""

MOST_ROWS = 200
"""Rows of one table on the screen; the catalogue that can be taken away has all."""


NO_HEADING = m.tag("span", "No heading", class_="kpi-none")


def summary(facts: ReportFacts, inferred: Inferred) -> m.Safe:
    """Whose report of when, how many cells were kept, and which rating schemes fit."""
    basis = f" ({facts.organisation_basis})" if facts.organisation_basis else ""
    items = {
        "Organisation": f"{facts.organisation_name}{basis}",
        "Title": facts.title,
        "Rated period": facts.period.label if facts.period.end else "Not known",
        "Format": facts.format.upper(),
        "Indicators": f"{len(facts.indicators):,}",
        "Cells": f"{facts.cells_read:,} read: {facts.cells_kept:,} kept, "
        f"{facts.cells_ignored:,} in header lines",
        **{HOW[a.what]: account(a).headline for a in inferred.answers},
    }
    made = (m.join([m.tag("dt", label), m.tag("dd", value)]) for label, value in items.items())
    return m.tag("dl", m.join(made), class_="kpi-facts")


def sentences(facts: ReportFacts) -> m.Safe:
    """How much was recognised and what was not, before anything is unfolded."""
    return m.tag("ul", m.join(m.tag("li", said) for said in recognised(facts)))


def tables(at: int, report: Assessed, inferred: Inferred, *, alone: bool) -> None:
    """Columns, words, indicators and rating schemes of the file with this number.

    Those of a file alone are open; a long list is folded, since errors stand below it.
    """
    facts = report.report
    short = sum(len(table.columns) for table in facts.tables) <= OPEN_ROWS
    label = f"Columns and words of file {at}"
    with st.expander(label, key=f"kpi-read-{at}", expanded=alone and short):
        show(columns(facts), words(facts))
    short = len(facts.indicators) <= OPEN_ROWS
    label = f"Units, and which way is good, of file {at}"
    with st.expander(label, key=f"kpi-units-{at}", expanded=alone and short):
        show(indicators(report))
    with st.expander(f"Evidence for the rating schemes of file {at}", key=f"kpi-schemes-{at}"):
        show(schemes(inferred))


def schemes(inferred: Inferred) -> m.Safe:
    """The evidence for each scheme that fits, and why others are excluded."""
    made = []
    for answer in inferred.answers:
        details = account(answer).details
        if details:
            made.append(m.tag("h4", HOW[answer.what]))
            made.append(m.tag("ul", m.join(m.tag("li", text) for text in details)))
    if not made:
        return m.tag("p", "Nothing is declared that tells a scheme.", class_="kpi-small")
    return m.join(made)


def columns(facts: ReportFacts) -> m.Safe:
    """One table per table found: heading, what it was read as, when, why and where.

    Tables that were read alike are shown once.
    """
    heads = ["Heading", "Read as", "Period", "Why", "Cell"]
    alike: dict[tuple[object, ...], list[TableRead]] = {}
    for table in facts.tables:
        alike.setdefault(decisions.reading_of(table), []).append(table)
    made = []
    for first, *others in islice(alike.values(), MOST_TABLES):
        rows = [
            [row["heading"] or NO_HEADING, row["read_as"], row["period"], row["why"], row["cell"]]
            for row in records(decisions.columns_read(first))
        ]
        caption = f"Columns of the table at {decisions.table_sentence(first)}"
        if others:
            caption += f". {len(others):,} more like it, the last at {others[-1].where}"
        made.append(m.table(caption, heads, rows, classes="kpi-wide"))
    if len(alike) > MOST_TABLES:
        said = f"The first {MOST_TABLES} of {len(alike):,} kinds of table."
        made.append(m.tag("p", said, class_="kpi-small"))
    return m.join(made)


def words(facts: ReportFacts) -> m.Safe:
    """Each word of status or direction with what it was read as."""
    frame = decisions.words_read(facts)
    if frame.empty:
        return m.tag("p", "No status and no direction of travel is declared.", class_="kpi-small")
    rows = [
        [
            decisions.printed_word(row["word"]),
            row["kind"],
            row["read_as"],
            f"{row['times']:,}",
            row["cells"],
        ]
        for row in records(frame.head(MOST_ROWS))
    ]
    heads: list[m.Column | str] = ["Word as printed", "Column", "Read as"]
    heads += [m.Column("Times", number=True), "Cells"]
    return m.table("Words of status and direction of travel", heads, rows, classes="kpi-wide")


def indicators(report: Assessed) -> m.Safe:
    """Each indicator's unit, which way is good, and what a figure covers."""
    frame = decisions.indicators_read(report.report.indicators)
    rows = [
        [
            row["title"],
            row["unit_word"],
            m.join([row["polarity_word"], " ", m.tag("small", row["polarity_basis"])]),
            row["covers"],
            row["cell"],
        ]
        for row in records(frame.head(MOST_ROWS))
    ]
    caption = "Units, and which way is good"
    if len(frame) > MOST_ROWS:
        caption = f"{caption}: the first {MOST_ROWS} of {len(frame):,} indicators"
    heads = ["Indicator", "Unit", "Which way is good", "A figure covers", "Cell"]
    return m.table(caption, heads, rows, classes="kpi-wide")
