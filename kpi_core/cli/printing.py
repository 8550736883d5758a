"""What the command line prints: progress, what was read, and the findings."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

if TYPE_CHECKING:
    from kpi_core.build import Reading
    from kpi_core.rules.assess import Assessment


class Progress:
    """Says which file is being read; quiet where output is no terminal or there is one file."""

    def __init__(self, total: int) -> None:
        self._console, self._total, self._done = Console(stderr=True), total, 0
        self._status = self._console.status("")

    def __enter__(self) -> Callable[[str], None]:
        if self._total > 1:
            self._status.start()
        return self._say

    def _say(self, name: str) -> None:
        self._done += 1
        self._status.update(Text(f"Reading {name} ({self._done} of {self._total})"))

    def __exit__(self, *_: object) -> None:
        self._status.stop()


class Stages:
    """Says what is being done, a sentence at a time; quiet where output is no terminal."""

    def __init__(self) -> None:
        self._status = Console(stderr=True).status("")

    def __enter__(self) -> "Stages":
        return self

    def say(self, sentence: str) -> None:
        self._status.update(Text(sentence))
        self._status.start()

    def pause(self) -> None:
        """Takes the sentence away, so that something can be printed."""
        self._status.stop()

    def __exit__(self, *_: object) -> None:
        self.pause()


def print_reports(reading: "Reading") -> None:
    """Some lines per report and one per history, so that a person sees what was read."""
    for assessed in reading.reports:
        report = assessed.report
        items = assessed.assessments
        own = sum(o.value is not None for i in items for o in i.facts.own)
        quoted = sum(o.value is not None for i in items for o in i.facts.quoted)
        statuses = Counter(i.facts.status.word or "not rated" for i in items)
        counted = ", ".join(f"{word} {n:,}" for word, n in statuses.most_common())
        typer.echo(f"{report.organisation_name}: {report.title}")
        typer.echo(
            f"  {several(len(items), 'indicator')}, {several(own, 'own figure')}, "
            f"{several(quoted, 'benchmark figure')}"
        )
        when = f" in {report.period.label}" if report.period.end else ", period not stated"
        typer.echo(f"  status{when}: {counted}")
        typer.echo(f"  declared against computed: {_agreement(items)}")
        typer.echo(
            f"  {several(report.cells_read, 'cell')} read: {report.cells_kept:,} kept, "
            f"{report.cells_ignored:,} in header lines"
        )
    for history in reading.histories:
        typer.echo(history.sentence)


def _agreement(items: Sequence["Assessment"]) -> str:
    """How often our rules give the council's own word, of those that can be compared (R7)."""
    said = []
    for what in ("status", "direction"):
        compared = [agrees for i in items if (agrees := getattr(i, f"agrees_{what}")) is not None]
        same = f"{sum(compared):,} of {len(compared):,} the same" if compared else "none to compare"
        said.append(f"{what} {same}")
    return ", ".join(said)


def print_recognised(reading: "Reading") -> None:
    """How much of each report was understood, in sentences that name what was not."""
    from kpi_core.present.recognised import recognised

    for assessed in reading.reports:
        typer.echo(f"What was understood of {assessed.report.source_name}")
        for sentence in recognised(assessed.report):
            typer.echo(f"  {sentence}")


LISTED = 5
"""Findings of one rule and report that are printed; a whole column may be of the same kind."""

ALL = "'kpi check --format json' lists all"


def print_findings(findings: Sequence[Finding]) -> None:
    """The count by severity, then the errors and warnings; notes are in the dataset."""
    counted = Counter(finding.severity for finding in findings)
    parts = [several(counted[severity], severity.value) for severity in Severity]
    notes = f" (notes are not shown; {ALL})" if counted[Severity.NOTE] else ""
    typer.echo(f"{several(len(findings), 'finding')}: {', '.join(parts)}{notes}")
    for severity in (Severity.ERROR, Severity.WARNING):
        alike: dict[tuple[str, str], list[Finding]] = {}
        for finding in findings:
            if finding.severity is severity:
                alike.setdefault((finding.rule, finding.report), []).append(finding)
        for group in alike.values():
            _print_alike(group)


def _print_alike(group: Sequence[Finding]) -> None:
    from kpi_core.build import UNREADABLE  # its sentence begins with the file

    for finding in group[:LISTED]:
        kind = f"{finding.severity.value} [{finding.rule}]"
        where = ", ".join(part for part in (finding.report, finding.source_cell) if part)
        said = finding.message if finding.rule == UNREADABLE else f"{where}: {finding.message}"
        typer.echo(f"  {kind} {said}")
    if len(group) > LISTED:
        kind = f"{group[0].severity.value} [{group[0].rule}]"
        typer.echo(f"  {kind} {group[0].report}: and {len(group) - LISTED:,} more; {ALL}")


def several(number: int, word: str) -> str:
    """Such as "1 file" or "1,139 indicators"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def as_json(finding: Finding) -> dict[str, str | None]:
    """A finding as the ``findings`` table holds it."""
    return {
        "report": finding.report,
        "source_cell": finding.source_cell,
        "indicator": finding.indicator,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "raw": finding.raw,
    }
