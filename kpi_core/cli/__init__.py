"""The command line: it only parses and prints; the work is in functions of the same names.

Exit codes: 0 done, 1 something in a report or dataset needs mending, 2 the call itself is wrong.
"""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from kpi_core import __version__, places
from kpi_core.cli import benchmarks as benchmark_commands
from kpi_core.cli import catalogue as catalogue_commands
from kpi_core.cli import schemes as scheme_commands
from kpi_core.cli import versions as version_commands
from kpi_core.cli.changes import changes
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import (
    Progress,
    Stages,
    as_json,
    print_findings,
    print_recognised,
    print_reports,
)
from kpi_core.errors import ExportError, KpiError, UsageError

app = typer.Typer(
    name="kpi",
    help="Read a council's performance scorecard, check its ratings, and explore it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(benchmark_commands.app, name="benchmarks")
app.add_typer(catalogue_commands.app, name="catalogue")
app.add_typer(scheme_commands.app, name="schemes")
app.add_typer(version_commands.app, name="versions")
app.command()(changes)

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

    reports = report_files(files)
    place = out or places.default_dataset()
    known = catalogue or places.default_catalogue()
    with Progress(len(reports)) as progress:
        result = building.build(reports, place, known, progress)
    print_reports(result.reading)
    print_findings(result.findings)
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

    reports = report_files(files)
    with Progress(len(reports)) as progress:
        reading = building.check(reports, catalogue or places.default_catalogue(), progress)
    if output is CheckFormat.JSON:
        typer.echo(json.dumps([as_json(f) for f in reading.findings], ensure_ascii=False, indent=2))
    else:
        print_reports(reading)
        print_recognised(reading)
        print_findings(reading.findings)
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
def export(  # noqa: PLR0913, PLR0917 - each argument is an option that a person can give
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
    agreement: Annotated[
        list[str] | None, typer.Option("--agreement", help="Such as 'different status'.")
    ] = None,
    caveat: Annotated[
        list[str] | None, typer.Option("--caveat", help="Such as 'time lag'.")
    ] = None,
    fragile: Annotated[
        list[str] | None, typer.Option("--fragile", help="Such as 'could tip'.")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="Words to find.")] = "",
    report: Annotated[
        str | None, typer.Option("--report", help="Report id; the newest report else.")
    ] = None,
    dataset: DatasetPlace = None,
) -> None:
    """Write any picture, table or committee pack that the screens offer."""
    from kpi_core import dataset as datasets
    from kpi_core import downloads
    from kpi_core.present.scorecard import scorecard
    from kpi_core.selection import from_words

    if what == "list":
        for offer in downloads.OFFERS.values():
            needs = " --indicator ID" if offer.needs_indicator else ""
            typer.echo(f"{offer.name}{needs}: {offer.title} ({', '.join(offer.formats)})")
        return
    card = scorecard(datasets.read(dataset or places.default_dataset()), report)
    given = {"status": status, "direction": direction, "theme": theme, "q": text}
    given |= {"comparison": comparison, "year_ago": year_ago, "agreement": agreement}
    filters = from_words({**given, "caveat": caveat, "fragile": fragile})
    downloads.check_filters(card, filters)
    view = downloads.Viewed(card, filters, indicator)
    offer = downloads.offer(what)
    with Stages() as stages:
        made = downloads.make(offer, output or offer.formats[0], view, step=stages.say)
    target = _target(out, made.name)
    target.write_bytes(made.content)
    typer.echo(f"{target} ({len(made.content):,} bytes)")


def _target(out: Path | None, name: str) -> Path:
    target = out / name if out is not None and out.is_dir() else out or Path(name)
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist; make it first.")
    return target
