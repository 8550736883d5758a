"""A starting catalogue from what reading some files gave, for a person to correct.

Left as it is, it changes no indicator's id, no declared status and no figure; the schemes that it
names are those that reproduce most of what is declared. Each line says how it is known, and what
is not known stands as a comment with the words that are allowed.
"""

from collections.abc import Iterable, Iterator, Sequence

from kpi_core.catalogue import Catalogue, toml
from kpi_core.catalogue.load import MOST_BYTES
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.suggest.indicators import indicator_entries
from kpi_core.suggest.reports import organisation_entries, report_entry, unread_entry
from kpi_core.suggest.schemes import suggested_schemes

__all__ = ["suggest"]

MOST_ENTRIES = 5_000
"""A catalogue may have twenty times as many keys and values."""


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
    schemes = suggested_schemes(reports, given)
    parts = [
        _head(reports),
        *organisation_entries(reports, given),
        *schemes.tables,
        *(report_entry(r, given, schemes.lines.get(r.report, ())) for r in reports),
        *(unread_entry(finding) for finding in unread),
        *indicator_entries(reports, given),
    ]
    return "\n\n".join(_within_limits(text for part in parts if (text := "\n".join(part)))) + "\n"


def _within_limits(texts: Iterable[str]) -> Iterator[str]:
    """As many entries as a catalogue may have, and how many had to be left out."""
    size, left_out = 0, 0
    for at, text in enumerate(texts):
        size += len(text.encode()) + 2
        if at < MOST_ENTRIES and size < MOST_BYTES - 1000:
            yield text
        else:
            left_out += 1
    if left_out:
        yield f"# {left_out:,} more entries are left out: no catalogue is as large as that."


def _head(reports: Sequence[ReportFacts]) -> Iterator[str]:
    yield "# A starting catalogue, from what was read and inferred. The comment beside a line says"
    yield "# how it is known: correct what is wrong. What you leave counts as said by you. A line"
    yield "# after a # has no effect until you take the # away. To correct an organisation's id,"
    yield "# replace it throughout."
    for report in reports:
        yield f"# Read: {toml.said(report.source_name)}"
