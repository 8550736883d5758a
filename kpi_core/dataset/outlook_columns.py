"""The columns of ``ratings`` that say where the year is heading."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi_core.rules.outlook import Outlook
from kpi_core.rules.outlook.found import Spread
from kpi_core.rules.statistics.refusals import Refusal


def outlook_columns(found: Outlook) -> dict[str, Any]:
    """All of them; null where nothing is said."""
    year = found.year
    return {
        "outlook": found.sentence,
        "outlook_estimate": found.estimate or None,
        "outlook_kind": found.kind,
        "outlook_refusal": found.refusal,
        "outlook_notes": list(found.notes),
        "year_end": year.end.label if year else None,
        "periods_left": year.left if year else None,
        "so_far": _number(found.so_far),
        "year_target": _number(found.target),
        "needed": _number(found.needed),
        "needed_each": _number(found.needed_each),
        "each_so_far": _number(found.each_so_far),
        "each_last_year": _number(found.each_last_year),
        "by_profile": _number(found.by_profile),
        "usual_change": _number(found.usual.size if found.usual else None),
        **_range(found.spread),
    }


def _range(spread: Spread | Refusal | None) -> dict[str, Any]:
    if isinstance(spread, Spread):
        return {"range_low": _number(spread.low), "range_high": _number(spread.high)}
    return {"range_reason": spread.sentence if spread else None}


def _number(value: Decimal | Fraction | None) -> float | None:
    return None if value is None else float(value)
