"""Which year the comparators are of that a commentary gives."""

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry
from kpi_core.checks.evidence import Evidence
from kpi_core.checks.vintages import of_commentary
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity
from tests.comparators.national_of import MEASURE, OURS
from tests.comparators.quoting import NAME, years

NATIONAL = years(
    {
        "2018/19": {"england": 20.8, "north-west": 22.0},
        "2019/20": {"england": 21.9, "north-west": 22.8},
    }
)


def findings(commentary: str, linked: str | None = MEASURE) -> list[Finding]:
    entry = IndicatorEntry(
        organisation=OURS, id="plans", names=(NAME,), title="Plans", national_measure=linked
    )
    known = Catalogue(
        reports={"q4": ReportEntry(organisation=OURS, title="Q4", period="2019/20 Q4")},
        indicators=(entry,),
    )
    head = "Indicator\t2019/20 Q3\t2019/20 Q4\tCommentary\tBenchmark"
    text = f"{head}\n{NAME}\t17.0%\t17.1%\t{commentary}\tSN 21%, NW 21%, Eng 20%"
    read = read_report(text.encode(), "q4.tsv", known)
    return list(of_commentary(Evidence(read.report, read.assessments), NATIONAL))


def test_S9_the_figures_of_a_commentary_are_of_the_year_before() -> None:
    said = "Performance is better than England (21%), North West (22%) or neighbours."
    (finding,) = findings(said)
    assert (finding.rule, finding.severity) == ("benchmark-vintage", Severity.WARNING)
    assert finding.raw == said
    assert finding.message.startswith(
        "The commentary: Together England 21% and North West 22% fit 2018/19 (20.8% and 22.0% "
        "published), one year before the row’s 2019/20 (21.9% and 22.8%). Ask for"
    )


def test_figures_that_fit_nothing_are_left_out_of_what_fits_together() -> None:
    (finding,) = findings("We are below England (21%), North West (22%) and SN (24%).")
    assert "Together England 21% and North West 22% fit 2018/19" in finding.message
    assert "Statistical neighbours 24% fits nothing published" in finding.message


@pytest.mark.parametrize(
    "said",
    [
        "Performance was 17.1%.",
        "We are 5 points better than England.",
        "In 2018/19 England was at 21%.",  # says itself which year
    ],
)
def test_what_gives_no_comparator_of_the_row_gives_nothing(said: str) -> None:
    assert findings(said) == []


def test_without_a_national_measure_there_is_nothing_to_hold_it_against() -> None:
    assert findings("We are better than England (21%).", linked=None) == []
