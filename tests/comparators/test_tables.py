"""What a build works out of the national figures: the tables comparators and standings."""

import random
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from kpi_core import schema
from kpi_core.comparators.national import National
from kpi_core.comparators.tables import Linked, comparator_tables
from kpi_core.vocabulary import Polarity
from tests.comparators.national_of import (
    MEASURE,
    OURS,
    RELEASE,
    council,
    england,
    figures,
    measure,
    national_of,
    neighbour,
)

LINK = Linked(OURS, "repeat-plans", MEASURE)
OTHERS = {f"council-{n:02}": float(n) for n in range(10, 21)}
"""Eleven councils with 10.0 to 20.0."""

AREAS = (
    england(),
    england("north-west", "region"),
    council(OURS),
    *(council(subject, region="south-east") for subject in OTHERS),
)
NEAR = tuple(neighbour(n, f"council-1{n}") for n in range(1, 4))
HERE = {OURS: 15.0, "england": 16.0, "north-west": 17.0, **OTHERS}


def tables(national: National, *links: Linked) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    comparators, standings = comparator_tables(national, links or (LINK,))
    return comparators.to_pylist(), standings.to_pylist()


def national(values: dict[str, Any] = HERE, **known: Any) -> National:
    return national_of(figures(values), AREAS, NEAR, [measure(**known)])


def test_both_tables_keep_to_the_contract_and_have_no_key_twice() -> None:
    found = comparator_tables(national(), [LINK])
    for table, contract in zip(found, (schema.COMPARATORS, schema.STANDINGS), strict=True):
        assert table.schema == contract.arrow
        table.validate(full=True)
        assert all(c.nullable or table[c.name].null_count == 0 for c in contract.columns), (
            contract.name
        )
        keys = [tuple(row[k] for k in contract.key) for row in table.to_pylist()]
        assert len(keys) == len(set(keys)) > 0


def test_P3_Q1_the_standing_of_one_council() -> None:
    (row,) = tables(national())[1]
    assert row == {
        "organisation": OURS,
        "indicator": "repeat-plans",
        "measure": MEASURE,
        "period_label": "2019/20",
        "period_end": date(2020, 3, 31),
        "value": 15.0,
        "councils": 12,
        "rank": 6,  # lower is better: 10 to 14 come before, and 15 twice
        "quartile": "b",
        "first_quartile": 12.75,
        "median": 15.0,
        "third_quartile": 17.25,
        "reason": None,
        "release": RELEASE,
    }


@pytest.mark.parametrize(
    ("known", "values", "rank", "quartile", "reason"),
    [
        ({"polarity": "higher_is_better"}, HERE, 6, "c", None),
        (
            {"polarity": "neutral"},
            HERE,
            None,
            "b",
            "No rank: neither way is good for this measure.",
        ),
        ({}, HERE | {OURS: None}, None, None, "No rank: there is no figure to rank."),
        (
            *({}, {OURS: 15.0, "council-10": 12.0, "council-11": 16.0}, 2, None),
            "Not compared: quarters need at least four figures, and there are three figures.",
        ),
    ],
)
def test_P3_Q1_what_is_missing_has_a_reason(
    known: dict[str, str],
    values: dict[str, Any],
    rank: int | None,
    quartile: str | None,
    reason: str | None,
) -> None:
    (row,) = tables(national(values, **known))[1]
    assert (row["rank"], row["quartile"], row["reason"]) == (rank, quartile, reason)


@pytest.mark.parametrize(
    ("released", "councils", "rank"),
    [
        ("unknown", None, None),
        ("unknown", Polarity.LOWER_IS_BETTER, 6),
        ("unknown", Polarity.HIGHER_IS_BETTER, 6),
        ("unknown", Polarity.UNKNOWN, None),
        ("neutral", Polarity.LOWER_IS_BETTER, None),
    ],
)
def test_P1_the_council_says_which_way_is_good_where_the_release_does_not(
    released: str, councils: Polarity | None, rank: int | None
) -> None:
    link = Linked(OURS, "repeat-plans", MEASURE, councils)
    (row,) = tables(national(polarity=released), link)[1]
    assert row["rank"] == rank


