"""Own target against others: each indicator has one answer, and every answer its list."""

import pytest

from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing import both_ways
from kpi_core.present.standing.both_ways import NOT_COMPARED, SHORT
from kpi_core.vocabulary import BothWays, Comparison


def counts(found: dict[str, both_ways.Answer]) -> dict[str, int]:
    return {word: len(answer.indicators) for word, answer in found.items()}


def test_S18_every_indicator_has_one_answer_by_what_is_quoted(card: Scorecard) -> None:
    found = both_ways.by_quoted(card.rows)
    assert counts(found) == {
        SHORT[BothWays.BOTH]: 3,
        SHORT[BothWays.TARGET_ONLY]: 0,
        SHORT[BothWays.OTHERS_ONLY]: 4,
        SHORT[BothWays.NEITHER]: 4,
        NOT_COMPARED: 7,
    }
    assert sum(counts(found).values()) == len(card.rows)


def test_by_what_is_published_only_linked_indicators_are_compared(card: Scorecard) -> None:
    found = both_ways.by_group(card, card.rows, card.published.options.default)
    assert found[SHORT[BothWays.OTHERS_ONLY]].indicators == ("repeat-child-protection-plans",)
    assert found[SHORT[BothWays.NEITHER]].indicators == ("children-in-care-rate",)
    assert len(found[NOT_COMPARED].indicators) == 16


def test_met_and_missed_add_up_to_the_comparisons(card: Scorecard) -> None:
    found = both_ways.by_comparison(card.rows)
    for word in Comparison:
        total = sum(len(a.indicators) for (_, other), a in found.items() if other is word)
        assert total == (card.rows["comparison"] == word).sum()
    assert len(found[both_ways.TARGET_MISSED, Comparison.WORSE].indicators) == 4


@pytest.mark.parametrize("find", [both_ways.by_quoted, both_ways.by_comparison])
def test_no_two_answers_ask_with_the_same_words(card: Scorecard, find: object) -> None:
    words = [answer.words for answer in find(card.rows).values()]  # type: ignore[operator]
    assert len(set(words)) == len(words)
