"""The same bytes for the same content: Office files are ZIP archives, which note the clock."""

import io
import zipfile

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can note."""


def sealed(content: bytes) -> bytes:
    """The archive with its members as they are, and without the time at which they were written."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in given.namelist():
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), given.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()
