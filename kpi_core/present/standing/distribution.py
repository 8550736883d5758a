"""One measure and period: every council as a dot and as a row, and where ours stands.

The figures are those of the release, ours among them, so that like stands beside like; where the
release has none of ours, the council's own report gives it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from kpi_core.comparators.groups import group_of
from kpi_core.comparators.lines import Line
from kpi_core.comparators.standing import Asked, Compared, Standing, standing
from kpi_core.formatting import between, decimal
from kpi_core.present import words
from kpi_core.present.history import missing_word
from kpi_core.present.measured import rated_measure
from kpi_core.present.records import Record
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.series import UNIT_TITLES
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.matches import shown_period
from kpi_core.present.standing.swarm import levels
from kpi_core.present.standing.told import finding, group_name, place
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import Mark, Polarity, Statistic

OURS, MEMBER, OTHER = "ours", "member", "other"


@dataclass(frozen=True)
class Level:
    """A line across the dots with its words."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class Distribution:
    """What the chart and the list of councils read.

    ``rows`` has one row per council shown, the best first: subject, name, value, value_text,
    missing_word, kind (ours, member, other), level (of its dot), rank, place, quarter, near,
    closeness, said. ``quarters`` are the bounds between the quarters of all councils.
    """

    standing: Standing
    title: str
    unit_label: str
    decimals: int
    rows: pd.DataFrame
    quarters: tuple[Level, ...]
    group: Level | None
    finding: str
    notes: tuple[str, ...]

    @property
    def polarity(self) -> Polarity:
        return self.standing.polarity


def here(
    card: Scorecard, indicator: str, comparing: Comparing, polarity: Polarity | None = None
) -> Standing | None:
    """How the council stands for what was chosen; None where there is nothing to stand among.

    Args:
        card: the scorecard.
        indicator: one of it.
        comparing: what was chosen.
        polarity: which way is good by the council; by the measure's publisher if None.
    """
    measure = card.published.measures.get(indicator)
    row = _record(card, indicator)
    period = shown_period(card, row, comparing)
    if measure is None or period is None:
        return None
    published = card.published.standings.get((indicator, period.label), {}).get("value")
    asked = Asked(
        *(card.organisation, measure.id, period.label, comparing.group),
        polarity=polarity,
        council_polarity=Polarity(card.row(indicator)["polarity"]),
        reported=None if words.has(published) else _reported(card, indicator, comparing),
    )
    return standing(card.published.national, asked)


def distribution(card: Scorecard, indicator: str, comparing: Comparing) -> Distribution | None:
    """Every council that is to be shown; None where the indicator has no national figures."""
    found = here(card, indicator, comparing)
    if found is None:
        return None
    shown = tuple(_shown(card, found, comparing))
    figure = usual(found, comparing.statistic)
    return Distribution(
        standing=found,
        title=card.row(indicator)["title"],
        unit_label=UNIT_TITLES.get(found.measure.unit, found.measure.unit.word.capitalize()),
        decimals=found.measure.decimals or 0,
        rows=_rows(found, shown),
        quarters=tuple(_quarters(found)),
        group=_level(found, figure),
        finding=finding(found, figure),
        notes=tuple(_notes(found, figure, len(shown))),
    )


def usual(found: Standing, statistic: Statistic | None) -> Compared | None:
    """The group's figure by a statistic, else by the one that is shown first for it."""
    asked = None if statistic is None else found.by(statistic)
    return asked or next(iter(found.compared), None)


def _record(card: Scorecard, indicator: str) -> Record:
    row = card.row(indicator)
    return {key: row[key] for key in ("indicator", "period_label", "accumulation")}


def _reported(card: Scorecard, indicator: str, comparing: Comparing) -> Measured | None:
    """The council's own figure, where it is of the period that is shown."""
    if comparing.year is not None:
        return None
    made = rated_measure(card, indicator)
    return made if isinstance(made, Measured) else None


def _shown(card: Scorecard, found: Standing, comparing: Comparing) -> Iterable[Line]:
    """The display group and ours, in the order of the standing."""
    day = found.period.end
    asked = group_of(card.published.national, card.organisation, comparing.display, day)
    shown = set(asked.members) if asked is not None else {line.subject for line in found.lines}
    return (line for line in found.lines if line.ours or line.subject in shown)


def _rows(found: Standing, shown: tuple[Line, ...]) -> pd.DataFrame:
    values = [None if line.value is None else float(line.value) for line in shown]
    at = levels(values, [line.ours for line in shown])
    rows = [
        {
            "subject": line.subject,
            "name": line.name,
            "value": value,
            "level": level,
            "kind": OURS if line.ours else MEMBER if line.in_group else OTHER,
            **_words(found, line),
        }
        for line, value, level in zip(shown, values, at, strict=True)
    ]
    return pd.DataFrame(rows)


def _words(found: Standing, line: Line) -> Record:
    unit, decimals = found.measure.unit, found.measure.decimals
    value = None if line.value is None else float(line.value)
    text = words.value_text(value, unit, decimals)
    quarter = "" if line.quarter is None else line.quarter.phrase(found.polarity)
    where = place(line.rank, found.rank.of)
    return {
        "value_text": text,
        "missing_word": missing_word(line.missing) if value is None else "",
        "mark": "" if line.mark is None else Mark(line.mark).word,
        "rank": line.rank,
        "place": where,
        "quarter": quarter,
        "near": line.neighbour_rank,
        "closeness": line.closeness or "",
        "said": ", ".join(part for part in (f"{line.name}: {text}", where, quarter) if part),
    }


def _quarters(found: Standing) -> Iterable[Level]:
    unit = found.measure.unit
    for name, bound in zip(("Lower", "Middle", "Upper"), found.quarters.bounds, strict=False):
        value = decimal(bound)
        text = words.value_text(float(value), unit, between(value, found.measure.decimals))
        yield Level(name, float(value), text)


def _level(found: Standing, figure: Compared | None) -> Level | None:
    if figure is None or figure.figure.value is None:
        return None
    value = float(figure.figure.value)
    text = words.value_text(value, found.measure.unit, found.measure.decimals)
    return Level(group_name(found, figure), value, text)


def _notes(found: Standing, figure: Compared | None, shown: int) -> Iterable[str]:
    yield found.own.sentence
    if found.rank.reason is not None:
        yield found.rank.reason
    if found.quarters.reason is not None:
        yield found.quarters.reason
    if figure is not None:
        yield figure.likeness.sentence
    yield from found.cautions
    if shown < len(found.lines):
        yield (
            f"{shown:,} of {len(found.lines):,} councils are shown; rank and quarters are those "
            "among all of them."
        )
