"""``kpi benchmarks suggest``: which national measures the indicators may join."""

from typing import TYPE_CHECKING, Annotated

import typer

from kpi_core import places
from kpi_core.errors import UsageError
from kpi_core.nearest import nearest

if TYPE_CHECKING:
    from kpi_core.dataset import Dataset


def suggest(
    organisation: Annotated[
        str | None, typer.Option("--organisation", help="Id of a council; all of them else.")
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option("--dataset", help="Folder or address of the dataset; else $KPI_DATASET."),
    ] = None,
) -> None:
    """Propose national measures for the indicators, with the evidence; nothing is written."""
    from kpi_core import dataset as datasets
    from kpi_core.suggest.link_lines import as_text
    from kpi_core.suggest.links import propose, unlinked

    stored = datasets.read(dataset or places.default_dataset())
    if not stored.national.any:
        raise UsageError(
            f"The dataset at {stored.location} has no national figures. Add some with "
            "'kpi benchmarks import PATH', then ask again."
        )
    _refuse_unknown(stored, organisation)
    found = unlinked(stored.frame("observations"), stored.frame("indicators"), organisation)
    for said in as_text(list(propose(found, stored.national))):
        typer.echo(said)


def _refuse_unknown(stored: "Dataset", organisation: str | None) -> None:
    known = sorted(set(stored.frame("reports")["organisation"]))
    if organisation is not None and organisation not in known:
        near = nearest(organisation, known)
        meant = f"did you mean {near}?" if near else f"it has: {', '.join(known)}."
        raise UsageError(f"The dataset has no organisation {organisation!r}; {meant}")
