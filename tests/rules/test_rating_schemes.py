"""Every kind of status scheme, at its boundaries (R1-R4)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import SchemeKind, StatusScheme
from kpi_core.rules.rating import KINDS, Bands, Earlier, Goal, Held, Measure, Rating, rate
from kpi_core.vocabulary import Polarity, Status, Unit

HIGH, LOW, BEST = (
    Polarity.HIGHER_IS_BETTER,
    Polarity.LOWER_IS_BETTER,
    Polarity.TARGET_IS_BEST,
)


NOTHING = Held()


def scheme(kind: SchemeKind = SchemeKind.RELATIVE, **keys: str) -> StatusScheme:
    return StatusScheme.model_validate({"kind": kind, **keys})


def rated(
    value: str,
    target: str | Goal,
    by: StatusScheme,
    polarity: Polarity = HIGH,
    held: Held = NOTHING,
    unit: Unit = Unit.PERCENT,
) -> Rating:
    goal = target if isinstance(target, Goal) else Decimal(target)
    return rate(Decimal(value), goal, Measure(polarity, unit, 1), by, held)


FIVE = scheme(amber_within="0.05")
TWO_POINTS = scheme(SchemeKind.ABSOLUTE, amber_within="2")
FOUR_COLOURS = scheme(amber_within="0.05", exceeded_beyond="0.1")
NEARLY_GREEN = scheme(amber_within="0.1", green_within="0.05")


@pytest.mark.parametrize(
    ("by", "polarity", "value", "target", "status"),
    [
        # absolute: in the indicator's own unit, whatever the size of the target
        (TWO_POINTS, HIGH, "80", "80", "green"),
        (TWO_POINTS, HIGH, "79.999", "80", "amber"),
        (TWO_POINTS, HIGH, "78", "80", "amber"),  # exactly 2 points short
        (TWO_POINTS, HIGH, "77.999", "80", "red"),
        (TWO_POINTS, LOW, "2", "0", "amber"),  # R3: a target of zero has a band here
        (TWO_POINTS, LOW, "0", "0", "green"),
        (TWO_POINTS, LOW, "2.001", "0", "red"),
        (TWO_POINTS, HIGH, "-3", "-1", "amber"),
        # green within a band of its own, then amber, then red
        (NEARLY_GREEN, HIGH, "95", "100", "green"),
        (NEARLY_GREEN, HIGH, "94.99", "100", "amber"),
        (NEARLY_GREEN, HIGH, "90", "100", "amber"),
        (NEARLY_GREEN, HIGH, "89.99", "100", "red"),
        (NEARLY_GREEN, LOW, "105", "100", "green"),
        (NEARLY_GREEN, LOW, "110.01", "100", "red"),
        # the fourth colour: better by more than a tenth
        (FOUR_COLOURS, HIGH, "110", "100", "green"),
        (FOUR_COLOURS, HIGH, "110.01", "100", "exceeded"),
        (FOUR_COLOURS, LOW, "90", "100", "green"),
        (FOUR_COLOURS, LOW, "89.99", "100", "exceeded"),
        (FOUR_COLOURS, HIGH, "95", "100", "amber"),
        (FOUR_COLOURS, HIGH, "94.99", "100", "red"),
        # a limit of nothing: only a better figure exceeds, and the target itself is green
        (scheme(amber_within="0.05", exceeded_beyond="0"), HIGH, "100", "100", "green"),
        (scheme(amber_within="0.05", exceeded_beyond="0"), HIGH, "100.01", "100", "exceeded"),
        (scheme(amber_within="0.05", exceeded_beyond="0"), LOW, "100", "100", "green"),
        # met or not, without amber
        (scheme(SchemeKind.MET), HIGH, "80", "80", "green"),
        (scheme(SchemeKind.MET), HIGH, "79.99", "80", "red"),
        (scheme(SchemeKind.MET), LOW, "0", "0", "green"),
        (scheme(SchemeKind.MET), LOW, "0.01", "0", "red"),
        # the target itself is best: a band on both sides
        (FIVE, BEST, "100", "100", "green"),
        (FIVE, BEST, "105", "100", "amber"),
        (FIVE, BEST, "95", "100", "amber"),
        (FIVE, BEST, "105.01", "100", "red"),
        (FIVE, BEST, "94.99", "100", "red"),
    ],
)
def test_R1_R2_limits_belong_to_the_better_colour(
    by: StatusScheme, polarity: Polarity, value: str, target: str, status: str
) -> None:
    assert rated(value, target, by, polarity).status == status


@pytest.mark.parametrize(
    ("polarity", "floor", "value", "target", "status"),
    [
        (HIGH, "75", "80", "80", "green"),
        (HIGH, "75", "79.9", "80", "amber"),
        (HIGH, "75", "75", "80", "amber"),  # exactly the floor
        (HIGH, "75", "74.9", "80", "red"),
        (LOW, "12", "10", "10", "green"),
        (LOW, "12", "12", "10", "amber"),
        (LOW, "12", "12.01", "10", "red"),
        (HIGH, "80", "79.9", "80", "red"),  # a floor at the target leaves no amber
        (LOW, "2", "1", "0", "amber"),  # R3: a floor needs no share of the target
    ],
)
def test_R1_a_floor_standard_is_amber_from_the_floor_to_the_target(
    polarity: Polarity, floor: str, value: str, target: str, status: str
) -> None:
    held = Held(floor=Decimal(floor))
    assert rated(value, target, scheme(SchemeKind.FLOOR), polarity, held).status == status


@pytest.mark.parametrize(
    ("polarity", "earlier", "value", "status"),
    [
        (HIGH, "50", "90", "green"),  # exactly a tenth short
        (HIGH, "95", "90", "green"),  # green whatever came before
        (HIGH, "89", "89.9", "amber"),  # further off, and better
        (HIGH, "89.9", "89.9", "amber"),  # further off, and the same
        (HIGH, "89.91", "89.9", "red"),  # further off, and worse
        (HIGH, None, "95", "green"),
        (HIGH, None, "89.9", None),
        (LOW, "111", "110", "green"),
        (LOW, "111", "110.1", "amber"),
        (LOW, "110", "110.1", "red"),
    ],
)
def test_R1_further_off_the_direction_decides_between_amber_and_red(
    polarity: Polarity, earlier: str | None, value: str, status: str | None
) -> None:
    by = scheme(SchemeKind.NOT_WORSE, green_within="0.1")
    known = None if earlier is None else Earlier(Decimal(earlier), f"{earlier} in 2018/19 Q4")
    found = rated(value, "100", by, polarity, Held(earlier=known))
    assert found.status == status
    assert (found.status is None) is found.reason.endswith("and that figure is not known.")


@pytest.mark.parametrize(
    ("held", "value", "status"),
    [
        (Held(tolerance=Decimal(3)), "97", "amber"),
        (Held(tolerance=Decimal(3)), "96.99", "red"),
        (Held(tolerance=Decimal(0)), "99.99", "red"),
        (Held(tolerance_share=Decimal("0.02")), "98", "amber"),
        (Held(tolerance_share=Decimal("0.02")), "97.99", "red"),
        (Held(tolerance=Decimal(3)), "100", "green"),
    ],
)
def test_R1_an_agreed_tolerance_is_the_indicators_own(held: Held, value: str, status: str) -> None:
    assert rated(value, "100", scheme(SchemeKind.AGREED), HIGH, held).status == status


RANGE = Goal(Decimal(10), Decimal(20))


@pytest.mark.parametrize(
    ("by", "value", "status"),
    [
        (FIVE, "10", "green"),
        (FIVE, "20", "green"),
        (FIVE, "9.5", "amber"),  # 5% of the lower end
        (FIVE, "9.49", "red"),
        (FIVE, "21", "amber"),  # 5% of the upper end
        (FIVE, "21.01", "red"),
        (TWO_POINTS, "8", "amber"),
        (TWO_POINTS, "22.01", "red"),
        (FOUR_COLOURS, "15", "green"),  # nothing exceeds a range
        (scheme(SchemeKind.MET), "20.01", "red"),
    ],
)
@pytest.mark.parametrize("polarity", [HIGH, LOW, BEST, Polarity.UNKNOWN])
def test_R4_a_range_is_met_from_end_to_end(
    by: StatusScheme, value: str, status: str, polarity: Polarity
) -> None:
    assert rated(value, RANGE, by, polarity).status == status


@pytest.mark.parametrize(
    ("strict", "value", "status"),
    [
        (True, "10", "amber"),
        (True, "9.99", "green"),
        (False, "10", "green"),
        (True, "10.51", "red"),
    ],
)
def test_R2_under_ten_is_not_met_by_ten(strict: bool, value: str, status: str) -> None:
    goal = Goal.of(Decimal(10), LOW, strict=strict)
    assert goal is not None
    assert rated(value, goal, FIVE, LOW).status == status


@pytest.mark.parametrize(
    ("by", "target", "held", "reason"),
    [
        (FIVE, "0", Held(), "the target is 0.0%, and a band of 5% of nothing has no width"),
        (scheme(SchemeKind.FLOOR), "80", NOTHING, "no floor is known for it"),
        (
            scheme(SchemeKind.FLOOR),
            "80",
            Held(floor=Decimal(81)),
            "its floor of 81% is better",
        ),
        (scheme(SchemeKind.AGREED), "80", NOTHING, "no tolerance is agreed for it"),
        (scheme(SchemeKind.AGREED), "0", Held(tolerance_share=Decimal("0.1")), "10% of nothing"),
        (scheme(SchemeKind.CONTEXTUAL), "80", Held(), "it is given for context and has no colour"),
        (scheme(SchemeKind.NOT_WORSE, green_within="0.1"), "0", Held(), "10% of nothing has no"),
    ],
)
def test_R3_R4_what_a_scheme_cannot_rate_says_why(
    by: StatusScheme, target: str, held: Held, reason: str
) -> None:
    found = rated("60", target, by, HIGH, held)
    assert (found.status, found.bands) == (None, None)
    assert found.reason.startswith("Not rated: ")
    assert reason in found.reason


def test_R3_a_target_of_zero_may_have_a_band_of_its_own() -> None:
    by = scheme(amber_within="0.05", zero_within="3")
    found = [rated(v, "0", by, LOW, unit=Unit.COUNT).status for v in ("0", "3", "4")]
    assert found == ["green", "amber", "red"]
    assert rated("3", "0", by, LOW, unit=Unit.COUNT).gap_relative is None


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (
            rated("67.2", "70", TWO_POINTS),
            (
                "67.2% against a target of 70.0% or higher: 2.8 points worse, 4% of the target. "
                "Green is 70% or higher, amber is within 2 points of the target (down to 68%), so"
                " this is red, 0.8 points from amber."
            ),
        ),
        (
            rated("76", "80", scheme(SchemeKind.FLOOR), HIGH, Held(floor=Decimal(75))),
            (
                "76.0% against a target of 80.0% or higher: 4.0 points worse, 5% of the target. "
                "Green is 80% or higher, amber is short of that and no worse than its floor (down"
                " to 75%), so this is amber, 4.0 points from green."
            ),
        ),
        (
            rated(
                "18",
                "16",
                scheme(SchemeKind.NOT_WORSE, green_within="0.1"),
                LOW,
                Held(earlier=Earlier(Decimal(19), "19.0% in 2018/19 Q4")),
            ),
            (
                "18.0% against a target of 16.0% or lower: 2.0 points worse, 12.5% of the target."
                " Green is within 10% of the target (up to 17.6%), anything further off is amber "
                "if no worse than the same period a year before and red if worse; that was 19.0% "
                "in 2018/19 Q4, so this is amber, 0.4 points from green."
            ),
        ),
        (
            rated("112", "100", FOUR_COLOURS, unit=Unit.COUNT),
            (
                "112.0 against a target of 100.0 or higher: 12.0 better, 12% of the target. "
                "Exceeded is better than the target by more than 10% (above 110), green is 100 to"
                " 110, amber is within 5% of the target (down to 95), so this is exceeded, with "
                "2.0 to spare."
            ),
        ),
        (
            rated("9", RANGE, FIVE),
            (
                "9.0% against a target of 10.0% to 20.0%: 1.0 point outside it, 10% of the "
                "target. Green is 10% to 20%, amber is within 5% of the target (down to 9.5% or "
                "up to 21%), so this is red, 0.5 points from amber."
            ),
        ),
        (
            rated("79", "80", scheme(SchemeKind.MET)),
            (
                "79.0% against a target of 80.0% or higher: 1.0 point worse, 1.25% of the target."
                " Green is 80% or higher, anything else is red, so this is red, 1.0 point from "
                "green."
            ),
        ),
        (
            rated("99", "100", scheme(SchemeKind.AGREED), HIGH, Held(tolerance=Decimal(3))),
            (
                "99.0% against a target of 100.0% or higher: 1.0 point worse, 1% of the target. "
                "Green is 100% or higher, amber is within the agreed 3 points of the target (down"
                " to 97%), so this is amber, 1.0 point from green."
            ),
        ),
        (
            rated("80", "80", FIVE),
            (
                "80.0% against a target of 80.0% or higher: exactly on target. Green is 80% or "
                "higher, amber is within 5% of the target (down to 76%), so this is green, with "
                "nothing to spare."
            ),
        ),
        (
            rated("10", Goal(None, Decimal(10), strict=True), FIVE, LOW),
            (
                "10.0% against a target of below 10.0%: exactly on target. Green is below 10%, "
                "amber is within 5% of the target (up to 10.5%), so this is amber, just short of "
                "green."
            ),
        ),
    ],
)
def test_every_kind_says_why_in_one_way(found: Rating, reason: str) -> None:
    assert found.reason == reason


numbers = st.decimals(-1000, 1000, places=2)
widths = st.decimals(0, "0.99", places=2)


@st.composite
def schemes(draw: st.DrawFn) -> tuple[StatusScheme, Held]:
    kind = draw(st.sampled_from(sorted(set(SchemeKind) - {SchemeKind.CONTEXTUAL})))
    low, high = sorted((draw(widths), draw(widths)))
    keys = {
        SchemeKind.RELATIVE: {"amber_within": high, "green_within": low, "exceeded_beyond": low},
        SchemeKind.ABSOLUTE: {"amber_within": high, "green_within": low, "exceeded_beyond": high},
        SchemeKind.NOT_WORSE: {"green_within": low},
    }
    held = Held(
        floor=Decimal(-2000),
        tolerance=draw(st.none() | widths),
        tolerance_share=low,
        earlier=draw(st.none() | st.builds(Earlier, numbers, st.just("then"))),
    )
    return StatusScheme.model_validate({"kind": kind, **keys.get(kind, {})}), held


goals = st.builds(
    lambda low, size, one, strict: (
        Goal(low, low + size)
        if one == 0
        else Goal(low, None, strict)
        if one > 0
        else Goal(None, low, strict)
    ),
    numbers.filter(bool),
    st.decimals(1, 50, places=1),
    st.sampled_from([-1, 0, 1]),
    st.booleans(),
)


@given(schemes(), goals, numbers)
def test_bands_cover_every_figure_once_and_are_read_back(
    by: tuple[StatusScheme, Held], goal: Goal, value: Decimal
) -> None:
    found = rate(value, goal, Measure(HIGH, Unit.COUNT, 2), *by)
    if found.bands is None:
        return
    edges = [end for band in found.bands.bands for end in (band.low, band.high) if end is not None]
    for figure in (value, *edges, *(end + Decimal("0.0001") for end in edges)):
        assert sum(band.holds(figure) for band in found.bands.bands) == 1
    assert Bands.parse(str(found.bands)) == found.bands
    assert found.bands.at(value).status is found.status


@given(schemes(), goals, numbers, numbers)
def test_a_figure_nearer_to_its_goal_is_never_rated_worse(
    by: tuple[StatusScheme, Held], goal: Goal, one: Decimal, other: Decimal
) -> None:
    how = Measure(HIGH, Unit.COUNT, 2)
    worse, better = sorted((one, other), key=goal.gap)
    if goal.is_range and (goal.lower is not None and worse < goal.lower) != (better < goal.lower):
        return  # the two ends of a range have bands of different widths
    low, high = rate(worse, goal, how, *by).status, rate(better, goal, how, *by).status
    assert low is None or high is None or low.rank <= high.rank


@given(schemes(), goals, numbers, st.sampled_from([1, -1]))
def test_turning_figure_and_goal_around_turns_no_status(
    by: tuple[StatusScheme, Held], goal: Goal, value: Decimal, sign: int
) -> None:
    """Higher is better and lower is better are one rule in a mirror."""
    by = (by[0], Held(tolerance=Decimal(1), earlier=by[1].earlier, floor=None))
    if by[0].kind is SchemeKind.FLOOR:
        return
    flip = {1: lambda number: number, -1: lambda number: None if number is None else -number}[sign]
    ends = (flip(goal.lower), flip(goal.upper))
    turned = Goal(*(ends if sign > 0 else ends[::-1]), goal.strict)
    earlier = by[1].earlier
    held = Held(
        tolerance=Decimal(1),
        earlier=None if earlier is None else Earlier(flip(earlier.value), "then"),
    )
    how = Measure(HIGH, Unit.COUNT, 2)
    assert rate(flip(value), turned, how, by[0], held).status == rate(value, goal, how, *by).status


@pytest.mark.parametrize("kind", SchemeKind)
def test_every_kind_has_its_bands_and_its_words(kind: SchemeKind) -> None:
    assert KINDS[kind].name
    assert Status.GREEN.word  # the words below are about these
    examples = {
        SchemeKind.RELATIVE: {"amber_within": "0.05"},
        SchemeKind.ABSOLUTE: {"amber_within": "2"},
        SchemeKind.NOT_WORSE: {"green_within": "0.1"},
    }
    rules = KINDS[kind].rules(scheme(kind, **examples.get(kind, {})))
    assert all(rule.endswith(".") for rule in rules)


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (scheme(amber_within="0.05"), "up to and including 5% of the target"),
        (scheme(amber_within="0.075"), "up to and including 7.5% of the target"),
        (TWO_POINTS, "up to and including 2 in the indicator's own unit"),
        (scheme(SchemeKind.ABSOLUTE, amber_within="2.5"), "up to and including 2.5 in the"),
        (FOUR_COLOURS, "Exceeded: better than the target by more than 10% of the target."),
        (scheme(SchemeKind.NOT_WORSE, green_within="0.2"), "up to and including 20% of it"),
    ],
)
def test_the_words_of_a_scheme_are_made_from_its_limits(by: StatusScheme, said: str) -> None:
    assert said in " ".join(KINDS[by.kind].rules(by))
