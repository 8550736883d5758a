"""The outlook of one line of a report, read as any report is."""

from collections.abc import Mapping

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry, Standard
from kpi_core.periods import Period, parse_period
from kpi_core.rules.outlook import Outlook
from kpi_core.vocabulary import Accumulation, Polarity, Unit

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER
RUNNING = Accumulation.YEAR_TO_DATE

Q2 = "2019/20 Q2"
STEADY = "80 155 240 330 78 160 241 322 85 167"
"""A running count over ten quarters up to the second of 2019/20."""


def period_of(text: str) -> Period:
    found = parse_period(text)
    assert isinstance(found, Period)
    return found


def up_to(rated: str, figures: str) -> dict[str, str]:
    """Figures of neighbouring periods up to the rated one; ``_`` is a gap."""
    found: dict[str, str] = {}
    period: Period | None = period_of(rated)
    for word in reversed(figures.split()):
        assert period is not None
        found[period.label] = "" if word == "_" else word
        period = period.previous()
    return dict(reversed(found.items()))


def look(
    figures: str,
    target: str | Mapping[str, str] = "348",
    *,
    rated: str = Q2,
    kind: Accumulation | None = RUNNING,
    polarity: Polarity = HIGH,
    unit: Unit | None = Unit.COUNT,
    standards: tuple[Standard, ...] = (),
) -> Outlook:
    """``look("85 167")``; targets of several periods are given by their headings.

    ``standards`` are targets that the catalogue gives.
    """
    entry = IndicatorEntry(
        organisation="x",
        id="it",
        names=("It",),
        title="It",
        accumulation=kind,
        polarity=polarity,
        unit=unit,
        standards=standards,
    )
    report = ReportEntry(organisation="x", title="x", period=rated)
    known = Catalogue(indicators=(entry,), reports={"table": report})
    columns = up_to(rated, figures)
    columns |= {"Target": target} if isinstance(target, str) else dict(target)
    lines = [",".join(["Indicator", *columns]), ",".join(["It", *columns.values()])]
    (item,) = read_report("\n".join(lines).encode(), "table.csv", known).assessments
    return item.outlook
