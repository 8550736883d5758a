"""On tables of which the rule is known, that rule is found, or said not to be told."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.inference import Answer
from kpi_core.inference.sentences import OUR_READING, account
from tests.inference.random_reports import Truth, direction_truth, status_truth

TABLES = 40
"""Seeds that are tried each time."""

SEEDS = st.integers(min_value=0, max_value=10**9)

MAKERS: list[tuple[Callable[..., Truth], str]] = [
    (status_truth, "status"),
    (direction_truth, "direction"),
]


def answer(truth: Truth, what: str) -> Answer:
    found: Answer = getattr(truth.found, what)
    return found


@pytest.mark.parametrize(("made", "what"), MAKERS)
def test_the_true_scheme_fits_and_with_forty_rows_mostly_alone(
    made: Callable[..., Truth], what: str
) -> None:
    truths = [made(seed) for seed in range(TABLES)]
    assert all(truth.among(answer(truth, what).fitting) for truth in truths)
    alone = [len(answer(truth, what).fitting) == 1 for truth in truths]
    assert sum(alone) > TABLES * 3 // 4


@pytest.mark.parametrize(("made", "what"), MAKERS)
@settings(max_examples=50)
@given(seed=SEEDS, size=st.integers(min_value=1, max_value=5))
def test_a_small_table_gives_the_truth_among_others_or_says_what_it_cannot_tell(
    made: Callable[..., Truth], what: str, seed: int, size: int
) -> None:
    truth = made(seed, size)
    found = answer(truth, what)
    assert truth.among(found.fitting) or found.reason or found.note
    said = account(found)
    assert said.headline.startswith("Cannot be told.") == (not found.found)
    assert any(OUR_READING in line for line in said.details) == bool(found.tried)
    if len(found.fitting) > 1:
        assert "cannot decide between them" in said.headline
