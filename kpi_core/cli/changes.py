"""``kpi changes``: what is new since the last report."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kpi_core import places
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import Progress

if TYPE_CHECKING:
    from kpi_core.dataset import Dataset
    from kpi_core.present.briefing import Briefing, Change
    from kpi_core.present.scorecard import Scorecard


class ChangesFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def changes(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Report files; the dataset where none is named."),
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
        ChangesFormat, typer.Option("--format", help="Sentences, or JSON for programs.")
    ] = ChangesFormat.TEXT,
) -> None:
    """Say what is new since the last report: new reds, recoveries, restated figures and more."""
    from kpi_core.present.briefing import briefing

    stored, unread = _of_files(files, catalogue) if files else (_stored(dataset), False)
    found = [(card, briefing(card)) for card in _cards(stored, report)]
    if output is ChangesFormat.JSON:
        made = [_json(card, made) for card, made in found]
        typer.echo(json.dumps(made, ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            typer.echo(line)
    raise typer.Exit(int(unread))


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


def _lines(found: "Sequence[tuple[Scorecard, Briefing]]") -> Iterator[str]:
    from kpi_core.present.briefing import account

    for card, made in found:
        yield f"{card.source}, {card.period_label}"
        yield account.headline(made)
        yield account.basis(made)
        for kind, changes in made.kinds().items():
            yield account.heading(kind, len(changes))
            yield from _items(changes)
        if made.not_compared:
            yield account.not_compared_heading(len(made.not_compared))
            yield from _items(made.not_compared)
        yield from filter(None, (account.nothing_of(made), account.not_told(made)))


def _items(changes: "Sequence[Change]") -> Iterator[str]:
    for change in changes:
        yield f"  {change.sentence}"
        for note in change.notes:
            yield f"    {note}"


def _json(card: "Scorecard", made: "Briefing") -> dict[str, Any]:
    from kpi_core.present.briefing import account

    return {
        "report": card.report["report"],
        "organisation": card.organisation,
        "period": made.period,
        "against": made.earlier,
        "headline": account.headline(made),
        "basis": account.basis(made),
        "kept": made.kept,
        "indicators": made.total,
        "changes": [_item(change) for change in made.changes],
        "not_compared": [_item(change) for change in made.not_compared],
    }


def _item(change: "Change") -> dict[str, Any]:
    from kpi_core.present.briefing.table import row

    return {**row(change), "kind": change.kind, "notes": change.notes}
