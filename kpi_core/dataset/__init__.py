"""The dataset on disk or object storage: written atomically, read back through here alone."""

from kpi_core.dataset.archive import archive, stored_file
from kpi_core.dataset.assessed import Assessed
from kpi_core.dataset.descriptor import schemes_used
from kpi_core.dataset.pack import Inputs, Packed, pack
from kpi_core.dataset.read import Dataset, current_version, read
from kpi_core.dataset.tables import tables
from kpi_core.dataset.write import OvertakenError, write

__all__ = [
    "Assessed",
    "Dataset",
    "Inputs",
    "OvertakenError",
    "Packed",
    "archive",
    "current_version",
    "pack",
    "read",
    "schemes_used",
    "stored_file",
    "tables",
    "write",
]