def test_B3_B4_every_group_and_statistic_with_its_members() -> None:
    rows = tables(national())[0]
    found = {(r["group"], r["statistic"]): (r["value"], r["members"], r["with_data"]) for r in rows}
    assert found == {
        ("england", "published"): (16.0, 11, 11),
        ("all-councils", "mean"): (15.0, 11, 11),
        ("all-councils", "median"): (15.0, 11, 11),
        ("north-west", "published"): (17.0, 0, 0),
        ("north-west", "mean"): (None, 0, 0),
        ("north-west", "median"): (None, 0, 0),
        ("council-type", "mean"): (15.0, 11, 11),
        ("council-type", "median"): (15.0, 11, 11),
        ("statistical-neighbours", "mean"): (12.0, 3, 3),
        ("statistical-neighbours", "median"): (12.0, 3, 3),
    }


@pytest.mark.parametrize(
    ("polarity", "gap", "like"),
    [
        ("lower_is_better", -3.0, "similar"),
        ("higher_is_better", 3.0, "similar"),
        ("neutral", None, "similar"),
    ],
)
def test_the_gap_is_positive_where_ours_is_better(
    polarity: str, gap: float | None, like: str
) -> None:
    rows = tables(national(polarity=polarity))[0]
    (near,) = (
        r for r in rows if r["group"] == "statistical-neighbours" and r["statistic"] == "mean"
    )
    assert (near["own"], near["gap"], near["likeness"]) == (15.0, gap, like)
    assert near["likeness_basis"] == "spread"


def test_T2_a_council_with_its_cases_is_compared_by_chance() -> None:
    ours = {"value": 17.1, "numerator": 49.0, "denominator": 286.0}
    rows = tables(national(HERE | {OURS: ours, "england": 22.0}))[0]
    (row,) = (r for r in rows if r["group"] == "england")
    assert (row["likeness"], row["likeness_basis"]) == ("better", "interval")


@pytest.mark.parametrize("of_england", [40.1, 165.0])
def test_a_published_figure_far_beyond_all_councils_is_shown_and_not_compared(
    of_england: float,
) -> None:
    """Such as the rate of England that is the sum of the regions' rates."""
    rows = tables(national(HERE | {"england": of_england}))[0]
    (row,) = (r for r in rows if r["group"] == "england")
    assert (row["value"], row["gap"], row["likeness"]) == (of_england, None, None)
    assert row["likeness_reason"] == (
        "Not compared: the published figure is more than two times the greatest of any council, "
        "so that it is a total or counted in another way."
    )
    assert all(r["gap"] is not None for r in rows if r["group"] == "all-councils")


@pytest.mark.parametrize("of_england", [0.0, 9.0, 21.0, 40.0])
def test_where_few_councils_have_figures_that_of_england_may_lie_beyond(of_england: float) -> None:
    rows = tables(national(HERE | {"england": of_england}))[0]
    (row,) = (r for r in rows if r["group"] == "england")
    assert row["gap"] is not None


@pytest.mark.parametrize(
    ("unit", "of_england", "total"),
    [
        ("count", 15.0, True),
        ("gbp", 15.0, False),
        ("gbp", 165.0, True),
        ("unknown", 165.0, True),
        ("percent", 165.0, False),
    ],
)
def test_a_total_is_like_no_other_and_is_ranked_all_the_same(
    unit: str, of_england: float, total: bool
) -> None:
    rows, (standing,) = tables(national(HERE | {"england": of_england}, unit=unit))
    near = next(r for r in rows if r["group"] == "statistical-neighbours")
    said = near["likeness_reason"] == "Not compared: a total depends on how large the area is."
    assert said is total
    published = next(r for r in rows if r["group"] == "england")
    assert (published["gap"] is None) is (total or of_england > 2 * 20)
    assert near["gap"] == -3.0
    assert standing["rank"] == 6


def test_without_a_figure_of_ours_the_group_s_figure_stands_all_the_same() -> None:
    rows = tables(national(HERE | {OURS: None}))[0]
    (row,) = (r for r in rows if r["group"] == "england")
    assert (row["value"], row["own"], row["gap"], row["likeness"]) == (16.0, None, None, None)
    assert row["likeness_reason"] == "Not compared: there is no figure of the council."


