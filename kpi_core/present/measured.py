"""What is known of one figure of the dataset, for its interval and its cases.

The one door to numerators and denominators: from the dataset or, where that has no denominator,
the one that a person gives on the spot, which is never stored.
"""

from decimal import Decimal

from kpi_core.cells.fractions import fewest
from kpi_core.present import words
from kpi_core.present.records import Record
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.versions import figure_versions, latest
from kpi_core.rules.statistics.cases import Cases, Measured, cases_of
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.rules.statistics.uncertainty import Uncertainty, uncertainty
from kpi_core.vocabulary import IntervalMethod, Unit

MOST_CASES = 10_000_000
"""More than any council has people: a larger number is a slip."""


def measured(seen: Record, decimals: int | None, out_of: int | None = None) -> Measured:
    """A figure with its parts.

    Args:
        seen: a row of ``observations`` that has a value.
        decimals: those of the indicator, where a report prints zeros behind all its figures.
        out_of: a denominator given on the spot; the dataset's own comes first.
    """
    own = _number(seen["denominator"])
    given = Decimal(out_of) if out_of is not None and own is None else own
    return Measured(
        Decimal(str(seen["value"])),
        Unit(seen["unit"]),
        fewest(words.places(seen["decimals"]), decimals),
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
    return measured(seen, words.places(card.row(indicator)["decimals"]), out_of)


def rated_cases(card: Scorecard, indicator: str, out_of: int | None = None) -> Cases | Refusal:
    """Numerator and denominator of the rated period's figure, or why they are not known."""
    found = rated_measure(card, indicator, out_of)
    return found if isinstance(found, Refusal) else cases_of(found)


def parts_of(seen: Record, decimals: int | None) -> Record:
    """What the table and the download of values say of a figure beside itself.

    Numerator and denominator as given, the limits of the 95 per cent interval with where they are
    from, and ``cases_text`` ("49 of 286, 13.2% to 21.9%"), which is empty where no whole and no
    limits are given.
    """
    figure = measured(seen, decimals) if words.has(seen["value"]) else None
    found = uncertainty(figure) if figure is not None else None
    made: Record = {"lower": None, "upper": None, "limits_from": "", "cases_text": ""}
    if isinstance(found, Uncertainty):
        made["lower"], made["upper"] = found.near
        made["limits_from"] = found.method.phrase
        made["cases_text"] = _cases_text(found, Unit(seen["unit"]), max(decimals or 0, 1))
    return {"numerator": seen["numerator"], "denominator": seen["denominator"], **made}


def _cases_text(found: Uncertainty, unit: Unit, places: int) -> str:
    cases = found.cases
    if cases is None and found.method is not IntervalMethod.PRINTED:
        return ""
    between = " to ".join(words.value_text(limit, unit, places) for limit in found.near)
    made_of = f"{cases.numerator:,} of {cases.denominator:,}, " if cases is not None else ""
    return f"{made_of}{between}"


def _number(value: float | None) -> Decimal | None:
    return Decimal(str(value)) if words.has(value) else None
