"""A whole published version as one file."""

from kpi_core.dataset.pack import zipped
from kpi_core.dataset.place import DESCRIPTOR, place
from kpi_core.dataset.read import Dataset


def archive(data: Dataset) -> bytes:
    """The tables of a version as they stand and their descriptor, as one ZIP."""
    where = place(data.location)
    names = (DESCRIPTOR, *(resource["path"] for resource in data.descriptor["resources"]))
    return zipped(data.version, {name: where.read(data.version, name) for name in names})
