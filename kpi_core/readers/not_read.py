"""Formats that are recognised and not read: what to call each, and what to save it as."""

from dataclasses import dataclass

from kpi_core.errors import ReportError

AS_WORKBOOK = "Open it in a spreadsheet program, save it as Excel (.xlsx) and try again."
AS_DOCUMENT = "Open it in a word processor, save it as Word (.docx) and try again."
AS_TABLE = "Type or copy the table into a spreadsheet, save it as Excel (.xlsx) and try again."
UNPACK = "Unpack it and give the report that is inside."
EXPORT = "Export the table as CSV (comma separated, UTF-8) and try again."


@dataclass(frozen=True)
class NotRead:
    """``what`` continues "the file is ..."; ``remedy`` is a sentence."""

    what: str
    remedy: str

    def error(self, name: str) -> ReportError:
        return ReportError(f"{name}: the file is {self.what}, which is not read. {self.remedy}")


OLD_WORD = NotRead("a Word document of before 2007 (.doc)", AS_DOCUMENT)
SLIDES = NotRead("a presentation", AS_TABLE)
MESSAGE = NotRead("an e-mail message", "Save the report that is attached to it and give that file.")
OLD_OFFICE = NotRead("of an Office format that is not known here", AS_WORKBOOK)
OPEN_TEXT = NotRead("an OpenDocument text (.odt)", AS_DOCUMENT)
OPEN_OTHER = NotRead("an OpenDocument file that is no spreadsheet", AS_WORKBOOK)
BINARY_WORKBOOK = NotRead("a binary Excel workbook (.xlsb)", AS_WORKBOOK)
APPLE = NotRead(
    "an Apple Numbers, Pages or Keynote file",
    "Open it there, export it as Excel or Word (.xlsx or .docx) and try again.",
)
ARCHIVE = NotRead("an archive of other files", UNPACK)
WEB_ARCHIVE = NotRead("a web archive (MHTML)", AS_WORKBOOK)
XML_WORKBOOK = NotRead("an Excel workbook in the XML format of 2003", AS_WORKBOOK)
XML = NotRead("XML", AS_WORKBOOK)
JSON = NotRead("JSON", EXPORT)
RICH_TEXT = NotRead("rich text (.rtf)", AS_DOCUMENT)
PICTURE = NotRead("a picture", AS_TABLE)
DATA = NotRead("a database or data file for programs", EXPORT)
OTHER_BYTES = NotRead(
    "of no format that is known here (it holds bytes that are no text)",
    "Save the table as Excel (.xlsx) or CSV (UTF-8) and try again.",
)

BY_FIRST_BYTES: tuple[tuple[bytes, NotRead], ...] = (
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG\r\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh91AY&SY", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"(\xb5/\xfd", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"PAR1\x15", DATA),
    (b"ARROW1\x00", DATA),
    (b"SQLite format 3\x00", DATA),
)
