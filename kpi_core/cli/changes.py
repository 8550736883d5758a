"""``kpi changes``: what is new since the last report, or since a version of the dataset."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kpi_core import places
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import Progress
from kpi_core.errors import UsageError

if TYPE_CHECKING:
    from kpi_core.dataset import Dataset
    from kpi_core.present.letter import Letter
    from kpi_core.present.scorecard import Scorecard


class ChangesFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def changes(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Report files; the dataset where none is named."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", help="Version of the dataset to hold the current one against."),
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option("--dataset", help="Folder or address of the dataset; else $KPI_DATASET."),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option("--report", help="Report id; the newest report of each organisation else."),
    ] = None,
    catalogue: Annotated[
        Path | None,
        typer.Option("--catalogue", help="Catalogue; data/catalogue.toml, else the shipped one."),
    ] = None,
    output: Annotated[
        ChangesFormat,
        typer.Option("--format", help="Sentences, Markdown, a page for a mail, or JSON."),
    ] = ChangesFormat.TEXT,
) -> None:
    """Say what is new since the last report: new reds, recoveries, restated figures and more."""
    if since is not None and (files or report or catalogue):
        raise UsageError("--since compares two versions whole: leave out FILE, --report and more.")
    if since is not None:
        _since(since, dataset or places.default_dataset(), output)
        return
    stored, unread = _of_files(files, catalogue) if files else (_stored(dataset), False)
    _newest(_cards(stored, report), output)
    raise typer.Exit(int(unread))


def _newest(cards: "list[Scorecard]", output: ChangesFormat) -> None:
    """Tell each report against the one before it."""
    from kpi_core.exports.changes_json import report_json
    from kpi_core.present.briefing import briefing
    from kpi_core.present.letter import briefing_letter

    found = [(card, briefing(card)) for card in cards]
    if output is ChangesFormat.JSON:
        _print([report_json(card, made) for card, made in found])
    else:
        _write(briefing_letter(found), output)


def _since(version: str, dataset: str, output: ChangesFormat) -> None:
    """Tell the current version against an earlier one."""
    from kpi_core import dataset as datasets
    from kpi_core.exports.changes_json import versions_json
    from kpi_core.present.letter import versions_letter
    from kpi_core.present.since import since

    found = since(datasets.read(dataset, version), datasets.read(dataset))
    if output is ChangesFormat.JSON:
        _print(versions_json(found))
    else:
        _write(versions_letter(found), output)


def _print(document: Any) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _write(letter: "Letter", output: ChangesFormat) -> None:
    from kpi_core.exports.letters import markdown, text_lines
    from kpi_core.web.letter import letter_html

    if output is ChangesFormat.HTML:
        typer.echo(letter_html(letter), nl=False)
    elif output is ChangesFormat.MARKDOWN:
        typer.echo(markdown(letter), nl=False)
    else:
        for line in text_lines(letter):
            typer.echo(line)


def _of_files(files: list[Path], catalogue: Path | None) -> "tuple[Dataset, bool]":
    """What the files would build, and whether one of them could not be read."""
    from kpi_core import build as building

    reports = report_files(files)
    with Progress(len(reports)) as progress:
        reading = building.check(reports, catalogue or places.default_catalogue(), progress)
    for finding in reading.unread:
        typer.echo(finding.message, err=True)
    if not reading.reports:
        raise typer.Exit(1)
    return building.pack(reading).dataset("the files named"), bool(reading.unread)


def _stored(dataset: str | None) -> "Dataset":
    from kpi_core import dataset as datasets

    return datasets.read(dataset or places.default_dataset())


def _cards(stored: "Dataset", report: str | None) -> "list[Scorecard]":
    """The report asked for, else the newest one of each organisation."""
    from kpi_core.present.scorecard import scorecard

    if report is not None:
        return [scorecard(stored, report)]
    newest = {row["organisation"]: row["report"] for row in stored.tables["reports"].to_pylist()}
    return [scorecard(stored, newest_of) for newest_of in newest.values()]
