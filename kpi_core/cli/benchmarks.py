"""``kpi benchmarks``: national figures beside the reports of a dataset."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kpi_core import places
from kpi_core.cli.benchmark_links import suggest
from kpi_core.cli.files import report_files
from kpi_core.cli.printing import Progress, Stages, several
from kpi_core.vocabulary import Missing, Severity

if TYPE_CHECKING:
    from kpi_core.dataset.place import Place
    from kpi_core.dataset.releases import KeptRelease
    from kpi_core.national import Release, SourceFile

app = typer.Typer(help="Keep published figures of other councils beside your reports.")
app.command()(suggest)

Out = Annotated[
    str | None, typer.Option("--out", help="Folder or address of the dataset; else $KPI_DATASET.")
]
LISTED = 20
"""Errors and warnings of one release, and files that nobody can read, that are printed."""

Folders = Mapping[str, "Sequence[SourceFile]"]


@app.command(name="import")
def import_(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files of a release, or folders with such files."),
    ],
    out: Out = None,
    catalogue: Annotated[
        Path | None,
        typer.Option(
            "--catalogue",
            help="Catalogue to build with; the one that the dataset was built with else.",
        ),
    ] = None,
) -> None:
    """Read national figures and build the dataset with them, now and from here on."""
    from kpi_core import catalogue as catalogues
    from kpi_core.cli.national_files import source_files
    from kpi_core.dataset.place import place
    from kpi_core.dataset.releases import keep_release
    from kpi_core.imports.releases import add_releases

    where = place(out or places.default_dataset())
    given = catalogues.load(catalogue).content if catalogue is not None else None
    new = _not_there_yet(where, source_files(paths))
    with Stages() as stages:
        kept = [keep_release(where, release) for release in _told(new, stages)] if new else []
        stages.pause()
        _build_first(where, catalogue)
        stages.say("Building the dataset with them.")
        done = add_releases(where, kept, given)
    if done.changed:
        typer.echo(f"Dataset {done.version} is written to {where.name}.")
        typer.echo("Every later build includes these figures.")
    else:
        typer.echo("There is nothing to do: these figures were imported before.")


@app.command(name="list")
def list_(out: Out = None) -> None:
    """List the releases of the dataset, in the order of their import."""
    from kpi_core import dataset as datasets

    stored = datasets.read(out or places.default_dataset())
    rows = stored.tables["releases"].to_pylist()
    for row in rows:
        typer.echo(f"{row['release']}: {row['title']}, {row['publisher_name']}")
        typer.echo(
            f"  {several(row['measures'], 'measure')}, {several(row['areas'], 'area')}, "
            f"{several(row['figures'], 'figure')} and {row['cells'] - row['figures']:,} missing"
        )
        typer.echo(f"  from {', '.join(row['files'])}; licence: {row['licence']}")
    if not rows:
        typer.echo(
            f"The dataset at {stored.location} has no national figures. "
            "'kpi benchmarks import PATH' adds them."
        )


@app.command()
def remove(
    release: Annotated[str, typer.Argument(help="Id of the release, as 'list' shows it.")],
    out: Out = None,
) -> None:
    """Build the dataset without a release; older versions keep it."""
    from kpi_core.dataset.place import place
    from kpi_core.imports.releases import remove_release

    where = place(out or places.default_dataset())
    with Stages() as stages:
        stages.say("Building the dataset without it.")
        version, gone = remove_release(where, release)
    typer.echo(f"{gone.title} ({gone.id}) is taken out.")
    typer.echo(f"Dataset {version} is written to {where.name}. Older versions still have it.")


def _not_there_yet(where: "Place", folders: Folders) -> "dict[str, Sequence[SourceFile]]":
    """The folders but those whose very files were imported before."""
    from kpi_core.imports.releases import already_there, kept_releases

    kept, new = kept_releases(where), {}
    for folder, files in folders.items():
        there = already_there(files, where, kept)
        if there is None:
            new[folder] = files
        else:
            _say_known(there)
    return new


def _say_known(release: "KeptRelease") -> None:
    typer.echo(
        f"{release.title} ({release.id}) is there already. To read its files anew, "
        f"take it out first: kpi benchmarks remove {release.id}."
    )


def _build_first(where: "Place", catalogue: Path | None) -> None:
    """Where there is no dataset yet: the reports that ``kpi build`` would read."""
    from kpi_core import build as building
    from kpi_core.dataset.batches import standing

    if standing(where) is None:
        reports = report_files(None)
        with Progress(len(reports)) as progress:
            known = catalogue or places.default_catalogue()
            building.build(reports, where.name, known, progress)
        names = ", ".join(path.name for path in reports)
        typer.echo(f"There was no dataset at {where.name} yet, so it is built of {names}.")


def _told(folders: Folders, stages: Stages) -> "Iterator[Release]":
    """Every release, its account printed once it is read; then what nobody could read."""
    from kpi_core.national import releases_in

    read = set[str]()
    for release in releases_in(folders, stages.say):
        read |= {file.checksum for file in release.files}
        stages.pause()
        _print_release(release)
        stages.say("Keeping its figures.")
        yield release
    stages.pause()
    left = [f.name for files in folders.values() for f in files if f.checksum not in read]
    if left:
        more = f" and {len(left) - LISTED:,} more" if len(left) > LISTED else ""
        typer.echo(f"Not read, as no source knows what it is: {', '.join(left[:LISTED])}{more}.")


def _print_release(release: "Release") -> None:
    missing = release.figures["missing"].drop_null().value_counts().to_pylist()
    figures = len(release.figures) - release.figures["value"].null_count
    typer.echo(f"{release.publisher_name}: {release.title} ({release.id})")
    typer.echo(
        f"  {several(len(release.measures), 'measure')}, {several(len(release.areas), 'area')}, "
        f"{several(figures, 'figure')}"
    )
    counted = sorted(missing, key=lambda found: (-found["counts"], found["values"]))
    said = (f"{Missing(one['values']).word.lower()} {one['counts']:,}" for one in counted)
    typer.echo(f"  missing: {', '.join(said) or 'none'}")
    _print_findings(release)


def _print_findings(release: "Release") -> None:
    """Errors and warnings; a finding of a release names its file itself."""
    counted = Counter(finding.severity for finding in release.findings)
    parts = ", ".join(several(counted[severity], severity.value) for severity in Severity)
    typer.echo(f"  {several(len(release.findings), 'finding')}: {parts}")
    shown = [f for f in release.findings if f.severity is not Severity.NOTE]
    for finding in shown[:LISTED]:
        typer.echo(f"  {finding.severity.value} [{finding.rule}] {finding.message}")
    if len(shown) > LISTED:
        typer.echo(f"  and {len(shown) - LISTED:,} more in the table findings of the dataset")
