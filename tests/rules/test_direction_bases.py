"""Which earlier figure each basis takes, and what may not be compared (D1, D4, S17)."""

from typing import Any

import pytest

from kpi_core.rules.direction import Point, Travel
from kpi_core.vocabulary import Accumulation, DirectionBasis, Mark, Unit
from tests.rules.directions_of import judged, point, scheme_of

FULL = {"17Q4": "60", "18Q4": "70", "19Q1": "71", "19Q2": "72", "19Q3": "73", "19Q4": "74"}
PLAN = {"basis": "start_of_plan", "start": "2016/17 Q1"}


def by(basis: str, *points: Point, **options: Any) -> Travel:
    keys = {key: options.pop(key) for key in ("start",) if key in options}
    return judged(*points, scheme=scheme_of("0.05", basis=basis, **keys), **options)


def of(values: dict[str, str]) -> list[Point]:
    return [point(period, value) for period, value in values.items()]


def without(*periods: str) -> list[Point]:
    return of({period: value for period, value in FULL.items() if period not in periods})


@pytest.mark.parametrize(
    ("basis", "gone", "compared"),
    [
        ("last_reported", (), "2019/20 Q3"),
        ("last_reported", ("19Q3", "19Q2"), "2019/20 Q1"),
        ("previous_period", (), "2019/20 Q3"),
        ("previous_period", ("19Q3",), None),
        ("same_period_last_year", (), "2018/19 Q4"),
        ("same_period_last_year", ("18Q4",), None),
        ("previous_round", ("19Q3",), "2019/20 Q2"),
        ("last_reported", tuple(FULL)[:-1], None),
        ("previous_round", tuple(FULL)[:-1], None),
    ],
)
def test_D1_each_basis_takes_its_own_earlier_figure(
    basis: str, gone: tuple[str, ...], compared: str | None
) -> None:
    found = by(basis, *without(*gone))
    assert found.basis == basis
    assert (found.compared.period.label if found.compared else None) == compared
    assert (found.movement is None) is (compared is None)
    assert found.reason.startswith("Improving: " if compared else "Not comparable: ")


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        ("last_reported", "no earlier figure of the same kind is reported"),
        ("previous_period", "there is no figure for 2019/20 Q3, the period right before"),
        ("same_period_last_year", "there is no figure for the same period a year before"),
        ("previous_round", "no previous round is reported"),
    ],
)
def test_D4_without_an_earlier_figure_the_reason_names_what_is_missing(
    basis: str, said: str
) -> None:
    assert by(basis, point("19Q4", "74")).reason == f"Not comparable: {said}."


def test_D4_spans_of_unlike_length_are_not_compared() -> None:
    nine, other = "2018/19 Q1 to 2018/19 Q3", "2019/20 Q1 to 2019/20 Q3"
    three_years = point("2015/16 to 2017/18", "60")
    alone = by("last_reported", three_years, point(other, "74"), at=other)
    assert alone.reason == "Not comparable: no earlier figure of the same kind is reported."
    found = by("last_reported", point(nine, "70"), point(other, "74"), at=other)
    assert found.compared == point(nine, "70")
    start = by("start_of_plan", three_years, point(other, "74"), at=other, start="2015/16")
    assert start.direction is None


def test_D1_a_period_that_has_none_before_it_is_said_to_have_none() -> None:
    span = "2017/18 to 2019/20"
    found = by("previous_period", point(span, "74"), at=span)
    assert found.reason == f"Not comparable: no period stands right before {span}."


@pytest.mark.parametrize(
    ("start", "compared", "noted"),
    [
        ("2017/18 Q4", "2017/18 Q4", False),
        ("2016/17 Q1", "2017/18 Q4", True),
        ("2016/17", "2017/18 Q4", True),
        ("2018/19", "2018/19 Q4", True),
        ("2019/20 Q3", "2019/20 Q3", False),
    ],
)
def test_D1_the_start_of_the_plan_is_the_first_figure_at_or_after_it(
    start: str, compared: str, noted: bool
) -> None:
    found = by("start_of_plan", *of(FULL), start=start)
    assert found.compared is not None
    assert found.compared.period.label == compared
    note = f"The plan starts with {start}; {compared} is its first such figure."
    assert (note in found.reason) is noted
    assert "compared with the start of the plan" in found.reason


def test_the_first_quarter_of_a_year_is_its_start() -> None:
    found = by("start_of_plan", *of({"18Q1": "70", "19Q4": "74"}), start="2018/19")
    assert found.compared == point("18Q1", "70")
    assert "The plan starts with" not in found.reason


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("2020/21", "2019/20 Q4 lies before the start of the plan, 2020/21"),
        (
            "2019/20 Q4",
            "this is the first such figure since the start of the plan, 2019/20 Q4",
        ),
    ],
)
def test_D4_before_the_plan_and_at_its_start_nothing_compares(start: str, said: str) -> None:
    found = by("start_of_plan", *of(FULL), start=start)
    assert found.reason == f"Not comparable: {said}."
    assert found.basis is DirectionBasis.START_OF_PLAN


