"""What we reported beside what was published later for the same period (S14, B7).

Later figures are of longer records and of newer estimates of the population, so they drift.
Nothing is overwritten: both stand, and the difference is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd

from kpi_core.comparators.matching import matched
from kpi_core.comparators.national import Figures, National
from kpi_core.comparators.published import Measure, by_period, measure_of
from kpi_core.comparators.vintage import places, same
from kpi_core.periods import Period, period_from_label
from kpi_core.vocabulary import Accumulation, Unit

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Reported:
    """A figure of ours as its report prints it; ``value`` is None where it prints none."""

    organisation: str
    indicator: str
    measure: str
    period: Period
    value: Decimal | None
    decimals: int
    unit: Unit
    covers: Accumulation
    report: str
    cell: str


@dataclass(frozen=True)
class Version:
    """One release's figure of the same council and period."""

    release: str
    value: Decimal


@dataclass(frozen=True)
class Tracked:
    """One figure of ours beside the published one.

    Attributes:
        ours: as reported.
        theirs: the published period, which ends on the same day.
        value: published of us.
        versions: of each release that has one, in the order of the import.
    """

    ours: Reported
    theirs: Period
    measure: Measure
    value: Decimal
    release: str
    versions: tuple[Version, ...] = ()

    @property
    def difference(self) -> Decimal | None:
        """Published minus reported, in the indicator's unit."""
        return None if self.ours.value is None else self.value - self.ours.value

    @property
    def within_rounding(self) -> bool | None:
        """Whether the two are the same at the coarser of their precisions."""
        if self.ours.value is None:
            return None
        return same(self.ours.value, self.ours.decimals, self.value, self.measure.decimals)

    @property
    def drift(self) -> Decimal | None:
        """The newest release's figure minus the first one's; None with fewer than two of them."""
        if len(self.versions) < 2:
            return None
        return self.versions[-1].value - self.versions[0].value


def tracked(
    figures: Sequence[Reported], national: National, every: Figures | None = None
) -> Iterator[Tracked]:
    """Each figure for whose period something is published of us; others are left out.

    Args:
        figures: ours, in any order; those of one measure are best kept together.
        national: what was imported.
        every: like ``National.figures`` with the figures of every release, not the newest alone.
    """
    known: dict[str, _Published] = {}
    for ours in figures:
        measure = measure_of(national, ours.measure)
        if measure is None or measure.unit is not ours.unit or ours.period.end is None:
            continue
        if ours.measure not in known:
            known[ours.measure] = _Published(national, measure, every)
        found = known[ours.measure].beside(ours)
        if found is not None:
            yield found


class _Published:
    """The figures of one measure, read once for all of ours."""

    def __init__(self, national: National, measure: Measure, every: Figures | None) -> None:
        self._measure = measure
        self._periods = {f.period: f for f in by_period(national.figures(measure.id))}
        self._every = every(measure.id) if every is not None else None
        self._covers = Accumulation(national.measure[measure.id]["accumulation"])

    def beside(self, ours: Reported) -> Tracked | None:
        """One figure of ours; None where nothing of the same period is published of us."""
        found = matched(ours.period, ours.covers, list(self._periods), theirs_cover=self._covers)
        figures = self._periods[found.theirs] if found.theirs is not None else None
        value = figures.value(ours.organisation) if figures is not None else None
        if figures is None or value is None:
            return None
        release = figures.release(ours.organisation)
        versions = tuple(self._versions(ours.organisation, figures.period))
        return Tracked(ours, figures.period, self._measure, value, release, versions)

    def _versions(self, subject: str, period: Period) -> Iterator[Version]:
        if self._every is None:
            return
        here = (self._every["subject"] == subject) & (self._every["period_label"] == period.label)
        rows = self._every[here & self._every["value"].notna()]
        rows = rows.sort_values("is_latest", kind="stable")  # of one release, the one that counts
        counts = rows.groupby("report")["value"].last()
        for release in self._every.loc[here, "report"].unique():
            if release in counts.index:
                yield Version(str(release), Decimal(str(counts[release])))


def reported(observations: pd.DataFrame, indicators: pd.DataFrame) -> Iterator[Reported]:
    """Our newest figure of each period, of every indicator that joins a national measure.

    Args:
        observations: rows of that table; those of other subjects are passed over.
        indicators: rows of that table.
    """
    linked = indicators[indicators["national_measure"].notna()]
    known = {(row["organisation"], row["indicator"]): row for row in _records(linked)}
    own = observations["subject"] == observations["reported_by"]
    for row in _records(observations[own & observations["is_latest"]]):
        indicator = known.get((row["subject"], row["indicator"]))
        period = period_from_label(row["period_label"])
        if indicator is not None and isinstance(period, Period):
            yield _reported(row, indicator, period)


def _reported(row: Record, indicator: Record, period: Period) -> Reported:
    value = _number(row["value"])
    decimals = _number(row["decimals"])
    unprinted = 0 if value is None else places(value)
    return Reported(
        organisation=row["subject"],
        indicator=row["indicator"],
        measure=indicator["national_measure"],
        period=period,
        value=value,
        decimals=unprinted if decimals is None else int(decimals),
        unit=Unit(row["unit"]),
        covers=Accumulation(indicator["accumulation"]),
        report=row["report"],
        cell=row["source_cell"],
    )


def _records(frame: pd.DataFrame) -> Iterator[Record]:
    for row in frame.itertuples(index=False):
        yield dict(zip(frame.columns, row, strict=True))


def _number(value: object) -> Decimal | None:
    """A missing figure of a frame is None or NaN."""
    return None if pd.isna(value) else Decimal(str(value))  # type: ignore[call-overload]
