"""Which published period and statistic a quoted benchmark fits (S9, B2, B3).

A quoted figure fits a published one where the two are the same at the coarser of their printed
precisions. One that lies exactly half-way between two printed figures fits both of them, since
nobody knows which way it was rounded. Figures of later periods than the row's are not asked: they
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
from kpi_core.findings import Finding
from kpi_core.formatting import figure_text
from kpi_core.periods import Period
from kpi_core.vocabulary import Severity, Vintage

RULE = "benchmark-vintage"


@dataclass(frozen=True)
class Quoted:
    """A group's figure as somebody quotes it; ``where`` is the cell that it stands in."""

    subject: str
    value: Decimal
    decimals: int
    where: str
    text: str


@dataclass(frozen=True)
class Match:
    """A quoted figure with all published ones that it fits, the newest first.

    Attributes:
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
class CellVintage:
    """What the quoted figures of one row fit, each by itself and all together.

    Attributes:
        period: that the figures are held to be for: the row's, or the one that a cell states.
        expected: the newest published period that had ended by then.
        together: labels of the periods that every figure fits, the newest first.
        reason: why nothing can be compared, else None.
    """

    facts: IndicatorFacts
    measure: str
    period: Period
    expected: Period | None
    matches: tuple[Match, ...] = ()
    together: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def state(self) -> Vintage:
        """Earlier if any figure fits only earlier periods than the expected one."""
        states = {match.state for match in self.matches}
        order = (Vintage.EARLIER, Vintage.SAME, Vintage.NOTHING)
        return next((state for state in order if state in states), Vintage.NOT_COMPARED)


def vintage_findings(report: ReportFacts, national: National) -> Iterator[Finding]:
    """One finding for each row that quotes figures of an indicator with a national measure."""
    from kpi_core.comparators.vintage_words import sentences

    for cell in vintages(report, national):
        if cell.state is Vintage.NOT_COMPARED:
            continue
        severity = Severity.WARNING if cell.state is Vintage.EARLIER else Severity.NOTE
        first = cell.matches[0].quoted
        raw = cell.facts.benchmark.text if cell.facts.benchmark else first.text
        message = " ".join(sentences(cell))
        yield Finding(RULE, severity, message, raw, first.where, cell.facts.indicator.id)


def vintages(report: ReportFacts, national: National) -> Iterator[CellVintage]:
    """What the benchmark cells of each row fit; rows without a measure or a quote are left out."""
    for facts in report.indicators:
        quoted = [o for o in facts.quoted if o.value is not None]
        measure = facts.indicator.national_measure
        if quoted and measure is not None:
            stated = next((o.period for o in quoted if o.period.end is not None), report.period)
            figures = [_as_quoted(o) for o in quoted if o.unit is facts.indicator.unit]
            yield vintage_of(facts, figures, stated, report.organisation, national)


def vintage_of(
    facts: IndicatorFacts,
    quoted: Sequence[Quoted],
    period: Period,
    organisation: str,
    national: National,
) -> CellVintage:
    """What some quoted figures of one indicator fit.

    Args:
        facts: the row; its indicator has a national measure.
        quoted: figures in the unit of the indicator.
        period: that they are held to be for.
        organisation: the council that quotes them.
        national: what was imported.
    """
    id_ = facts.indicator.national_measure or ""
    measure = measure_of(national, id_)
    reason = _not_comparable(facts, quoted, period, measure)
    if reason is not None or period.end is None or measure is None:
        return CellVintage(facts, id_, period, None, reason=reason)
    periods = periods_until(national, id_, period.end)
    if not periods:
        why = f"The national measure {id_} has no figures up to {period.label}."
        return CellVintage(facts, id_, period, None, reason=why)
    matches = tuple(_match(q, measure, organisation, national, periods) for q in quoted)
    return CellVintage(facts, id_, period, periods[0].period, matches, _together(matches))


def fits(quoted: Quoted, value: Decimal, decimals: int | None) -> bool:
    """Whether two figures are the same at the coarser of their precisions.

    Args:
        quoted: as printed.
        value: the published figure, or one worked out of published ones.
        decimals: of the published figure; None for one that was worked out.
    """
    places = quoted.decimals if decimals is None else min(quoted.decimals, decimals)
    return abs(quoted.value - value) <= Decimal(1).scaleb(-places) / 2


def _months(earlier: date | None, later: date | None) -> int:
    """Whole months from one last day to another; figures that are held against have dates."""
    if earlier is None or later is None:
        return 0
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def _match(
    quoted: Quoted,
    measure: Measure,
    organisation: str,
    national: National,
    periods: Sequence[PeriodFigures],
) -> Match:
    known = tuple(candidates(national, measure, organisation, quoted.subject, periods))
    found = tuple(p for p in known if fits(quoted, p.value, p.decimals))
    expected = periods[0]
    behind = _months(found[0].figures.day, expected.day) if found else None
    now = tuple(p for p in known if p.label == expected.period.label)
    return Match(quoted, group_words(quoted.subject, national), found, now, behind)


def group_words(subject: str, national: National) -> str:
    """A quoted group as people say it: "North West", "Statistical neighbours"."""
    name, _, of = subject.partition("/")
    return name.replace("-", " ").capitalize() if of else national.area_name(subject)


def _not_comparable(
    facts: IndicatorFacts, quoted: Sequence[Quoted], period: Period, measure: Measure | None
) -> str | None:
    if measure is None:
        return f"The national measure {facts.indicator.national_measure} was not imported."
    if period.end is None:
        return "The period of the row is not known."
    if not quoted:
        return "The benchmark is in another unit than the indicator."
    if measure.unit is not facts.indicator.unit:
        return f"The national measure {measure.id} is in another unit than the indicator."
    return None


def _together(matches: Sequence[Match]) -> tuple[str, ...]:
    fitting = [{p.label for p in match.fits} for match in matches]
    every = set.intersection(*fitting) if fitting else set()
    newest_first = dict.fromkeys(p.label for p in matches[0].fits) if matches else ()
    return tuple(label for label in newest_first if label in every)


def _as_quoted(observation: Observation) -> Quoted:
    value = observation.value
    assert value is not None
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    decimals = places if observation.figure.decimals is None else observation.figure.decimals
    text = figure_text(value, observation.unit, decimals)
    return Quoted(observation.subject, value, decimals, observation.cell, text)
