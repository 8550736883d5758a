"""What is known of one figure of the dataset, for its interval and its cases.

The one door to numerators and denominators: from the dataset or, where that has no denominator,
the one that a person gives on the spot, which is never stored.
"""

from decimal import Decimal

from kpi_core.present import words
from kpi_core.present.records import Record
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.versions import figure_versions, latest
from kpi_core.rules.statistics.cases import Cases, Measured, cases_of
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import Unit

MOST_CASES = 10_000_000
"""More than any council has people: a larger number is a slip."""


def measured(seen: Record, out_of: int | None = None) -> Measured:
    """A figure with its parts.

    Args:
        seen: a row of ``observations`` that has a value.
        out_of: a denominator given on the spot; the dataset's own comes first.
    """
    own = _number(seen["denominator"])
    given = Decimal(out_of) if out_of is not None and own is None else own
    return Measured(
        Decimal(str(seen["value"])),
        Unit(seen["unit"]),
        words.places(seen["decimals"]),
        None if own is None else _number(seen["numerator"]),
        given,
        _number(seen["lower"]),
        _number(seen["upper"]),
    )


def rated_figure(card: Scorecard, indicator: str) -> Record | None:
    """The row of ``observations`` of the rated period, as this report has it, if it has a value."""
    label = card.row(indicator)["period_label"]
    versions = figure_versions(card.dataset, card.organisation, indicator).get(label, [])
    own = [seen for seen in versions if seen["report"] == card.report["report"]]
    seen = own[-1] if own else (latest(versions) if versions else None)
    return seen if seen is not None and words.has(seen["value"]) else None


def rated_measure(card: Scorecard, indicator: str, out_of: int | None = None) -> Measured | Refusal:
    """The figure of the rated period with its parts, or why there is none."""
    seen = rated_figure(card, indicator)
    if seen is None:
        label = card.row(indicator)["period_label"]
        return Refusal(Reason.NO_FIGURE, f"No interval: there is no figure for {label}.")
    return measured(seen, out_of)


def rated_cases(card: Scorecard, indicator: str, out_of: int | None = None) -> Cases | Refusal:
    """Numerator and denominator of the rated period's figure, or why they are not known."""
    found = rated_measure(card, indicator, out_of)
    return found if isinstance(found, Refusal) else cases_of(found)


def _number(value: float | None) -> Decimal | None:
    return Decimal(str(value)) if words.has(value) else None
