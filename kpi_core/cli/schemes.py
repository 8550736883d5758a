"""``kpi schemes``: which rating schemes reproduce what a report declares."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kpi_core import places
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import Progress

if TYPE_CHECKING:
    from kpi_core.facts import ReportFacts
    from kpi_core.inference import Inferred

app = typer.Typer(help="Find the schemes that fit declared statuses and directions.")


class InferFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


@app.callback()
def _options() -> None:
    """Keeps ``infer`` a command of its own while it is the only one."""


@app.command()
def infer(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Report files.")],
    catalogue: Annotated[
        Path | None,
        typer.Option("--catalogue", help="Catalogue; data/catalogue.toml, else the shipped one."),
    ] = None,
    output: Annotated[
        InferFormat, typer.Option("--format", help="Sentences, or JSON for programs.")
    ] = InferFormat.TEXT,
) -> None:
    """Say which schemes, tolerances and earlier figures reproduce the declared words."""
    from kpi_core import build as building
    from kpi_core.inference import infer as inferred

    reports = report_files(files)
    with Progress(len(reports)) as progress:
        reading = building.check(reports, catalogue or places.default_catalogue(), progress)
    found = [(read.report, inferred(read.report)) for read in reading.reports]
    for finding in reading.unread:
        typer.echo(finding.message, err=True)
    if output is InferFormat.JSON:
        typer.echo(_json(found))
    else:
        _print(found)
    nothing = any(not result.any_found for _, result in found)
    raise typer.Exit(int(bool(reading.unread) or nothing))


def _print(found: "Sequence[tuple[ReportFacts, Inferred]]") -> None:
    from kpi_core.inference.sentences import account

    for report, result in found:
        typer.echo(f"{report.organisation_name}: {report.title}, {report.period.label}")
        for answer in result.answers:
            said = account(answer)
            typer.echo(f"{answer.what.capitalize()}: {said.headline}")
            for detail in said.details:
                typer.echo(f"  {detail}")


def _json(found: "Sequence[tuple[ReportFacts, Inferred]]") -> str:
    from kpi_core.inference.records import as_json

    made = [
        {
            "report": report.report,
            "organisation": report.organisation,
            "period": report.period.label,
            **{answer.what: as_json(answer) for answer in result.answers},
        }
        for report, result in found
    ]
    return json.dumps(made, ensure_ascii=False, indent=2)
