"""Which reports two versions share, and what is told of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kpi_core.dataset import Dataset
from kpi_core.present.briefing import Briefing, briefing
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.present.since.revisions import Revision, revisions
from kpi_core.vocabulary import Word


class ReportKind(Word):
    """What became of a report."""

    NEW = "new"
    REVISED = "revised"
    REMOVED = "removed"


@dataclass(frozen=True)
class ReportSince:
    """One report with something to tell.

    Attributes:
        report: its row of ``reports``, of the version that has it.
        card: its scorecard, and with it ``briefing``, where the report is new.
        revisions: what differs, where both versions have it.
        other_file: whether the file itself is another one then.
    """

    kind: ReportKind
    report: Mapping[str, Any]
    card: Scorecard | None = None
    briefing: Briefing | None = None
    revisions: tuple[Revision, ...] = ()
    other_file: bool = False


@dataclass(frozen=True)
class Since:
    """Everything that changed from one version to another; ``unchanged`` counts the reports."""

    then: str
    now: str
    reports: tuple[ReportSince, ...]
    unchanged: int


def since(then: Dataset, now: Dataset) -> Since:
    """What changed from a version to a later one, in the order of its reports.

    A report under the name of an earlier one that rates another period is a new report.
    """
    before, after = _reports(then), _reports(now)
    told: list[ReportSince] = []
    for report, row in after.items():
        known = before.get(report)
        if known is None or known["period_label"] != row["period_label"]:
            card = scorecard(now, report)
            told.append(ReportSince(ReportKind.NEW, row, card, briefing(card)))
        elif found := revisions(then, now, row):
            other = known["sha256"] != row["sha256"]
            told.append(ReportSince(ReportKind.REVISED, row, revisions=found, other_file=other))
    told.extend(_removed(before, after))
    unchanged = sum(report.kind is not ReportKind.REMOVED for report in told)
    return Since(then.version, now.version, tuple(told), len(after) - unchanged)


def _reports(data: Dataset) -> dict[str, Mapping[str, Any]]:
    return {row["report"]: row for row in data.tables["reports"].to_pylist()}


def _removed(
    before: Mapping[str, Mapping[str, Any]], after: Mapping[str, Mapping[str, Any]]
) -> Iterator[ReportSince]:
    for report, row in before.items():
        if report not in after:
            yield ReportSince(ReportKind.REMOVED, row)
