"""Which bands around the target reproduce the declared statuses (R1, R2, S3)."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from kpi_core.facts import Declaration
from kpi_core.inference.answer import Answer, Candidate, counted
from kpi_core.inference.bands import Width, clues, status_clue
from kpi_core.inference.case import Case, percent
from kpi_core.inference.further import BASES, Looked, further
from kpi_core.inference.limits import best_fit
from kpi_core.periods import Period
from kpi_core.rules.assess import Assessment, measure_of, series_of
from kpi_core.rules.direction import earlier_point
from kpi_core.vocabulary import Direction, Status

ZERO = "the target is zero, of which there is no share"

EXCEEDED_IS_MET = "For a single band, a declared exceeded counts as a met target, as green does."


def infer_statuses(assessments: Sequence[Assessment], rated: Period) -> Answer:
    """Try each kind of band on the rows whose figure stands against a target."""
    rows, reasons = [], []
    for assessment in assessments:
        case = _case(assessment, rated)
        if isinstance(case, Case):
            rows.append(Looked(case, _gains(assessment, case, rated)))
        else:
            reasons.append(case)
    plain = _plain([row.case for row in rows], reasons, assessments)
    if plain.reason is not None:
        return plain
    return replace(plain, further=further(rows, plain=bool(plain.fitting)))


def _gains(assessment: Assessment, case: Case, rated: Period) -> tuple[Fraction | None, ...]:
    """How much better the figure is than each earlier one that a scheme may look at."""
    series, sign = series_of(assessment.facts), case.measure.polarity.sign
    earlier = (earlier_point(series, rated, basis) for basis in BASES)
    return tuple(
        None if point is None else sign * (Fraction(case.value) - Fraction(point.value))
        for point in earlier
    )


def _plain(cases: Sequence[Case], reasons: list[str], assessments: Sequence[Assessment]) -> Answer:
    """The kinds of scheme with one band."""
    words = _outcomes(cases)
    if len(words) < 2:
        return _answer(cases, reasons, reason=_nothing(assessments, cases))
    if Status.AMBER not in words:
        tried = (_candidate(cases, Width.NONE),)
        return _answer(cases, reasons, tried, note=_hidden_band(cases))
    shares = [case for case in cases if case.other != 0]
    reasons = [*reasons, *[ZERO] * (len(cases) - len(shares))]
    if len(_outcomes(shares)) < 2:
        return _answer(shares, reasons, reason=_nothing(assessments, shares))
    return _answer(shares, reasons, tuple(_tried(shares)))


def _answer(
    cases: Sequence[Case],
    reasons: Sequence[str],
    tried: tuple[Candidate, ...] = (),
    reason: str | None = None,
    note: str | None = None,
) -> Answer:
    words = counted([case.word.value for case in cases])
    exceeded = EXCEEDED_IS_MET if any(case.word is Status.EXCEEDED for case in cases) else None
    notes = " ".join(said for said in (note, exceeded) if said) or None
    return Answer("status", words, counted(reasons), tried, reason, notes)


def _outcomes(cases: Sequence[Case]) -> set[Status | Direction]:
    """The words that a band of three colours can tell apart."""
    return {Status.GREEN if case.word is Status.EXCEEDED else case.word for case in cases}


def unusable(declared: Declaration[Status] | Declaration[Direction], what: str) -> str | None:
    """Why a declaration says nothing, or None where it declares a word that is known."""
    if declared.word is not None:
        return None
    if declared.raw is not None and declared.missing is None:
        return f"its {what} is a word that is not understood"
    return f"no {what} is declared"


def _case(assessment: Assessment, rated: Period) -> Case | str:
    facts, rating, measure = assessment.facts, assessment.rating, measure_of(assessment.facts)
    word, why = facts.status.word, unusable(facts.status, "status")
    if word is None:
        return str(why)
    if not measure.polarity.judges:
        return "it is not known which way is good"
    observed = facts.observed(rated)
    if observed is None or observed.value is None:
        return "there is no figure for the period"
    value = observed.value
    if rating.gap is None:
        return "there is no target that the figure can be held against"
    target = value - measure.polarity.sign * rating.gap
    cell = facts.status.cell or facts.name_cell
    return Case(facts.indicator.title, cell, word, value, target, measure)


def _nothing(assessments: Sequence[Assessment], cases: Sequence[Case]) -> str:
    if cases:
        words = {case.word for case in cases}
        word = cases[0].word if len(words) == 1 else "one of a met target"
        return f"Every status that can be used is {word}, which tells no rule."
    if all(a.facts.status.word is None for a in assessments):
        return "No status is declared that is red, amber or green."
    return "No row declares a status and has a figure with a target that it can be held against."


def _tried(cases: Sequence[Case]) -> list[Candidate]:
    in_points = [case for case in cases if case.in_points]
    others = tuple(case.title for case in cases if not case.in_points)
    tried = [_candidate(cases, Width.RELATIVE)]
    if in_points:
        tried.append(_candidate(in_points, Width.POINTS, others))
    if others:
        tried.append(_candidate(cases, Width.NATIVE))
    return [*tried, _candidate(cases, Width.NONE)]


def _candidate(cases: Sequence[Case], width: Width, others: tuple[str, ...] = ()) -> Candidate:
    return Candidate(width, best_fit(clues(cases, width, status_clue)), tuple(cases), others)


def _hidden_band(cases: Sequence[Case]) -> str:
    """Met or not met is what can be told; a band that no row falls into would look the same."""
    said = "No row is declared amber, so the width of an amber band cannot be told"
    misses = [-case.share for case in cases if case.other != 0 and case.gain < 0]
    if misses:
        said += (
            f"; one that is narrower than the smallest miss, {percent(min(misses))}, is possible"
        )
    return f"{said}."
