"""What was inferred, in sentences: one line that answers, and the evidence behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kpi_core.inference import further_words
from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.bands import Sides, Width
from kpi_core.inference.exclusions import exclusions, listed, misfit
from kpi_core.inference.further_words import OWN_LIMITS
from kpi_core.inference.names import SHORT_BANDS, band_name, scheme_name, tolerance
from kpi_core.inference.storable import Storable

OUR_READING = "This is our reading of the declared words, not the council's stated policy."

PLURALS = {"status": "statuses", "direction": "directions"}

AS_PRINTED = (
    "Figures are taken as the report gives them, so rounding in it may move an end a little."
)

MOST_NAMED = 3
"""Schemes that the one line names where several fit; the details name all."""

MOST_MISFITS = 10
"""Rows that do not fit and are named; the JSON form names all."""


@dataclass(frozen=True)
class Account:
    """One answer for a person: ``headline`` alone is enough, ``details`` say why."""

    headline: str
    details: tuple[str, ...]


def account(answer: Answer) -> Account:
    """The sentences of one answer."""
    return Account(_headline(answer), tuple(_details(answer)))


def fitted_share(answer: Answer, fit: Storable) -> str:
    """One scheme of a catalogue in a few words: the evidence, and which shares fit it."""
    candidate, fitted = fit.candidate, f"{fit.candidate.fit.fitted:,}"
    many = f"all {fitted}" if candidate.exact else f"{fitted} of the {answer.usable:,}"
    band = band_name(candidate)
    if candidate.width is not Width.NONE:
        either = " either way" if candidate.sides is Sides.SYMMETRIC else ""
        band = f"{SHORT_BANDS[candidate.width]} {tolerance(candidate)}{either}"
    return f"{many} declared {PLURALS[answer.what]} ({_counted(answer)}) fit {band}"


def _headline(answer: Answer) -> str:
    if answer.reason is not None:
        return f"Cannot be told. {answer.reason}"
    if answer.further and not answer.fitting:
        return further_words.headline(answer)
    declared = f"{answer.usable:,} declared {PLURALS[answer.what]} that can be used"
    if not answer.found:
        near = answer.nearest[0]
        return (
            f"Cannot be told. No scheme that was tried fits the {declared}; the nearest, "
            f"{scheme_name(near)}, gives {near.fit.fitted:,} of {near.total:,}."
        )
    first = answer.found[0]
    many = f"All {declared}" if first.exact else f"{first.fit.fitted:,} of the {declared}"
    each = [_with_tolerance(candidate) for candidate in answer.found]
    if len(each) == 1:
        return f"{many} fit: {each[0]}."
    numbered = "; ".join(f"({at}) {text}" for at, text in enumerate(each[:MOST_NAMED], start=1))
    if len(each) > MOST_NAMED:
        numbered += f"; and {len(each) - MOST_NAMED:,} more"
    return f"{many} fit {len(each)} schemes, and the report cannot decide between them: {numbered}."


def _with_tolerance(candidate: Candidate) -> str:
    allowed = tolerance(candidate)
    return scheme_name(candidate) + (f", with a tolerance {allowed}" if allowed else "")


def _details(answer: Answer) -> Iterator[str]:
    yield from _evidence(answer)
    yield from further_words.details(answer)
    for at, candidate in enumerate(answer.found, start=1):
        number = f"({at}) " if len(answer.found) > 1 else ""
        if at > MOST_NAMED:
            yield f"{number}{_with_tolerance(candidate)}."
        if candidate.width is not Width.NONE:
            yield f"{number}{_ends(candidate)}"
        if candidate.fit.tied:
            yield f"{number}Other tolerances give as many rows."
    if answer.found and not answer.fitting:
        yield from _misfits(answer.found[0])
    yield from _alike(answer)
    if answer.note:
        yield answer.note
    yield from exclusions(answer)
    if answer.tried:
        other = f"{OWN_LIMITS} " if answer.what == "status" else ""
        yield f"{OUR_READING} {other}{AS_PRINTED}"


def _alike(answer: Answer) -> Iterator[str]:
    for bases in {candidate.bases: None for candidate in answer.found}:
        if len(bases) > 1:
            names = " and ".join(basis.phrase for basis in bases)
            yield f"The report cannot tell {names} apart: each row has the same figure for them."


def _evidence(answer: Answer) -> Iterator[str]:
    if answer.usable:
        yield f"Rows that can be used: {answer.usable:,} ({_counted(answer)})."
    for reason, count in answer.left_out:
        yield f"Left out: {count:,} {'row' if count == 1 else 'rows'}, since {reason}."


def _counted(answer: Answer) -> str:
    return ", ".join(f"{count:,} {word}" for word, count in answer.words)


def _ends(candidate: Candidate) -> str:
    """The rows that give the two ends of the interval."""
    fit, text = candidate.fit, candidate.width.text
    least = "No row asks for any tolerance"
    if fit.low_end is not None:
        least = f"The least tolerance is {text(fit.low)}, by {misfit(fit.low_end)}"
    if fit.high is None or fit.high_end is None:
        return f"{least}; no row excludes a large one."
    return f"{least}; {text(fit.high)} is too large, by {misfit(fit.high_end)}."


def _misfits(candidate: Candidate) -> Iterator[str]:
    cases = candidate.fit.misfits
    if cases:
        yield f"Rows that do not fit {scheme_name(candidate)}: {len(cases):,}."
    for case in cases[:MOST_MISFITS]:
        yield f"Does not fit: {misfit(case)}."
    if len(cases) > MOST_MISFITS:
        yield f"And {len(cases) - MOST_MISFITS:,} more do not fit."
    if candidate.outside:
        yield f"It says nothing of {listed(candidate.outside)}."
