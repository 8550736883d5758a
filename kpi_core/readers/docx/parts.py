"""The parts of a Word file that hold text. The only place where python-docx can trip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml import parse_xml
from lxml.etree import _Element

from kpi_core.errors import ReportError
from kpi_core.readers.docx.pieces import W

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word files of before 2007 begin, and files with a password."""

SAVE_AGAIN = "Open it in Word, save it again as a Word document (.docx), and try again."

LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Parts:
    """Page headers and footers once each, in the order of the sections that use them."""

    headers: tuple[_Element, ...]
    body: _Element
    footers: tuple[_Element, ...]
    footnotes: tuple[_Element, ...]
    endnotes: tuple[_Element, ...]


def open_parts(stream: BinaryIO, name: str) -> Parts:
    """Open the package and find its parts.

    Raises:
        ReportError: for a file of another kind or a damaged one.
    """
    content = stream.read()
    if content.startswith(OLE):
        raise ReportError(_old_or_locked(content, name))
    stream.seek(0)
    try:
        document = docx.Document(stream)
        return Parts(
            tuple(_linked(document, "headerReference")),
            document.element.body,
            tuple(_linked(document, "footerReference")),
            tuple(_notes(document, KIND.FOOTNOTES, "footnote")),
            tuple(_notes(document, KIND.ENDNOTES, "endnote")),
        )
    except Exception as error:  # python-docx and zipfile raise whatever they trip over
        raise ReportError(
            f"{name}: this is no Word document, or a damaged one ({type(error).__name__}). "
            f"{SAVE_AGAIN}"
        ) from error


def _old_or_locked(content: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return (
            f"{name}: the document is protected by a password. Open it in Word, take the password "
            "away, save it and try again."
        )
    return f"{name}: this is a Word file of before 2007, whatever its ending. {SAVE_AGAIN}"


def _linked(document: WordFile, reference: str) -> Iterator[_Element]:
    links = dict.fromkeys(e.get(LINK) for e in document.element.body.iter(f"{W}{reference}"))
    for link in links:
        yield document.part.related_parts[link].element


def _notes(document: WordFile, kind: str, tag: str) -> Iterator[_Element]:
    """The notes of the document, without the lines that only separate them from the text."""
    for link in document.part.rels.values():
        if link.reltype == kind and not link.is_external:
            for note in parse_xml(link.target_part.blob).iterchildren(f"{W}{tag}"):
                if note.get(f"{W}type", "normal") == "normal":
                    yield note
