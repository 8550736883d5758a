"""Taking the last import out of a dataset. No version is ever deleted."""

from dataclasses import replace

from kpi_core.dataset.batches import Batch, KeptFile, Standing, log, standing
from kpi_core.dataset.place import DESCRIPTOR, Place
from kpi_core.errors import DatasetError
from kpi_core.imports.switching import build_anew, switch, tell, writing


def undoable(where: Place) -> Batch | None:
    """The batch that ``undo`` would take out."""
    now = standing(where)
    return now.batches[-1] if now is not None and now.batches else None


def undo(where: Place, note: str = "") -> str | None:
    """Take the last batch out; its version stays readable by its name.

    Returns:
        The version that is current now: the one before the batch where nothing else happened
        since, else a new one of everything but the batch. None where there was no dataset before.

    Raises:
        DatasetError: there is no batch, or somebody changes the dataset meanwhile.
    """
    now = standing(where)
    if now is None or not now.batches:
        raise DatasetError(f"There is no import to undo at {where.name}.")
    batch = now.batches[-1]
    with writing(where):
        if _made_by(where, batch) == now.version:
            version = switch(where, now.version, batch.before)
        else:
            version = build_anew(where, _less(now, batch), b"", now.version)
        tell(where, "undone", batch, note, version)
    return version


def _made_by(where: Place, batch: Batch) -> str | None:
    """The version that publishing this batch made, if it and the one before are still there."""
    for event in reversed(log(where)):
        if event["batch"] == batch.id and event["what"] == "published":
            whole = batch.before is None or where.exists(batch.before, DESCRIPTOR)
            return str(event["after"]) if whole else None
    return None


def _less(now: Standing, batch: Batch) -> Standing:
    """Everything but a batch; what it replaced comes back."""
    gone = {file.checksum for file in batch.files}
    files = [file for file in now.files if file.checksum not in gone]
    files += [KeptFile(file.name, file.replaces) for file in batch.files if file.replaces]
    return replace(now, files=tuple(files), batches=now.batches[:-1])
