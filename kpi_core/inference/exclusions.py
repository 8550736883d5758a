"""Why a scheme cannot be the report's: the rows that exclude it, named with their figures."""

from collections.abc import Iterator, Sequence

from kpi_core.inference.answer import Answer, Candidate
from kpi_core.inference.bands import Width
from kpi_core.inference.case import Case
from kpi_core.inference.names import basis_name, scheme_name
from kpi_core.vocabulary import Status

NAMED = 5
"""Rows that are named where many exclude a scheme."""


def exclusions(answer: Answer) -> Iterator[str]:
    """One sentence for each scheme, or for a basis as a whole where no band can save it."""
    if not answer.found:
        return
    others = [candidate for candidate in answer.tried if candidate not in answer.found]
    if not answer.fitting:  # what fits fewer rows is less likely, but not impossible
        for candidate in others:
            rows = f"{candidate.fit.fitted:,} of {candidate.total:,}"
            yield f"Fewer rows fit {scheme_name(candidate)}: {rows}."
        return
    kept = {candidate.bases for candidate in answer.found}
    yield from dict.fromkeys(_excluded(candidate, candidate.bases in kept) for candidate in others)


def _excluded(candidate: Candidate, basis_fits: bool) -> str:
    """A basis as a whole where no band can save it, else the one scheme."""
    whole = None if basis_fits else _basis_excluded(candidate)
    if whole:
        return f"Excluded: {basis_name(candidate)} as what is compared with: {whole}."
    return f"Excluded: {scheme_name(candidate)}: {_why(candidate)}."


def misfit(case: Case) -> str:
    """A row with its figures and what it declares, as ``T (67.2% against 70.0%, ...)``."""
    return f"{case.title} ({case.figures}: {_distance(case)}, declared {case.word})"


def listed(titles: Sequence[str]) -> str:
    """Some titles and how many more there are."""
    more = f" and {len(titles) - NAMED:,} more" if len(titles) > NAMED else ""
    return "; ".join(titles[:NAMED]) + more


def _distance(case: Case) -> str:
    if case.gain == 0:
        return "the same"
    share = f" or {Width.RELATIVE.miss(case)}" if case.other else ""
    return f"{case.size}{share} {'better' if case.gain > 0 else 'worse'}"


def _basis_excluded(candidate: Candidate) -> str | None:
    parts = []
    if candidate.wrong_way:
        parts.append(f"{_way('improving', candidate)}{_way('declining', candidate)}".strip("; "))
    if candidate.outside:
        rows = len(candidate.outside)
        parts.append(
            f"{rows:,} {'row declares' if rows == 1 else 'rows declare'} a direction and "
            f"{'has' if rows == 1 else 'have'} no such figure ({listed(candidate.outside)})"
        )
    return ", and ".join(parts) or None


def _way(word: str, candidate: Candidate) -> str:
    """The rows of one word whose figure went the other way."""
    cases = [case for case in candidate.wrong_way if case.word == word]
    if not cases:
        return ""
    went = "worse" if word == "improving" else "better"
    rows = listed([f"{case.title} ({case.figures})" for case in cases])
    verb = "row is" if len(cases) == 1 else "rows are"
    return f"{len(cases):,} {verb} declared {word} though {went}: {rows}; "


def _why(candidate: Candidate) -> str:
    fit = candidate.fit
    if fit.conflict is not None:
        widest, narrowest = fit.conflict
        first, second = _named(widest.case, candidate), _named(narrowest.case, candidate)
        return f"{first} and {second} cannot both be"
    if fit.misfits:
        more = f", and {len(fit.misfits) - 1:,} more" if len(fit.misfits) > 1 else ""
        return f"it does not give {misfit(fit.misfits[0])}{more}"
    rows = len(candidate.outside)
    return f"it says nothing of the {rows:,} {'row' if rows == 1 else 'rows'} in other units"


def _named(case: Case, candidate: Candidate) -> str:
    kind = "miss" if isinstance(case.word, Status) else "gain" if case.gain > 0 else "loss"
    article = "an" if case.word.value[0] in "ai" else "a"
    size = candidate.width.miss(case)
    return f"{article} {case.word} {kind} of {size} ({case.figures}: {case.title})"
