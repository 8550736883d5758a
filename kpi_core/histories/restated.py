"""Figures and targets that one report prints and a later one prints otherwise (G2, R8).

Each is held against the version right before it, in whichever report that is. Both stay in the
dataset; these findings name both cells.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.findings import Finding
from kpi_core.formatting import size_text
from kpi_core.histories.advice import ADVICE
from kpi_core.histories.figures import Likeness, likeness
from kpi_core.histories.trail import Row
from kpi_core.periods import Period
from kpi_core.vocabulary import Mark, Severity


class _Version(NamedTuple):
    """A figure in one report."""

    row: Row
    seen: Observation

    @property
    def place(self) -> str:
        return f"{self.row.report.title!r} ({self.seen.cell})"

    @property
    def text(self) -> str:
        return self.seen.figure.raw.strip() or "an empty cell"

    def finding(self, rule: str, severity: Severity, message: str) -> Finding:
        figure, cell = self.seen.figure, self.seen.cell
        return Finding(rule, severity, message, figure.raw, cell, report=self.row.report.report)


def figure_changes(rows: Iterable[Row]) -> Iterator[Finding]:
    """Figures of one subject and stated period, in reports one after another."""
    newest: dict[tuple[str, str], _Version] = {}
    for row in rows:
        for seen in (*row.facts.own, *row.facts.quoted):
            if seen.period.end is None:
                continue
            key, now = (seen.subject, seen.period.label), _Version(row, seen)
            then = newest.get(key)
            if then is not None and then.row.at < row.at:
                yield from _figure(then, now)
            newest[key] = now


def target_changes(rows: Iterable[Row]) -> Iterator[Finding]:
    """Targets of one year or period, in reports one after another."""
    newest: dict[str, _Version] = {}
    for row in rows:
        for label, seen in _targets(row.facts, row.report.period).items():
            now = _Version(row, seen)
            then = newest.get(label)
            if then is not None:
                yield from _target(label, then, now)
            newest[label] = now


def _figure(then: _Version, now: _Version) -> Iterator[Finding]:
    if then.seen.value is None or now.seen.value is None:
        yield from _given_or_missing(then, now)
        return
    alike = _likeness(then, now)
    if alike is Likeness.SAME:
        return
    period = now.seen.period.label
    said = f"The figure of {period} is {now.text} here and was {then.text} in {then.place}"
    if alike is Likeness.REPRINTED:
        message = f"{said}; rounded to the fewer decimals both are the same."
        yield now.finding("figure-reprinted", Severity.NOTE, message)
        return
    rule = "figure-restated"
    message = f"{said}{_by_how_much(then, now)}. {ADVICE[rule]}"
    yield now.finding(rule, _expected(then, now), message)


def _given_or_missing(then: _Version, now: _Version) -> Iterator[Finding]:
    period = now.seen.period
    if then.seen.value is not None:
        rule = "figure-now-missing"
        message = (
            f"There is no figure of {period.label} here ({now.text}), where {then.place} had "
            f"{then.text}. {ADVICE[rule]}"
        )
        yield now.finding(rule, Severity.WARNING, message)
    elif now.seen.value is not None and period.sort_key <= then.row.report.period.sort_key:
        # a later period's column is empty because it was still to come
        message = (
            f"The figure of {period.label} is given here, {now.text}; there was none in "
            f"{then.place}, which had {then.text}."
        )
        yield now.finding("figure-now-given", Severity.NOTE, message)


def _likeness(then: _Version, now: _Version) -> Likeness:
    assert then.seen.value is not None
    assert now.seen.value is not None
    places = (then.seen.figure.decimals, now.seen.figure.decimals)
    return likeness(then.seen.value, now.seen.value, places)


def _by_how_much(then: _Version, now: _Version) -> str:
    """The difference, where both are in one unit."""
    if then.seen.unit is not now.seen.unit or then.seen.value is None or now.seen.value is None:
        return f", in {now.seen.unit.word} and in {then.seen.unit.word}"
    change = now.seen.value - then.seen.value
    way = "up" if change > 0 else "down"
    return f", {way} {size_text(change, now.seen.unit)}"


def _expected(then: _Version, now: _Version) -> Severity:
    """A provisional figure is meant to be revised, and a revised one says that it was."""
    said = then.seen.figure.mark in (Mark.PROVISIONAL, Mark.ESTIMATED, Mark.FORECAST)
    return Severity.NOTE if said or now.seen.figure.mark is Mark.REVISED else Severity.WARNING


def _targets(facts: IndicatorFacts, rated: Period) -> dict[str, Observation]:
    """By year or period; a target of no stated period is that of the rated period's year."""
    given = [*facts.other_targets, *([facts.target] if facts.target else [])]
    return {
        target.period.label
        if target.period.end is not None
        else rated.financial_year_label or rated.label: target
        for target in given
    }


def _target(label: str, then: _Version, now: _Version) -> Iterator[Finding]:
    if then.seen.value is None and now.seen.value is None:
        return
    both = then.seen.value is not None and now.seen.value is not None
    if both and _likeness(then, now) is not Likeness.RESTATED:
        return
    rule = "target-changed"
    message = (
        f"The target for {label} is {now.text} here and was {then.text} in {then.place}"
        f"{_by_how_much(then, now) if both else ''}. {ADVICE[rule]}"
    )
    severity = Severity.NOTE if then.seen.value is None else Severity.WARNING
    yield now.finding(rule, severity, message)
