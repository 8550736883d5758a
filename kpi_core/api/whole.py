"""A version's files as they stand: each table as Parquet without a limit, and all as one ZIP.

For a reader that wants everything at once, or that fetches the pieces of a file that it needs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kpi_core import schema
from kpi_core.api.asked import Asked
from kpi_core.api.choosing import VERSION
from kpi_core.api.parameters import Parameter
from kpi_core.api.problems import Problem
from kpi_core.dataset import archive, stored_file
from kpi_core.exports import FORMATS

PARAMETERS: tuple[Parameter, ...] = (VERSION,)
"""What they take."""


@dataclass(frozen=True)
class Whole:
    """One such file: its address, what it is, its media type and its bytes."""

    name: str
    about: str
    mime: str
    content: Callable[[Asked], bytes]

    def file_name(self, asked: Asked) -> str:
        """It says which version it is of."""
        stem, _, suffix = self.name.rpartition("/")[2].rpartition(".")
        return f"{stem}_{asked.data.version}.{suffix}"


def _zip(asked: Asked) -> bytes:
    return archive(asked.data)


def _table(name: str, asked: Asked) -> bytes:
    content = stored_file(asked.data, f"{name}.parquet")
    if content is None:
        said = f"Dataset version {asked.data.version} was made before there was a table {name}."
        raise Problem(404, said)
    return content


WHOLE: dict[str, Whole] = {
    made.name: made
    for made in (
        Whole("dataset.zip", "Every table and the descriptor, as a ZIP.", "application/zip", _zip),
        *(
            Whole(
                f"files/{table.name}.parquet",
                f"All rows of {table.name}, those of national releases included.",
                FORMATS["parquet"].mime,
                partial(_table, table.name),
            )
            for table in schema.TABLES
        ),
    )
}
