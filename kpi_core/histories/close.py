"""Names that are nearly the same, where nothing speaks against one indicator and nothing else is
near.

Names are held against each other only within one unit and where their numbers and opposites are
equal, so that "within 1 working day" never meets "within 2 working days".
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from kpi_core.histories.trail import Row, Trail
from kpi_core.histories.wording import opposed
from kpi_core.vocabulary import Unit

CLOSE = 88
"""Likeness of two names, out of 100, from which they may be one indicator."""

CLEAR = 5
"""Points by which the best match has to lead the second, seen from either name."""

Apart: TypeAlias = dict[str, set[int]]
"""The reports in which each name stands, by the name's key."""

_Block: TypeAlias = tuple[Unit, object]


class Match(NamedTuple):
    """A row that continues a trail; ``score`` is out of 100."""

    trail: Trail
    row: Row
    score: float


def close_matches(trails: Sequence[Trail], rows: Sequence[Row], apart: Apart) -> list[Match]:
    """Pairs of a trail and a row that are each other's clear best match.

    Args:
        trails: those without a row in this report.
        rows: those without a trail.
        apart: the reports in which each name stands; two names of one report are two indicators.
    """
    of_row = {trail.last: trail for trail in trails}
    before, after = _blocks(of_row), _blocks(rows)
    matches = [
        Match(of_row[old], row, score)
        for block in before.keys() & after.keys()
        for old, row, score in _best(before[block], after[block])
        if of_row[old].may_hold(row)
        and not _told_apart(of_row[old], row, apart)
        and not opposed(old.wording, row.wording)
    ]
    return sorted(matches, key=lambda match: match.row.facts.indicator.position)


def _blocks(rows: Iterable[Row]) -> dict[_Block, list[Row]]:
    blocks: dict[_Block, list[Row]] = {}
    for row in rows:
        block = (row.facts.indicator.unit, row.wording.fixed)
        blocks.setdefault(block, []).append(row)
    return blocks


def _best(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[Row, Row, float]]:
    scores: NDArray[np.float32] = process.cdist(
        [row.wording.text for row in before],
        [row.wording.text for row in after],
        scorer=fuzz.ratio,
        score_cutoff=CLOSE - CLEAR,
    )
    for at, of in zip(*np.nonzero(scores >= CLOSE), strict=True):
        score = scores[at, of]
        rivals = max(_second(scores[at], of), _second(scores[:, of], at))
        if score - rivals >= CLEAR:
            yield before[at], after[of], round(float(score), 1)


def _second(scores: NDArray[np.float32], best: int) -> float:
    """The highest of the others."""
    return float(max(scores[:best].max(initial=0), scores[best + 1 :].max(initial=0)))


def _told_apart(trail: Trail, row: Row, apart: Apart) -> bool:
    """Whether the reports themselves hold both for two: both names, ways or codes in one."""
    last = trail.last
    mine, theirs = (r.facts.indicator.polarity.sign for r in (last, row))
    if mine * theirs < 0 or (last.reference and row.reference):
        return True
    here = apart[row.name_place[0]]
    return any(here & apart[earlier.name_place[0]] for earlier in trail.rows)
