"""One indicator explained: why its rating, what was written, what limits it, every figure."""

import pandas as pd

from kpi_core.downloads import Viewed, series
from kpi_core.present import reasons, words
from kpi_core.present.briefing import report_with
from kpi_core.present.records import Record, records
from kpi_core.selection import neighbours, on_screen
from kpi_core.vocabulary import Accumulation, Polarity, Unit
from kpi_core.web import markup as m
from kpi_core.web.frame import View
from kpi_core.web.parts.rows import direction


def chosen(view: View) -> pd.Series | None:
    """The row that the address names, or None for none or an unknown one."""
    wanted = view.param("indicator")
    return view.scorecard.row(wanted) if wanted in view.scorecard.position else None


def not_found(view: View) -> m.Safe:
    """Says so where the address names an indicator that is not here."""
    wanted = view.param("indicator")
    if not wanted:
        return m.Safe("")
    said = f"The address asks for an indicator “{wanted}”, which this scorecard does not have."
    report = report_with(view.scorecard, wanted)
    if report is None:
        return m.tag("p", said, class_="kpi-notice")
    href = view.address("indicator", indicator=wanted, report=report)
    there = m.link(href, view.scorecard.titles[report])
    return m.tag("p", said, " It is in ", there, ".", class_="kpi-notice")


def badges(row: pd.Series) -> m.Safe:
    """Status and direction as declared, and whether our own reckoning agrees."""
    parts = [m.status_label(row["status"]), direction(row)]
    for what in ("status", "direction"):
        if row[f"agrees_{what}"] is False:
            computed = row[f"computed_{what}_word"]
            parts.append(m.tag("span", f"We compute {computed.lower()} for the {what}"))
    return m.tag("p", m.join(parts, "  "), class_="kpi-badges")


def steps(view: View, indicator: str) -> m.Safe:
    """Previous and next within the filter, and the way back to the list."""
    shown = [view.choices.ids[position] for position in view.at]
    before, after = neighbours(shown, indicator)
    place = shown.index(indicator) + 1 if indicator in shown else None
    links: list[object] = [m.link(view.address("overview"), "All indicators shown")]
    if place is not None:
        links.append(f"{place:,} of {len(view.at):,} shown")
    for label, other in (("Previous", before), ("Next", after)):
        if other is not None:
            name = view.scorecard.row(other)["title"]
            links.append(m.link(view.address("indicator", indicator=other), f"{label}: {name}"))
    items = m.join(m.tag("li", link) for link in links)
    return m.tag("nav", m.tag("ul", items), aria_label="Within the filter", class_="kpi-steps")


def rating(row: pd.Series) -> m.Safe:
    """Why this status and this direction: declared beside computed, with the arithmetic."""
    rows = reasons.rating_rows(row)
    heads = list(reasons.RATING_HEADS)
    table = m.table(reasons.RATING_CAPTION, heads, rows, classes="kpi-wide kpi-prose")
    return m.join([m.tag("h2", "Why this rating"), table])


def comparators(view: View, indicator: str) -> m.Safe:
    """Every comparator that the report quotes for this indicator."""
    rows = reasons.comparator_rows(view.scorecard, indicator)
    title = m.tag("h2", "Against others")
    if not rows:
        return m.join([title, m.tag("p", reasons.NO_COMPARATOR)])
    first, figure, *others = reasons.COMPARATOR_HEADS
    columns: list[m.Column | str] = [first, m.Column(figure, number=True), *others]
    return m.join([title, m.table(reasons.COMPARATOR_CAPTION, columns, rows, classes="kpi-wide")])


def commentary(row: pd.Series) -> m.Safe:
    """The commentary exactly as written, line breaks included."""
    written = reasons.written(row)
    body = (
        m.tag("blockquote", written, class_="kpi-written")
        if written
        else m.tag("p", reasons.NO_COMMENTARY)
    )
    return m.join([m.tag("h2", "Commentary as written"), body])


def caveats(row: pd.Series) -> m.Safe:
    """Known limits of the figure, in the report's own words."""
    if not len(row["caveats"]):
        return m.Safe("")
    items = m.join(m.tag("li", caveat) for caveat in row["caveats"])
    return m.join([m.tag("h2", "Caveats"), m.tag("ul", items)])


def findings(view: View, indicator: str) -> m.Safe:
    """What our checks noticed in this row of the report."""
    mine = reasons.noticed(view.scorecard, indicator)
    if not mine:
        return m.Safe("")
    items = m.join(
        m.tag("li", m.tag("strong", f"{on_screen(seen['severity'])}. "), seen["message"])
        for seen in mine
    )
    return m.join([m.tag("h2", "What our checks noticed"), m.tag("ul", items)])


def values(view: View, indicator: str) -> m.Safe:
    """Every period: the figure, the text as printed, its status and its cell."""
    made = series(Viewed(view.scorecard, view.filters, indicator))
    cases = bool((made.points["cases_text"] != "").any())
    rows = [
        [
            m.tag("span", point["period_label"], class_="kpi-nowrap"),
            m.join([point["missing_word"] or point["value_text"], " ", _restated(point)]),
            point["raw"] or "(empty)",
            m.Safe("")
            if point["status"] == "no_figure"
            else m.status_label(point["status"], declared=point["declared"]),
            point["reason"],
            m.join([point["source_cell"], " ", _of_report(point)]),
            *([point["cases_text"]] if cases else []),
        ]
        for point in records(made.points)
    ]
    columns: list[m.Column | str] = [
        *("Period", m.Column("Outturn", number=True), m.Column("As printed", number=True)),
        *("Status", "Reason", m.Column("Source cell", phrase=True)),
        *([m.Column("Cases and 95% interval", number=True)] if cases else []),
    ]
    caption = "Every figure; a hollow status is computed by us"
    table = m.table(caption, columns, rows, classes="kpi-wide kpi-prose")
    return m.join([m.tag("h2", "Values"), table])


def _restated(point: Record) -> m.Safe:
    return m.tag("small", point["restated"]) if point["restated"] else m.Safe("")


def _of_report(point: Record) -> m.Safe:
    """Names the report that a cell is in, where it is not the one on the screen."""
    return m.tag("small", f"in {point['report_title']}") if point["other_report"] else m.Safe("")


def facts(view: View, row: pd.Series) -> m.Safe:
    """What is lasting about the indicator, and who answers for it."""
    indicators = view.scorecard.dataset.frame("indicators")
    mine = indicators["organisation"] == view.scorecard.organisation
    known = indicators[mine & (indicators["indicator"] == row["indicator"])].iloc[0]
    theme = row["theme"] if isinstance(row["theme"], str) else words.NOT_GIVEN
    ours = " (our grouping, not the council's)" if known["theme_basis"] == "catalogue" else ""
    given = {
        "Owner": row["owner"],
        "Action": row["action"],
        "Due date": row["due_date"],
        "Theme": f"{theme}{ours}",
        "Plan": row["plan"],
        "Which way is good": f"{Polarity(row['polarity']).word} ({row['polarity_basis']})",
        "Unit": Unit(row["unit"]).word,
        "A figure covers": words.COVERS[Accumulation(row["accumulation"])],
        "Status declared at": row["source_cell"],
        "Indicator id": row["indicator"],
    }
    items = m.join(
        m.join([m.tag("dt", label), m.tag("dd", _given(value))]) for label, value in given.items()
    )
    return m.join([m.tag("h2", "About this indicator"), m.tag("dl", items, class_="kpi-facts")])


def _given(value: object) -> object:
    return value if isinstance(value, str) and value else words.NOT_GIVEN
