"""What differs between a report and the ones before it: findings on the later report."""

from collections.abc import Iterator, Sequence

from kpi_core.catalogue import name_key
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories.advice import ADVICE
from kpi_core.histories.ids import Ids
from kpi_core.histories.restated import figure_changes, target_changes
from kpi_core.histories.trail import How, Row, Step, Trail
from kpi_core.vocabulary import Polarity, Severity, Unit


def differences(
    trails: Sequence[Trail], ids: Ids, reports: Sequence[ReportFacts]
) -> Iterator[Finding]:
    """Every change along every trail, in the order of the later report's rows."""
    for trail in trails:
        for finding in (
            *_coming_and_going(trail, reports),
            *_along(trail),
            *figure_changes(trail.rows),
            *target_changes(trail.rows),
        ):
            yield finding.at(indicator=ids[trail])


def on(row: Row, rule: str, severity: Severity, message: str) -> Finding:
    """A finding about a row as a whole."""
    finding = Finding(rule, severity, message, raw=row.name, source_cell=row.facts.name_cell)
    return finding.at(report=row.report.report)


def _coming_and_going(trail: Trail, reports: Sequence[ReportFacts]) -> Iterator[Finding]:
    before: Row | None = None
    for row in trail.rows:
        if before is None and row.at > 0:
            message = (
                f"{row.name!r} is in no earlier report, so its history begins here. If it was "
                "renamed, add this wording to the names of its entry in the catalogue."
            )
            yield on(row, "indicator-new", Severity.NOTE, message)
        if before is not None and row.at > before.at + 1:
            message = f"{row.name!r} is back; it was last in {before.report.title!r}."
            yield on(row, "indicator-returned", Severity.NOTE, message)
        if before is not None and row.at > before.at + 1:
            yield _retired(before, reports[before.at + 1])
        before = row
    if before is not None and before.at + 1 < len(reports):
        yield _retired(before, reports[before.at + 1])


def _retired(last: Row, report: ReportFacts) -> Finding:
    message = (
        f"{last.name!r} was in {last.report.title!r} ({last.facts.name_cell}) and is not in this "
        "report. If it was renamed, add its new wording to the names of its entry in the catalogue."
    )
    return Finding("indicator-retired", Severity.NOTE, message, raw=last.name, report=report.report)


def _along(trail: Trail) -> Iterator[Finding]:
    """Name, polarity and unit, each row against the one before."""
    before: Row | None = None
    for step in trail.steps:
        if before is not None:
            yield from _wording(before, step)
            yield from _polarity(before, step.row)
            yield from _unit(before, step.row)
        before = step.row


def _wording(before: Row, step: Step) -> Iterator[Finding]:
    row = step.row
    if step.how is How.CLOSE:
        rule = "indicator-matched-closely"
        message = (
            f"{row.name!r} was taken for {before.name!r} of {before.report.title!r}: "
            f"{step.doubt}. {ADVICE[rule]}"
        )
        yield on(row, rule, Severity.WARNING, message)
    elif name_key(before.name) != name_key(row.name):
        known = "the catalogue's names" if step.how is How.CATALOGUE else "its reference"
        message = (
            f"{row.name!r} was {before.name!r} in {before.report.title!r}; it is known by {known}."
        )
        yield on(row, "indicator-renamed", Severity.NOTE, message)


def _polarity(before: Row, row: Row) -> Iterator[Finding]:
    then, now = before.facts.indicator.polarity, row.facts.indicator.polarity
    if then is now:
        return
    known = Polarity.UNKNOWN not in (then, now)
    rule = "polarity-changed"
    message = (
        f"Which way is good is {now.word.lower()} here and was {then.word.lower()} in "
        f"{before.report.title!r}, so ratings before and after are not alike. {ADVICE[rule]}"
    )
    severity = Severity.WARNING if known else Severity.NOTE
    yield on(row, rule, severity, message)


def _unit(before: Row, row: Row) -> Iterator[Finding]:
    then, now = before.facts.indicator.unit, row.facts.indicator.unit
    if then is now:
        return
    known = Unit.UNKNOWN not in (then, now)
    rule = "unit-changed"
    message = (
        f"The unit is {now.word} here and was {then.word} in {before.report.title!r}, so figures "
        f"before and after are not alike. {ADVICE[rule]}"
    )
    severity = Severity.WARNING if known else Severity.NOTE
    yield on(row, rule, severity, message)
