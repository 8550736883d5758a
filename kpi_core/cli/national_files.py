"""The files of national releases that a command is given, by folder, within bounds."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kpi_core.errors import UsageError
from kpi_core.national import SourceFile
from kpi_core.readers.safety.file_name import shown

MOST_FILES = 500
MOST_BYTES_EACH = 200 * 2**20
MOST_BYTES = 500 * 2**20
"""All files of one import together: what a machine of 2 GB holds beside the work on it."""


def source_files(paths: Sequence[Path]) -> dict[str, list[SourceFile]]:
    """The content of files and of all files in folders, by the folder that they are in.

    Raises:
        UsageError: nothing there, a file that cannot be read, or more than the bounds.
    """
    found = list(dict.fromkeys(file.resolve() for path in paths for file in _files(path)))
    if not found:
        raise UsageError(f"There is no file in {', '.join(map(str, paths))}.")
    if len(found) > MOST_FILES:
        raise UsageError(
            f"{len(found):,} files are more than the {MOST_FILES} that are read at once. "
            "Name the folder of one release."
        )
    folders: dict[str, list[SourceFile]] = {}
    room = MOST_BYTES
    for path in found:
        content = _content(path, room)
        room -= len(content)
        folders.setdefault(str(path.parent), []).append(SourceFile(shown(path.name), content))
    return folders


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        inside = sorted(path.rglob("*"))
        yield from (file for file in inside if file.is_file() and not _hidden(file, path))
    elif path.is_file():
        yield path
    else:
        raise UsageError(f"There is no file or folder {path}. Check the name.")


def _hidden(file: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(below).parts)


def _content(path: Path, room: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES_EACH or size > room:
            raise UsageError(
                f"{path} has {size / 2**20:,.0f} MB. At most {MOST_BYTES_EACH // 2**20} MB of one "
                f"file and {MOST_BYTES // 2**20} MB at once are read. Name fewer files."
            )
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
