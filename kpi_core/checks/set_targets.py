"""A printed target against the one that the catalogue gives for the same period (R8)."""

from collections.abc import Iterator

from kpi_core.cells.targets import Target, parse_target
from kpi_core.checks.evidence import Evidence, about
from kpi_core.facts import TargetSet
from kpi_core.findings import Finding
from kpi_core.periods import Period
from kpi_core.vocabulary import Severity


def printed_and_known(evidence: Evidence) -> Iterator[Finding]:
    """The printed one is used, so a catalogue that says otherwise should hear of it."""
    rated = evidence.report.period
    for assessment in evidence.assessments:
        printed = assessment.facts.target
        if printed is None or not printed.is_set:
            continue
        for standard in assessment.facts.indicator.standards:
            named, target = standard.named, standard.target
            if named is None or target is None or not _same_time(named, printed, rated):
                continue
            if not _same(target, printed):
                raw = printed.figure.raw
                message = (
                    f"The report prints {raw.strip()}, the catalogue gives {target} for "
                    f"{named.label}. The printed target is used; correct the one that is wrong."
                )
                rule = "target-differs-from-catalogue"
                yield about(assessment, rule, Severity.WARNING, message, printed.cell, raw)


def _same_time(named: Period, printed: TargetSet, rated: Period) -> bool:
    """A target that names no period is that of the rated period's year."""
    if printed.period.end is not None:
        return named == printed.period
    return named == rated or named.label == rated.financial_year_label


def _same(text: str, printed: TargetSet) -> bool:
    known = parse_target(text)
    if not isinstance(known, Target):
        return False
    value = known.figure.value if known.figure is not None else None
    if known.lower is not None or printed.lower is not None:
        return (known.lower, known.upper) == (printed.lower, printed.upper)
    return value == printed.value
