"""Figures of a measure by period and area, exact, as comparisons take them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from kpi_core.comparators.national import National
from kpi_core.periods import UNKNOWN, Period, period_from_label
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import Polarity, Unit

Row = Mapping[str, Any]
"""What comparing takes of a row of ``observations``; numbers are Decimal or None."""

TOLD = ("subject", "unit", "decimals", "missing", "mark", "report")
NUMBERS = ("value", "numerator", "denominator", "lower", "upper")


@dataclass(frozen=True)
class PeriodFigures:
    """Every area's figure of one measure and period by subject, missing ones included."""

    period: Period
    rows: Mapping[str, Row]

    @property
    def day(self) -> date | None:
        """The day on which groups are formed: the last one of the period."""
        return self.period.end

    def value(self, subject: str) -> Decimal | None:
        """An area's figure; None where it is missing or the area is not in the release."""
        row = self.rows.get(subject)
        return None if row is None else row["value"]

    def release(self, *subjects: str | None) -> str:
        """The release of the first of these areas that has a row, else of any area."""
        named = (self.rows[s] for s in subjects if s is not None and s in self.rows)
        row = next(named, None) or self.rows[min(self.rows)]
        return str(row["report"])

    def measured(self, subject: str) -> Measured | None:
        """The figure with what is known of its cases."""
        row = self.rows.get(subject)
        if row is None or row["value"] is None:
            return None
        parts = (row[key] for key in ("numerator", "denominator", "lower", "upper"))
        return Measured(row["value"], Unit(row["unit"]), row["decimals"], *parts)


@dataclass(frozen=True)
class Measure:
    """What comparing has to know of a national measure."""

    id: str
    title: str
    polarity: Polarity
    unit: Unit
    decimals: int | None
    theme: str | None = None
    publisher: str | None = None

    def good_way(self, council: Polarity | None) -> Polarity:
        """What the release says of which way is good; where it does not, what the council says.

        That neither way is good is said by a release, and stays.
        """
        return council if council and self.polarity is Polarity.UNKNOWN else self.polarity


def measure_of(national: National, measure: str) -> Measure | None:
    """The measure by its id; None if no release brought it."""
    row = national.measure.get(measure)
    if row is None:
        return None
    theme, publisher = (_text(row[key]) for key in ("theme", "organisation"))
    told = Polarity(row["polarity"]), Unit(row["unit"]), _whole(row["decimals"])
    return Measure(measure, str(row["title"]), *told, theme, publisher)


def by_period(figures: pd.DataFrame) -> Iterator[PeriodFigures]:
    """A measure's figures period by period, the earliest first; unknown periods come in front."""
    found: dict[str, dict[str, Row]] = {}
    for label, row in zip(figures["period_label"], _rows(figures), strict=True):
        found.setdefault(label, {})[row["subject"]] = row
    periods = ((_period(label), rows) for label, rows in found.items())
    for period, rows in sorted(periods, key=lambda pair: (pair[0].sort_key, pair[0].label)):
        yield PeriodFigures(period, rows)


def of_period(figures: pd.DataFrame, label: str) -> PeriodFigures | None:
    """A measure's figures of one period; None where it has no such period."""
    here = figures[figures["period_label"] == label]
    return next(by_period(here), None)


def periods_of(figures: pd.DataFrame) -> tuple[Period, ...]:
    """The periods that a measure has a figure of, the earliest first."""
    labels = figures.loc[figures["value"].notna(), "period_label"].unique()
    known = (period_from_label(str(label)) for label in labels)
    return tuple(sorted((p for p in known if isinstance(p, Period)), key=lambda p: p.sort_key))


def _period(label: str) -> Period:
    period = period_from_label(label)
    return period if isinstance(period, Period) else UNKNOWN


def _rows(figures: pd.DataFrame) -> Iterator[Row]:
    columns = {name: figures[name].tolist() for name in TOLD}
    columns |= {name: [_number(value) for value in figures[name].tolist()] for name in NUMBERS}
    columns["decimals"] = [_whole(value) for value in columns["decimals"]]
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))


def _number(value: object) -> Decimal | None:
    """A missing figure of a frame is None, NA or NaN, which equals nothing."""
    missing = value is None or value is pd.NA or value != value  # noqa: PLR0124
    return None if missing else Decimal(str(value))


def _whole(value: object) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
