"""Which target the end of a year is held against, or why there is none (R4, R5, R8)."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.facts import IndicatorFacts, TargetSet
from kpi_core.periods import Period
from kpi_core.rules.outlook.year import Year, next_label
from kpi_core.vocabulary import NoOutlook


@dataclass(frozen=True)
class Refused:
    """A reason and the sentence that a person reads."""

    reason: NoOutlook
    sentence: str


@dataclass(frozen=True)
class Aim:
    """A target for the end of the year; ``of_last_period`` if it is set for that period alone.

    ``strict`` says that the figure itself does not meet it, as in "under 10".
    """

    value: Decimal
    strict: bool
    of_last_period: bool


def year_target(facts: IndicatorFacts, rated: Period, year: Year) -> Aim | Refused:
    """The target for the year's last period, else for the year, else the one without a period."""
    given = _given(facts)
    meant = [*_of(given, year.end.label), *_of(given, year.label)]
    meant += [target for target in given if target.period.end is None]
    found = next((t for t in meant if t.is_set), meant[0] if meant else None)
    if found is None and any(t.period == rated and t.is_set for t in given):
        return Refused(
            NoOutlook.TARGET_OF_THE_PERIOD,
            f"the target is for {rated.label} alone, and none is given for the end of the year",
        )
    if found is None or found.figure.missing is not None:
        return Refused(NoOutlook.NO_TARGET, "no target is known for the end of the year")
    text, unit = found.figure.raw.strip(), facts.indicator.unit
    if found.value is None:
        reason = found.reason or f"the target ({text}) is a range"
        return Refused(NoOutlook.TARGET_IS_NO_NUMBER, reason)
    if found.unit is not unit:
        reason = f"the target ({text}) is in {found.unit.word}, the indicator in {unit.word}"
        return Refused(NoOutlook.TARGET_IN_ANOTHER_UNIT, reason)
    bound = found.bound
    strict = bound is not None and bound.strict and bound.polarity is facts.indicator.polarity
    return Aim(found.value, strict, found.period == year.end)


def next_target(facts: IndicatorFacts, year: Year) -> tuple[str, Decimal] | None:
    """The next year's label and target, where the report gives one in the indicator's unit."""
    label = next_label(year)
    for found in _of(_given(facts), label) if label else ():
        if label and found.value is not None and found.unit is facts.indicator.unit:
            return label, found.value
    return None


def _given(facts: IndicatorFacts) -> tuple[TargetSet, ...]:
    first = () if facts.target is None else (facts.target,)
    return (*first, *facts.other_targets)


def _of(given: tuple[TargetSet, ...], label: str) -> list[TargetSet]:
    return [target for target in given if target.period.label == label]
