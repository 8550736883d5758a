"""Our figures and those of others by period: as we reported them, and as they were published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.comparators.groups import GroupChoice
from kpi_core.comparators.matching import matched
from kpi_core.comparators.published import Measure
from kpi_core.periods import Period
from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.series import UNIT_TITLES
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.published import period_of
from kpi_core.present.versions import figure_versions, latest
from kpi_core.vocabulary import Accumulation, Statistic

OURS, REPORTED, GROUP, WIDE = "ours", "reported", "group", "wide"
"""Kinds of series: our published figures, those that we reported, the chosen group's, and those
published for England or the region."""


@dataclass(frozen=True)
class OverTime:
    """What the chart and the table of periods read.

    ``points`` has one row per series and period, in the order of time: series, kind,
    period_label, period_position, value, value_text, count_text. A period that any series has a
    figure of is there for all.
    """

    title: str
    measure: Measure
    unit_label: str
    decimals: int
    points: pd.DataFrame
    finding: str

    @property
    def periods(self) -> list[str]:
        return list(dict.fromkeys(self.points["period_label"]))

    @property
    def series(self) -> list[str]:
        return list(dict.fromkeys(self.points["series"]))


def over_time(card: Scorecard, indicator: str, comparing: Comparing) -> OverTime | None:
    """The series of one indicator; None where it has no national figures."""
    measure = card.published.measures.get(indicator)
    periods = card.published.periods(indicator)
    if measure is None or not periods:
        return None
    points = [
        {**_point(measure, value), "series": name, "kind": kind, "count_text": counted}
        | {"period_label": period.label, "period_position": at}
        for name, kind, values in _series(card, indicator, comparing, periods)
        for at, (period, (value, counted)) in enumerate(zip(periods, values, strict=True))
    ]
    return OverTime(
        title=card.row(indicator)["title"],
        measure=measure,
        unit_label=UNIT_TITLES.get(measure.unit, measure.unit.word.capitalize()),
        decimals=measure.decimals or 0,
        points=pd.DataFrame(points),
        finding=_finding(points),
    )


Values = list[tuple[Decimal | None, str]]
"""Figure and how many members it is of, by period."""


def _series(
    card: Scorecard, indicator: str, comparing: Comparing, periods: tuple[Period, ...]
) -> Iterator[tuple[str, str, Values]]:
    reported = _reported(card, indicator, periods)
    published = [_own(card, indicator, period) for period in periods]
    yield "Ours, reported", REPORTED, [(reported.get(p), "") for p in periods]
    yield "Ours, published", OURS, [(value, "") for value in published]
    for choice, statistic in _whom(card, comparing):
        found = [card.published.figure(indicator, p.label, choice, statistic) for p in periods]
        known = next((one for one in reversed(found) if one is not None), None)
        if known is None:
            continue
        told = "" if known.statistic is Statistic.PUBLISHED else f", {known.statistic.value}"
        values = [(None, "") if one is None else (one.value, one.count_text) for one in found]
        kind = GROUP if choice == comparing.group else WIDE
        yield f"{known.title}{told}", kind, values


def _whom(card: Scorecard, comparing: Comparing) -> Iterable[tuple[GroupChoice, Statistic | None]]:
    wide = (choice for choice in card.published.wholes if choice != comparing.group)
    return [*((c, Statistic.PUBLISHED) for c in wide), (comparing.group, comparing.statistic)]


def _reported(
    card: Scorecard, indicator: str, periods: tuple[Period, ...]
) -> dict[Period, Decimal]:
    """Our reports' figures by the published period that each is held against."""
    covers = Accumulation(card.row(indicator)["accumulation"])
    found: dict[Period, Decimal] = {}
    for label, versions in figure_versions(card.dataset, card.organisation, indicator).items():
        ours, seen = period_of(label), latest(versions)
        if ours is None or not words.has(seen["value"]):
            continue
        theirs = matched(ours, covers, periods).theirs
        if theirs is not None:
            found[theirs] = Decimal(str(seen["value"]))
    return found


def _own(card: Scorecard, indicator: str, period: Period) -> Decimal | None:
    value = card.published.standings[indicator, period.label]["value"]
    return None if value is None else Decimal(str(value))


def _point(measure: Measure, value: Decimal | None) -> Record:
    number = None if value is None else float(value)
    return {"value": number, "value_text": words.value_text(number, measure.unit, measure.decimals)}


def _finding(points: list[Record]) -> str:
    """From the first to the last period that both ours and the group's have a figure of."""
    said = []
    for kind, name in ((OURS, "Ours"), (GROUP, "the group's")):
        known = [p for p in points if p["kind"] == kind and p["value"] is not None]
        if known:
            first, last = known[0], known[-1]
            said.append(
                f"{name} went from {first['value_text']} in {first['period_label']} to "
                f"{last['value_text']} in {last['period_label']}"
            )
    return "; ".join(said) or "No figure of the council or the group in any period"


def by_period(made: OverTime) -> list[Record]:
    """One record per period, the newest first: its label and, by series, the words of its cell."""
    rows: dict[str, Record] = {}
    for point in records(made.points):
        row = rows.setdefault(point["period_label"], {"period_label": point["period_label"]})
        row[point["series"]] = (point["value_text"], point["count_text"])
    return list(rows.values())[::-1]
