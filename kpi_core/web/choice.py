"""Which figures an address asks for: a report of the dataset, and a version of it.

The address names a report by its id, ``?report=...``; without one the newest is shown. With
``?version=...`` it shows the figures of that version whatever was built since; without one those
of the current version.
"""

from collections.abc import Mapping

from kpi_core.present.choice import ReportChoice
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters
from kpi_core.web.address import Value, address
from kpi_core.web.markup import Safe, join, link, tag
from kpi_core.web.screens import Screen

PARAMETER = "report"
VERSION = "version"


def version_notice(shown: str, current: str, latest: str) -> Safe:
    """Says so where the figures are not the current ones, with the way to those.

    Args:
        shown: name of the version that the address asked for.
        current: name of the dataset's current version.
        latest: address of the same view without a version.
    """
    if shown == current:
        return Safe("")
    said = f"These are the figures of version {shown}, as they stood when the link was made. "
    way = link(latest, "See the latest figures")
    return tag("p", said, way, ".", class_="kpi-notice kpi-version")


def asked_for(card: Scorecard) -> str | None:
    """What an address has to say to show this report: nothing for the newest one."""
    shown = str(card.report["report"])
    return None if shown == card.reports.newest else shown


def unknown(card: Scorecard, asked: str | None) -> Safe:
    """Says so where the address names a report that the dataset does not have."""
    if not asked or asked in card.reports:
        return Safe("")
    said = f"The address asked for a report “{asked}”, which the dataset does not have."
    return tag("p", f"{said} The newest one is shown.", class_="kpi-notice")


def links(card: Scorecard, screen: Screen, filters: Filters, kept: Mapping[str, Value]) -> Safe:
    """One list of periods per organisation; nothing where the dataset has one report."""
    if len(card.reports.every) < 2:
        return Safe("")

    def item(choice: ReportChoice) -> Safe:
        asked = None if choice.report == card.reports.newest else choice.report
        href = address(screen.key, filters, **{**kept, PARAMETER: asked})
        current = "true" if choice.report == card.report["report"] else None
        return tag("li", link(href, choice.label, aria_current=current))

    lists = (
        tag("ul", tag("li", f"{name}:"), *(item(choice) for choice in choices))
        for name, choices in card.reports.by_organisation()
    )
    return tag("nav", join(lists), aria_label="Reports", class_="kpi-reports")
