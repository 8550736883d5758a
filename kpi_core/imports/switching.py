"""The next version of a dataset: everything built anew, switched to in one step, and logged."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from kpi_core import catalogue as catalogues
from kpi_core import dataset
from kpi_core.build import UNREADABLE, Reading, beside, pack, read_all
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import OvertakenError, imported, write
from kpi_core.dataset.batches import NOTHING_ADDED, Batch, Standing, add_to_log, standing
from kpi_core.dataset.inputs import fetch
from kpi_core.dataset.lock import locked
from kpi_core.dataset.merged import merge
from kpi_core.dataset.place import CURRENT, Place
from kpi_core.errors import DatasetError
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity


def catalogue_of(where: Place, wanted: Standing, content: bytes = b"") -> Catalogue:
    """The catalogue of a version with the corrections of its imports.

    Args:
        where: the dataset's place.
        wanted: what the version is made of.
        content: the catalogue where the version names none.
    """
    if wanted.catalogue is not None:
        content = fetch(where, wanted.catalogue, "the catalogue")
    given = catalogues.read(content, "of the dataset")
    return imported.overlaid(given, imported.corrections(where, wanted.batches))


def build_anew(where: Place, wanted: Standing, catalogue: bytes, expected: str | None) -> str:
    """Build a version and switch to it, if the expected one is still current.

    Args:
        where: the dataset's place.
        wanted: what the version is to be made of.
        catalogue: the catalogue where ``wanted`` names none.
        expected: the version that it takes the place of; None where there is no dataset.

    Raises:
        OvertakenError: somebody else switched meanwhile.
        DatasetError: a report would be lost, or the place cannot be written.
    """
    known = catalogue_of(where, wanted, catalogue)
    reading = read_all([imported.source(where, file) for file in wanted.files], known)
    _refuse_losses(reading)
    reading = replace(reading, unread=_still_unread(where, expected, reading))
    corrections = imported.corrections(where, wanted.batches)
    national = merge(where, wanted.releases)
    packed = pack(beside(reading, national), corrections, wanted.recorded, national)
    return write(where, packed, partial(is_current, where, expected))


def _refuse_losses(reading: Reading) -> None:
    """A report that was there must not go missing because something else was added."""
    for finding in reading.unread:
        raise DatasetError(f"Nothing was changed: a report cannot be read. {finding.message}")
    if not reading.reports:
        raise DatasetError("Nothing was changed, since no report would be left.")


def _still_unread(where: Place, version: str | None, reading: Reading) -> tuple[Finding, ...]:
    """What the version before says of files that could not be read, and still are not there."""
    if version is None:
        return ()
    found = dataset.read(where.name, version).tables["findings"].to_pylist()
    there = {assessed.report.report for assessed in reading.reports}
    return tuple(
        Finding(UNREADABLE, Severity.ERROR, row["message"], report=row["report"])
        for row in found
        if row["rule"] == UNREADABLE and row["report"] not in there
    )


def is_current(where: Place, version: str | None) -> bool:
    found = where.read(CURRENT).decode().strip() if where.exists(CURRENT) else None
    return found == version


def switch(where: Place, expected: str | None, version: str | None) -> str | None:
    """Make an older version current again, or none.

    Raises:
        OvertakenError: another version than the expected one is current.
    """
    with locked(where):
        if not is_current(where, expected):
            raise OvertakenError(
                f"The dataset at {where.name} was changed by somebody else meanwhile. Look again."
            )
        if version is None:
            where.remove(CURRENT)
        else:
            where.write(f"{version}\n".encode(), CURRENT)
    return version


def tell(where: Place, what: str, batch: Batch, note: str, after: str | None) -> None:
    """Add to the log what was done with a batch."""
    now = standing(where)
    event = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "what": what,
        "batch": batch.id,
        "files": [file.name for file in batch.files],
        "note": note,
        "before": batch.before,
        "after": after,
    }
    with locked(where):
        add_to_log(where, event, now.recorded if now is not None else NOTHING_ADDED)


@contextmanager
def writing(where: Place) -> Iterator[None]:
    """Turns what the disk says into a sentence."""
    try:
        yield
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} cannot be written ({error}). Make room there, or give "
            "the app the right to write."
        ) from error
