"""What changed between two versions of the dataset, report by report.

A report that is new is told by its briefing. Of one that was there already, ``revisions`` holds the
two versions against each other: the file may be another one, or the catalogue, or the rules.
"""

from kpi_core.present.since.compare import ReportKind, ReportSince, Since, since
from kpi_core.present.since.revisions import Revision

__all__ = ["ReportKind", "ReportSince", "Revision", "Since", "since"]
