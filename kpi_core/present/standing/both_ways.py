"""Own target and comparator at once: is it us, the target, or both?

Each answer is a list of indicators, so that its number leads to them.
"""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.matches import match_of
from kpi_core.rules.standing import both_ways
from kpi_core.vocabulary import BothWays, Comparison, Polarity

TARGET_MET, TARGET_MISSED, NO_TARGET = "Target met", "Target missed", "No target or no figure"

NOT_COMPARED = "Not compared"
"""Answer for an indicator without a target, a figure, a comparator or a known good way."""

QUOTED = "as quoted"

SHORT = {
    BothWays.BOTH: "Both fine",
    BothWays.TARGET_ONLY: "Target may be too soft",
    BothWays.OTHERS_ONLY: "Target may be too hard",
    BothWays.NEITHER: "Neither",
}
"""The answers as they stand in a link."""


@dataclass(frozen=True)
class Answer:
    """One cell of a table: the indicators it counts, and the words that ask for them."""

    words: str
    indicators: tuple[str, ...]

    def among(self, shown: Container[str]) -> "Answer":
        """The same of the indicators that are shown."""
        return Answer(self.words, tuple(i for i in self.indicators if i in shown))


def by_comparison(shown: pd.DataFrame) -> dict[tuple[str, Comparison], Answer]:
    """Target met or missed by how the outturn stands to the comparator that the report names."""
    found: dict[tuple[str, Comparison], list[str]] = {
        (target, word): []
        for target in (TARGET_MET, TARGET_MISSED, NO_TARGET)
        for word in Comparison
    }
    for row in records(shown[["indicator", "value", "gap", "comparison"]]):
        found[_target(row), Comparison(row["comparison"])].append(row["indicator"])
    return {
        key: Answer(f"{key[0]}, {key[1].word.lower()}", tuple(ids)) for key, ids in found.items()
    }


def _target(row: Record) -> str:
    if row["gap"] is None or row["value"] is None:
        return NO_TARGET
    return TARGET_MET if row["gap"] >= 0 else TARGET_MISSED


def by_quoted(shown: pd.DataFrame) -> dict[str, Answer]:
    """The four answers by the comparator that the report names, and those without an answer."""
    return _answers(shown, lambda row: _exact(row["comparator_value"]), QUOTED)


def by_group(card: Scorecard, shown: pd.DataFrame, comparing: Comparing) -> dict[str, Answer]:
    """The same by the published figure of the group that was chosen."""

    def figure(row: Record) -> Decimal | None:
        theirs = match_of(card, row, comparing.match).theirs
        if theirs is None or not card.published.counts_alike(row):
            return None
        found = card.published.figure(
            row["indicator"], theirs.label, comparing.group, comparing.statistic
        )
        return None if found is None or found.by_size else found.value

    return _answers(shown, figure, "as published")


def _answers(
    shown: pd.DataFrame, other: Callable[[Record], Decimal | None], basis: str
) -> dict[str, Answer]:
    found: dict[str, list[str]] = {word: [] for word in (*SHORT.values(), NOT_COMPARED)}
    for row, ways in _ways(shown, other):
        found[NOT_COMPARED if ways is None else SHORT[ways]].append(row["indicator"])
    return {word: Answer(f"{word}, {basis}", tuple(ids)) for word, ids in found.items()}


def _ways(
    shown: pd.DataFrame, other: Callable[[Record], Decimal | None]
) -> Iterator[tuple[Record, BothWays | None]]:
    for row in records(shown[_COLUMNS]):
        own, target = _exact(row["value"]), _exact(row["target"])
        yield row, both_ways(own, target, other(row), Polarity(row["polarity"]))


_COLUMNS = [
    *("indicator", "value", "target", "polarity", "comparator_value", "period_label"),
    *("accumulation", "unit"),
]


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
