"""Who an indicator is, what of it is inferred, and which council a report is of (G1, P2, U1)."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry
from kpi_core.dataset import Assessed
from kpi_core.facts import Indicator
from kpi_core.vocabulary import Accumulation, Polarity, Unit

Table = list[list[str]]
Make = Callable[..., Assessed]

HEADER = ["Indicator", "2019/20 Q3", "2019/20 Q4", "Target"]


def indicator(make: Make, *cells: str) -> Indicator:
    return make([HEADER, [*cells]], known=Catalogue()).assessments[0].facts.indicator


def rules(assessed: Assessed) -> list[str]:
    return [finding.rule for finding in assessed.findings]


def test_an_id_is_a_slug_of_the_name(assessed: Make) -> None:
    assert indicator(assessed, "Reduce X, (Y) & 'Z'", "1", "2", "3").id == "reduce-x-y-z"


def test_G1_long_names_that_differ_at_the_end_have_different_ids(assessed: Make) -> None:
    start = "Increase the proportion of children " + "who are living somewhere " * 5
    table = [HEADER, [f"{start}aged 1", "1", "2", "3"], [f"{start}aged 2", "1", "2", "3"]]
    found = assessed(table, known=Catalogue())
    first, second = (a.facts.indicator.id for a in found.assessments)
    assert first != second
    assert {len(first), len(second)} == {80}
    assert "indicator-duplicated" not in rules(found)
    # the id depends on the name alone, not on the other rows
    assert indicator(assessed, f"{start}aged 2", "1", "2", "3").id == second


def test_a_repeated_indicator_is_kept_under_its_own_id_with_an_error(assessed: Make) -> None:
    table = [HEADER, *([["Reduce x", "1", "2", "3"]] * 3)]
    found = assessed(table, known=Catalogue())
    assert [a.facts.indicator.id for a in found.assessments] == [
        *("reduce-x", "reduce-x-2", "reduce-x-3"),
    ]
    errors = [f for f in found.findings if f.rule == "indicator-duplicated"]
    assert [f.source_cell for f in errors] == ["line 3, column 1", "line 4, column 1"]
    assert all("line 2, column 1" in f.message for f in errors)
    assert {f.severity for f in errors} == {"error"}


def test_two_names_that_give_one_id_are_numbered_without_an_error(assessed: Make) -> None:
    table = [HEADER, ["Reduce > 5 days", "1", "2", "3"], ["Reduce < 5 days", "1", "2", "3"]]
    found = assessed(table, known=Catalogue())
    assert [a.facts.indicator.id for a in found.assessments] == [
        *("reduce-5-days", "reduce-5-days-2"),
    ]
    assert "indicator-id-numbered" in rules(found)
    assert "indicator-duplicated" not in rules(found)


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (("Reduce x", "1%", "2%", "3%"), Unit.PERCENT),
        (("Reduce x", "1", "2%", "3"), Unit.PERCENT),
        (("Reduce the rate per 10,000", "1", "2", "3"), Unit.RATE_PER_10000),
        (("Reduce the rate per 10,000", "1", "2%", "3"), Unit.RATE_PER_10000),
        (("Reduce the number of x", "1", "2", "3"), Unit.COUNT),
        (("Reduce x", "£1", "£2", "£3"), Unit.GBP),
        (("Reduce x", "1", "2", "3"), Unit.UNKNOWN),
    ],
)
def test_U1_the_unit_is_printed_or_named(
    assessed: Make, cells: tuple[str, ...], unit: Unit
) -> None:
    assert indicator(assessed, *cells).unit is unit


def test_U1_a_figure_in_another_unit_is_kept_and_not_used(assessed: Make) -> None:
    found = assessed([HEADER, ["Reduce the rate per 10,000", "74", "74%", "64"]], known=Catalogue())
    (item,) = found.assessments
    assert [o.unit for o in item.facts.own] == [Unit.RATE_PER_10000, Unit.PERCENT]
    assert item.rating.status is None
    assert "the figure (74%) is in per cent, the indicator in per 10,000" in item.rating.reason
    assert item.travel.direction is None
    assert "figure-unit-differs" in rules(found)


def test_B6_an_own_figure_without_the_sign_of_its_neighbours_is_noted(assessed: Make) -> None:
    found = assessed([HEADER, ["Reduce x", "12", "12%", "10%"]], known=Catalogue())
    (note,) = [f for f in found.findings if f.rule == "figure-unit-inherited"]
    assert (note.raw, note.source_cell) == ("12", "line 2, column 2")


@pytest.mark.parametrize(
    ("figures", "decimals"),
    [
        (("16.0%", "15.30%", "14%"), 1),
        (("1.00%", "2.00%", "3.00%"), 2),
        (("1", "2", "3"), 0),
        (("1.25", "2", "3"), 2),
        (("-", "", "-"), None),
    ],
)
def test_U4_decimals_are_as_many_as_needed_and_as_few_as_printed(
    assessed: Make, figures: tuple[str, ...], decimals: int | None
) -> None:
    assert indicator(assessed, "Reduce x", *figures).decimals == decimals


def test_P2_an_unknown_verb_leaves_the_row_unrated_with_a_warning(assessed: Make) -> None:
    found = assessed([HEADER, ["Number of homes", "1", "2", "3"]], known=Catalogue())
    (item,) = found.assessments
    assert item.facts.indicator.polarity is Polarity.UNKNOWN
    assert item.rating.status is None
    assert "not known which way is good" in item.rating.reason
    assert "polarity-unknown" in rules(found)


def test_the_catalogue_always_wins(assessed: Make) -> None:
    entry = IndicatorEntry(
        organisation="somewhere",
        id="homes",
        names=("NUMBER  of homes – all",),
        title="Homes",
        unit=Unit.COUNT,
        decimals=2,
        polarity=Polarity.HIGHER_IS_BETTER,
        accumulation=Accumulation.SNAPSHOT,
        owner="Housing",
    )
    report = ReportEntry(organisation="somewhere", title="A report")
    known = Catalogue(indicators=(entry,), reports={"cheshire-west-and-chester-2019-20-q4": report})
    table = [HEADER, ["Number of homes - all", "1%", "2%", "3%"]]
    (item,) = assessed(table, known=known).assessments
    found = item.facts.indicator
    assert (found.id, found.title, found.owner) == ("homes", "Homes", "Housing")
    assert (found.unit, found.decimals) == (Unit.COUNT, 2)
    assert (found.polarity_basis, found.accumulation) == ("catalogue", "snapshot")
    assert found.name == "Number of homes - all"


def test_M1_M4_a_zero_is_a_figure_and_a_mark_is_no_part_of_it(assessed: Make) -> None:
    table = [HEADER, ["Reduce the number of x", "0", "5 [p]", "3"]]
    (item,) = assessed(table, known=Catalogue()).assessments
    assert [(o.value, o.figure.mark) for o in item.facts.own] == [
        *((Decimal(0), None), (Decimal(5), "provisional")),
    ]


@pytest.mark.parametrize(
    ("first_line", "name"),
    [
        (["Borsetshire County Council: performance"], "Borsetshire County Council"),
        (["Report of Stoke upon Trent City Council"], "Stoke upon Trent City Council"),
        (["Performance", "Felpersham Council"], None),
        (["Council Plan"], None),
    ],
)
def test_the_organisation_is_in_a_title_else_in_the_file_name(
    assessed: Make, first_line: list[str], name: str | None
) -> None:
    table = [first_line, HEADER, ["Reduce x", "1", "2", "3"]]
    found = assessed(table, known=Catalogue())
    assert found.report.organisation_name.endswith(name or "cheshire-west-and-chester-2019-20-q4")
    assert "organisation-inferred" in rules(found)


def test_a_council_named_in_a_row_is_not_the_organisation(assessed: Make) -> None:
    table = [[*HEADER, "Notes"], ["Reduce x", "1", "2", "3", "Better than Cheshire East Council."]]
    found = assessed(table, known=Catalogue())
    assert found.report.organisation == "cheshire-west-and-chester-2019-20-q4"
