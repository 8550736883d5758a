"""What would change a colour, and how firm it is: as stored, or with cases that a reader gives."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.present import words
from kpi_core.present.measured import rated_measure
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.rating import Bands, Measure, changes, fragility
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.uncertainty import Uncertainty, uncertainty
from kpi_core.vocabulary import Polarity, Unit


@dataclass(frozen=True)
class Tipping:
    """``lines`` has a sentence for each other colour; none where there is no colour."""

    lines: tuple[str, ...]
    fragile: bool
    firmness: str


def tipping(card: Scorecard, row: pd.Series, out_of: int | None = None) -> Tipping:
    """Of one row of a scorecard.

    Args:
        card: the scorecard that it is a row of.
        row: the row.
        out_of: the number of cases behind a percentage or a rate, where a reader knows it.
    """
    chance = _chance(card, row, out_of)
    if chance is None or not isinstance(row["bands"], str):
        stored = row["what_would_change"]
        lines = tuple(stored) if stored is not None and not isinstance(stored, float) else ()
        said = row["fragility_reason"]
        return Tipping(lines, row["fragile"] is True, said if isinstance(said, str) else "")
    value, bands = Decimal(str(row["value"])), Bands.parse(row["bands"])
    measure = Measure(Polarity(row["polarity"]), Unit(row["unit"]), words.places(row["decimals"]))
    found = fragility(value, bands, measure, chance)
    lines = changes(value, bands, measure, chance.cases)
    return Tipping(lines, found.fragile is True, found.reason)


def _chance(card: Scorecard, row: pd.Series, out_of: int | None) -> Uncertainty | None:
    """The interval with the cases that a reader gives; None where none makes the figure."""
    if out_of is None:
        return None
    figure = rated_measure(card, row["indicator"], out_of)
    found = None if isinstance(figure, Refusal) else uncertainty(figure)
    return found if isinstance(found, Uncertainty) and found.cases is not None else None
