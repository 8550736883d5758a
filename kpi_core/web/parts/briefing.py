"""The briefing on what is new, drawn: a heading for each kind, an item for each change."""

from collections.abc import Sequence

from kpi_core.present.briefing import Briefing, Change, account
from kpi_core.vocabulary import ChangeKind
from kpi_core.web import markup as m
from kpi_core.web.frame import View

MOST_SHOWN = 100
"""Items of one kind on the screen at once; all are in the download."""


def count(made: Briefing, shown: Briefing) -> m.Safe:
    """How many of how many, and what the filters hide, by kind."""
    said = account.showing(made, shown)
    return m.tag("p", said, class_="kpi-count")


def changes(view: View, shown: Briefing) -> m.Safe:
    """Each kind of change that there is, under its count."""
    return m.join(
        m.join([m.tag("h2", account.heading(kind, len(found))), _items(view, found)])
        for kind, found in shown.kinds().items()
    )


def not_compared(view: View, shown: Briefing) -> m.Safe:
    """Indicators of which no change can be told, each with the reason."""
    if not shown.not_compared:
        return m.Safe("")
    heading = account.not_compared_heading(len(shown.not_compared))
    return m.join([m.tag("h2", heading), _items(view, shown.not_compared)])


def nothing_of(made: Briefing) -> m.Safe:
    """The kinds without a change, in one line each of those looked for and those not told."""
    lines = (account.nothing_of(made), account.not_told(made))
    return m.join(m.tag("p", line, class_="kpi-small") for line in lines if line)


def meanings() -> m.Safe:
    """What each kind of change is, one click away."""
    terms = (
        m.join([m.tag("dt", kind.many.capitalize()), m.tag("dd", kind.meaning)])
        for kind in ChangeKind
    )
    summary = m.tag("summary", "What each kind of change means")
    words = m.tag("dl", *terms, class_="kpi-facts kpi-glossary")
    return m.tag("details", summary, words, class_="kpi-screen-only")


def _items(view: View, found: Sequence[Change]) -> m.Safe:
    items = m.tag(
        "ul", *(_item(view, change) for change in found[:MOST_SHOWN]), class_="kpi-briefing"
    )
    if len(found) <= MOST_SHOWN:
        return items
    more = f"The first {MOST_SHOWN:,} of {len(found):,}; all are in the download."
    return m.join([items, m.tag("p", more, class_="kpi-small")])


def _item(view: View, change: Change) -> m.Safe:
    """The sentence with the indicator's name as a link, and the notes below it."""
    elsewhere = {"report": change.report} if change.report else {}
    address = view.address("indicator", indicator=change.indicator, **elsewhere)
    notes = (m.tag("p", note, class_="kpi-small") for note in change.notes)
    return m.tag("li", m.link(address, change.title), f": {change.said}", *notes)
