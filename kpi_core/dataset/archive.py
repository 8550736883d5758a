"""A published version as it stands: whole as one file, or a file of it."""

from kpi_core.dataset.pack import zipped
from kpi_core.dataset.place import DESCRIPTOR, place
from kpi_core.dataset.read import Dataset


def archive(data: Dataset) -> bytes:
    """The tables of a version as they stand and their descriptor, as one ZIP."""
    where = place(data.location)
    names = (DESCRIPTOR, *_paths(data))
    return zipped(data.version, {name: where.read(data.version, name) for name in names})


def stored_file(data: Dataset, name: str) -> bytes | None:
    """The file of a table as it stands; None where the version is of before there was one."""
    return place(data.location).read(data.version, name) if name in _paths(data) else None


def _paths(data: Dataset) -> list[str]:
    return [str(resource["path"]) for resource in data.descriptor["resources"]]
