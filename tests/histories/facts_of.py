"""Small reports put together by hand, for the rules of histories."""

from datetime import date

from kpi_core.cells.figures import parse_figure
from kpi_core.cells.names import polarity_from
from kpi_core.facts import Indicator, IndicatorFacts, Observation, ReportFacts
from kpi_core.normalise.source import slug
from kpi_core.periods import UNKNOWN, Period, parse_period
from kpi_core.vocabulary import Accumulation, PolarityBasis, Unit


def period_of(text: str) -> Period:
    found = parse_period(text)
    assert isinstance(found, Period)
    return found


def seen(text: str, period: str | None, cell: str, unit: Unit = Unit.PERCENT) -> Observation:
    figure = parse_figure(text)
    assert not hasattr(figure, "reason"), text
    when = UNKNOWN if period is None else period_of(period)
    return Observation("council", when, figure, unit, cell)  # type: ignore[arg-type]


def row(
    name: str,
    figures: dict[str, str] | None = None,
    *,
    target: str | None = None,
    target_period: str | None = None,
    unit: Unit = Unit.PERCENT,
    reference: str | None = None,
) -> IndicatorFacts:
    """One line: ``row("Reduce x", {"2019/20 Q1": "16%"})``."""
    indicator = Indicator(
        organisation="council",
        id=slug(name),
        name=name,
        title=name,
        position=1,
        polarity=polarity_from(name),
        polarity_basis=PolarityBasis.INFERRED,
        unit=unit,
        decimals=1,
        accumulation=Accumulation.UNKNOWN,
        reference=reference,
    )
    return IndicatorFacts(
        indicator,
        f"{name}, name",
        tuple(seen(text, p, f"{name}, {p}", unit) for p, text in (figures or {}).items()),
        target=None if target is None else seen(target, target_period, f"{name}, target", unit),
    )


def report(
    period: str, *rows: IndicatorFacts | str, name: str = "", published: date | None = None
) -> ReportFacts:
    """A report of one period; a row that is only a name has no figures."""
    lines = [row(given) if isinstance(given, str) else given for given in rows]
    return ReportFacts(
        report=name or slug(period),
        organisation="council",
        organisation_name="The Council",
        organisation_basis=None,
        title=f"Report of {name or period}",
        period=period_of(period),
        source_name="x.csv",
        sha256="",
        format="csv",
        licence="",
        published_on=published,
        indicators=tuple(lines),
        findings=(),
        cells_read=0,
        cells_ignored=0,
        period_cells={},
    )