@pytest.mark.parametrize(
    ("bounds", "rank"),
    [
        ({"valid_to": date(2020, 3, 31)}, 6),
        ({"valid_to": date(2020, 3, 30)}, None),
        ({"valid_from": date(2020, 3, 31)}, 6),
        ({"valid_from": date(2020, 4, 1)}, None),
    ],
)
def test_G3_outside_its_time_a_council_has_a_figure_but_no_place(
    bounds: dict[str, date], rank: int | None
) -> None:
    areas = [area for area in AREAS if area["subject"] != OURS] + [council(OURS, **bounds)]
    comparators, (row,) = tables(national_of(figures(HERE), areas, NEAR))
    assert (row["value"], row["rank"]) == (15.0, rank)
    england = next(r for r in comparators if r["group"] == "england")
    assert england["own"] == 15.0
    if rank is None:
        assert row["reason"] == "No rank: it was no council at the end of the period."
        assert (row["quartile"], row["councils"], england["gap"]) == (None, 11, None)
        assert england["likeness_reason"] == (
            "Not compared: it was no council at the end of the period."
        )
    else:
        assert (row["reason"], row["councils"], england["gap"]) == (None, 12, 1.0)


def test_without_a_figure_of_the_group_there_are_two_reasons() -> None:
    rows = tables(national())[0]
    (row,) = (r for r in rows if r["group"] == "north-west" and r["statistic"] == "mean")
    assert row["reason"] == "No member has a figure."
    assert row["likeness_reason"] == (
        "Not compared: there is no figure to hold it against. No member has a figure."
    )


def test_a_measure_that_was_not_imported_makes_no_rows() -> None:
    assert tables(national(), Linked(OURS, "repeat-plans", "made/unknown")) == ([], [])


def test_a_council_that_no_release_knows_has_groups_but_no_figure_of_its_own() -> None:
    comparators, standings = tables(national(), Linked("elsewhere", "repeat-plans", MEASURE))
    assert standings[0]["rank"] is None
    assert {r["group"] for r in comparators} == {"england", "all-councils"}


def test_periods_come_in_time_order_with_the_unknown_in_front() -> None:
    labels = ["2019/20", "unknown", "2018/19", "2019/20 Q4"]
    rows = [row for label in labels for row in figures(HERE, label)]
    standings = tables(national_of(rows, AREAS, NEAR))[1]
    assert [r["period_label"] for r in standings] == ["unknown", "2018/19", "2019/20 Q4", "2019/20"]


def test_the_order_of_rows_and_links_does_not_matter() -> None:
    rows = [row for label in ("2018/19", "2019/20") for row in figures(HERE, label)]
    links = [Linked(OURS, "b", MEASURE), Linked(OURS, "a", MEASURE), LINK, LINK]
    first = comparator_tables(national_of(rows, AREAS, NEAR), links)
    shuffled = list(rows)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any other order will do
    second = comparator_tables(national_of(shuffled, AREAS, NEAR), links[::-1])
    assert all(one.equals(other) for one, other in zip(first, second, strict=True))
    assert first[1].column("indicator").unique().to_pylist() == ["a", "b", "repeat-plans"]


def test_rows_are_in_the_order_of_indicators_whatever_their_measures() -> None:
    second = [{**row, "indicator": "made/a"} for row in figures(HERE)]
    both = national_of([*figures(HERE), *second], AREAS, NEAR, [measure(), measure("made/a")])
    links = (Linked(OURS, "first", MEASURE), Linked(OURS, "second", "made/a"))
    for rows in tables(both, *links):
        indicators = [row["indicator"] for row in rows]
        assert indicators == sorted(indicators)
        assert set(indicators) == {"first", "second"}


def test_the_release_is_that_of_the_figure_published_for_the_group_else_of_ours() -> None:
    released = {
        "england": {"value": 16.0, "report": "of-england"},
        OURS: {"value": 15.0, "report": "of-ours"},
        "council-10": {"value": 10.0, "report": "of-ten"},
        "council-11": {"value": 11.0, "report": "of-eleven"},
    }
    rows, (standing,) = tables(national(released))
    assert standing["release"] == "of-ours"
    assert {r["group"]: r["release"] for r in rows} == {
        "england": "of-england",
        **dict.fromkeys(
            ("all-councils", "north-west", "council-type", "statistical-neighbours"), "of-ours"
        ),
    }
    others = {s: row for s, row in reversed(released.items()) if s.startswith("council")}
    assert {r["release"] for r in tables(national(others))[1]} == {"of-ten"}


def test_without_links_the_tables_are_empty() -> None:
    comparators, standings = comparator_tables(national(), [])
    assert isinstance(comparators, pa.Table)
    assert (comparators.num_rows, standings.num_rows) == (0, 0)
