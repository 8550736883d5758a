"""What the registry holds of a format: which module reads it, and whether that runs apart."""

from dataclasses import dataclass
from importlib import import_module
from typing import BinaryIO

from kpi_core.readers.grid import Document


@dataclass(frozen=True)
class Reader:
    """``module`` has ``read(stream, name) -> Document`` and is imported when it is first needed.

    An ``isolated`` reader runs in a process of its own, since the libraries behind it unpack and
    parse far more than they are given: there a hang, a crash or a flood of memory ends that
    process, and the app goes on.
    """

    module: str
    isolated: bool = False

    def read(self, stream: BinaryIO, name: str) -> Document:
        """Read in this process.

        Raises:
            ReportError: when the bytes hold no table.
        """
        document: Document = import_module(self.module).read(stream, name)
        return document
