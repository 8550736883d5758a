"""What changed as plain values for programs. Keys are part of the contract: none is left out."""

from typing import Any

from kpi_core.present.briefing import Briefing, Change, account
from kpi_core.present.briefing.table import row
from kpi_core.present.letter.of_versions import basis, headline
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.since import ReportSince, Revision, Since


def report_json(card: Scorecard, made: Briefing) -> dict[str, Any]:
    """The briefing on one report."""
    return {
        "report": card.report["report"],
        "organisation": card.organisation,
        "period": made.period,
        "against": made.earlier,
        "headline": account.headline(made),
        "basis": account.basis(made),
        "kept": made.kept,
        "indicators": made.total,
        "changes": [_change(change) for change in made.changes],
        "not_compared": [_change(change) for change in made.not_compared],
    }


def versions_json(found: Since) -> dict[str, Any]:
    """What changed between two versions; ``changed`` says whether anything did."""
    return {
        "since": found.then,
        "version": found.now,
        "changed": bool(found.reports),
        "unchanged_reports": found.unchanged,
        "reports": [_report(report) for report in found.reports],
    }


def _report(told: ReportSince) -> dict[str, Any]:
    report = told.report
    new = report_json(told.card, told.briefing) if told.card and told.briefing else None
    return {
        "what": told.kind.value,
        "report": report["report"],
        "organisation": report["organisation"],
        "organisation_name": report["organisation_name"],
        "title": report["title"],
        "period": report["period_label"],
        "other_file": told.other_file,
        "headline": new["headline"] if new else headline(told),
        "basis": new["basis"] if new else basis(told),
        "briefing": new,
        "revisions": [_revision(revision) for revision in told.revisions],
    }


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "kind": revision.kind.value,
        "indicator": revision.indicator,
        "title": revision.title,
        "sentence": revision.sentence,
        "now": revision.now,
        "then": revision.then,
        "notes": list(revision.notes),
    }


def _change(change: Change) -> dict[str, Any]:
    return {**row(change), "kind": change.kind, "notes": change.notes}
