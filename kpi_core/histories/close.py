"""Rows that are nearly an indicator of before, where nothing speaks against it.

Two names are only ever held against each other within one unit and where their numbers and
opposites are equal, so that "within 1 working day" never meets "within 2 working days". A name
that only differs in the forms of its words needs no more than to be the clear best. One that has
gained, lost or swapped words may be a narrower measure, so its figures have to bear it out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from kpi_core.histories.figures import Agreement, agreement, figure_keys
from kpi_core.histories.trail import Row, Trail
from kpi_core.histories.wording import opposed, same_words
from kpi_core.vocabulary import Unit

CLOSE = 88
"""Likeness of two names, out of 100, from which they may be one indicator."""

CLEAR = 5
"""Points by which the best match has to lead the second, seen from either name."""

ALIKE = 70
"""Likeness from which names may be one where several figures are the same."""

COMMON = 20
"""A figure that more indicators share than this, such as 0 or 100%, tells nothing."""

Apart: TypeAlias = dict[str, set[int]]
"""The reports in which each name stands, by the name's key."""

_Block: TypeAlias = tuple[Unit, object]


class Match(NamedTuple):
    """A row that continues a trail: likeness out of 100, and how far the figures agree."""

    trail: Trail
    row: Row
    score: float
    figures: Agreement

    @property
    def sentence(self) -> str:
        return f"the names are alike ({self.score:.0f} of 100) and {self.figures.sentence}"


def close_matches(trails: Sequence[Trail], rows: Sequence[Row], apart: Apart) -> list[Match]:
    """Pairs of a trail and a row that belong together, each in one pair at most.

    Args:
        trails: those without a row in this report.
        rows: those without a trail.
        apart: the reports in which each name stands; two names of one report are two indicators.
    """
    by_form = [m for m in _by_form(trails, rows) if _possible(m, apart)]
    taken = set(chain.from_iterable((m.trail, m.row) for m in by_form))
    trails = [trail for trail in trails if trail not in taken]
    rows = [row for row in rows if row not in taken]
    by_figures = [m for m in _by_figures(trails, rows) if _possible(m, apart)]
    matches = [*by_form, *_only(by_figures)]
    return sorted(matches, key=lambda match: match.row.facts.indicator.position)


def _by_form(trails: Iterable[Trail], rows: Iterable[Row]) -> Iterator[Match]:
    """Each other's clear best, with the same words in other forms."""
    of_row = {trail.last: trail for trail in trails}
    before, after = _blocks(of_row), _blocks(rows)
    for block in before.keys() & after.keys():
        for old, row, score in _best(before[block], after[block]):
            figures = agreement(old.facts, row.facts)
            if same_words(old.wording, row.wording) and not figures.refuted:
                yield Match(of_row[old], row, score, figures)


def _blocks(rows: Iterable[Row]) -> dict[_Block, list[Row]]:
    blocks: dict[_Block, list[Row]] = {}
    for row in rows:
        blocks.setdefault(_block(row), []).append(row)
    return blocks


def _block(row: Row) -> _Block:
    return row.facts.indicator.unit, row.wording.fixed


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
            yield before[at], after[of], float(score)


def _second(scores: NDArray[np.float32], best: int) -> float:
    """The highest of the others."""
    return float(max(scores[:best].max(initial=0), scores[best + 1 :].max(initial=0)))


def _by_figures(trails: Sequence[Trail], rows: Iterable[Row]) -> Iterator[Match]:
    """Names that are somewhat alike and whose figures are the same."""
    sharing: dict[object, list[Trail]] = {}
    for trail in trails:
        for key in figure_keys(trail.last.facts):
            sharing.setdefault(key, []).append(trail)
    for row in rows:
        found = (sharing.get(key, ()) for key in figure_keys(row.facts))
        near = chain.from_iterable(some for some in found if len(some) <= COMMON)
        for trail in dict.fromkeys(near):
            old = trail.last
            if _block(old) != _block(row):
                continue
            score = fuzz.ratio(old.wording.text, row.wording.text, score_cutoff=ALIKE)
            figures = agreement(old.facts, row.facts)
            if (score >= CLOSE and figures.borne_out) or (score >= ALIKE and figures.proven):
                yield Match(trail, row, score, figures)


def _only(matches: Sequence[Match]) -> list[Match]:
    """Those whose trail and row are in no other pair."""
    often = Counter(chain.from_iterable((match.trail, match.row) for match in matches))
    return [match for match in matches if often[match.trail] == often[match.row] == 1]


def _possible(match: Match, apart: Apart) -> bool:
    """Whether neither the catalogue nor the reports hold both for two indicators."""
    trail, row = match.trail, match.row
    last = trail.last
    ways = last.facts.indicator.polarity.sign * row.facts.indicator.polarity.sign
    coded = last.reference and row.reference  # and they differ, or it were found by them
    here = apart[row.name_place[0]]
    together = any(here & apart[earlier.name_place[0]] for earlier in trail.rows)
    told_apart = ways < 0 or coded or together or opposed(last.wording, row.wording)
    return trail.may_hold(row) and not told_apart
