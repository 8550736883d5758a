"""What a file is, by its bytes: systems export web pages and text under names that end in .xls."""

import json
import re

from kpi_core.readers import not_read
from kpi_core.readers.not_read import NotRead
from kpi_core.readers.safety import compound
from kpi_core.readers.safety.archive import Archive

HEAD = 4_096
"""Bytes that are looked at for the first signs of a format."""

WHOLE_JSON = 5_000_000
"""Longer text is taken for JSON by its ends alone."""

WORDS = {
    "xlsx": "an Excel workbook (.xlsx)",
    "xls": "an Excel workbook of before 2007 (.xls)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "docx": "a Word document (.docx)",
    "pdf": "a PDF",
    "html": "a web page (HTML)",
    "txt": "delimited text",
}
"""What each format that can be seen in the bytes is called in a sentence."""

ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

OLD_WORKBOOKS = (
    *(b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"),
    *(b"\x09\x08\x08\x00", b"\x09\x08\x10\x00"),
)
"""How workbooks of Excel 2 to 5 begin that are not wrapped in a compound file."""

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

PAGE = re.compile(
    r"<(!doctype\s+html|(html|head|body|table|meta|style|script|link|title|div|center|font|h[1-6]|p|br)"
    r"[\s/>])",
    re.IGNORECASE,
)
"""How a page begins, whatever its name ends in."""

TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)
"""Enough for a file whose name says that it is a page."""

PAGES = {"html", "htm"}

PLAIN = {"csv", "tsv", "txt"}


def sniff(content: bytes, ending: str, name: str) -> str:
    """The format of the bytes, as a key of ``WORDS``; ``ending`` decides only where they do not.

    Raises:
        ReportError: for a format that is recognised and not read, a damaged archive, a password.
    """
    if content.startswith(ARCHIVES):
        return _known(Archive.of(content, name).format(), name)
    if content.startswith(compound.MAGIC):
        return _known(compound.format_of(content, name), name)
    if content.startswith(OLD_WORKBOOKS):
        return "xls"
    if b"%PDF-" in content[:1_024]:
        return "pdf"
    for magic, other in not_read.BY_FIRST_BYTES:
        if content.startswith(magic):
            raise other.error(name)
    return _text(content, ending, name)


def _known(found: str | NotRead, name: str) -> str:
    if isinstance(found, NotRead):
        raise found.error(name)
    return found


def _text(content: bytes, ending: str, name: str) -> str:
    marked = content.startswith(UTF_16_MARKS)
    if b"\x00" in content and not marked and ending not in PLAIN | PAGES:
        raise not_read.OTHER_BYTES.error(name)
    head = content[:HEAD].decode("utf-16" if marked else "utf-8-sig", errors="replace")
    said_page = ending in PAGES and (TAG.search(head) or b"<table" in content.lower())
    if said_page or PAGE.match(_first_element(head)):
        return "html"
    refused = _markup(head) or _json(content)
    if refused is not None:
        raise refused.error(name)
    return "txt"


def _first_element(head: str) -> str:
    """The text from its first tag on, after an XML declaration and comments."""
    rest = head.lstrip()
    if rest.startswith("<?xml"):
        rest = rest.partition("?>")[2].lstrip()
    while rest.startswith("<!--"):
        rest = rest.partition("-->")[2].lstrip()
    return rest


def _markup(head: str) -> NotRead | None:
    start = head.lstrip().lower()
    if start.startswith("mime-version:") or "content-type: multipart/related" in start:
        return not_read.WEB_ARCHIVE
    if not start.startswith(("<?xml", "<workbook", "<office:document")):
        return None
    return not_read.XML_WORKBOOK if "office:spreadsheet" in start else not_read.XML


def _json(content: bytes) -> NotRead | None:
    """A table may begin with a bracket too, so short text has to be JSON as a whole."""
    text = content.strip()
    if text[:1] + text[-1:] not in {b"{}", b"[]"}:
        return None
    try:
        if len(text) <= WHOLE_JSON:
            json.loads(text)
    except RecursionError:
        return not_read.JSON
    except ValueError:
        return None
    return not_read.JSON
