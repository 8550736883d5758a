"""Reports that quote others, written by hand, and what they are held against."""

from collections.abc import Mapping
from decimal import Decimal

from kpi_core.build import read_facts
from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry
from kpi_core.comparators.national import National
from kpi_core.comparators.vintage import Quoted, QuotedRow, RowVintage, vintage_of
from kpi_core.facts import ReportFacts
from kpi_core.periods import Period, period_from_label
from kpi_core.vocabulary import Unit
from tests.comparators.national_of import (
    MEASURE,
    OURS,
    Figure,
    council,
    england,
    figures,
    measure,
    national_of,
    neighbour,
)

AREAS = (england(), england("north-west", "region"), council(OURS))
NAME = "Reduce repeat plans"


def years(values: Mapping[str, Mapping[str, Figure]], decimals: int = 1) -> National:
    """National tables of figures by year and area; Ash, Birch and Cedar are neighbours."""
    rows = [row for year, some in values.items() for row in figures(some, year, decimals=decimals)]
    near = [neighbour(at, name) for at, name in enumerate(("ash", "birch", "cedar"), 1)]
    return national_of(rows, AREAS, near, [measure(decimals=decimals, accumulation="annual")])


def period(label: str) -> Period:
    found = period_from_label(label)
    assert isinstance(found, Period), label
    return found


def held(
    national: National,
    subject: str,
    value: str,
    label: str = "2019/20 Q4",
    unit: Unit = Unit.PERCENT,
) -> RowVintage:
    """What one quoted figure fits, written as in a report: its decimals count."""
    printed = Decimal(value)
    quoted = Quoted(subject, printed, len(value.partition(".")[2]), unit, "line 2")
    row = QuotedRow(OURS, "repeat-plans", unit, MEASURE, period(label), (quoted,))
    return vintage_of(row, national)


def report(benchmark: str, *, outturn: str = "17.1%", linked: str | None = MEASURE) -> ReportFacts:
    """A report of one indicator that joins the hand-made measure."""
    head = "Indicator\t2018/19 Q4\t2019/20 Q4\tBenchmark"
    entry = IndicatorEntry(
        organisation=OURS,
        id="repeat-plans",
        names=(NAME,),
        title="Repeat plans",
        national_measure=linked,
    )
    known = Catalogue(
        reports={"q4": ReportEntry(organisation=OURS, title="Q4", period="2019/20 Q4")},
        indicators=(entry,),
    )
    text = f"{head}\n{NAME}\t16.0%\t{outturn}\t{benchmark}"
    return read_facts(text.encode(), "q4.tsv", known)