def test_D4_a_running_count_is_held_against_the_same_quarter_of_the_plans_first_year() -> None:
    counts = of({"16Q1": "10", "16Q4": "320", "19Q4": "347"})
    options = {"start": "2016/17", "kind": Accumulation.YEAR_TO_DATE}
    found = by("start_of_plan", *counts, **options)
    assert found.compared == point("16Q4", "320")
    alone = by("start_of_plan", *of({"16Q1": "10", "19Q4": "347"}), **options)
    assert alone.reason.startswith("Not comparable: this is the first such figure since")


def test_D4_a_year_is_not_the_start_of_a_quarter() -> None:
    found = by("start_of_plan", *of({"2016/17": "10", "19Q4": "20"}), start="2016/17")
    assert found.direction is None


def test_a_survey_is_held_against_its_first_round_under_whatever_period() -> None:
    rounds = of({"2016/17": "10", "18Q2": "15", "19Q4": "20"})
    found = by("start_of_plan", *rounds, start="2016/17", kind=Accumulation.ANNUAL)
    assert found.compared == point("2016/17", "10")


@pytest.mark.parametrize("basis", ["last_reported", "previous_period", "same_period_last_year"])
@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (Accumulation.YEAR_TO_DATE, "same_period_last_year"),
        (Accumulation.ANNUAL, "previous_round"),
        (Accumulation.IN_PERIOD, None),
        (Accumulation.SNAPSHOT, None),
        (Accumulation.ROLLING, None),
    ],
)
def test_S17_counts_and_surveys_keep_a_basis_of_their_own(
    basis: str, kind: Accumulation, own: str | None
) -> None:
    assert by(basis, *of(FULL), kind=kind).basis == (own or basis)


@pytest.mark.parametrize(
    ("broken", "comparable"),
    [("18Q4", True), ("19Q3", True), ("19Q4", False)],
)
def test_D4_a_break_parts_its_own_figure_from_those_before(broken: str, comparable: bool) -> None:
    points = [point(p, v, Mark.BREAK if p == broken else None) for p, v in FULL.items()]
    found = by("last_reported", *points)
    assert (found.direction is not None) is comparable
    if not comparable:
        assert (found.change, found.movement, found.compared) == (None, None, None)
        assert found.reason == (
            "Not comparable: the figure of 2019/20 Q4 is marked as a break in the series, so what "
            "stands before it is not the same measure."
        )


def test_D4_a_break_between_the_two_is_seen_although_neither_has_the_mark() -> None:
    points = [point(p, v, Mark.BREAK if p == "19Q2" else None) for p, v in FULL.items()]
    assert by("same_period_last_year", *points).direction is None
    assert by("last_reported", *points).direction is not None


@pytest.mark.parametrize("mark", [Mark.PROVISIONAL, Mark.ESTIMATED, Mark.FORECAST])
@pytest.mark.parametrize("period", ["19Q3", "19Q4"])
def test_D4_what_is_not_final_is_compared_and_said_to_be_so(mark: Mark, period: str) -> None:
    points = [point(p, v, mark if p == period else None) for p, v in FULL.items()]
    found = by("last_reported", *points)
    assert found.direction == "improving"
    assert found.reason.endswith(
        f"The figure of 2019/20 Q{period[-1]} is {mark.value}, so the change may still be revised."
    )


@pytest.mark.parametrize("mark", [Mark.PROVISIONAL, Mark.REVISED, None])
def test_two_figures_of_one_standing_need_no_note(mark: Mark | None) -> None:
    points = [point(p, v, mark) for p, v in FULL.items()]
    assert "revised" not in by("last_reported", *points).reason


@pytest.mark.parametrize(("unit", "said"), [(Unit.COUNT, "number"), (Unit.UNKNOWN, "not known")])
@pytest.mark.parametrize("period", ["19Q3", "19Q4"])
def test_D4_figures_of_two_units_are_not_compared(unit: Unit, said: str, period: str) -> None:
    points = [point(p, v, unit=unit if p == period else Unit.PERCENT) for p, v in FULL.items()]
    assert by("last_reported", *points).reason == (
        f"Not comparable: the unit of the figure of 2019/20 Q{period[-1]} is {said}, that of the "
        "indicator per cent."
    )
    assert (by("same_period_last_year", *points).direction is None) is (period == "19Q4")


def test_a_figure_that_another_report_gives_is_said_to_be_from_there() -> None:
    found = by("last_reported", point("19Q3", "70", carried=True), point("19Q4", "74"))
    assert found.reason.endswith(" An earlier report gives the figure of 2019/20 Q3.")


@pytest.mark.parametrize("basis", [b.value for b in DirectionBasis])
def test_D5_two_figures_are_never_called_a_trend(basis: str) -> None:
    keys: dict[str, Any] = {"start_of_plan": PLAN, "regression": {"window": 3}}.get(basis, {})
    scheme = scheme_of("0.05", **{**keys, "basis": basis})
    for points in (of({"19Q3": "73", "19Q4": "74"}), of(FULL)):
        assert "trend" not in judged(*points, scheme=scheme).reason
