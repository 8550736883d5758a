"""``kpi versions``: which versions of the dataset are kept, and clearing old ones away."""

from typing import Annotated

import typer

from kpi_core import places

app = typer.Typer(
    help="List the versions of a dataset, and clear away those that the policy does not keep.",
    no_args_is_help=True,
)

DatasetPlace = Annotated[
    str | None,
    typer.Option("--dataset", help="Folder or address of the dataset; else $KPI_DATASET."),
]


@app.command("list")
def list_versions(dataset: DatasetPlace = None) -> None:
    """List the versions, the newest first."""
    from kpi_core.dataset import current_version
    from kpi_core.dataset.keeping import policy, versions
    from kpi_core.dataset.place import place

    said = policy().sentence
    where = place(dataset or places.default_dataset())
    current_version(where.name)  # says so where there is no dataset
    for kept in versions(where):
        current = " (current)" if kept.current else ""
        typer.echo(f"{kept.version}{current}, written {kept.written:%Y-%m-%d %H:%M} UTC")
    typer.echo(said)


@app.command()
def prune(dataset: DatasetPlace = None) -> None:
    """Clear away the versions that KPI_KEEP_VERSIONS and KPI_KEEP_DAYS do not keep."""
    from kpi_core.dataset import current_version
    from kpi_core.dataset.keeping import policy, prune
    from kpi_core.dataset.place import place

    kept = policy()
    where = place(dataset or places.default_dataset())
    current_version(where.name)
    gone = prune(where, kept)
    typer.echo(f"Cleared away: {', '.join(gone)}." if gone else "Nothing was cleared away.")
    typer.echo(kept.sentence)
