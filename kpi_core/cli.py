"""The command line: it only parses and prints; the work is in functions of the same names.

Exit codes: 0 done, 1 something in a report or dataset needs mending, 2 the call itself is wrong.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from kpi_core import __version__, places
from kpi_core.errors import ExportError, KpiError, UsageError
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

app = typer.Typer(
    name="kpi",
    help="Read a council's performance scorecard, check its ratings, and explore it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]...", help="Report files; data/reports/ where none is named."),
]
CatalogueFile = Annotated[
    Path | None,
    typer.Option("--catalogue", help="Catalogue; data/catalogue.toml, else the shipped one."),
]
DatasetPlace = Annotated[
    str | None,
    typer.Option("--dataset", help="Folder or address of the dataset; else $KPI_DATASET."),
]


class CheckFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def main() -> None:
    """Run the command line; a mistake of the user ends in a sentence, never in a traceback."""
    errors = Console(stderr=True, soft_wrap=True)
    try:
        app()
    except UsageError as error:
        errors.print(Text(str(error)))
        sys.exit(2)
    except KpiError as error:
        errors.print(Text(str(error)))
        sys.exit(1)
    except KeyboardInterrupt:
        errors.print("Stopped.")
        sys.exit(130)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kpi {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    del version


@app.command()
def build(
    files: Files = None,
    out: Annotated[
        str | None, typer.Option("--out", help="Folder or address; else $KPI_DATASET.")
    ] = None,
    catalogue: CatalogueFile = None,
) -> None:
    """Read reports and write a dataset version."""
    from kpi_core import build as building

    reports = _reports(files)
    place = out or places.default_dataset()
    known = catalogue or places.default_catalogue()
    with _Progress(len(reports)) as progress:
        result = building.build(reports, place, known, progress)
    _print_reports(result.reading.reports)
    _print_findings(result.findings)
    typer.echo(f"Dataset {result.version} is written to {result.location}.")
    raise typer.Exit(result.exit_code)


@app.command()
def check(
    files: Files = None,
    output: Annotated[
        CheckFormat, typer.Option("--format", help="Sentences, or JSON for programs.")
    ] = CheckFormat.TEXT,
    catalogue: CatalogueFile = None,
) -> None:
    """Read reports and list what was found, without writing anything."""
    from kpi_core import build as building

    reports = _reports(files)
    with _Progress(len(reports)) as progress:
        reading = building.check(reports, catalogue or places.default_catalogue(), progress)
    if output is CheckFormat.JSON:
        typer.echo(
            json.dumps([_as_json(f) for f in reading.findings], ensure_ascii=False, indent=2)
        )
    else:
        _print_reports(reading.reports)
        _print_findings(reading.findings)
    raise typer.Exit(reading.exit_code)


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="TCP port.")] = 8501,
    dataset: DatasetPlace = None,
    host: Annotated[
        str, typer.Option("--host", help="Address to listen on; only this machine by default.")
    ] = "127.0.0.1",
) -> None:
    """Start the app; the shipped report is built first where no dataset was named."""
    from kpi_core.web.serve import serve as run

    run(port=port, dataset=dataset, host=host)


@app.command()
def export(
    what: Annotated[str, typer.Argument(help="What to export; 'list' shows what there is.")],
    output: Annotated[
        str | None, typer.Option("--format", help="File format; the first one that fits else.")
    ] = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="Indicator id, where one is needed.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="File or folder; the working folder else.")
    ] = None,
    status: Annotated[list[str] | None, typer.Option("--status", help="Such as red.")] = None,
    direction: Annotated[
        list[str] | None, typer.Option("--direction", help="Such as declining.")
    ] = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="Theme.")] = None,
    comparison: Annotated[
        list[str] | None, typer.Option("--comparison", help="Such as worse.")
    ] = None,
    year_ago: Annotated[list[str] | None, typer.Option("--year-ago", help="Such as worse.")] = None,
    text: Annotated[str, typer.Option("--text", help="Words to find.")] = "",
    dataset: DatasetPlace = None,
) -> None:
    """Write any picture or table that the screens offer."""
    from kpi_core import dataset as datasets
    from kpi_core import downloads
    from kpi_core.present.scorecard import scorecard
    from kpi_core.selection import from_words

    if what == "list":
        for offer in downloads.OFFERS.values():
            needs = " --indicator ID" if offer.needs_indicator else ""
            typer.echo(f"{offer.name}{needs}: {offer.title} ({', '.join(offer.formats)})")
        return
    card = scorecard(datasets.read(dataset or places.default_dataset()))
    given = {"status": status, "direction": direction, "theme": theme, "q": text}
    filters = from_words({**given, "comparison": comparison, "year_ago": year_ago})
    downloads.check_filters(card, filters)
    view = downloads.Viewed(card, filters, indicator)
    offer = downloads.offer(what)
    made = downloads.make(offer, output or offer.formats[0], view)
    target = _target(out, made.name)
    target.write_bytes(made.content)
    typer.echo(f"{target} ({len(made.content):,} bytes)")


def _target(out: Path | None, name: str) -> Path:
    target = out / name if out is not None and out.is_dir() else out or Path(name)
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist; make it first.")
    return target


def _reports(files: list[Path] | None) -> list[Path]:
    """The files named, else those of data/reports; a file that is not there is a wrong call."""
    reports = list(files or places.default_reports())
    for path in reports:
        if not path.is_file():
            raise UsageError(f"There is no file {path}. Check the name and the folder.")
    if not reports:
        raise UsageError("There is no report in data/reports. Name a file: kpi build FILE.")
    return reports


class _Progress:
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


def _print_reports(reports: Iterable[object]) -> None:
    from kpi_core.dataset import Assessed

    for assessed in reports:
        if not isinstance(assessed, Assessed):
            continue
        report = assessed.report
        items = assessed.assessments
        own = sum(o.value is not None for i in items for o in i.facts.own)
        quoted = sum(o.value is not None for i in items for o in i.facts.quoted)
        statuses = Counter(i.facts.status.word or "not rated" for i in items)
        counted = ", ".join(f"{word} {n}" for word, n in statuses.most_common())
        typer.echo(f"{report.organisation_name}: {report.title}")
        typer.echo(f"  {len(items)} indicators, {own} own figures, {quoted} benchmark figures")
        typer.echo(f"  status in {report.period.label}: {counted}")
        typer.echo(
            f"  {report.cells_read} cells read: {report.cells_kept} kept, "
            f"{report.cells_ignored} in header lines"
        )


def _print_findings(findings: tuple[Finding, ...]) -> None:
    counted = Counter(finding.severity for finding in findings)
    parts = [f"{counted[severity]} {severity.value}s" for severity in Severity]
    typer.echo(f"{len(findings)} findings: {', '.join(parts)}")
    for severity in (Severity.ERROR, Severity.WARNING):
        for finding in findings:
            if finding.severity is severity:
                where = ", ".join(part for part in (finding.report, finding.source_cell) if part)
                typer.echo(f"  {severity.value} [{finding.rule}] {where}: {finding.message}")


def _as_json(finding: Finding) -> dict[str, str | None]:
    return {
        "report": finding.report,
        "source_cell": finding.source_cell,
        "indicator": finding.indicator,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "raw": finding.raw,
    }
