"""A workbook or document that is a zip archive of parts: its list of parts, and what it is.

Nothing is ever unpacked to disk, and archives inside the archive are not opened.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kpi_core.errors import ReportError
from kpi_core.readers import not_read
from kpi_core.readers.limits import MOST_PARTS, ONLY_THE_TABLE
from kpi_core.readers.not_read import NotRead

LISTED = b"PK\x01\x02"
"""What every entry of the list of parts begins with."""

CHUNK = 1 << 20

DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError),
    *(NotImplementedError, RuntimeError, LookupError),
)
"""What the standard library raises for archives that are damaged, or of a kind it cannot read."""

OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Archive:
    """``name`` is that of the file."""

    name: str
    source: zipfile.ZipFile
    parts: tuple[zipfile.ZipInfo, ...]

    @classmethod
    def of(cls, content: bytes, name: str) -> "Archive":
        """Read the list of parts.

        Raises:
            ReportError: for a damaged archive, or one of too many parts.
        """
        if content.count(LISTED) > MOST_PARTS:  # before the list itself fills the memory
            raise ReportError(
                f"{name}: the file is made of more than {MOST_PARTS:,} parts, which is too many "
                f"for a scorecard. {ONLY_THE_TABLE}"
            )
        try:
            source = zipfile.ZipFile(io.BytesIO(content))
        except DAMAGED as error:
            raise damaged(name) from error
        return cls(name, source, tuple(source.infolist()))

    def format(self) -> str | NotRead:
        """What the parts make: a key of the registry, or what it is called."""
        names = {part.filename for part in self.parts}
        kind = self._declared(names)
        if kind.startswith(OPEN_DOCUMENT):
            return _open_document(kind.removeprefix(OPEN_DOCUMENT))
        for sign, found in _SIGNS:
            if any(name.startswith(sign) for name in names):
                return found
        return not_read.ARCHIVE

    def chunks(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        """The unpacked bytes of a part, a megabyte at a time, whatever size it claims to have.

        Raises:
            ReportError: when they cannot be unpacked.
        """
        try:
            with self.source.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except DAMAGED as error:
            raise damaged(self.name) from error

    def _declared(self, names: set[str]) -> str:
        """The media type that OpenDocument files carry as their first part."""
        if "mimetype" not in names:
            return ""
        first = next(self.chunks(self.source.getinfo("mimetype")), b"")
        return first[:200].decode("ascii", errors="replace").strip()


_SIGNS: tuple[tuple[str, str | NotRead], ...] = (
    ("xl/workbook.bin", not_read.BINARY_WORKBOOK),
    ("xl/", "xlsx"),
    ("word/", "docx"),
    ("ppt/", not_read.SLIDES),
    ("Index/", not_read.APPLE),
    ("Index.zip", not_read.APPLE),
    ("index.apxl", not_read.APPLE),
)


def _open_document(kind: str) -> str | NotRead:
    if kind.startswith("spreadsheet"):
        return "ods"
    return not_read.OPEN_TEXT if kind.startswith("text") else not_read.OPEN_OTHER


def damaged(name: str) -> ReportError:
    return ReportError(
        f"{name}: the file is damaged or was cut short. Download or export it again."
    )
