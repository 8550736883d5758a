"""Sentences about a whole scorecard: what a manager should know in the first ten seconds."""

from kpi_core.present.caption import Caption
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Choices, Filters, on_screen
from kpi_core.selection.choices import Positions
from kpi_core.vocabulary import NOT_AVAILABLE, NOT_RATED, Comparison, Direction, Status

COMPUTED_NOTE = (
    "The status of the report's own period is the one the council declared; other periods are "
    "computed by us and drawn hollow"
)


def headline(choices: Choices, at: Positions | None = None) -> str:
    """Such as "8 of 18 indicators are red; 3 are declining": the finding of an overview."""
    total = len(choices.all if at is None else at)
    if not total:
        return "No indicator meets these filters"
    red = choices.count("status", at)[Status.RED]
    noun = "indicator" if total == 1 else "indicators"
    return f"{red:,} of {total:,} {noun} {_are(red)} red; {_declining(choices, at)}"


def _declining(choices: Choices, at: Positions | None) -> str:
    found = choices.count("direction", at)
    if found[NOT_AVAILABLE] == sum(found.values()):
        return "no direction of travel is declared"
    declining = found[Direction.DECLINING]
    return f"{declining:,} {_are(declining)} declining"


def rated_sentence(choices: Choices, at: Positions) -> str:
    """Counts by status, with the share of those rated and the denominator stated (R4, R9)."""
    found = choices.count("status", at)
    rated = sum(n for status, n in found.items() if status != NOT_RATED)
    parts = [
        f"{on_screen(status)} {n:,}"
        + (f" ({n / rated:.0%})" if rated and status != NOT_RATED else "")
        for status, n in found.items()
    ]
    return f"{', '.join(parts)}. Shares are of the {rated:,} that are rated."


def comparison_headline(choices: Choices, at: Positions | None = None) -> str:
    """How many are better, level and worse than their comparator."""
    found = choices.count("comparison", at)
    compared = sum(found.values()) - found[Comparison.NO_COMPARISON]
    if not compared:
        return "No indicator can be compared with a comparator"
    worse, better, level = (found[word] for word in ("worse", "better", "level"))
    return (
        f"{worse:,} of the {compared:,} indicators that can be compared {_are(worse)} worse than "
        f"their comparator, {better:,} better and {level:,} level"
    )


def caption(card: Scorecard, title: str, finding: str, filters: Filters, note: str = "") -> Caption:
    """The caption of a picture or a table made from this scorecard."""
    return Caption(
        title=title,
        finding=finding,
        organisation=card.organisation_name,
        source=f"{card.source} (licence {card.report['licence']})",
        period=card.dated,
        filters=filters.sentence(),
        version=card.dataset.version,
        note=note,
        licence=str(card.report["licence"]),
        contact=str(card.report.get("contact") or ""),
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
