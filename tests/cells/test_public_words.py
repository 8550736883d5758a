"""The words and figures of a public scorecard, each column through its parser."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from kpi_core.cells import Problem
from kpi_core.cells.outturns import parse_outturn
from kpi_core.cells.polarity_words import parse_polarity
from kpi_core.cells.targets import Target, TargetKind, parse_target
from kpi_core.cells.words import Declared, DirectionVocabulary, StatusVocabulary
from kpi_core.vocabulary import Direction, Missing, Polarity, Status

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(shared_data: Path) -> list[Row]:
    path = shared_data / "scorecards" / "nyc_mmr_indicators_fy2016-2023.csv"
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_every_status_is_read(rows: list[Row]) -> None:
    vocabulary = StatusVocabulary()
    declared = [vocabulary.parse(row["Success"]) for row in rows]
    assert all(isinstance(one, Declared) for one in declared)
    assert Counter(one.word or one.missing for one in declared) == {
        Status.GREEN: 183,
        Status.RED: 168,
        Missing.NOT_AVAILABLE: 788,
    }
    assert not any(one.respelled for one in declared)


def test_not_improving_is_left_open(rows: list[Row]) -> None:
    read = [DirectionVocabulary().parse(row["OneYrImproving"]) for row in rows]
    assert sum(isinstance(one, Problem) for one in read) == 541
    words = Counter(one.word or one.missing for one in read if isinstance(one, Declared))
    assert words == {Direction.IMPROVING: 585, Missing.NOT_AVAILABLE: 13}


def test_every_polarity_target_and_figure_is_read(rows: list[Row]) -> None:
    polarities = Counter(parse_polarity(row["Desired.Direction"]) for row in rows)
    assert polarities == {Polarity.HIGHER_IS_BETTER: 728, Polarity.LOWER_IS_BETTER: 411}
    targets = [parse_target(row["Target.MMR"]) for row in rows]
    assert all(isinstance(target, Target) for target in targets)
    assert Counter(target.kind for target in targets) == {
        TargetKind.FIGURE: 351,
        TargetKind.NONE: 788,
    }
    years = [str(year) for year in range(2016, 2024)]
    unread = [row[y] for row in rows for y in years if isinstance(parse_outturn(row[y]), Problem)]
    assert unread == []
