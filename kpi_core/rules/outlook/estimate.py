"""The estimate in words: the range, and how the target lies against it. No probabilities."""

from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.found import Spread
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.vocabulary import Assurance

VERDICTS = {
    Assurance.HIT_OR_MISS: (
        "lies within what past variation suggests, so it may be met or missed by chance alone"
    ),
    Assurance.MISSED: (
        "lies outside what past variation suggests: to meet it, something has to change"
    ),
    Assurance.MET: (
        "lies outside what past variation suggests, on the safe side: it is met unless something "
        "changes"
    ),
}
"""What is said of a target; nothing where it is not known which way is good."""


def said(case: Case, spread: Spread | Refusal) -> str:
    """The sentence of the estimate; empty where there is no range."""
    if isinstance(spread, Refusal):
        return ""
    low, high = case.average(spread.low), case.average(spread.high)
    trial = f", on trial limits from {spread.count} figures" if spread.trial else ""
    ranged = f"Estimate: past variation suggests {low} to {high} for {case.year.end.label}{trial}."
    verdict = VERDICTS.get(spread.holds)
    if verdict is None:
        return ranged
    return f"{ranged} The target of {case.measure.figure(case.target)} {verdict}."


def notes(spread: Spread | Refusal) -> tuple[str, ...]:
    """What one has to know to trust the range, or not."""
    if isinstance(spread, Refusal) or not spread.clipped:
        return ()
    return ("The range ends at what is possible; it was worked out beyond it.",)
