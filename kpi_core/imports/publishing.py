"""Adding a draft to a dataset as a batch, and taking the last batch out again."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kpi_core import catalogue as catalogues
from kpi_core.build import ATTEMPTS, Reading, pack, read_all
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import OvertakenError, imported, write
from kpi_core.dataset.batches import Batch, KeptFile, Standing, add_to_log, log, standing
from kpi_core.dataset.imported import report_id
from kpi_core.dataset.inputs import fetch, keep
from kpi_core.dataset.lock import locked
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, Place
from kpi_core.errors import DatasetError
from kpi_core.imports.draft import Draft, Upload


@dataclass(frozen=True)
class Published:
    """A batch that was added; ``known`` are files that the dataset held already."""

    version: str
    batch: Batch
    known: tuple[str, ...]


def base_catalogue(where: Place, default: Path | None) -> Catalogue:
    """What a draft for this dataset starts from: the catalogue that its reports were read with.

    Args:
        where: the dataset's place.
        default: the catalogue to take where there is no dataset yet.
    """
    now = standing(where)
    if now is None:
        return catalogues.load(default)
    return _catalogue(where, now)


def clashes(files: Sequence[Upload], now: Standing | None) -> Iterator[Upload]:
    """Files of a report that the dataset already has with other content."""
    held = {report_id(file.name): file.checksum for file in now.files} if now else {}
    return (f for f in files if held.get(f.report, f.checksum) != f.checksum)


def known(files: Sequence[Upload], now: Standing | None) -> Iterator[Upload]:
    """Files whose content the dataset already has, under whatever name."""
    held = {file.checksum for file in now.files} if now else set()
    return (file for file in files if file.checksum in held)


def publish(
    draft: Draft, where: Place, note: str = "", replaces: Collection[str] = ()
) -> Published:
    """Make a new version of the reports that are there and those of the draft, and switch to it.

    Args:
        draft: files that cannot be read are left out.
        where: the dataset's place.
        note: why, for the log.
        replaces: ids of reports whose file takes the place of the one that is there.

    Raises:
        DatasetError: nothing to add, a report that is there with other content, a place that
            cannot be written, or others who keep publishing. The dataset is as it was.
    """
    log(where)  # one that cannot be read is said before anything is changed
    for _ in range(ATTEMPTS):
        now = standing(where) or Standing(None, (), None, ())
        with suppress(OvertakenError), _writing(where):
            batch = _batch(draft, now, where, replaces)
            version = _write(where, _with(now, batch), draft.base.content, now.version)
            _say(where, "published", batch, note, version)
            return Published(version, batch, tuple(f.name for f in known(draft.files, now)))
    raise OvertakenError(f"Others keep publishing to the dataset at {where.name}. Try again.")


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
    with _writing(where):
        if _made_by(where, batch) == now.version:
            version = _switch(where, now.version, batch.before)
        else:
            version = _write(where, _less(now, batch), b"", now.version)
        _say(where, "undone", batch, note, version)
    return version


@contextmanager
def _writing(where: Place) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} cannot be written ({error}). Make room there, or give "
            "the app the right to write."
        ) from error


def _batch(draft: Draft, now: Standing, where: Place, replaces: Collection[str]) -> Batch:
    """Keep the draft's new files and its corrections; refuse what would overwrite in silence."""
    readable = {assessed.report.report for assessed in draft.reports}
    held = {report_id(file.name): file for file in now.files}
    for file in clashes(draft.files, now):
        if file.report in readable and file.report not in replaces:
            raise DatasetError(
                f"{file.name}: the dataset already has a report {file.report!r} with other "
                "content. Rename the file if it is another report, or mark it as replacing."
            )
    files = []
    there = {file.checksum for file in known(draft.files, now)}
    for file in draft.files:
        if file.report in readable and file.checksum not in there:
            old = held.get(file.report)
            keep(where, file.content)
            files.append(KeptFile(file.name, file.checksum, old.checksum if old else None))
    corrections = keep(where, _written(draft.corrections)) if draft.changes else None
    if not files and corrections is None:
        raise DatasetError("There is nothing to publish: the dataset already has every file.")
    named = "".join([*(file.name + file.checksum for file in files), corrections or ""])
    batch_id = hashlib.sha256(f"{now.version}{named}".encode()).hexdigest()[:12]
    return Batch(batch_id, tuple(files), corrections, now.version)


def _with(now: Standing, batch: Batch) -> Standing:
    new = {report_id(file.name) for file in batch.files}
    others = tuple(file for file in now.files if report_id(file.name) not in new)
    return replace(now, files=(*others, *batch.files), batches=(*now.batches, batch))


def _less(now: Standing, batch: Batch) -> Standing:
    """Everything but a batch; what it replaced comes back."""
    gone = {file.checksum: file for file in batch.files}
    files = [file for file in now.files if file.checksum not in gone]
    files += [KeptFile(file.name, file.replaces) for file in batch.files if file.replaces]
    return replace(now, files=tuple(files), batches=now.batches[:-1])


def _written(corrections: Catalogue) -> bytes:
    text = corrections.model_dump_json(exclude={"content"}, exclude_defaults=True, indent=2)
    return f"{text}\n".encode()


def _catalogue(where: Place, wanted: Standing, content: bytes = b"") -> Catalogue:
    if wanted.catalogue is not None:
        content = fetch(where, wanted.catalogue, "the catalogue")
    given = catalogues.read(content, "of the dataset")
    return imported.overlaid(given, imported.corrections(where, wanted.batches))


def _write(where: Place, wanted: Standing, catalogue: bytes, expected: str | None) -> str:
    """Build everything anew and switch to it, if the expected version is still current."""
    given = _catalogue(where, wanted, catalogue)
    reading = read_all([imported.source(where, file) for file in wanted.files], given)
    _refuse_losses(reading)
    corrections = imported.corrections(where, wanted.batches)
    packed = pack(reading, corrections, wanted.batches)
    return write(where, packed, partial(_is_current, where, expected))


def _refuse_losses(reading: Reading) -> None:
    """A report that was there must not go missing because something else was added."""
    for finding in reading.unread:
        raise DatasetError(f"Nothing was changed: a report cannot be read. {finding.message}")
    if not reading.reports:
        raise DatasetError("Nothing was changed, since no report would be left.")


def _is_current(where: Place, version: str | None) -> bool:
    found = where.read(CURRENT).decode().strip() if where.exists(CURRENT) else None
    return found == version


def _made_by(where: Place, batch: Batch) -> str | None:
    """The version that publishing this batch made, if it and the one before are still there."""
    for event in reversed(log(where)):
        if event["batch"] == batch.id and event["what"] == "published":
            whole = batch.before is None or where.exists(batch.before, DESCRIPTOR)
            return str(event["after"]) if whole else None
    return None


def _switch(where: Place, expected: str | None, version: str | None) -> str | None:
    with locked(where):
        if not _is_current(where, expected):
            raise OvertakenError(
                f"The dataset at {where.name} was changed by somebody else meanwhile. Look again."
            )
        if version is None:
            where.remove(CURRENT)
        else:
            where.write(f"{version}\n".encode(), CURRENT)
    return version


def _say(where: Place, what: str, batch: Batch, note: str, after: str | None) -> None:
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
        add_to_log(where, event, now.batches if now is not None else ())
