"""From assessed reports to the tables of the contract, in a fixed order."""

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from kpi_core import schema
from kpi_core.dataset.assessed import Assessed
from kpi_core.dataset.history_rows import history_rows
from kpi_core.dataset.merged import NOTHING, Merged
from kpi_core.dataset.national_tables import national_tables
from kpi_core.dataset.rating_rows import Row, number, rating_row
from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories import order_key


def tables(
    reports: Sequence[Assessed], extra: Sequence[Finding] = (), national: Merged = NOTHING
) -> dict[str, pa.Table]:
    """Every table of the contract; of figures and indicators only those of the reports.

    Args:
        reports: in any order; which is newer is decided by ``kpi_core.histories.order_key``.
        extra: findings of no report that was read, such as of one that could not be.
        national: what was imported.
    """
    ordered = sorted(reports, key=lambda assessed: order_key(assessed.report))
    rows: dict[str, Iterable[Row]] = {
        "observations": _observations(ordered),
        "indicators": _indicators(ordered),
        "ratings": [
            rating_row(a.report, a.schemes, item) for a in ordered for item in a.assessments
        ],
        "history_ratings": history_rows(ordered),
        "findings": [_finding(f) for f in (*extra, *(f for a in ordered for f in a.findings))],
        "reports": [_report(a) for a in ordered],
        "extras": _extras(ordered),
    }
    made = {
        table.name: pa.Table.from_pylist(list(rows.get(table.name, ())), schema=table.arrow)
        for table in schema.TABLES
    }
    return {**made, **national_tables(made, national, [a.report for a in ordered])}


def _observations(ordered: Sequence[Assessed]) -> list[Row]:
    rows = [
        _observation(a.report, item.facts, observation)
        for a in ordered
        for item in a.assessments
        for observation in (*item.facts.own, *item.facts.quoted)
    ]
    newest = {_version_key(row): at for at, row in enumerate(rows)}
    for at, row in enumerate(rows):
        row["is_latest"] = newest[_version_key(row)] == at
    return rows


def _version_key(row: Row) -> tuple[str, ...]:
    return (row["subject"], row["indicator"], row["period_label"], row["reported_by"])


def _observation(report: ReportFacts, facts: IndicatorFacts, observation: Observation) -> Row:
    figure, period, parts = observation.figure, observation.period, observation.parts
    return {
        "subject": observation.subject,
        "indicator": facts.indicator.id,
        "period_label": period.label,
        "period_start": period.start,
        "period_end": period.end,
        "period_kind": period.kind,
        "value": number(figure.value),
        "unit": observation.unit,
        "decimals": figure.decimals,
        "raw": figure.raw,
        "missing": figure.missing,
        "mark": figure.mark,
        "reported_by": report.organisation,
        "report": report.report,
        "source_cell": observation.cell,
        "reported_on": report.published_on,
        "numerator": number(parts.numerator),
        "denominator": number(parts.denominator),
        "lower": number(parts.lower),
        "upper": number(parts.upper),
    }


def _indicators(ordered: Sequence[Assessed]) -> list[Row]:
    """One row per indicator; the newest report's wording and place win."""
    rows: dict[tuple[str, str], Row] = {}
    for assessed in ordered:
        for item in assessed.assessments:
            row = _indicator(item.facts, assessed.caveats.get(item.facts.indicator.id, ()))
            rows[(row["organisation"], row["indicator"])] = row
    return sorted(rows.values(), key=lambda row: (row["organisation"], row["position"]))


def _indicator(facts: IndicatorFacts, caveats: tuple[str, ...]) -> Row:
    known = facts.indicator
    return {
        "organisation": known.organisation,
        "indicator": known.id,
        "name": known.name,
        "title": known.title,
        "plan": known.plan,
        "theme": known.theme,
        "polarity": known.polarity,
        "polarity_basis": known.polarity_basis,
        "unit": known.unit,
        "decimals": known.decimals,
        "accumulation": known.accumulation,
        "frequency": known.frequency,
        "owner": known.owner,
        "caveats": [*known.caveats, *caveats],
        "national_measure": known.national_measure,
        "theme_basis": known.theme_basis,
        "position": known.position,
        "reference": known.reference,
        "no_national_measure": known.no_national_measure,
    }


def _extras(ordered: Sequence[Assessed]) -> Iterator[Row]:
    for assessed in ordered:
        for item in assessed.assessments:
            for extra in item.facts.extras:
                yield {
                    "organisation": assessed.report.organisation,
                    "indicator": item.facts.indicator.id,
                    "report": assessed.report.report,
                    "heading": extra.heading,
                    "text": extra.text,
                    "source_cell": extra.cell,
                }


def _finding(finding: Finding) -> Row:
    return {
        "report": finding.report,
        "source_cell": finding.source_cell,
        "indicator": finding.indicator,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "raw": finding.raw,
    }


def _report(assessed: Assessed) -> Row:
    report = assessed.report
    return {
        "report": report.report,
        "organisation": report.organisation,
        "title": report.title,
        "period_label": report.period.label,
        "source_name": report.source_name,
        "sha256": report.sha256,
        "format": report.format,
        "published_on": report.published_on,
        "cells_read": report.cells_read,
        "cells_kept": report.cells_kept,
        "cells_ignored": report.cells_ignored,
        "findings": len(assessed.findings),
        "organisation_name": report.organisation_name,
        "organisation_basis": report.organisation_basis,
        "period_end": report.period.end,
        "licence": report.licence,
        "scheme": assessed.schemes.label,
        "long_scheme": assessed.schemes.long_label,
        "contact": report.contact,
    }
