"""Adding a draft to a dataset as a batch."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kpi_core import catalogue as catalogues
from kpi_core.build import ATTEMPTS
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import OvertakenError
from kpi_core.dataset.batches import Batch, KeptFile, Standing, log, standing
from kpi_core.dataset.imported import report_id
from kpi_core.dataset.inputs import keep
from kpi_core.dataset.place import Place
from kpi_core.errors import DatasetError
from kpi_core.imports.draft import Draft, Upload
from kpi_core.imports.switching import build_anew, catalogue_of, tell, writing


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
    return catalogue_of(where, now)


def clashes(files: Sequence[Upload], now: Standing | None) -> Iterator[Upload]:
    """Files of a report that the dataset already has with other content."""
    held = {report_id(file.name): file.checksum for file in now.files} if now else {}
    return (f for f in files if held.get(f.report, f.checksum) != f.checksum)


def known(
    files: Sequence[Upload], now: Standing | None, replaces: Collection[str] = ()
) -> Iterator[Upload]:
    """Files whose content the dataset has under whatever name, and keeps when others replace."""
    going = {file.report for file in clashes(files, now)}.intersection(replaces)
    stay = (file for file in now.files if report_id(file.name) not in going) if now else ()
    held = {file.checksum for file in stay}
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
        with suppress(OvertakenError), writing(where):
            batch = _batch(draft, now, where, replaces)
            version = build_anew(where, _with(now, batch), draft.base.content, now.version)
            tell(where, "published", batch, note, version)
            there = known(_readable(draft), now, replaces)
            return Published(version, batch, tuple(file.name for file in there))
    raise OvertakenError(f"Others keep publishing to the dataset at {where.name}. Try again.")


def _batch(draft: Draft, now: Standing, where: Place, replaces: Collection[str]) -> Batch:
    """Keep the draft's new files and its corrections; refuse what would overwrite in silence."""
    readable = _readable(draft)
    held = {report_id(file.name): file for file in now.files}
    for file in clashes(readable, now):
        if file.report not in replaces:
            raise DatasetError(
                f"{file.name}: the dataset already has a report {file.report!r} with other "
                "content. Rename the file if it is another report, or mark it as replacing."
            )
    files = []
    there = {file.checksum for file in known(readable, now, replaces)}
    for file in readable:
        if file.checksum not in there:
            old = held.get(file.report)
            keep(where, file.content)
            files.append(KeptFile(file.name, file.checksum, old.checksum if old else None))
    corrections = keep(where, _written(draft.corrections)) if draft.changes else None
    if not files and corrections is None:
        raise DatasetError("There is nothing to publish: the dataset already has every file.")
    named = "".join([*(file.name + file.checksum for file in files), corrections or ""])
    batch_id = hashlib.sha256(f"{now.version}{named}".encode()).hexdigest()[:12]
    return Batch(batch_id, tuple(files), corrections, now.version)


def _readable(draft: Draft) -> list[Upload]:
    return [file for file in draft.files if draft.report(file) is not None]


def _with(now: Standing, batch: Batch) -> Standing:
    new = {report_id(file.name) for file in batch.files}
    others = tuple(file for file in now.files if report_id(file.name) not in new)
    return replace(now, files=(*others, *batch.files), batches=(*now.batches, batch))


def _written(corrections: Catalogue) -> bytes:
    text = corrections.model_dump_json(exclude={"content"}, exclude_defaults=True, indent=2)
    return f"{text}\n".encode()
