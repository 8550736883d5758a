"""A direction sees what earlier reports gave, and nothing that came later."""

from dataclasses import replace
from datetime import date

import pytest

from kpi_core.catalogue import Catalogue
from kpi_core.facts import Declaration, ReportFacts
from kpi_core.histories import link
from kpi_core.inference import infer
from kpi_core.rules.assess import Assessment, assess, schemes_for
from kpi_core.vocabulary import Direction, Unit
from tests.histories.facts_of import report, row, seen

NAME = "Increase visits"


def assessed(*reports: ReportFacts) -> list[Assessment]:
    """The one indicator of each report."""
    linked, _ = link(reports, Catalogue())
    schemes = schemes_for("", Catalogue())
    return [assess(given, schemes)[0] for given in linked]


def one(period: str, **figures: str) -> ReportFacts:
    """A report of a quarter: ``one("2019/20 Q4", q3="70%")`` of the year 2019/20."""
    given = {f"2019/20 {name.upper()}": text for name, text in figures.items()}
    return report(period, row(NAME, given))


def test_a_report_of_one_quarter_is_compared_with_the_report_before() -> None:
    first, second = assessed(one("2019/20 Q3", q3="70%"), one("2019/20 Q4", q4="75%"))
    assert first.travel.direction is None
    assert second.travel.direction == "improving"
    assert second.travel.reason.endswith("An earlier report gives the figure of 2019/20 Q3.")


def test_what_comes_later_is_not_known_to_a_report() -> None:
    later = report("2019/20 Q4", row(NAME, {"2019/20 Q2": "60%", "2019/20 Q4": "75%"}))
    first, _ = assessed(one("2019/20 Q3", q3="70%"), later)
    assert first.travel.reason == (
        "Not comparable: no earlier figure of the same kind is reported."
    )


@pytest.mark.parametrize(
    ("own", "compared", "carried"),
    [
        ({"2019/20 Q3": "71%"}, "71%", False),  # a restated figure wins over the earlier one
        ({"2019/20 Q3": "-"}, "65%", True),  # and a gap is a gap: the quarter before it counts
        ({}, "70%", True),
    ],
)
def test_what_the_report_itself_says_of_a_period_wins(
    own: dict[str, str], compared: str, carried: bool
) -> None:
    before = report("2019/20 Q3", row(NAME, {"2019/20 Q2": "65%", "2019/20 Q3": "70%"}))
    *_, last = assessed(before, report("2019/20 Q4", row(NAME, {**own, "2019/20 Q4": "75%"})))
    assert last.travel.compared is not None
    assert f"{last.travel.compared.value}%" == compared
    assert last.travel.compared.carried is carried


def test_of_several_earlier_reports_the_latest_counts() -> None:
    *_, last = assessed(
        one("2019/20 Q2", q2="60%"),
        one("2019/20 Q3", q2="62%"),
        one("2019/20 Q4", q4="61%"),
    )
    assert last.travel.compared is not None
    assert last.travel.compared.value == 62
    assert last.travel.direction == "maintained"


def test_the_rated_figure_itself_is_never_taken_from_elsewhere() -> None:
    again = replace(one("2019/20 Q4", q3="70%"), published_on=date(2020, 6, 1), report="again")
    *_, last = assessed(one("2019/20 Q4", q4="75%"), again)
    assert last.travel.reason == "Not available: there is no figure for this period."


def test_D4_a_unit_that_changed_between_reports_is_not_compared() -> None:
    before = report("2019/20 Q3", row(NAME, {"2019/20 Q3": "700"}, unit=Unit.COUNT))
    *_, last = assessed(before, one("2019/20 Q4", q4="75%"))
    assert last.travel.reason == (
        "Not comparable: the unit of the figure of 2019/20 Q3 is number, that of the indicator "
        "per cent."
    )


def test_figures_of_no_stated_period_are_left_where_they_are() -> None:
    before = one("2019/20 Q3", q3="70%")
    (facts,) = before.indicators
    undated = replace(facts, own=(seen("70%", None, "line 2"),))
    *_, last = assessed(replace(before, indicators=(undated,)), one("2019/20 Q4", q4="75%"))
    assert last.facts.earlier == ()


def test_declared_directions_tell_of_the_rule_by_figures_of_earlier_reports_too() -> None:
    """Reports of one quarter each hold no figure that a direction could be taken from."""
    rows = [row(f"Increase visits {n}", {"2019/20 Q3": f"{n}%"}) for n in (50, 60, 70)]
    words = ((51, Direction.IMPROVING), (59, Direction.MAINTAINED), (60, Direction.DECLINING))
    now = [
        replace(row(before.indicator.name, {"2019/20 Q4": f"{n}%"}), direction=Declaration(word))
        for before, (n, word) in zip(rows, words, strict=True)
    ]
    later = report("2019/20 Q4", *now)
    assert infer(later).direction.usable == 0
    linked, _ = link((report("2019/20 Q3", *rows), later), Catalogue())
    assert infer(linked[1]).direction.usable == 3


def test_the_dataset_keeps_each_figure_with_the_report_that_gave_it() -> None:
    linked, _ = link((one("2019/20 Q3", q3="70%"), one("2019/20 Q4", q4="75%")), Catalogue())
    assert [[o.period.label for o in r.indicators[0].own] for r in linked] == [
        *(["2019/20 Q3"], ["2019/20 Q4"]),
    ]
