"""The dataset on disk or object storage: written atomically, read back through here alone."""

from kpi_core.dataset.assessed import Assessed
from kpi_core.dataset.descriptor import schemes_used
from kpi_core.dataset.read import Dataset, archive, current_version, read
from kpi_core.dataset.tables import tables
from kpi_core.dataset.write import write

__all__ = [
    "Assessed",
    "Dataset",
    "archive",
    "current_version",
    "read",
    "schemes_used",
    "tables",
    "write",
]
