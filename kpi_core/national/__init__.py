"""National releases: files of published figures to the tables of the dataset.

A source is one module with ``recognises`` and ``read``, and one line in the registry.
"""

from collections.abc import Iterator, Mapping, Sequence

from kpi_core.errors import ReleaseError
from kpi_core.national.release import Progress, Release, SourceFile
from kpi_core.national.source import Source

__all__ = ["SOURCES", "Release", "Source", "SourceFile", "find", "read_release", "releases_in"]

SOURCES: dict[str, Source] = {
    source.name: source
    for source in (Source("lait", "Local Authority Interactive Tool", "kpi_core.national.lait"),)
}
"""The most particular first: the first one that knows a file reads it."""

_NAMES_SHOWN = 5


def find(files: Sequence[SourceFile]) -> Source | None:
    """The first source that knows what is among the files, None if none does."""
    return next((source for source in SOURCES.values() if source.recognises(files)), None)


def read_release(files: Sequence[SourceFile], progress: Progress) -> Release:
    """Read files that belong together, such as those of one folder, as one release.

    Raises:
        ReleaseError: when no source knows them, or one is damaged.
    """
    source = find(files)
    if source is None:
        raise ReleaseError(
            f"{_names(files) or 'An empty folder'}: no national figures that are known here. "
            f"Known are: {known_sources()}."
        )
    return source.read(files, progress)


def releases_in(
    folders: Mapping[str, Sequence[SourceFile]], progress: Progress
) -> Iterator[Release]:
    """Every release in a tree of folders, one after the other so that one is held at a time.

    Files that one source leaves are offered to the next; what none knows is told of by
    ``progress``, never dropped in silence.

    Args:
        folders: files by the name of their folder; the files of one release share a folder.
        progress: is told what is going on, in sentences.

    Raises:
        ReleaseError: when there is no release in any of them, or a file is damaged.
    """
    found = False
    for folder, files in folders.items():
        left = list(files)
        while source := find(left):
            release = source.read(left, progress)
            found = True
            yield release
            read = {file.name for file in release.files}
            left = [file for file in left if file.name not in read]
        if left:
            progress(f"{folder}: {_names(left)} not read, as no source knows what it is.")
    if not found:
        raise ReleaseError(
            f"{', '.join(folders) or 'Nothing given'}: no national figures that are known here. "
            f"Known are: {known_sources()}."
        )


def known_sources() -> str:
    """The titles of the sources, for a sentence."""
    return ", ".join(source.title for source in SOURCES.values())


def _names(files: Sequence[SourceFile]) -> str:
    shown = ", ".join(file.name for file in files[:_NAMES_SHOWN])
    more = len(files) - _NAMES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
