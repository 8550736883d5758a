"""The files and corrections of recorded imports, for whoever makes the next version."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial, reduce
from pathlib import PurePath

from pydantic import ValidationError

from kpi_core.catalogue import Catalogue
from kpi_core.dataset.batches import Batch, KeptFile
from kpi_core.dataset.inputs import fetch
from kpi_core.dataset.place import Place
from kpi_core.errors import DatasetError
from kpi_core.normalise.source import slug

Source = tuple[str, Callable[[], bytes]]
"""A file to read: its name, and what gives its bytes."""


def report_id(name: str) -> str:
    """The report that a file of this name is."""
    return slug(PurePath(name).stem)


def source(where: Place, file: KeptFile) -> Source:
    """A kept file as something to read."""
    return file.name, partial(fetch, where, file.checksum, f"the file {file.name!r}")


def sources(where: Place, batches: Sequence[Batch], taken: Collection[str]) -> Iterator[Source]:
    """The files of the batches but those of reports that are taken; a later batch replaces."""
    latest = {report_id(file.name): file for batch in batches for file in batch.files}
    return (source(where, file) for report, file in latest.items() if report not in taken)


def corrections(where: Place, batches: Sequence[Batch]) -> tuple[bytes, ...]:
    """The corrections of the batches, in their order.

    Raises:
        DatasetError: when one is not there or is damaged.
    """
    return tuple(
        fetch(where, batch.catalogue, f"the corrections of the import {batch.id}")
        for batch in batches
        if batch.catalogue is not None
    )


def overlaid(known: Catalogue, given: Sequence[bytes]) -> Catalogue:
    """A catalogue with corrections laid over it, the last one on top.

    Raises:
        DatasetError: when a correction has another form than this program writes.
    """
    try:
        return reduce(lay_over, (Catalogue.model_validate_json(text) for text in given), known)
    except ValidationError as error:
        raise DatasetError(
            "The corrections of an import cannot be read by this program "
            f"({error.errors()[0]['msg']}). Use the program that published it, or undo the import."
        ) from error


def lay_over(below: Catalogue, above: Catalogue) -> Catalogue:
    """Entries of the upper catalogue win; an indicator is known by organisation and id."""
    indicators = {(entry.organisation, entry.id): entry for entry in below.indicators}
    indicators |= {(entry.organisation, entry.id): entry for entry in above.indicators}
    return Catalogue(
        organisations={**below.organisations, **above.organisations},
        status_schemes={**below.status_schemes, **above.status_schemes},
        direction_schemes={**below.direction_schemes, **above.direction_schemes},
        reports={**below.reports, **above.reports},
        indicators=tuple(indicators.values()),
        content=below.content,
    )
