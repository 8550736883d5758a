"""Columns that are headed by a comparator group hold that group's figures (S8, B1)."""

from collections.abc import Callable

import pytest

from kpi_core.catalogue import Catalogue, ColumnEntry, ReportEntry
from kpi_core.dataset import Assessed

Make = Callable[..., Assessed]

NAME = "cheshire-west-and-chester-2019-20-q4"


def read(make: Make, headings: list[str], cells: list[str], known: Catalogue) -> Assessed:
    head = ["Indicator", "2019/20 Q4", "Target", *headings]
    return make([head, ["Reduce x", "17%", "16%", *cells]], known=known)


@pytest.mark.parametrize(
    ("heading", "subject", "period"),
    [
        ("England", "england", "unknown"),
        ("England average", "england", "unknown"),
        ("NW LA's", "north-west", "unknown"),
        ("North West 2018/19", "north-west", "2018/19"),
        ("SN", f"statistical-neighbours/{NAME}", "unknown"),
        ("CIPFA nearest neighbours 2018/19", f"nearest-neighbours/{NAME}", "2018/19"),
    ],
)
def test_B1_a_group_as_a_heading_is_a_comparator(
    assessed: Make, heading: str, subject: str, period: str
) -> None:
    (item,) = read(assessed, [heading], ["20%"], Catalogue()).assessments
    (quoted,) = item.facts.quoted
    assert (quoted.subject, quoted.period.label, str(quoted.value)) == (subject, period, "20")
    assert item.compared.comparison == "better"


def test_B5_of_several_comparators_none_is_picked(assessed: Make) -> None:
    found = read(assessed, ["England", "NW"], ["20%", "21%"], Catalogue())
    (item,) = found.assessments
    assert [o.subject for o in item.facts.quoted] == ["england", "north-west"]
    assert item.compared.comparison == "no_comparison"


def test_a_group_that_is_not_known_is_kept_as_it_is(assessed: Make) -> None:
    (item,) = read(assessed, ["Family group"], ["20%"], Catalogue()).assessments
    assert item.facts.quoted == ()
    assert [(e.heading, e.text) for e in item.facts.extras] == [("Family group", "20%")]


def test_an_empty_place_is_no_figure_and_a_dash_is_a_missing_one(assessed: Make) -> None:
    (item,) = read(assessed, ["England", "NW"], ["", "-"], Catalogue()).assessments
    (quoted,) = item.facts.quoted
    assert (quoted.subject, quoted.figure.missing) == ("north-west", "dash")


def test_the_catalogue_cannot_make_a_group_of_any_heading(assessed: Make) -> None:
    columns = {"Family group": ColumnEntry(role="comparator")}
    entry = ReportEntry(organisation="x", title="x", columns=columns)
    found = read(assessed, ["Family group"], ["20%"], Catalogue(reports={NAME: entry}))
    assert found.assessments[0].facts.quoted == ()
    (problem,) = [f.message for f in found.findings if f.rule == "period-unreadable"]
    assert "'Family group' is no comparator group that is known" in problem
