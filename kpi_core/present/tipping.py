"""What would change a colour, and how firm it is: as stored, or with cases that a reader gives."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.present import words
from kpi_core.rules.rating import Bands, Cases, Measure, changes
from kpi_core.vocabulary import Polarity, Unit


@dataclass(frozen=True)
class Tipping:
    """``lines`` has a sentence for each other colour; none where there is no colour."""

    lines: tuple[str, ...]
    fragile: bool
    firmness: str


def tipping(row: pd.Series, out_of: int | None = None) -> Tipping:
    """Of one row of a scorecard.

    Args:
        row: with its bands.
        out_of: the number of cases behind a percentage or a rate, where a reader knows it.
    """
    stored = row["what_would_change"]
    lines = tuple(stored) if stored is not None and not isinstance(stored, float) else ()
    firmness = row["fragility_reason"] if isinstance(row["fragility_reason"], str) else ""
    unit, value = Unit(row["unit"]), row["value"]
    if out_of is not None and isinstance(row["bands"], str) and words.has(value):
        exact = Decimal(str(value))
        measure = Measure(Polarity(row["polarity"]), unit, words.places(row["decimals"]))
        cases = Cases.out_of(exact, out_of, unit)
        lines = changes(exact, Bands.parse(row["bands"]), measure, cases)
    return Tipping(lines, row["fragile"] is True, firmness)
