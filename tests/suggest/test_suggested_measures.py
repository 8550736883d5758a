"""Which national measures are proposed, and why others are not."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.comparators.national import National
from kpi_core.comparators.tracker import Reported
from kpi_core.suggest.link_lines import as_text
from kpi_core.suggest.links import (
    FARTHEST,
    MOST_PROPOSED,
    NAME_ALONE_AT_LEAST,
    NAME_AT_LEAST,
    Unlinked,
    propose,
)
from kpi_core.suggest.measure_names import likeness, plain_name, without_remarks
from kpi_core.vocabulary import Accumulation, Polarity, Unit
from tests.comparators.national_of import OURS, figures, measure, national_of
from tests.comparators.quoting import period

NAME = "Reduce the proportion of repeat child protection plans"
COUNCILS = {f"council-{n:02}": float(n) for n in range(10, 21)}
"""Eleven councils with 10.0 to 20.0."""


def ours(value: str = "15.0", **more: Any) -> Unlinked:
    figure = Reported(
        OURS,
        "plans",
        "",
        period("2019/20 Q4"),
        Decimal(value),
        1,
        Unit.PERCENT,
        Accumulation.UNKNOWN,
        "q4",
        "line 2",
    )
    known = {
        "organisation": OURS,
        "id": "plans",
        "name": NAME,
        "title": "Repeat plans",
        "unit": Unit.PERCENT,
        "polarity": Polarity.LOWER_IS_BETTER,
        "figures": (figure,),
    }
    return Unlinked(**(known | more))  # type: ignore[arg-type]


def national(*measures: Mapping[str, Any], published: float = 15.0) -> National:
    """Each measure has the councils' figures, and ours as published."""
    rows: list[dict[str, Any]] = []
    for known in measures:
        some = figures({OURS: published, **COUNCILS})
        rows += [row | {"indicator": known["indicator"]} for row in some]
    return national_of(rows, measures=list(measures))


def named(id_: str, title: str, **more: Any) -> dict[str, Any]:
    return measure(id_, title=title, name=title, accumulation="annual", **more)


def proposed(indicator: Unlinked, found: National) -> Sequence[str]:
    return [p.measure for each in propose([indicator], found) for p in each.proposals]


ALIKE = named("made/plans", "Repeat child protection plans (%)")


def test_a_measure_of_the_same_name_unit_and_figures_is_proposed() -> None:
    (found,) = propose([ours()], national(ALIKE, named("made/other", "Pupils absent (%)")))
    (proposal,) = found.proposals
    assert (proposal.measure, proposal.likeness, proposal.apart) == ("made/plans", 100, 0)
    assert proposal.same_way is True


@pytest.mark.parametrize(
    "other",
    [
        ALIKE | {"unit": "count"},
        ALIKE | {"polarity": "higher_is_better"},
        named("made/plans", "Pupils who are absent from school"),
    ],
)
def test_another_unit_another_good_way_or_another_name_is_not_proposed(
    other: dict[str, Any],
) -> None:
    assert proposed(ours(), national(other)) == []


@pytest.mark.parametrize("polarity", ["neutral", "unknown"])
def test_a_measure_that_does_not_judge_may_be_joined(polarity: str) -> None:
    assert proposed(ours(), national(ALIKE | {"polarity": polarity})) == ["made/plans"]


@pytest.mark.parametrize(("value", "found"), [("26.1", ["made/plans"]), ("26.2", [])])
def test_figures_may_lie_three_usual_spreads_apart(value: str, found: list[str]) -> None:
    """The middle distance from 15 is 2.5, so that three usual spreads are 11.1195."""
    assert FARTHEST == 3
    assert proposed(ours(value), national(ALIKE)) == found


def test_among_measures_of_like_names_the_figures_decide() -> None:
    near, far = named("made/b", NAME), named("made/a", NAME)
    rows = [
        row | {"indicator": id_}
        for id_, value in (("made/a", 20.0), ("made/b", 15.0))
        for row in figures({OURS: value, **COUNCILS})
    ]
    assert proposed(ours(), national_of(rows, measures=[far, near])) == ["made/b", "made/a"]


def test_a_name_alone_has_to_be_more_alike() -> None:
    title = "Repeat child protection plans of disabled young people"
    score = likeness([plain_name(NAME)], [plain_name(title)])
    assert NAME_AT_LEAST <= score < NAME_ALONE_AT_LEAST
    assert proposed(ours(), national(named("made/plans", title))) == ["made/plans"]
    assert proposed(ours(figures=()), national(named("made/plans", title))) == []


def test_no_more_are_proposed_than_a_person_can_compare() -> None:
    many = [named(f"made/{at}", NAME) for at in range(MOST_PROPOSED + 2)]
    assert len(proposed(ours(), national(*many))) == MOST_PROPOSED


def test_where_nothing_is_proposed_the_nearest_one_says_why_not() -> None:
    said = list(as_text(list(propose([ours("99.0")], national(ALIKE)))))
    assert (
        "  Nothing is proposed. Nearest is made/plans (Repeat child protection plans (%))." in said
    )
    assert "usual spreads of the councils apart; 3 at most are allowed." in said[-1]


def test_what_the_catalogue_says_already_is_said_too() -> None:
    joined = list(as_text(list(propose([ours(linked="made/old")], national(ALIKE)))))
    assert "  The catalogue joins it to made/old." in joined
    local = list(as_text(list(propose([ours(why_not="It is local.")], national(ALIKE)))))
    assert "  The catalogue joins it to nothing: It is local." in local


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rate of LAC per 10,000", "Children looked after per 10,000"),
        ("% of CLA in foster care", "Proportion of looked-after children in foster care"),
        ("Increase the number of S42 enquiries", "Section 42 enquiries"),
        ("CPPs reviewed", "Child protection plans reviewed"),
    ],
)
def test_what_is_said_in_several_ways_is_alike(one: str, other: str) -> None:
    assert likeness([plain_name(one)], [plain_name(other)]) == 100


@pytest.mark.parametrize(
    ("name", "plain"), [("Felt safe (annual survey)", "Felt safe"), ("(all)", "(all)")]
)
def test_remarks_in_brackets_are_left_out_unless_nothing_is_left(name: str, plain: str) -> None:
    assert without_remarks(name) == plain


@given(st.text(max_size=500), st.text(max_size=500))
def test_any_names_have_a_likeness(one: str, other: str) -> None:
    assert 0 <= likeness([plain_name(one)], [plain_name(other)]) <= 100
