"""What changed between two versions as a letter."""

from collections.abc import Iterator

from kpi_core.formatting import number_word
from kpi_core.present.letter.blocks import Block, Entries, Entry, Heading, Letter, Line
from kpi_core.present.letter.of_briefing import briefing_blocks
from kpi_core.present.since import ReportKind, ReportSince, Since
from kpi_core.vocabulary import RevisionKind

SAME_FILE = (
    "The report is the same file as before: what differs comes from the catalogue, from other "
    "reports or from the rules of this application."
)
GONE = "This report is not in the dataset any more."
OTHER_FILE = "The file of the report is another one than before."


def versions_letter(found: Since) -> Letter:
    """Every report with something to tell; the others are counted."""
    blocks = [block for report in found.reports for block in _report(report)]
    title = f"What changed from version {found.then} to {found.now}"
    return Letter(title, (*blocks, Line(unchanged(found))))


def unchanged(found: Since) -> str:
    """How many reports are as they were."""
    if not found.unchanged:
        return "No other report is in both versions." if found.reports else "There is no report."
    be = "report is" if found.unchanged == 1 else "reports are"
    other = "other " if found.reports else ""
    return f"{found.unchanged:,} {other}{be} the same in both versions."


def headline(report: ReportSince) -> str:
    """How many changes of which kind a revised report has, or that it is gone."""
    if report.kind is ReportKind.REMOVED:
        return GONE
    numbers = {
        kind: sum(revision.kind is kind for revision in report.revisions) for kind in RevisionKind
    }
    return ", ".join(
        f"{number:,} {kind.one if number == 1 else kind.many}"
        for kind, number in numbers.items()
        if number
    )


def basis(report: ReportSince) -> str:
    """Why a report that was there already can differ; nothing of one that is gone."""
    if report.kind is ReportKind.REMOVED:
        return ""
    return OTHER_FILE if report.other_file else SAME_FILE


def _report(report: ReportSince) -> Iterator[Block]:
    if report.card is not None and report.briefing is not None:
        yield from briefing_blocks(report.card, report.briefing)
        return
    row = report.report
    named = f"{row['organisation_name']}, {row['title']}, {row['period_label']}"
    yield Heading(named, 2)
    yield from map(Line, filter(None, (headline(report), basis(report))))
    for kind in RevisionKind:
        mine = [revision for revision in report.revisions if revision.kind is kind]
        if mine:
            said = f"{number_word(len(mine))} {kind.one if len(mine) == 1 else kind.many}"
            yield Heading(said[:1].upper() + said[1:], 3)
            yield Entries(tuple(Entry(revision.sentence, revision.notes) for revision in mine))
