"""One indicator over time, member by member, and by another dated set of neighbours."""

import streamlit as st

from kpi_core.downloads import over_time_picture
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.distribution import Distribution
from kpi_core.present.standing.members import DatedSet, dated_sets, members, sets_sentence
from kpi_core.present.standing.over_time import OverTime, by_period, over_time
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import downloads, pictures


def time(view: View, indicator: str, comparing: Comparing) -> None:
    """As reported and as published, beside the group, England and the region."""
    card = view.scorecard
    made = _kept(card.dataset.version, str(card.report["report"]), indicator, comparing, card)
    if made is None:
        return
    show(m.tag("h2", "Over time"), m.tag("p", f"{made.finding}."))
    pictures.draw(view, over_time_picture, indicator=indicator, compared=comparing)
    downloads.buttons(view, "comparators-over-time", indicator=indicator, compared=comparing)
    show(_periods(made))


@st.cache_resource(max_entries=200, show_spinner=False)
def _kept(
    version: str, report: str, indicator: str, comparing: Comparing, _card: Scorecard
) -> OverTime | None:
    del version, report
    return over_time(_card, indicator, comparing)


def _periods(made: OverTime) -> m.Safe:
    columns: list[m.Column | str] = [
        "Period",
        *(m.Column(name, number=True) for name in made.series),
    ]
    rows = [
        [
            row["period_label"],
            *(_cell(*row[name]) for name in made.series),
        ]
        for row in by_period(made)
    ]
    caption = f"{made.measure.title}: every period, the newest first"
    return m.scrolling(caption, m.table(caption, columns, rows, classes="kpi-wide"))


def _cell(text: str, count: str) -> m.Safe:
    return m.join([text, " ", m.tag("small", count)]) if count else m.text(text)


def neighbours(view: View, indicator: str, here: Distribution) -> None:
    """The members of the group, then what each dated set of neighbours gives."""
    found = here.standing
    show(m.tag("h2", f"Compared with: {found.group.title}"), _members(here))
    sets = dated_sets(view.scorecard, indicator, found.period)
    if sets:
        sentence = sets_sentence(sets)
        show(
            m.tag("h2", "What another set of neighbours would change"),
            m.tag("p", sentence) if sentence else "",
            _sets(sets, found.period.label),
        )


def _members(here: Distribution) -> m.Safe:
    listed = members(here.standing)
    if not listed:
        return m.tag("p", "No council is in this group. Choose some above.")
    near = any(member.near is not None for member in listed)
    columns: list[m.Column | str] = ["Council", m.Column("Figure", number=True)]
    columns += [m.Column("Ours against theirs", phrase=True)]
    columns += ["Place as a neighbour", "Closeness"] if near else []
    rows = [
        [
            member.name,
            member.figure,
            member.gap,
            *([str(member.near or ""), member.closeness] if near else []),
        ]
        for member in listed
    ]
    caption = f"Its {len(listed):,} members in {here.standing.period.label}"
    table = m.table(caption, columns, rows, classes="kpi-wide")
    if len(listed) <= MOST_OPEN:
        return table
    return m.tag("details", m.tag("summary", f"All {len(listed):,} members"), table)


MOST_OPEN = 25
"""Members of a group that are listed without a click."""


def _sets(sets: list[DatedSet], period: str) -> m.Safe:
    columns: list[m.Column | str] = [
        *("Set", m.Column("Mean", number=True), m.Column("Median", number=True)),
        *(m.Column("With data", number=True), "Joined since the set before", "Left since then"),
    ]
    rows = [
        [
            *(one.title, one.mean or "No figure", one.median or "No figure", one.counted),
            *(", ".join(one.joined) or "Nobody", ", ".join(one.left) or "Nobody"),
        ]
        for one in sets
    ]
    return m.table(f"Each dated set in {period}", columns, rows, classes="kpi-wide kpi-prose")
