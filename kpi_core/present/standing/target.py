"""Whether the target is soft or hard: who among the group achieves it already."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.comparators.standing import Compared, Standing, TargetAmong, target_among
from kpi_core.formatting import between, decimal
from kpi_core.present import words
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.distribution import here, usual
from kpi_core.present.standing.told import finding, group_name
from kpi_core.vocabulary import Polarity, Unit


@dataclass(frozen=True)
class Realistic:
    """The answer in one sentence, the figures beside the target, and who achieves it.

    ``figures`` are label and figure in words. ``standing`` says where the council stands.
    """

    sentence: str
    both: str
    figures: tuple[tuple[str, str], ...]
    achieving: tuple[tuple[str, str], ...]
    standing: str
    group: str
    period: str


def realistic(card: Scorecard, indicator: str, comparing: Comparing) -> Realistic | str:
    """The target of one indicator among others, or a sentence that says why nothing can be said."""
    row = card.row(indicator)
    found = here(card, indicator, comparing, Polarity(row["polarity"]))
    if found is None:
        why = card.published.reasons.get(indicator)
        return why or "The catalogue names no national measure that counts the same."
    if Unit(row["unit"]) is not found.measure.unit:
        return f"The target is in {Unit(row['unit']).word}, the national measure is not."
    if not words.has(row["target"]):
        return "There is no single target to hold against others."
    figure = usual(found, comparing.statistic)
    if figure is None:
        return "The group has no figure."
    return _told(row, found, figure)


def _told(row: pd.Series, found: Standing, figure: Compared) -> Realistic:
    told = target_among(found, Decimal(str(row["target"])), figure.figure.statistic)
    unit, decimals = found.measure.unit, found.measure.decimals

    def text(value: Decimal | None) -> str:
        return words.value_text(None if value is None else float(value), unit, decimals)

    return Realistic(
        sentence=told.realism.sentence,
        both="" if told.both is None else f"{told.both.phrase}.",
        figures=(
            ("Target", row["target_text"]),
            ("Outturn as reported", row["value_text"]),
            (group_name(found, figure), text(figure.figure.value)),
            ("Best quarter of them begins at", _bound(told, unit, decimals)),
        ),
        achieving=tuple((line.name, text(line.value)) for line in told.achieving),
        standing=finding(found, figure),
        group=found.group.title,
        period=found.period.label,
    )


def _bound(told: TargetAmong, unit: Unit, decimals: int | None) -> str:
    if told.realism.best_bound is None:
        return words.NO_FIGURE
    value = decimal(told.realism.best_bound)
    return words.value_text(float(value), unit, between(value, decimals))
