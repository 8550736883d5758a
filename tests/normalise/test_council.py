"""Which council a title names, and which titles name none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.normalise.council import council_in


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Borsetshire County Council", "Borsetshire County Council"),
        ("The Borsetshire County Council", "Borsetshire County Council"),
        ("Quarterly Performance Report Ambridge Borough Council", "Ambridge Borough Council"),
        ("Scorecard of Felpersham City Council, Q4", "Felpersham City Council"),
        ("Bath and North East Somerset Council", "Bath and North East Somerset Council"),
        ("London Borough of Walford", "London Borough of Walford"),
        ("Royal Borough of Kensington and Chelsea", "Royal Borough of Kensington and Chelsea"),
        ("Our Council", None),
        ("The Council's performance", None),
        ("Full Council, 3 March", None),
        ("Corporate Plan", None),
        ("Council Plan performance, 2019/20 quarter 4", None),
        ("x" * 2000 + " Ambridge Borough Council", None),
    ],
)
def test_the_council_of_a_title(title: str, council: str | None) -> None:
    assert council_in(title) == council


@given(st.text())
def test_any_text_names_a_council_or_none(text: str) -> None:
    found = council_in(text)
    assert found is None or found.split()[-1] in text


TABLE = "Measure,Current,Target,RAG\nReduce days to decide,8,9,G\n"


def test_a_title_that_states_the_period_is_the_reports_title() -> None:
    text = f"Ambridge Borough Council\nCorporate scorecard  Q3 2022/23\n{TABLE}"
    report = read_report(text.encode(), "report.csv", Catalogue()).report
    assert (report.organisation, report.title) == (
        "ambridge-borough-council",
        "Corporate scorecard Q3 2022/23",
    )


def test_without_such_a_title_the_file_names_the_report() -> None:
    report = read_report(TABLE.encode(), "q3-2022-23.csv", Catalogue()).report
    assert (report.title, report.period.label) == ("q3-2022-23", "2022/23 Q3")
