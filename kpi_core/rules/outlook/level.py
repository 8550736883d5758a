"""A figure that does not add up over the year: what the last period's figure has to be (Y6)."""

from fractions import Fraction

from kpi_core.rules.outlook import estimate
from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.found import Outlook, Usual
from kpi_core.rules.outlook.spread import judged, of_next_figure, usual_change
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.vocabulary import Accumulation, OutlookKind

_COVERS = {
    Accumulation.IN_PERIOD: (
        "Each figure is of its own {part} alone. That of the whole year cannot be worked out from "
        "them without the numbers of cases."
    ),
    Accumulation.UNKNOWN: (
        "The report does not say what a figure covers. If it runs through the year, or is of one "
        "{part} alone, this is only what the figure of {end} has to be, and its changes so far "
        "tell little."
    ),
    Accumulation.ANNUAL: (
        "If the latest figure is already this year's round, it is the year-end figure."
    ),
    Accumulation.YEAR_TO_DATE: (
        "The figure runs through the year. What the {part}s left have to reach by themselves "
        "depends on their numbers of cases, which the report does not give."
    ),
    Accumulation.ROLLING: (
        "Each figure averages over a longer time, so it moves slowly: the {part}s left replace "
        "only a part of it."
    ),
}
"""Why the year-end figure may not be the year's, or what it hangs on; a snapshot is plain."""


def level(case: Case) -> Outlook:
    """The last figure of the year has to be at the target or better, whatever comes before it."""
    known = case.known
    spread = of_next_figure(known, case.accumulation, case.measure.unit, case.ruleset)
    if not isinstance(spread, Refusal):
        spread = judged(spread, case.target, case.measure.polarity)
    usual = _usual(case)
    annual = case.accumulation is Accumulation.ANNUAL
    said = (
        _round(case) if annual else _requirement(case),
        _against_usual(case, usual),
    )
    covers = _COVERS.get(case.accumulation, "")
    about = covers.format(part=case.year.part, end=case.year.end.label)
    return Outlook(
        OutlookKind.MUST_HOLD if case.met else OutlookKind.MUST_IMPROVE,
        " ".join(filter(None, said)),
        estimate.said(case, spread),
        notes=(*filter(None, (about,)), *estimate.notes(spread)),
        year=case.year,
        so_far=case.value,
        target=case.target,
        usual=usual,
        spread=spread,
    )


def _requirement(case: Case) -> str:
    now = f"{case.measure.figure(case.value)} in {case.rated_label}"
    size, end, rest = case.measure.size(case.gap), case.year.end.label, case.year.rest
    if not case.met:
        return (
            f"{now} against a target of {case.asked}: {case.more_than}{size} to make up by {end}, "
            f"in {rest}."
        )
    spare = f", with {size} to spare" if case.gap else " exactly"
    return (
        f"{now} meets the target of {case.asked}{spare}: it is met at the end of the year if the "
        f"figure of {end} is no worse than that target."
    )


def _round(case: Case) -> str:
    """Nobody can tell from a quarter's column whether a survey's round is this year's."""
    latest = case.known.latest
    under = f" under {latest.label}" if latest else ""
    size = case.measure.size(case.gap)
    stands = "is exactly on target"
    if case.gap:
        stands = f"is {size} {'better' if case.gap > 0 else 'worse'} than the target"
    return (
        "There is one round a year, and the next is the year-end figure: it has to be "
        f"{case.asked}. The latest, {case.measure.figure(case.value)}{under}, {stands}."
    )


def _usual(case: Case) -> Usual | None:
    """Of neighbouring figures that each say something of their own."""
    yearly_in_parts = case.accumulation is Accumulation.ANNUAL
    runs = case.accumulation is Accumulation.YEAR_TO_DATE
    if yearly_in_parts or runs or case.known.broken:
        return None
    return usual_change(case.known.slots)


def _against_usual(case: Case, usual: Usual | None) -> str:
    if usual is None:
        return ""
    part = case.year.part
    moved = (
        f"From one {part} to the next the figure has moved {case.average_size(usual.size)} on "
        f"average, over {usual.count} changes"
    )
    if case.gap >= 0 or not usual.size:
        return f"{moved}."
    times = Fraction(abs(case.gap)) / usual.size
    return f"{moved}; the gap is {float(times):.1f} times that."
