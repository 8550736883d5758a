"""When a report came into the dataset: the time at which its first version was written."""

import json
from datetime import UTC, datetime
from functools import lru_cache

from pyarrow import fs

from kpi_core.dataset.place import DESCRIPTOR, VERSION, Place, place


@lru_cache(maxsize=32)
def arrived(location: str, version: str, sha256: str) -> datetime | None:
    """When the oldest version that is still there was written with that very file.

    A later build from the same file changes nothing of it; a corrected file comes anew.

    Args:
        location: place of the dataset.
        version: the current one, so that a new one is looked at afresh.
        sha256: checksum of the report's file.
    """
    del version
    where = place(location)
    times = [time for name, time in _versions(where) if _holds(where, name, sha256)]
    return min(times, default=None)


def _versions(where: Place) -> list[tuple[str, datetime]]:
    inside = where.system.get_file_info(fs.FileSelector(where.root, allow_not_found=True))
    names = [info.base_name for info in inside if VERSION.fullmatch(info.base_name)]
    found = where.system.get_file_info([where.path(name, DESCRIPTOR) for name in names])
    times = zip(names, (info.mtime for info in found), strict=True)
    return [(name, time.astimezone(UTC)) for name, time in times if time is not None]


def _holds(where: Place, version: str, sha256: str) -> bool:
    """Whether a version was made from that file; one that is going away meanwhile was not."""
    try:
        described = json.loads(where.read(version, DESCRIPTOR))
        return any(one["hash"] == f"sha256:{sha256}" for one in described["sources"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
