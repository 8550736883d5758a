"""What was added to a dataset: batches of files with their corrections, releases, and the log.

The descriptor of a version says what that version is made of, so whatever CURRENT names is true at
once and whole. The log beside it only tells people what happened.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kpi_core.dataset.pack import as_json
from kpi_core.dataset.place import CURRENT, DESCRIPTOR, Place
from kpi_core.dataset.read import current_version
from kpi_core.dataset.releases import KeptRelease
from kpi_core.errors import DatasetError

FOLDER, LOG = "imports", "log.json"


@dataclass(frozen=True)
class KeptFile:
    """A report file that is kept with the dataset, under its checksum.

    ``replaces`` is the checksum of the file of the same report that it took the place of.
    """

    name: str
    checksum: str
    replaces: str | None = None


@dataclass(frozen=True)
class Batch:
    """One import. ``catalogue`` is the checksum of its corrections, if it has any.

    ``before`` is the version that it was added to; None where there was no dataset.
    """

    id: str
    files: tuple[KeptFile, ...]
    catalogue: str | None
    before: str | None


@dataclass(frozen=True)
class Recorded:
    """What a new build has to include: batches and national releases, in order of their import."""

    batches: tuple[Batch, ...] = ()
    releases: tuple[KeptRelease, ...] = ()

    def described(self) -> dict[str, list[dict[str, Any]]]:
        """As the descriptor and the log write it; what there is none of is left out."""
        written = {
            "imports": [asdict(batch) for batch in self.batches],
            "releases": [asdict(release) for release in self.releases],
        }
        return {name: entries for name, entries in written.items() if entries}


NOTHING_ADDED = Recorded()


@dataclass(frozen=True)
class Standing:
    """What the current version is made of; ``files`` include those of the batches."""

    version: str | None
    files: tuple[KeptFile, ...]
    catalogue: str | None
    batches: tuple[Batch, ...]
    releases: tuple[KeptRelease, ...] = ()

    @property
    def recorded(self) -> Recorded:
        return Recorded(self.batches, self.releases)


def standing(where: Place) -> Standing | None:
    """What the current version is made of; None where there is no dataset yet.

    Raises:
        DatasetError: when it cannot be read, or an earlier program wrote it.
    """
    if not where.exists(CURRENT):
        return None
    version = current_version(where.name)
    try:
        described = json.loads(where.read(version, DESCRIPTOR))
        reports = (source for source in described["sources"] if "release" not in source)
        files = tuple(KeptFile(source["path"], source["hash"]) for source in reports)
        added = _recorded(described)
        return Standing(version, files, described["catalogue"], added.batches, added.releases)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatasetError(
            f"Version {version} of the dataset at {where.name} does not say what it was built "
            "from. Run 'kpi build' once with its reports, and try again."
        ) from error


def recorded(where: Place) -> Recorded:
    """What a new build has to include, also where the current version is damaged."""
    try:
        now = standing(where)
    except DatasetError:
        events = log(where)
        return _recorded(events[-1]) if events else NOTHING_ADDED
    return now.recorded if now is not None else NOTHING_ADDED


def log(where: Place) -> list[dict[str, Any]]:
    """What was published, imported and taken out, oldest first.

    Each event has ``at``, ``what`` (such as published), ``batch``, ``note``, ``before``,
    ``after``, and what then stood in ``imports`` and ``releases``.

    Raises:
        DatasetError: when it is there and cannot be read.
    """
    if not where.exists(FOLDER, LOG):
        return []
    try:
        return [dict(event) for event in json.loads(where.read(FOLDER, LOG))]
    except (OSError, ValueError, TypeError) as error:
        raise DatasetError(
            f"The log {FOLDER}/{LOG} of the dataset at {where.name} cannot be read ({error}). "
            "Move it away; what is published stays."
        ) from error


def add_to_log(where: Place, event: Mapping[str, Any], now: Recorded) -> None:
    """Add an event; the file is put in place in one step."""
    events = [*log(where), {**event, "imports": [], **now.described()}]
    where.make_folder(FOLDER)
    where.write(as_json(events), FOLDER, LOG)


def _recorded(holder: Mapping[str, Any]) -> Recorded:
    batches = tuple(
        Batch(
            given["id"],
            tuple(KeptFile(**file) for file in given["files"]),
            given["catalogue"],
            given["before"],
        )
        for given in holder.get("imports", ())
    )
    releases = (KeptRelease(**given) for given in holder.get("releases", ()))
    return Recorded(batches, tuple(releases))
