"""Ranks: 1 is the best, equal figures share the better place, what is missing takes none (P3)."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.standing import rank, ranks
from kpi_core.vocabulary import Polarity

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER

some_figures = st.dictionaries(
    st.integers(0, 40),
    st.none() | st.decimals(-50, 50, places=1),
    min_size=1,
)


def of(text: str) -> dict[int, Decimal | None]:
    """``10 20 - 30``: figures by place, a dash for a missing one."""
    return {at: None if t == "-" else Decimal(t) for at, t in enumerate(text.split())}


@pytest.mark.parametrize(
    ("figures", "polarity", "places"),
    [
        ("10 20 30", HIGH, [3, 2, 1]),
        ("10 20 30", LOW, [1, 2, 3]),
        ("20 10 20 30", HIGH, [2, 4, 2, 1]),
        ("20 10 20 30", LOW, [2, 1, 2, 4]),
        ("20 20 20", LOW, [1, 1, 1]),
        ("20.0 20 20.00", HIGH, [1, 1, 1]),
        ("10 - 30", LOW, [1, None, 2]),
        ("0 -1 1", LOW, [2, 1, 3]),
        ("7", HIGH, [1]),
    ],
)
def test_P3_ties_take_the_minimum_rank_and_missing_ones_none(
    figures: str, polarity: Polarity, places: list[int | None]
) -> None:
    found = ranks(of(figures), polarity)
    assert [found[at].place for at in range(len(places))] == places


def test_P3_the_number_ranked_counts_figures_only() -> None:
    found = ranks(of("10 - 30 -"), LOW)
    assert {r.of for r in found.values()} == {2}
    assert found[1].reason == "No rank: there is no figure to rank."


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.UNKNOWN, Polarity.TARGET_IS_BEST])
def test_P3_where_no_way_is_good_there_is_no_rank_but_a_reason(polarity: Polarity) -> None:
    found = rank(0, of("10 20"), polarity)
    assert (found.place, found.of) == (None, 2)
    assert found.sentence == found.reason
    assert found.sentence.startswith("No rank: ")


def test_one_who_is_not_among_the_figures_has_no_rank() -> None:
    assert rank(9, of("10 20"), LOW).place is None


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("10 20 30", "1 of 3; 1 is the best."),
        ("10 10 30", "1 of 3, a place shared with 1 other; 1 is the best."),
        ("10 10 10", "1 of 3, a place shared with 2 others; 1 is the best."),
    ],
)
def test_the_sentence_says_with_how_many_a_place_is_shared(figures: str, said: str) -> None:
    assert rank(0, of(figures), LOW).sentence == said


@given(some_figures, st.sampled_from([HIGH, LOW]), st.randoms())
def test_the_order_of_figures_does_not_matter(
    figures: Mapping[int, Decimal | None], polarity: Polarity, random: object
) -> None:
    shuffled = list(figures.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranks(dict(shuffled), polarity) == ranks(figures, polarity)


@given(some_figures)
def test_a_flipped_polarity_mirrors_the_ranks(figures: Mapping[int, Decimal | None]) -> None:
    """With the places that are shared: the last of a tie one way is its first the other way."""
    high, low = ranks(figures, HIGH), ranks(figures, LOW)
    for key, value in figures.items():
        up, down = high[key], low[key]
        if value is None:
            assert up.place is None
            assert down.place is None
        else:
            assert up.place is not None
            assert down.place is not None
            assert up.place + down.place + up.sharing == up.of + 1


@given(some_figures, st.sampled_from([HIGH, LOW]))
def test_each_is_found_alone_as_among_all(
    figures: Mapping[int, Decimal | None], polarity: Polarity
) -> None:
    assert {key: rank(key, figures, polarity) for key in figures} == ranks(figures, polarity)
