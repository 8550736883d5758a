"""Rows of the ``ratings`` table: declared words kept, computed ones beside them."""

from decimal import Decimal
from typing import Any

from kpi_core.dataset.outlook_columns import outlook_columns
from kpi_core.facts import ReportFacts
from kpi_core.rules.assess import Assessment, Schemes
from kpi_core.rules.rating import changes

Row = dict[str, Any]


def number(value: Decimal | None) -> float | None:
    """A figure as the dataset stores it."""
    return None if value is None else float(value)


def rating_row(report: ReportFacts, schemes: Schemes, item: Assessment) -> Row:
    """One row of ``ratings``: an indicator in the rated period of one report."""
    facts = item.facts
    observed = facts.observed(report.period)
    target = item.yardstick.target or facts.target
    return {
        "organisation": report.organisation,
        "indicator": facts.indicator.id,
        "period_label": report.period.label,
        "period_end": report.period.end,
        "value": number(observed.value) if observed else None,
        "target": number(target.value) if target else None,
        "target_raw": target.figure.raw if target else None,
        "target_low": number(target.lower) if target else None,
        "target_high": number(target.upper) if target else None,
        **_limits(item, observed.value if observed else None),
        **_status(item),
        **_direction(item),
        **_long_direction(item),
        **_comparator(item),
        "scheme": f"{item.yardstick.label}; {schemes.direction_label}",
        "commentary": facts.commentary.text if facts.commentary else None,
        "report": report.report,
        "source_cell": facts.status.cell or facts.name_cell,
        "action": facts.indicator.action,
        "due_date": facts.indicator.due_date,
        **outlook_columns(item.outlook),
    }


def _status(item: Assessment) -> Row:
    """What was declared stays as declared; what was computed stands beside it (R7)."""
    declared, rating = item.facts.status, item.rating
    return {
        "declared_status": declared.word,
        "declared_status_raw": declared.raw,
        "status_missing": declared.missing,
        "computed_status": rating.status,
        "status_reason": rating.reason,
        "gap": number(rating.gap),
        "gap_relative": number(rating.gap_relative),
        "agrees_status": item.agrees_status,
    }


def _limits(item: Assessment, value: Decimal | None) -> Row:
    """The figures of every colour, how firm the colour is, and what would change it."""
    bands, measure = item.rating.bands, item.yardstick.measure
    cases = item.sureness.cases if item.sureness is not None else None
    told = bands is not None and value is not None and changes(value, bands, measure, cases)
    return {
        "bands": str(bands) if bands is not None else None,
        "fragile": item.fragility.fragile,
        "fragility_reason": item.fragility.reason,
        "what_would_change": list(told) if told else None,
    }


def _direction(item: Assessment) -> Row:
    declared, travel = item.facts.direction, item.travel
    return {
        "declared_direction": declared.word,
        "declared_direction_raw": declared.raw,
        "direction_missing": declared.missing,
        "computed_direction": travel.direction,
        "direction_reason": travel.reason,
        "direction_basis": travel.basis,
        "change": number(travel.change),
        "compared_period": travel.compared.period.label if travel.compared else None,
        "compared_value": number(travel.compared.value) if travel.compared else None,
        "agrees_direction": item.agrees_direction,
        "movement": travel.movement,
    }


def _long_direction(item: Assessment) -> Row:
    travel = item.long_travel
    return {
        "long_direction": travel.direction,
        "long_direction_reason": travel.reason,
        "long_direction_basis": travel.basis,
        "long_change": number(travel.change),
        "long_compared_period": travel.compared.period.label if travel.compared else None,
    }


def _comparator(item: Assessment) -> Row:
    facts = item.facts
    comparator = facts.comparator
    return {
        "benchmark_raw": facts.benchmark.text if facts.benchmark else None,
        "benchmark_group_raw": facts.benchmark_group.text if facts.benchmark_group else None,
        "comparator": comparator.subject if comparator else None,
        "comparator_value": number(comparator.value) if comparator else None,
        "comparator_gap": number(item.compared.gap),
        "comparison": item.compared.comparison,
    }
