"""What was inferred as plain values for programs; tolerances stay exact, as fractions in text."""

from fractions import Fraction

from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.case import Case
from kpi_core.inference.further import Further
from kpi_core.inference.further_words import said
from kpi_core.inference.sentences import account


def as_json(answer: Answer) -> dict[str, object]:
    """One answer with its sentences, and each scheme that was tried."""
    told = account(answer)
    return {
        "sentence": told.headline,
        "details": list(told.details),
        "found": bool(answer.found or answer.further),
        "usable": dict(answer.words),
        "left_out": dict(answer.left_out),
        "further": [_further(scheme) for scheme in answer.further],
        "schemes": [_candidate(answer, candidate) for candidate in answer.tried],
    }


def _candidate(answer: Answer, candidate: Candidate) -> dict[str, object]:
    fit = candidate.fit
    return {
        "found": candidate in answer.found,
        "basis": [basis.value for basis in candidate.bases],
        "sides": candidate.sides and candidate.sides.value,
        "width": candidate.width.value,
        "from": _exact(fit.low),
        "to_under": _exact(fit.high),
        "from_row": _row(fit.low_end),
        "to_under_row": _row(fit.high_end),
        "rows": candidate.total,
        "fitted": fit.fitted,
        "misfits": [_row(case) for case in fit.misfits],
        "outside": list(candidate.outside),
    }


def _further(scheme: Further) -> dict[str, object]:
    return {
        "sentence": said(scheme),
        "basis": scheme.basis and scheme.basis.value,
        "width": scheme.width.value,
        "limits": {
            limit.value: {"from": _exact(fit.low), "to_under": _exact(fit.high)}
            for limit, fit in scheme.limits
        },
        "rows": scheme.total,
        "misfits": [_row(case) for case in scheme.misfits],
    }


def _exact(number: Fraction | None) -> str | None:
    return None if number is None else str(number)


def _row(case: Case | None) -> dict[str, str] | None:
    if case is None:
        return None
    return {
        "indicator": case.title,
        "cell": case.cell,
        "value": str(case.value),
        "against": str(case.other),
        "declared": case.word.value,
    }
