"""Whether a target is soft or hard, and a figure against target and others at once."""

from decimal import Decimal

import pytest

from kpi_core.rules.standing import both_ways, realism
from kpi_core.vocabulary import Polarity

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER
EIGHT = [Decimal(n) for n in (10, 20, 30, 40, 50, 60, 70, 80)]


@pytest.mark.parametrize(
    ("target", "polarity", "achieving", "reach"),
    [
        ("9", LOW, 0, "hard"),
        ("10", LOW, 1, "hard"),  # a figure equal to the target achieves it
        ("20", LOW, 2, "hard"),  # exactly a quarter
        ("30", LOW, 3, "within_reach"),
        ("40", LOW, 4, "within_reach"),  # exactly half
        ("50", LOW, 5, "soft"),
        ("90", LOW, 8, "soft"),
        ("81", HIGH, 0, "hard"),
        ("70", HIGH, 2, "hard"),
        ("50", HIGH, 4, "within_reach"),
        ("40", HIGH, 5, "soft"),
    ],
)
def test_a_target_is_soft_or_hard_by_how_many_achieve_it(
    target: str, polarity: Polarity, achieving: int, reach: str
) -> None:
    found = realism(Decimal(target), [*EIGHT, None], polarity, total=False)
    assert (found.achieving, found.others, found.reach) == (achieving, 8, reach)


def test_the_sentence_says_how_many_and_the_bound_is_that_of_the_best_quarter() -> None:
    found = realism(Decimal(50), EIGHT, LOW, total=False)
    assert found.sentence == (
        "Soft: 5 of the 8 others with a figure achieve it already, more than half."
    )
    assert found.best_bound == Decimal("27.5")
    one, none = (realism(Decimal(t), EIGHT, LOW, total=False).sentence for t in (10, 9))
    assert one.startswith("Hard: 1 of the 8 others with a figure achieves it already, no more")
    assert none.startswith("Hard: none of the 8 others with a figure achieve it already")
    assert realism(Decimal(50), EIGHT, HIGH, total=False).best_bound == Decimal("62.5")


@pytest.mark.parametrize(
    ("figures", "polarity", "total", "why"),
    [
        (EIGHT[:3], LOW, False, "No judgement: three others with a figure are too few."),
        ([], LOW, False, "No judgement: no others have a figure."),
        (EIGHT, Polarity.NEUTRAL, False, "No judgement: neither way is good for this"),
        (EIGHT, LOW, True, "No judgement: a total depends on how large the area is."),
    ],
)
def test_what_cannot_be_judged_has_a_reason(
    figures: list[Decimal], polarity: Polarity, total: bool, why: str
) -> None:
    found = realism(Decimal(20), figures, polarity, total=total)
    assert found.reach is None
    assert found.sentence.startswith(why)


@pytest.mark.parametrize(
    ("own", "target", "other", "found"),
    [
        ("16", "16", "16", "both"),
        ("15", "16", "20", "both"),
        ("18", "20", "16", "target_only"),
        ("18", "16", "20", "others_only"),
        ("21", "16", "20", "neither"),
        (None, "16", "20", None),
        ("21", None, "20", None),
        ("21", "16", None, None),
    ],
)
def test_both_ways_at_once(
    own: str | None, target: str | None, other: str | None, found: str | None
) -> None:
    given = [None if text is None else Decimal(text) for text in (own, target, other)]
    assert both_ways(*given, LOW) == found
    turned = [None if number is None else -number for number in given]
    assert both_ways(*turned, HIGH) == found
    assert both_ways(*given, Polarity.NEUTRAL) is None
