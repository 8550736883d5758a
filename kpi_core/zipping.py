"""ZIP files that are the same bytes each time they are made of the same content."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows, on every entry."""


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files, in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            with entry(whole, name) as file:
                file.write(content)
    return made.getvalue()


@contextmanager
def entry(whole: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """A file in a ZIP, to be written a piece at a time."""
    described = zipfile.ZipInfo(name, _DATE)
    described.compress_type = zipfile.ZIP_DEFLATED
    with whole.open(described, "w") as file:
        yield file
