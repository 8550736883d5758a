"""When a report came into the dataset: the time at which its first version was written."""

import json
from datetime import datetime
from functools import lru_cache

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
    names = [name for name in where.folders() if VERSION.fullmatch(name)]
    times = (where.written(name, DESCRIPTOR) for name in names if _holds(where, name, sha256))
    return min((time for time in times if time is not None), default=None)


def _holds(where: Place, version: str, sha256: str) -> bool:
    """Whether a version was made from that file; one that is going away meanwhile was not."""
    try:
        described = json.loads(where.read(version, DESCRIPTOR))
        return any(one["hash"] == f"sha256:{sha256}" for one in described["sources"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
