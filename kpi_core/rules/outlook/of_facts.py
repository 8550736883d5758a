"""From the facts of one indicator to its outlook, by the way that its kind of figure allows."""

from collections.abc import Iterable
from dataclasses import replace

from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.periods import Period
from kpi_core.rules.outlook import estimate
from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.ended import ended
from kpi_core.rules.outlook.found import Outlook
from kpi_core.rules.outlook.known import Known, known_at
from kpi_core.rules.outlook.level import level
from kpi_core.rules.outlook.running import ADDS_UP, running
from kpi_core.rules.outlook.spread import of_next_figure, of_running_count
from kpi_core.rules.outlook.target import Refused, next_target, year_target
from kpi_core.rules.outlook.year import Year, year_of
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Accumulation, Mark, NoOutlook, OutlookKind, Polarity

_NO_WAY = "it is not known which way is good for this indicator"
NOT_SAID = "Nothing is said of the end of the year"


def outlook_of(
    facts: IndicatorFacts, rated: Period, measure: Measure, elsewhere: Iterable[Observation] = ()
) -> Outlook:
    """Where the year is heading, as far as it was known when the report was made.

    Args:
        facts: the indicator in the report.
        rated: the report's period.
        measure: polarity, unit and decimals.
        elsewhere: own figures of the indicator in other reports; used for the periods up to the
            rated one that this report says nothing of.
    """
    year = year_of(rated)
    if year is None:
        return _refused(
            Refused(
                NoOutlook.NO_REGULAR_PERIODS,
                "the rated period is not stated, or is no quarter, month, half year or year",
            )
        )
    aim = year_target(facts, rated, year)
    if isinstance(aim, Refused):
        return _refused(aim, year)
    known = known_at(rated, facts.indicator.unit, (*facts.own, *elsewhere))
    accumulation = facts.indicator.accumulation
    standing = _standing(known, accumulation, year)
    value = known.at(standing)
    if value is None:
        return _refused(Refused(NoOutlook.NO_FIGURE, _missing(facts, rated)), year)
    after = next_target(facts, year)
    case = Case(known, year, value, aim, measure, accumulation, after)
    guess = None if year.ended else _guess(case)
    made = _of(case) if guess is None else _refused(guess, year)
    return replace(made, notes=(*_marked(facts, standing), *made.notes))


def _missing(facts: IndicatorFacts, rated: Period) -> str:
    observed, unit = facts.observed(rated), facts.indicator.unit
    if observed is not None and observed.value is not None and observed.unit is not unit:
        text = observed.figure.raw.strip()
        return f"the figure ({text}) is in {observed.unit.word}, the indicator in {unit.word}"
    if observed is not None and observed.figure.mark is Mark.FORECAST:
        return f"the figure for {rated.label} is a forecast"
    return f"there is no figure for {rated.label}"


def _marked(facts: IndicatorFacts, standing: Period | None) -> tuple[str, ...]:
    """A figure that its publisher has a reservation about is not final (D4)."""
    observed = facts.observed(standing) if standing else None
    mark = observed.figure.mark if observed else None
    if standing is None or mark not in (Mark.PROVISIONAL, Mark.ESTIMATED):
        return ()
    return (f"The figure for {standing.label} is marked as {mark.word.lower()}.",)


def _standing(known: Known, accumulation: Accumulation, year: Year) -> Period | None:
    """The period whose figure counts: of a survey still to come, that of its last round."""
    if accumulation is Accumulation.ANNUAL and not year.ended:
        return known.latest
    return known.rated


def _of(case: Case) -> Outlook:
    if case.year.ended:
        return ended(case)
    adds_up = case.accumulation is Accumulation.YEAR_TO_DATE and case.measure.unit in ADDS_UP
    if not case.measure.polarity.judges:
        return _unjudged(case, adds_up=adds_up)
    return running(case) if adds_up else level(case)


def _guess(case: Case) -> Refused | None:
    """Why a count, of which the parts of a year may make the year, cannot be added up."""
    covers, part = case.accumulation, case.year.part
    checks = (
        (
            covers is Accumulation.YEAR_TO_DATE and case.known.falls_this_year,
            NoOutlook.FALLS_WITHIN_YEAR,
            "a count that runs through the year cannot fall within it, and this one does",
        ),
        (
            covers is Accumulation.UNKNOWN and not case.known.falls,
            NoOutlook.COVERAGE_NOT_KNOWN,
            "the report does not say whether this count runs through the year; the catalogue can",
        ),
        (
            covers is Accumulation.IN_PERIOD and not case.aim.of_last_period,
            NoOutlook.TOTAL_OR_EACH,
            f"it is not known whether the target is for each {part} or for all of the year",
        ),
    )
    if case.measure.unit not in ADDS_UP:
        return None
    return next((Refused(reason, said) for holds, reason, said in checks if holds), None)


def _unjudged(case: Case, *, adds_up: bool) -> Outlook:
    """Nobody says which way is good, so nothing is needed; the range is a fact all the same."""
    spread = (
        of_running_count(case.known, case.value, case.year.left, case.ruleset)
        if adds_up
        else of_next_figure(case.known, case.accumulation, case.measure.unit, case.ruleset)
    )
    best = case.measure.polarity is Polarity.TARGET_IS_BEST
    said = "a figure above the target is as bad as one below" if best else _NO_WAY
    why = Refused(NoOutlook.NO_POLARITY, said)
    return replace(
        _refused(why, case.year),
        estimate=estimate.said(case, spread),
        spread=spread,
        notes=estimate.notes(spread),
    )


def _refused(why: Refused, year: Year | None = None) -> Outlook:
    sentence = f"{NOT_SAID}: {why.sentence}."
    return Outlook(OutlookKind.REFUSED, sentence, refusal=why.reason, year=year)
