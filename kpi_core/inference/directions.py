"""Which earlier figure and which dead band reproduce the declared directions (D1, D3, D4, S4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import DirectionScheme
from kpi_core.facts import IndicatorFacts
from kpi_core.inference.answer import Answer, Candidate, counted
from kpi_core.inference.bands import (
    Reading,
    Sides,
    Width,
    clues,
    one_sided_clue,
    symmetric_clue,
)
from kpi_core.inference.case import Case
from kpi_core.inference.limits import best_fit
from kpi_core.inference.statuses import unusable
from kpi_core.periods import Period
from kpi_core.rules.assess import measure_of, series_of
from kpi_core.rules.direction import Point, basis_for, earlier_point
from kpi_core.vocabulary import Accumulation, Direction, DirectionBasis

SIDES: Mapping[Sides, Reading] = {
    Sides.ONE_SIDED: one_sided_clue,
    Sides.SYMMETRIC: symmetric_clue,
}

BASES = (
    DirectionBasis.LAST_REPORTED,
    DirectionBasis.PREVIOUS_PERIOD,
    DirectionBasis.SAME_PERIOD_LAST_YEAR,
)
"""The earlier figures that are tried: those that every report may have (D1)."""


@dataclass(frozen=True)
class _Row:
    """A usable row: its case by each basis, None where that basis finds no earlier figure."""

    title: str
    word: Direction
    cases: tuple[Case | None, ...]


def infer_directions(rows: Sequence[IndicatorFacts], rated: Period) -> Answer:
    """Try each basis with each kind of dead band."""
    usable, reasons = [], []
    for facts in rows:
        row = _row(facts, rated)
        if isinstance(row, _Row):
            usable.append(row)
        else:
            reasons.append(row)
    words, left_out = counted([row.word.value for row in usable]), counted(reasons)
    reason = _nothing(usable, any(facts.direction.word for facts in rows))
    if reason:
        return Answer("direction", words, left_out, reason=reason)
    banded = any(row.word is Direction.MAINTAINED for row in usable)
    tried = tuple(
        candidate
        for bases, at in _different(usable).items()
        for candidate in _candidates(bases, at, usable, banded=banded)
    )
    note = (
        None
        if banded
        else ("No row is declared maintained, so whether there is a dead band cannot be told.")
    )
    return Answer("direction", words, left_out, tried, note=note)


def _nothing(usable: Sequence[_Row], declared: bool) -> str | None:
    if not declared:
        return "No direction is declared that is improving, maintained or declining."
    if not usable:
        return "No row declares a direction and has an earlier figure that it may be taken from."
    words = {row.word for row in usable}
    if len(words) == 1:
        return f"Every direction that can be used is {words.pop()}, which tells no rule."
    return None


def _row(facts: IndicatorFacts, rated: Period) -> _Row | str:
    word, why = facts.direction.word, unusable(facts.direction, "direction")
    if word is None:
        return str(why)
    measure, series = measure_of(facts), series_of(facts)
    if not measure.polarity.judges:
        return "it is not known which way is good"
    current = next((point for point in series if point.period == rated), None)
    if current is None:
        return "there is no figure for the period"
    kind, cell = facts.indicator.accumulation, facts.direction.cell or facts.name_cell
    title = facts.indicator.title
    earlier = [_earlier(series, rated, basis, kind) for basis in BASES]
    cases = tuple(
        Case(title, cell, word, current.value, point.value, measure)
        if point is not None and point.value != 0
        else None
        for point in earlier
    )
    if not any(cases):
        return "there is no earlier figure other than zero"
    return _Row(title, word, cases)


def _earlier(
    series: Sequence[Point], rated: Period, basis: DirectionBasis, kind: Accumulation
) -> Point | None:
    """Counts through the year and annual surveys have a basis of their own (D4)."""
    own = basis_for(kind, DirectionScheme(basis=basis, worse_within=Decimal(0)))
    return earlier_point(series, rated, own)


def _different(rows: Sequence[_Row]) -> dict[tuple[DirectionBasis, ...], int]:
    """Bases that give every row the same figure are one: the report cannot tell them apart."""
    alike: dict[tuple[Case | None, ...], list[DirectionBasis]] = {}
    for at, basis in enumerate(BASES):
        alike.setdefault(tuple(row.cases[at] for row in rows), []).append(basis)
    return {tuple(bases): BASES.index(bases[0]) for bases in alike.values()}


def _candidates(
    bases: tuple[DirectionBasis, ...], at: int, rows: Sequence[_Row], *, banded: bool
) -> list[Candidate]:
    cases = tuple(case for row in rows if (case := row.cases[at]) is not None)
    outside = tuple(row.title for row in rows if row.cases[at] is None)
    kinds = [
        *((width, sides) for sides in Sides for width in (Width.RELATIVE, _units(cases))),
    ]
    kinds = kinds if banded else [(Width.NONE, Sides.ONE_SIDED)]
    return [
        Candidate(width, best_fit(clues(cases, width, SIDES[sides])), cases, outside, bases, sides)
        for width, sides in kinds
    ]


def _units(cases: Sequence[Case]) -> Width:
    """Native units are points where every figure is a percentage."""
    return Width.POINTS if cases and all(case.in_points for case in cases) else Width.NATIVE
