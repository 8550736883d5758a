"""A starting catalogue from what reading some files gave, for a person to correct.

Left as it is, it changes no indicator's id, no status and no figure. Each line says how it is
known, and what is not known stands as a comment with the words that are allowed.
"""

from collections.abc import Iterator, Sequence

from kpi_core.catalogue import Catalogue, toml
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.suggest.indicators import indicator_entries
from kpi_core.suggest.reports import organisation_entries, report_entry, unread_entry

__all__ = ["suggest"]


def suggest(
    reports: Sequence[ReportFacts],
    known: Catalogue | None = None,
    unread: Sequence[Finding] = (),
) -> str:
    """A catalogue in TOML, with comments.

    Args:
        reports: reports as read, with ``known`` where there is one.
        known: a catalogue that is there already; what it says is not said again.
        unread: a finding for each file that was no report.
    """
    given = known or Catalogue()
    parts = [
        _head(reports),
        *organisation_entries(reports, given),
        *(report_entry(report, given) for report in reports),
        *(unread_entry(finding) for finding in unread),
        *indicator_entries(reports, given),
    ]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def _head(reports: Sequence[ReportFacts]) -> Iterator[str]:
    yield "# A starting catalogue, from what was read and inferred. The comment beside a line says"
    yield "# how it is known: correct what is wrong. What you leave counts as said by you. A line"
    yield "# after a # has no effect until you take the # away. To correct an organisation's id,"
    yield "# replace it throughout."
    for report in reports:
        yield f"# Read: {toml.said(report.source_name)}"
