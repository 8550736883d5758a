"""Write a dataset version whole, then make it the current one in a single step."""

from collections.abc import Callable
from contextlib import suppress

from kpi_core.dataset.inputs import keep
from kpi_core.dataset.keeping import policy, prune
from kpi_core.dataset.lock import locked
from kpi_core.dataset.pack import Packed
from kpi_core.dataset.place import CURRENT, Place
from kpi_core.errors import DatasetError


class OvertakenError(DatasetError):
    """Somebody else changed the dataset while this version was being made."""


def write(where: Place, packed: Packed, still: Callable[[], bool] | None = None) -> str:
    """Write a version and make it current.

    The descriptor is written last in its folder, so a folder that has one is complete; a build
    that is killed leaves CURRENT as it was. The inputs are kept beside the versions, so that a
    later import can be added to the same reports. Afterwards go the versions that the host's policy
    does not keep.

    Args:
        where: the dataset's place.
        packed: the version.
        still: asked right before the switch, while nobody else can switch; False calls it off.

    Returns:
        The name of the version.

    Raises:
        OvertakenError: ``still`` said no; CURRENT is as it was.
        DatasetError: when the place cannot be written to.
        UsageError: when the policy is set to what cannot be.
    """
    kept = policy()
    try:
        for content in packed.inputs.all:
            keep(where, content)
        # Also where the version exists: the same bytes again, which mends a damaged file.
        where.make_folder(packed.version)
        for name, content in packed.files.items():
            where.write(content, packed.version, name)
        with locked(where):
            if still is not None and not still():
                raise OvertakenError(
                    f"The dataset at {where.name} was changed by somebody else meanwhile. "
                    "Nothing was overwritten; try again."
                )
            where.write(f"{packed.version}\n".encode(), CURRENT)
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} cannot be written ({error}); it is as it was before. "
            "Name another place, or make room there."
        ) from error
    with suppress(OSError, DatasetError):  # the next build tries again; this one is done
        prune(where, kept)
    return packed.version
