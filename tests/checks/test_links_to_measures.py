"""Links of the catalogue to national measures that are not there."""

from collections.abc import Sequence

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry
from kpi_core.checks.evidence import Evidence
from kpi_core.checks.links import unknown_measures
from kpi_core.vocabulary import Severity
from tests.comparators.national_of import measure, national_of

NATIONAL = national_of([], measures=[measure("made/repeat-plans"), measure("made/waits")])


def messages(linked: str | None) -> Sequence[str]:
    entry = IndicatorEntry(
        organisation="q4", id="plans", names=("Plans",), title="Plans", national_measure=linked
    )
    read = read_report(
        b"Indicator\t2019/20 Q4\nPlans\t17.1%", "q4.tsv", Catalogue(indicators=(entry,))
    )
    found = list(unknown_measures(Evidence(read.report, read.assessments), NATIONAL))
    assert all(finding.severity is Severity.NOTE for finding in found)
    return [finding.message for finding in found]


def test_a_measure_that_its_source_does_not_have_is_told_with_the_nearest() -> None:
    (said,) = messages("made/repeat-plan")
    assert said.endswith("Did you mean 'made/repeat-plans'?")


def test_where_none_is_near_it_says_what_to_do() -> None:
    (said,) = messages("made/something-else")
    assert said.endswith("Check its id, or import what holds it.")


@pytest.mark.parametrize("linked", [None, "made/waits", "another/waits"])
def test_a_good_link_none_and_one_of_a_source_that_was_not_imported_are_silent(
    linked: str | None,
) -> None:
    assert messages(linked) == []
