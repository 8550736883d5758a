"""What is new between two sides of an indicator, and the sentence that says so."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.present.briefing import sentences
from kpi_core.present.briefing.changed import changed
from kpi_core.present.briefing.sides import Side
from kpi_core.vocabulary import ChangeKind, Direction, Missing, Status, Unit

RED, AMBER, GREEN, EXCEEDED = Status.RED, Status.AMBER, Status.GREEN, Status.EXCEEDED
IMPROVING, MAINTAINED, DECLINING = Direction.IMPROVING, Direction.MAINTAINED, Direction.DECLINING

THEN = Side(
    "2019/20 Q3",
    AMBER,
    value=15.3,
    target=(16.0,),
    unit=Unit.PERCENT,
    decimals=1,
    schemes=("relative-5 version 1", "last-reported version 1"),
)
NOW = replace(THEN, period="2019/20 Q4", status=RED, value=17.1)

SIDES = st.builds(
    Side,
    st.sampled_from(["2019/20 Q3", "2019/20 Q4", "unknown"]),
    st.sampled_from([None, *Status]),
    status_declared=st.booleans(),
    why=st.text(max_size=5),
    direction=st.sampled_from([None, *Direction]),
    direction_declared=st.booleans(),
    value=st.none() | st.floats(-1e6, 1e6),
    missing=st.none() | st.sampled_from(Missing),
    target=st.sampled_from([(), (16.0,), (10.0, 20.0)]),
    unit=st.sampled_from(Unit),
    decimals=st.none() | st.integers(0, 3),
    schemes=st.sampled_from([(), ("a version 1",), ("a version 1", "b version 1")]),
    after_gap=st.booleans(),
)


@pytest.mark.parametrize(
    ("then", "now", "kind"),
    [
        (AMBER, RED, ChangeKind.NEW_RED),
        (GREEN, RED, ChangeKind.NEW_RED),
        (EXCEEDED, RED, ChangeKind.NEW_RED),
        (GREEN, AMBER, ChangeKind.WORSE),
        (EXCEEDED, AMBER, ChangeKind.WORSE),
        (EXCEEDED, GREEN, ChangeKind.WORSE),
        (RED, AMBER, ChangeKind.RECOVERY),
        (RED, GREEN, ChangeKind.RECOVERY),
        (RED, EXCEEDED, ChangeKind.RECOVERY),
        (AMBER, GREEN, ChangeKind.RECOVERY),
        (AMBER, EXCEEDED, ChangeKind.RECOVERY),
        (GREEN, EXCEEDED, ChangeKind.BETTER),
        *((status, status, None) for status in Status),
        (None, RED, None),
        (RED, None, None),
    ],
)
def test_two_colours_make_one_kind_of_change(
    then: Status | None, now: Status | None, kind: ChangeKind | None
) -> None:
    found = [k for k, _ in changed([replace(THEN, status=then)], replace(NOW, status=now))]
    assert found == ([kind] if kind else [])


@pytest.mark.parametrize("then", [None, *Direction])
@pytest.mark.parametrize("now", [None, *Direction])
def test_only_a_turn_from_one_way_to_the_other_is_a_reversal(
    then: Direction | None, now: Direction | None
) -> None:
    before, after = replace(THEN, direction=then), replace(NOW, status=AMBER, direction=now)
    expected = {
        (IMPROVING, DECLINING): [ChangeKind.TURNED_DOWN],
        (DECLINING, IMPROVING): [ChangeKind.TURNED_UP],
    }
    assert [k for k, _ in changed([before], after)] == expected.get((then, now), [])


@pytest.mark.parametrize(
    ("then", "now", "missing", "after_gap", "kind"),
    [
        (1.0, None, Missing.NOT_AVAILABLE, False, ChangeKind.NEWLY_MISSING),
        (1.0, None, None, False, ChangeKind.NEWLY_MISSING),
        (1.0, None, Missing.NOT_DUE, False, None),
        (1.0, None, Missing.BLANK, True, None),
        (None, None, Missing.BLANK, False, None),
        (None, 1.0, None, False, ChangeKind.NOW_GIVEN),
        (None, 0.0, None, False, ChangeKind.NOW_GIVEN),
        (0.0, 0.0, None, False, None),
    ],
)
def test_M1_a_figure_comes_or_goes_unless_it_is_not_due(
    then: float | None,
    now: float | None,
    missing: Missing | None,
    after_gap: bool,
    kind: ChangeKind | None,
) -> None:
    before = replace(THEN, value=then, after_gap=after_gap)
    after = replace(NOW, status=AMBER, value=now, missing=missing)
    assert [k for k, _ in changed([before], after)] == ([kind] if kind else [])


@given(side=SIDES, others=st.lists(SIDES, max_size=3))
def test_a_report_held_against_itself_has_no_change(side: Side, others: list[Side]) -> None:
    """Whatever earlier reports say, where it knows its own status and direction."""
    assert list(changed([side], side)) == []
    if side.status is not None and side.direction is not None:
        assert list(changed([side, *others], side)) == []


@given(SIDES, SIDES)
def test_the_way_back_undoes_each_change(then: Side, now: Side) -> None:
    there = {k for k, _ in changed([then], now)}
    back = {k for k, _ in changed([now], then)}
    assert (ChangeKind.TURNED_DOWN in there) == (ChangeKind.TURNED_UP in back)
    if there & {ChangeKind.NEW_RED, ChangeKind.WORSE}:
        assert back & {ChangeKind.RECOVERY, ChangeKind.BETTER}
    if ChangeKind.NEWLY_MISSING in there:
        assert ChangeKind.NOW_GIVEN in back


@given(SIDES, st.lists(SIDES, max_size=3))
def test_every_change_has_one_finished_sentence(now: Side, earlier: list[Side]) -> None:
    seen = list(changed(earlier, now))
    assert len({kind for kind, _ in seen}) == len(seen)
    for kind, then in seen:
        said = sentences.said(kind, then, now)
        assert said.endswith(".")
        assert "None" not in said
        assert "unknown" not in said
        sentences.notes(kind, then, now, earlier)


def test_a_new_red_says_what_it_is_and_what_it_was() -> None:
    assert sentences.said(ChangeKind.NEW_RED, THEN, NOW) == (
        "red, was amber in 2019/20 Q3; 17.1% against a target of 16.0%, was 15.3%."
    )
    assert sentences.notes(ChangeKind.NEW_RED, THEN, NOW) == ()


@pytest.mark.parametrize(
    ("then_declared", "now_declared", "said"),
    [
        (True, True, "red, was amber in"),
        (False, True, "red (declared), was amber (computed by us) in"),
        (True, False, "red (computed by us), was amber (declared) in"),
        (False, False, "red (computed by us), was amber (computed by us) in"),
    ],
)
def test_R7_a_computed_status_is_never_taken_for_a_declared_one(
    then_declared: bool, now_declared: bool, said: str
) -> None:
    then = replace(THEN, status_declared=then_declared, why="Because of then.")
    now = replace(NOW, status_declared=now_declared, why="Because of now.")
    assert sentences.said(ChangeKind.NEW_RED, then, now).startswith(said)
    notes = sentences.notes(ChangeKind.NEW_RED, then, now)
    assert ("Computed by us in 2019/20 Q3: Because of then." in notes) is not then_declared
    assert ("Computed by us in 2019/20 Q4: Because of now." in notes) is not now_declared


def test_R8_a_moved_target_is_said_beside_the_change() -> None:
    then = replace(THEN, target=(15.0,))
    assert sentences.said(ChangeKind.NEW_RED, then, NOW).endswith("16.0%, was 15.3% against 15.0%.")
    (note,) = sentences.notes(ChangeKind.NEW_RED, then, NOW)
    assert note == "The targets differ: 16.0% in 2019/20 Q4, 15.0% in 2019/20 Q3."


def test_R8_other_schemes_are_named_beside_what_they_decide() -> None:
    then = replace(THEN, schemes=("points-2 version 1", "last-reported version 1"))
    (note,) = sentences.notes(ChangeKind.NEW_RED, then, NOW)
    assert note == "The schemes differ: relative-5 version 1 now, points-2 version 1 then."
    assert sentences.notes(ChangeKind.TURNED_DOWN, then, NOW) == ()
    then = replace(THEN, schemes=("relative-5 version 1", "plan-start version 1"))
    (note,) = sentences.notes(ChangeKind.TURNED_DOWN, then, NOW)
    assert "last-reported version 1 now, plan-start version 1 then" in note


def test_U1_figures_in_two_units_are_said_to_be_unlike() -> None:
    then = replace(THEN, unit=Unit.COUNT, decimals=0, value=15.0, target=())
    assert sentences.said(ChangeKind.NEW_RED, then, NOW).endswith("was 15.")
    (note,) = sentences.notes(ChangeKind.NEW_RED, then, NOW)
    assert note.startswith("The figures are not alike: in per cent now")


def test_a_colour_is_held_against_the_last_one_known_and_the_gap_is_said() -> None:
    between = Side("2019/20 Q3", why="Not rated: there is no figure for this period.")
    then = replace(THEN, period="2019/20 Q2", status=GREEN)
    ((kind, against), (other, _)) = changed([between, then], NOW)
    assert (kind, against, other) == (ChangeKind.NEW_RED, then, ChangeKind.NOW_GIVEN)
    assert "was green in 2019/20 Q2" in sentences.said(kind, against, NOW)
    assert sentences.notes(kind, then, NOW, [between]) == (
        "2019/20 Q3: Not rated: there is no figure for this period.",
    )


def test_a_corrected_report_of_the_same_period_is_told_by_report() -> None:
    said = sentences.said(ChangeKind.NEW_RED, replace(THEN, period=NOW.period), NOW)
    assert said.startswith("red, was amber in the earlier report;")


def test_what_cannot_be_compared_says_why() -> None:
    blank = replace(THEN, status=None, why="Not rated: 15.3%, and no target is known.")
    assert sentences.not_compared(blank, NOW) == (
        "red in 2019/20 Q4; no status is known in 2019/20 Q3.",
        ("2019/20 Q3: Not rated: 15.3%, and no target is known.",),
    )
    said, _ = sentences.not_compared(THEN, replace(NOW, status=None))
    assert said == "not rated in 2019/20 Q4; it was amber in 2019/20 Q3."
    said, _ = sentences.not_compared(None, NOW)
    assert said.endswith("the report has no earlier figure of the same kind.")


@pytest.mark.parametrize("kind", ChangeKind)
def test_each_kind_is_named_and_explained(kind: ChangeKind) -> None:
    assert kind.one
    assert kind.many
    assert kind.meaning.endswith(".")


def test_R7_where_our_rule_gives_another_word_it_is_said_beside_the_change() -> None:
    """Then a new red may be none: by our rule it was red before."""
    then = replace(THEN, by_our_rule=RED, why="15.3% against a target of 12.0%, so this is red.")
    (note,) = sentences.notes(ChangeKind.NEW_RED, then, NOW)
    assert note == (
        "Declared amber in 2019/20 Q3; by our rule red: 15.3% against a target of 12.0%, so this "
        "is red."
    )
    turned = replace(
        NOW, direction=DECLINING, turned_by_our_rule=MAINTAINED, turn_why="Maintained: it rose."
    )
    (note,) = sentences.notes(ChangeKind.TURNED_DOWN, THEN, turned)
    assert note == "Declared declining in 2019/20 Q4; by our rule: Maintained: it rose."


def test_R7_a_direction_of_ours_is_explained() -> None:
    then = replace(THEN, direction=IMPROVING, direction_declared=False, turn_why="Improving: fell.")
    now = replace(NOW, direction=DECLINING)
    said = sentences.said(ChangeKind.TURNED_DOWN, then, now)
    assert said.startswith("declining (declared), was improving (computed by us) in 2019/20 Q3;")
    assert sentences.notes(ChangeKind.TURNED_DOWN, then, now) == (
        "Computed by us in 2019/20 Q3: Improving: fell.",
    )
