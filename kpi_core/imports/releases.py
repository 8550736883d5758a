"""Adding national releases to a dataset, and taking one out again. No version is ever deleted."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from kpi_core.build import ATTEMPTS
from kpi_core.dataset import OvertakenError
from kpi_core.dataset.batches import Batch, KeptFile, Standing, log, standing
from kpi_core.dataset.place import Place
from kpi_core.dataset.releases import KeptRelease, is_whole
from kpi_core.errors import DatasetError, UsageError
from kpi_core.imports.switching import build_anew, tell, writing
from kpi_core.national import SourceFile

ADDED, TAKEN_OUT = "release imported", "release removed"
"""What the log says was done."""


def kept_releases(where: Place) -> tuple[KeptRelease, ...]:
    """The releases of the current version, in the order of their import."""
    now = standing(where)
    return now.releases if now is not None else ()


def already_there(
    files: Sequence[SourceFile], where: Place, kept: Iterable[KeptRelease]
) -> KeptRelease | None:
    """The release that exactly these files gave, if all that was read of them is still whole."""
    named = {file.checksum for file in files}
    found = (release for release in kept if set(release.files.values()) == named)
    return next((release for release in found if is_whole(where, release)), None)


@dataclass(frozen=True)
class Imported:
    """``changed`` says whether a new version was made: the same files twice give none."""

    version: str
    changed: bool


def add_releases(
    where: Place, releases: Sequence[KeptRelease], catalogue: bytes | None = None
) -> Imported:
    """Make a version of the reports that are there with releases beside them.

    Args:
        where: the dataset's place; there has to be a dataset.
        releases: kept there; one of an id that is there takes its place.
        catalogue: takes the place of the one that the dataset was built with.

    Raises:
        DatasetError: no dataset, a place that cannot be written, or others who keep publishing.
            The dataset is as it was.
    """
    log(where)  # one that cannot be read is said before anything is changed
    by_id = {release.id: release for release in releases}

    def with_them(now: Standing) -> Standing:
        there = {release.id: release for release in now.releases}
        wanted = replace(now, releases=tuple((there | by_id).values()))
        return wanted if catalogue is None else replace(wanted, catalogue=None)

    version, changed = _next_version(where, with_them, ADDED, releases, catalogue or b"")
    return Imported(version, changed)


def remove_release(where: Place, release_id: str) -> tuple[str, KeptRelease]:
    """Take a release out of the next version; older versions keep it.

    Returns:
        The version that is current now, and the release.

    Raises:
        UsageError: the dataset has no such release.
        DatasetError: as for adding.
    """
    kept = kept_releases(where)
    gone = next((release for release in kept if release.id == release_id), None)
    if gone is None:
        known = ", ".join(release.id for release in kept) or "none"
        raise UsageError(
            f"The dataset at {where.name} has no release {release_id!r}. It has {known}."
        )

    def without(now: Standing) -> Standing:
        left = tuple(release for release in now.releases if release.id != release_id)
        return replace(now, releases=left)

    version, _ = _next_version(where, without, TAKEN_OUT, [gone])
    return version, gone


def _next_version(
    where: Place,
    change: Callable[[Standing], Standing],
    what: str,
    about: Sequence[KeptRelease],
    catalogue: bytes = b"",
) -> tuple[str, bool]:
    """The version that is current then, and whether it is another one than before."""
    for _ in range(ATTEMPTS):
        now = standing(where)
        if now is None:
            raise DatasetError(f"There is no dataset at {where.name} yet. Run 'kpi build' first.")
        wanted = change(now)
        if wanted == now and not catalogue:
            return str(now.version), False
        with suppress(OvertakenError), writing(where):
            version = build_anew(where, wanted, catalogue, now.version)
            for release in about:
                tell(where, what, _logged(release, now.version), release.title, version)
            return version, True
    raise OvertakenError(f"Others keep publishing to the dataset at {where.name}. Try again.")


def _logged(release: KeptRelease, before: str | None) -> Batch:
    files = tuple(KeptFile(name, digest) for name, digest in release.files.items())
    return Batch(release.id, files, None, before)
