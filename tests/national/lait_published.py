"""The published files of the Local Authority Interactive Tool, read once for all tests."""

from functools import lru_cache
from pathlib import Path

from kpi_core.national import Release, SourceFile, read_release


def files_in(folder: Path) -> list[SourceFile]:
    """Every file of a folder, by name."""
    return [SourceFile(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


@lru_cache(maxsize=1)
def published(folder: Path) -> Release:
    """The release in a folder."""
    return read_release(files_in(folder), lambda _: None)
