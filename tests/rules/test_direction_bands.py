"""The dead band of a direction: two kinds, two sides, its edges included (D3, S4)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import DeadBand, DirectionScheme
from kpi_core.rules.direction.dead_bands import has_no_width, judge
from kpi_core.vocabulary import Direction, Movement, Polarity
from tests.rules.directions_of import HIGH, LOW, figures, judged, scheme_of

ONE_SIDED = scheme_of("0.05")
SYMMETRIC = scheme_of("0.05", "0.05")
ASYMMETRIC = scheme_of("0.05", "0.02")
GAINS_ONLY = scheme_of("0", "0.05")
NONE = scheme_of("0")
POINTS = scheme_of("2", band="absolute")
POINTS_BOTH = scheme_of("2", "2", band="absolute")
POINTS_UNEVEN = scheme_of("0.5", "10", band="absolute")


@pytest.mark.parametrize(
    ("scheme", "before", "now", "direction"),
    [
        # up to and including the band is maintained, a hair beyond is not
        (ONE_SIDED, "80", "76", "maintained"),
        (ONE_SIDED, "80", "75.999999", "declining"),
        (ONE_SIDED, "80", "80.000001", "improving"),
        (SYMMETRIC, "80", "84", "maintained"),
        (SYMMETRIC, "80", "84.000001", "improving"),
        (SYMMETRIC, "80", "76", "maintained"),
        (SYMMETRIC, "80", "75.999999", "declining"),
        (ASYMMETRIC, "80", "81.6", "maintained"),
        (ASYMMETRIC, "80", "81.600001", "improving"),
        (ASYMMETRIC, "80", "76", "maintained"),
        (ASYMMETRIC, "80", "75.999999", "declining"),
        (GAINS_ONLY, "80", "84", "maintained"),
        (GAINS_ONLY, "80", "84.000001", "improving"),
        (GAINS_ONLY, "80", "79.999999", "declining"),
        (NONE, "80", "80", "maintained"),
        (NONE, "80", "80.000001", "improving"),
        (NONE, "80", "79.999999", "declining"),
        (POINTS, "80", "78", "maintained"),
        (POINTS, "80", "77.999999", "declining"),
        (POINTS, "80", "80.000001", "improving"),
        (POINTS_BOTH, "80", "82", "maintained"),
        (POINTS_BOTH, "80", "82.000001", "improving"),
        (POINTS_UNEVEN, "80", "90", "maintained"),
        (POINTS_UNEVEN, "80", "90.000001", "improving"),
        (POINTS_UNEVEN, "80", "79.5", "maintained"),
        (POINTS_UNEVEN, "80", "79.499999", "declining"),
        # shares are of the size of the compared figure, whatever its sign
        (SYMMETRIC, "-80", "-84", "maintained"),
        (SYMMETRIC, "-80", "-84.000001", "declining"),
        (SYMMETRIC, "-80", "-75.999999", "improving"),
        # decimals that no binary fraction holds
        (ONE_SIDED, "0.3", "0.285", "maintained"),
        (scheme_of("0.1", band="absolute"), "0.3", "0.2", "maintained"),
        # of nothing there is no share; an absolute band, or no band, needs none
        (POINTS, "0", "-2", "maintained"),
        (POINTS, "0", "-2.000001", "declining"),
        (NONE, "0", "-1", "declining"),
        (ONE_SIDED, "0", "1", "improving"),
        (ONE_SIDED, "0", "0", "maintained"),
        (SYMMETRIC, "0", "0", "maintained"),
        (ONE_SIDED, "0", "-1", None),
        (SYMMETRIC, "0", "1", None),
        (GAINS_ONLY, "0", "1", None),
        (GAINS_ONLY, "0", "-1", "declining"),
    ],
)
def test_D3_the_edge_of_a_band_is_maintained(
    scheme: DirectionScheme, before: str, now: str, direction: str | None
) -> None:
    assert judged(*figures(q19Q3=before, q19Q4=now), scheme=scheme).direction == direction


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.UNKNOWN, Polarity.TARGET_IS_BEST])
@pytest.mark.parametrize("scheme", [ONE_SIDED, POINTS_BOTH])
@pytest.mark.parametrize(("now", "movement"), [("12", "up"), ("10", "level"), ("8", "down")])
def test_D2_movement_needs_no_polarity_and_judgement_does(
    polarity: Polarity, scheme: DirectionScheme, now: str, movement: str
) -> None:
    found = judged(*figures(q19Q3="10", q19Q4=now), polarity=polarity, scheme=scheme)
    assert (found.direction, found.movement) == (None, movement)
    assert found.reason.endswith("It is not known which way is good.")


VALUES = st.decimals(-1000, 1000, places=2)
WIDTHS = st.decimals(0, Decimal("0.99"), places=2)
BANDS = st.sampled_from(list(DeadBand))


@st.composite
def schemes(draw: st.DrawFn) -> DirectionScheme:
    return DirectionScheme(band=draw(BANDS), worse_within=draw(WIDTHS), better_within=draw(WIDTHS))


@given(VALUES, VALUES, schemes())
def test_D2_the_other_polarity_is_the_mirror(
    before: Decimal, now: Decimal, scheme: DirectionScheme
) -> None:
    """What rises and should is as good as what falls by as much and should."""
    up = judged(*figures(q19Q3=f"{before}", q19Q4=f"{now}"), scheme=scheme)
    mirror = figures(q19Q3=f"{-before}", q19Q4=f"{-now}")
    down = judged(*mirror, polarity=LOW, scheme=scheme)
    assert up.direction == down.direction
    turned = {
        Movement.UP: Movement.DOWN,
        Movement.DOWN: Movement.UP,
        Movement.LEVEL: Movement.LEVEL,
    }
    assert up.movement is not None
    assert down.movement is turned[up.movement]


@given(VALUES, st.fractions(-100, 100), schemes(), st.booleans())
def test_the_judgement_depends_on_the_gain_and_what_it_is_a_share_of(
    compared: Decimal, gain: Fraction, scheme: DirectionScheme, turned: bool
) -> None:
    same = judge(gain, Fraction(compared), scheme)
    assert judge(gain, -Fraction(compared), scheme) == same
    if scheme.band is DeadBand.ABSOLUTE:
        assert judge(gain, Fraction(0 if turned else 7), scheme) == same


@given(VALUES, st.fractions(-100, 100), schemes(), WIDTHS, WIDTHS)
def test_D3_a_wider_band_never_makes_a_verdict_more_extreme(
    compared: Decimal, gain: Fraction, scheme: DirectionScheme, more: Decimal, other: Decimal
) -> None:
    wider = scheme.model_copy(
        update={
            "worse_within": scheme.worse_within + more,
            "better_within": scheme.better_within + other,
        }
    )
    before, after = (judge(gain, Fraction(compared), s) for s in (scheme, wider))
    assert after in {before, Direction.MAINTAINED}


@given(VALUES, st.fractions(0, 100), st.fractions(0, 100), schemes())
def test_a_larger_gain_is_never_judged_worse(
    compared: Decimal, gain: Fraction, more: Fraction, scheme: DirectionScheme
) -> None:
    order = [Direction.DECLINING, Direction.MAINTAINED, Direction.IMPROVING]
    less = judge(gain - 50, Fraction(compared), scheme)
    assert order.index(less) <= order.index(judge(gain - 50 + more, Fraction(compared), scheme))


@given(st.fractions(-100, 100), schemes())
def test_only_a_share_of_nothing_has_no_width(gain: Fraction, scheme: DirectionScheme) -> None:
    side = scheme.better_within if gain > 0 else scheme.worse_within
    needed = scheme.band is DeadBand.RELATIVE and gain != 0 and side > 0
    assert has_no_width(gain, Fraction(0), scheme) is needed
    assert not has_no_width(gain, Fraction(1), scheme)


def test_S4_the_default_band_is_one_sided_and_relative() -> None:
    default = DirectionScheme(worse_within=Decimal("0.05"))
    assert (default.band, default.better_within) == (DeadBand.RELATIVE, 0)
    assert judged(
        *figures(q19Q3="73.0", q19Q4="73.3"), polarity=HIGH, scheme=default
    ).direction == (Direction.IMPROVING)
