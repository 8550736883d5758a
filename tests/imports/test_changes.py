"""Corrections become catalogue entries, and what no catalogue could hold is refused in words."""

import pytest

from kpi_core.catalogue import Catalogue, ColumnEntry, IndicatorEntry
from kpi_core.errors import CatalogueError
from kpi_core.imports import About, Change, changed, check, without
from kpi_core.imports.changes import LONGEST, Identity, overlay

RED = Change("q4", About.STATUS_WORD, "R", "read_as", "red")
AMBER = Change("q4", About.STATUS_WORD, "R", "read_as", "amber")
COLUMN = Change("q4", About.COLUMN, "Now", "role", "value", "2019/20 Q4")
PERIOD = Change("q4", About.REPORT, "", "period", "2019/20 Q4")

WHO = {"q4": Identity("a", "A", "taken from the file name", "q4")}


def test_a_second_change_of_the_same_takes_the_place_of_the_first() -> None:
    assert changed(changed((), RED), AMBER) == (AMBER,)
    assert changed((RED,), COLUMN) == (RED, COLUMN)
    assert without((RED, COLUMN), RED) == (COLUMN,)


def test_changes_become_entries() -> None:
    away = Change("q4", About.DIRECTION_WORD, "n/k", "read_as", "not_available")
    made = overlay(Catalogue(), [RED, COLUMN, PERIOD, away], WHO)
    entry = made.reports["q4"]
    assert entry.columns == {"Now": ColumnEntry(role="value", period="2019/20 Q4")}
    assert entry.status_words == {"R": "red"}
    assert entry.direction_words == {"n/k": "not_available"}
    assert (entry.period, entry.organisation, entry.title) == ("2019/20 Q4", "a", "q4")
    assert entry.organisation_basis == "taken from the file name"
    assert made.organisations["a"].name == "A"


def test_nothing_changed_is_nothing_to_lay_over() -> None:
    assert overlay(Catalogue(), [], {}) == Catalogue()


def test_G1_two_names_that_give_one_id_keep_an_entry_each() -> None:
    percent = Change("q4", About.INDICATOR, "Repeat plans %", "polarity", "lower_is_better")
    bracket = Change("q4", About.INDICATOR, "Repeat plans (%)", "unit", "percent")
    first, second = overlay(Catalogue(), [percent, bracket], WHO).indicators
    assert (first.id, first.names, first.polarity) == (
        "repeat-plans",
        ("Repeat plans %",),
        "lower_is_better",
    )
    assert (second.id, second.names, second.unit) == (
        "repeat-plans-2",
        ("Repeat plans (%)",),
        "percent",
    )


def test_G1_a_new_entry_never_takes_the_id_of_a_listed_one() -> None:
    listed = IndicatorEntry(organisation="a", id="repeat-plans", names=("Plans, again",), title="P")
    new = Change("q4", About.INDICATOR, "Repeat plans", "polarity", "lower_is_better")
    (made,) = overlay(Catalogue(indicators=(listed,)), [new], WHO).indicators
    assert (made.id, made.names) == ("repeat-plans-2", ("Repeat plans",))


def test_what_two_reports_or_two_wordings_change_in_one_indicator_is_one_entry() -> None:
    who = {**WHO, "q3": WHO["q4"]}
    unit = Change("q3", About.INDICATOR, "Repeat Plans", "unit", "percent")
    way = Change("q4", About.INDICATOR, "Repeat plans", "polarity", "lower_is_better")
    (made,) = overlay(Catalogue(), [unit, way], who).indicators
    assert (made.unit, made.polarity) == ("percent", "lower_is_better")
    listed = IndicatorEntry(
        organisation="a", id="plans", names=("Repeat plans", "Second plans"), title="P"
    )
    other = Change("q3", About.INDICATOR, "Second plans", "unit", "percent")
    (made,) = overlay(Catalogue(indicators=(listed,)), [other, way], who).indicators
    assert (made.id, made.unit, made.polarity) == ("plans", "percent", "lower_is_better")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Change("q4", About.STATUS_WORD, "R", "read_as", "crimson"), "crimson"),
        (Change("q4", About.DIRECTION_WORD, "R", "read_as", "red"), "red"),
        (Change("q4", About.REPORT, "", "period", "soon"), "soon"),
        (Change("q4", About.REPORT, "", "title", "  "), "Nothing was given"),
        (Change("q4", About.COLUMN, "Now", "role", "value", "2019/21"), "2019/21"),
        (Change("q4", About.COLUMN, "Now", "role", "king"), "'king' is nothing that a column"),
        (Change("q4", About.COLUMN, "Now", "role", ""), "Nothing was given"),
        (Change("q4", About.COLUMN, " ", "role", "target"), "A column without a heading cannot"),
        (Change("q4", About.INDICATOR, "Homes", "unit", "furlongs"), "furlongs"),
        (Change("q4", About.REPORT, "", "title", "x" * (LONGEST + 1)), "longer than"),
    ],
)
def test_a_change_that_no_catalogue_could_hold_is_refused_in_words(
    wrong: Change, said: str
) -> None:
    with pytest.raises(CatalogueError, match=said):
        check(wrong)


@pytest.mark.parametrize("right", [RED, AMBER, COLUMN, PERIOD])
def test_other_changes_are_taken(right: Change) -> None:
    check(right)
