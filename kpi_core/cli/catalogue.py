"""``kpi catalogue``: write a starting catalogue."""

from pathlib import Path
from typing import Annotated

import typer

from kpi_core import places
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import Progress
from kpi_core.errors import UsageError

app = typer.Typer(help="Start a catalogue, where people write what no report says.")


@app.callback()
def _options() -> None:
    """Keeps ``suggest`` a command of its own while it is the only one."""


@app.command()
def suggest(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Report files.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="New file to write; else it is printed.")
    ] = None,
    catalogue: Annotated[
        Path | None,
        typer.Option(
            "--catalogue",
            help="What it says is not repeated; data/catalogue.toml, else the shipped one.",
        ),
    ] = None,
) -> None:
    """Write a catalogue of what was read and inferred, for you to correct."""
    from kpi_core import build as building
    from kpi_core import catalogue as catalogues
    from kpi_core.suggest import suggest as suggested

    reports = report_files(files)
    _refuse_existing(out)
    known = catalogue or places.default_catalogue()
    with Progress(len(reports)) as progress:
        reading = building.check(reports, known, progress)
    read = [assessed.report for assessed in reading.reports]
    text = suggested(read, catalogues.load(known), reading.unread)
    for finding in reading.unread:
        typer.echo(finding.message, err=True)
    if out is None:
        typer.echo(text, nl=False)
    else:
        _write(out, text)
        typer.echo(f"{out} is written. Correct it, then name it with --catalogue {out}.")
    raise typer.Exit(int(bool(reading.unread)))


def _refuse_existing(out: Path | None) -> None:
    if out is not None and (out.exists() or out.is_symlink()):
        raise UsageError(
            f"{out} is there already and is not overwritten. Choose another name with --out."
        )


def _write(out: Path, text: str) -> None:
    try:
        with out.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        _refuse_existing(out)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.") from error
