"""The suggested entries of organisations and of reports."""

from collections.abc import Iterable, Iterator, Sequence

from kpi_core.catalogue import Catalogue, ReportEntry, toml
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.suggest.corrections import column_lines, word_lines
from kpi_core.suggest.lines import PLACEHOLDER, line, offered
from kpi_core.suggest.periods import spelling

STATED = ReportEntry(organisation="", title="").licence
"""The licence of a report that states none."""


def organisation_entries(
    reports: Sequence[ReportFacts], known: Catalogue
) -> Iterator[Iterator[str]]:
    """One entry for each organisation that the catalogue does not name yet."""
    seen = set(known.organisations)
    for report in reports:
        if report.organisation not in seen:
            seen.add(report.organisation)
            yield _organisation(report)


def _organisation(report: ReportFacts) -> Iterator[str]:
    yield f"[organisations.{toml.key(report.organisation)}]"
    yield line("name", toml.string(report.organisation_name), report.organisation_basis or "")
    yield offered("region", toml.string(PLACEHOLDER), "such as north-west")


def report_entry(
    report: ReportFacts, known: Catalogue, schemes: Iterable[str] = ()
) -> Iterator[str]:
    """What was taken for granted about one report, and what in it was not understood.

    ``schemes`` are the lines that name the schemes which it is rated by.
    """
    listed = report.report in known.reports
    place = f"reports.{toml.key(report.report)}"
    if listed:
        yield f"# The catalogue has [{place}] already. What may be added to it:"
    else:
        yield f"[{place}]"
        yield from _about(report)
        yield from schemes
        yield offered("skip", "[]", "titles of sheets or tables to leave out")
    for name, found in (
        ("columns", column_lines(report)),
        *word_lines(report),
    ):
        part = list(found)
        if part:
            yield ""
            yield f"{'# ' if listed else ''}[{place}.{name}]"
            yield from (_without_effect(text) for text in part) if listed else part


def _without_effect(text: str) -> str:
    return text if text.startswith("#") else f"# {text}"


def _about(report: ReportFacts) -> Iterator[str]:
    yield line("organisation", toml.string(report.organisation))
    if report.organisation_basis:
        basis = toml.string(report.organisation_basis)
        yield line("organisation_basis", basis, "delete this line when the organisation is right")
    yield line("title", toml.string(report.title), "as read; screens and downloads show it")
    yield _period(report)
    yield _publication(report)
    yield _licence(report)


def _period(report: ReportFacts) -> str:
    printed = spelling(report.period)
    if printed is None:
        return offered("period", toml.string(PLACEHOLDER), "the period that the report is about")
    value = toml.string(printed)
    if _year_matters(report):
        why = "the latest column; saying it gives its year to headings that name none"
        return offered("period", value, why)
    return line("period", value, "the period that is rated")


def _year_matters(report: ReportFacts) -> bool:
    """Whether some heading's period was not understood, and might be, once the year is known."""
    problems = any(column.problem for table in report.tables for column in table.columns)
    return problems or any(f.rule == "period-unreadable" for f in report.findings)


def _publication(report: ReportFacts) -> str:
    if report.published_on is None:
        return offered("published_on", PLACEHOLDER, "the day of publication, such as 2020-05-31")
    return line("published_on", report.published_on.isoformat())


def _licence(report: ReportFacts) -> str:
    value = toml.string(report.licence)
    return line("licence", value) if report.licence != STATED else offered("licence", value)


def unread_entry(finding: Finding) -> Iterator[str]:
    """A file that was no report: the entry that may help, without effect."""
    yield f"# Not read: {toml.said(finding.message, 500)}"
    yield "# If a period or a heading is what is missing, say it here:"
    yield f"# [reports.{toml.key(finding.report)}]"
    yield offered("organisation", toml.string(PLACEHOLDER), "its id, such as upper-tamar")
    yield offered("title", toml.string(PLACEHOLDER))
    yield offered("period", toml.string(PLACEHOLDER), "such as 2019/20 Q4")
    yield offered("columns", '{ "Heading as printed" = "indicator" }')
