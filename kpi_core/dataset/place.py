"""Where a dataset lives: a folder, or any address that pyarrow's file systems open."""

import os
import re
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from pyarrow import fs

from kpi_core.errors import DatasetError

CURRENT = "CURRENT"

DESCRIPTOR = "datapackage.json"

VERSION = re.compile(r"v\d+-[0-9a-f]{12}")


@dataclass(frozen=True)
class Place:
    """A file system and the dataset's folder in it; ``name`` is how people gave it."""

    system: fs.FileSystem
    root: str
    name: str

    def path(self, *parts: str) -> str:
        return "/".join([self.root.rstrip("/"), *parts])

    def exists(self, *parts: str) -> bool:
        return bool(self.system.get_file_info(self.path(*parts)).type != fs.FileType.NotFound)

    def read(self, *parts: str) -> bytes:
        with self.system.open_input_stream(self.path(*parts)) as stream:
            return bytes(stream.read())

    def write(self, content: bytes, *parts: str) -> None:
        """Put a whole file in place in one step, so that a reader never sees half of it.

        On a local disk it is written beside its place and renamed; an object store replaces an
        object in one step by itself.
        """
        target = self.path(*parts)
        local = isinstance(self.system, fs.LocalFileSystem)
        written = f"{target}.{os.getpid()}-{threading.get_ident()}.part" if local else target
        try:
            with self.system.open_output_stream(written) as stream:
                stream.write(content)
            if local:
                Path(written).replace(target)
        finally:
            if local:
                Path(written).unlink(missing_ok=True)

    def remove(self, *parts: str) -> None:
        self.system.delete_file(self.path(*parts))

    def remove_folder(self, *parts: str) -> None:
        self.system.delete_dir(self.path(*parts))

    def folders(self) -> list[str]:
        """The names of the folders right below the dataset's own."""
        inside = self.system.get_file_info(fs.FileSelector(self.root, allow_not_found=True))
        return sorted(info.base_name for info in inside if info.type == fs.FileType.Directory)

    def written(self, *parts: str) -> datetime | None:
        """When a file was last written, in UTC; None where there is none."""
        info = self.system.get_file_info(self.path(*parts))
        if info.type == fs.FileType.NotFound or info.mtime is None:
            return None
        return datetime.fromtimestamp(info.mtime.timestamp(), UTC)

    def make_folder(self, *parts: str) -> None:
        self.system.create_dir(self.path(*parts), recursive=True)


def place(location: str | Path) -> Place:
    """Open a dataset's place.

    Raises:
        DatasetError: for an address that no file system here understands.
    """
    name = str(location)
    if "://" not in name:
        return Place(fs.LocalFileSystem(), str(Path(name).absolute()), name)
    try:
        system, root = fs.FileSystem.from_uri(name)
    except (pa.ArrowInvalid, OSError) as error:
        raise DatasetError(f"The dataset address {name} cannot be opened: {error}.") from error
    return Place(system, root, name)
