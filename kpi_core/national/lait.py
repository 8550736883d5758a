"""The Local Authority Interactive Tool of the Department for Education."""

from collections.abc import Sequence

from kpi_core.errors import ReleaseError
from kpi_core.national.release import Progress, Release, SourceFile


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether the long table of values is among the files."""
    return any(file.content[:4] == b"PAR1" for file in files)


def read(files: Sequence[SourceFile], progress: Progress) -> Release:
    """To be written."""
    progress("Reading the Local Authority Interactive Tool.")
    raise ReleaseError(f"{files[0].name}: not read yet.")
