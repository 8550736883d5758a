"""Which published period and statistic a quoted benchmark fits (S9, B2, B3).

A quoted figure fits a published one where the two are the same at the coarser of their printed
precisions. One that lies exactly half-way between two printed figures fits both of them, since
nobody knows which way it was rounded. Periods later than the row's are not asked: their figures
cannot have been known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_core.comparators.candidates import Candidate, candidates, periods_until
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure, PeriodFigures, measure_of
from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.formatting import figure_text
from kpi_core.periods import Period
from kpi_core.vocabulary import Unit, Vintage


@dataclass(frozen=True)
class Quoted:
    """A group's figure as a report quotes it; ``cell`` is where it stands."""

    subject: str
    value: Decimal
    decimals: int
    unit: Unit
    cell: str

    @property
    def text(self) -> str:
        return figure_text(self.value, self.unit, self.decimals)


@dataclass(frozen=True)
class QuotedRow:
    """The figures that one row quotes of others.

    Attributes:
        organisation: the council that quotes them.
        indicator: id of its indicator.
        unit: the indicator's.
        measure: id of the national measure that the indicator joins.
        period: that the figures are held to be for: the one they state, else the row's.
        quoted: figures, those in another unit included.
        raw: the benchmark cell as printed.
    """

    organisation: str
    indicator: str
    unit: Unit
    measure: str
    period: Period
    quoted: tuple[Quoted, ...]
    raw: str | None = None


@dataclass(frozen=True)
class Match:
    """A quoted figure with all published ones that it fits, the newest first.

    Attributes:
        group: whose figure it is, in words.
        now: what is published of the group for the period that was to be expected.
        behind: months from the newest matched period to the expected one; None without a match.
    """

    quoted: Quoted
    group: str
    fits: tuple[Candidate, ...]
    now: tuple[Candidate, ...]
    behind: int | None

    @property
    def state(self) -> Vintage:
        if not self.fits:
            return Vintage.NOTHING
        return Vintage.EARLIER if self.behind else Vintage.SAME


@dataclass(frozen=True)
class RowVintage:
    """What the quoted figures of one row fit, each by itself and all together.

    Attributes:
        expected: the newest published period that had ended by the row's.
        together: periods that all figures fit which fit any, where they are at least two; the
            newest first.
        reason: why nothing can be compared, else None.
    """

    row: QuotedRow
    expected: Period | None = None
    matches: tuple[Match, ...] = ()
    together: tuple[Period, ...] = ()
    reason: str | None = None

    @property
    def state(self) -> Vintage:
        """Earlier if any figure fits only earlier periods than the expected one."""
        states = {match.state for match in self.matches}
        order = (Vintage.EARLIER, Vintage.SAME, Vintage.NOTHING)
        return next((state for state in order if state in states), Vintage.NOT_COMPARED)


def vintages(report: ReportFacts, national: National) -> Iterator[RowVintage]:
    """What each row's benchmark cell fits; rows without a measure or a quote are left out."""
    for facts in report.indicators:
        for row in _quoted_rows(report, facts):
            yield vintage_of(row, national)


def vintage_of(row: QuotedRow, national: National) -> RowVintage:
    """What the quoted figures of one row fit."""
    measure, day = measure_of(national, row.measure), row.period.end
    if measure is None:
        return RowVintage(row, reason=f"The national measure {row.measure} was not imported.")
    if day is None:
        return RowVintage(row, reason="The period of the row is not known.")
    if measure.unit is not row.unit:
        why = f"The national measure {row.measure} is in another unit than the indicator."
        return RowVintage(row, reason=why)
    quoted = [q for q in row.quoted if q.unit is row.unit]
    if not quoted:
        return RowVintage(row, reason="The benchmark is in another unit than the indicator.")
    periods = periods_until(national, row.measure, day)
    if not periods:
        why = f"The national measure {row.measure} has no figures up to {row.period.label}."
        return RowVintage(row, reason=why)
    matches = tuple(_match(q, row.organisation, measure, national, periods) for q in quoted)
    return RowVintage(row, periods[0].period, matches, _together(matches))


def fits(quoted: Quoted, value: Decimal, decimals: int | None) -> bool:
    """Whether two figures are the same at the coarser of their precisions.

    Args:
        quoted: as printed.
        value: the published figure, or one worked out of published ones.
        decimals: of the published figure; None for one that was worked out.
    """
    return same(quoted.value, quoted.decimals, value, decimals)


def same(one: Decimal, decimals: int, other: Decimal, others: int | None) -> bool:
    """Whether two figures differ by no more than half of the last place of the coarser one."""
    places = decimals if others is None else min(decimals, others)
    return abs(one - other) <= Decimal(1).scaleb(-places) / 2


def _match(
    quoted: Quoted,
    organisation: str,
    measure: Measure,
    national: National,
    periods: Sequence[PeriodFigures],
) -> Match:
    known = tuple(candidates(national, measure, organisation, quoted.subject, periods))
    found = tuple(c for c in known if fits(quoted, c.value, c.decimals))
    expected = periods[0]
    behind = months(found[0].figures.day, expected.day) if found else None
    now = tuple(c for c in known if c.label == expected.period.label)
    return Match(quoted, group_words(quoted.subject, national), found, now, behind)


def months(earlier: date | None, later: date | None) -> int:
    """Whole months from one last day to another; figures that are held against have dates."""
    if earlier is None or later is None:
        return 0
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def _together(matches: Sequence[Match]) -> tuple[Period, ...]:
    fitting = [{c.figures.period for c in match.fits} for match in matches if match.fits]
    every = set.intersection(*fitting) if len(fitting) > 1 else set()
    return tuple(sorted(every, key=lambda period: period.sort_key, reverse=True))


def group_words(subject: str, national: National) -> str:
    """A quoted group as people say it: "North West", "Statistical neighbours"."""
    name, _, of = subject.partition("/")
    return name.replace("-", " ").capitalize() if of else national.area_name(subject)


def _quoted_rows(report: ReportFacts, facts: IndicatorFacts) -> Iterator[QuotedRow]:
    """One for each period that the quoted figures state; those that state none are of the row's."""
    known, by_period = facts.indicator, dict[Period, list[Quoted]]()
    for quoted in facts.quoted:
        if quoted.value is not None:
            period = quoted.period if quoted.period.end is not None else report.period
            by_period.setdefault(period, []).append(_quoted(quoted, quoted.value))
    if known.national_measure is None:
        return
    raw = facts.benchmark.text if facts.benchmark else None
    whose = (report.organisation, known.id, known.unit, known.national_measure)
    for period, some in by_period.items():
        yield QuotedRow(*whose, period, tuple(some), raw)


def _quoted(observation: Observation, value: Decimal) -> Quoted:
    printed = observation.figure.decimals
    decimals = places(value) if printed is None else printed
    return Quoted(observation.subject, value, decimals, observation.unit, observation.cell)


def places(value: Decimal) -> int:
    """Decimals that a value is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
