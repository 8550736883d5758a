"""What a person finds in a pack, read with the libraries that know each format best."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import docx
import pptx
from docx.document import Document
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pypdf import PdfReader


@dataclass
class Found:
    """One section: its heading, the texts below it, and its tables as rows of cells."""

    heading: str
    texts: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)

    @property
    def said(self) -> str:
        return "\n".join(self.texts)

    def table(self, head: str) -> list[list[str]]:
        """The rows of the tables whose first header cell this is, header rows left out."""
        mine = [table for table in self.tables if table[0][0] == head]
        return [row for table in mine for row in table[1:]]


@cache
def word_sections(content: bytes) -> list[Found]:
    """The sections of a Word pack; the cover is the first."""
    document = docx.Document(io.BytesIO(content))
    found = [Found("Cover")]
    for block in word_blocks(document):
        if isinstance(block, WordTable):
            found[-1].tables.append([[cell.text for cell in row.cells] for row in block.rows])
        elif block.style is not None and block.style.name == "Heading 1":
            found.append(Found(block.text))
        else:
            found[-1].texts.append(block.text)
    return found


def word_blocks(document: Document) -> Iterator[Paragraph | WordTable]:
    return document.iter_inner_content()


@cache
def slide_sections(content: bytes) -> list[Found]:
    """The sections of a presentation: a slide with those that it goes on with."""
    found: list[Found] = []
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        title = slide.shapes.title.text_frame.text
        if "(continued" not in title:
            found.append(Found(title))
        for shape in slide.shapes:
            if shape.has_table:
                rows = shape.table.rows
                found[-1].tables.append([[cell.text for cell in row.cells] for row in rows])
            elif shape.has_text_frame and shape != slide.shapes.title and not is_foot(shape):
                found[-1].texts.append(shape.text_frame.text)
    return found


FOOT = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def is_foot(shape: BaseShape) -> bool:
    """Whether it is the footer or the number of a slide."""
    return shape.is_placeholder and shape.placeholder_format.type in FOOT


@dataclass
class Tag:
    """An element of a PDF's structure."""

    name: str
    alt: str
    below: list["Tag"] = field(default_factory=list)
    text: str = ""

    def all(self, *names: str) -> Iterator["Tag"]:
        """Every element of these names, in reading order."""
        if self.name in names:
            yield self
        for tag in self.below:
            yield from tag.all(*names)

    @property
    def said(self) -> str:
        between = " " if self.name == "LI" else ""  # a label and what is said of it
        return self.text + between.join(tag.said for tag in self.below)


@cache
def pdf_tags(content: bytes) -> Tag:
    """The tag tree of a PDF, with the text that belongs to each element."""
    reader = PdfReader(io.BytesIO(content))
    marked = {page.indirect_reference.idnum: marked_texts(page) for page in reader.pages}  # type: ignore[union-attr]
    return _tag(reader.trailer["/Root"]["/StructTreeRoot"]["/K"], marked, None)  # type: ignore[index]


def _tag(given: Any, marked: dict[int, dict[int, str]], page: int | None) -> Tag:
    node = given.get_object()
    if isinstance(node, list):
        (node,) = (only.get_object() for only in node)
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    tag = Tag(str(node.get("/S", ""))[1:], str(node.get("/Alt", "")))
    below = node.get("/K", [])
    for part in below if isinstance(below, list) else [below]:
        inner = part.get_object()
        if isinstance(inner, int):
            tag.text += marked[page].get(int(inner), "") if page is not None else ""
        elif "/MCID" in inner:
            at = inner.raw_get("/Pg").idnum if "/Pg" in inner else page
            tag.text += marked[at].get(int(inner["/MCID"]), "") if at is not None else ""
        elif "/S" in inner:
            tag.below.append(_tag(inner, marked, page))
    return tag


def marked_texts(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page, by its number."""
    texts: dict[int, str] = {}
    open_: list[int | None] = []

    def before(operator: bytes, operands: list[Any], *_: object) -> None:
        if operator in (b"BDC", b"BMC"):
            known = operands[1] if operator == b"BDC" and len(operands) > 1 else {}
            known = known.get_object() if hasattr(known, "get_object") else known
            open_.append(known.get("/MCID") if isinstance(known, dict) else None)
        elif operator == b"EMC":
            open_.pop()

    def text(said: str, *_: object) -> None:
        number = next((n for n in reversed(open_) if n is not None), None)
        if number is not None:
            texts[number] = texts.get(number, "") + said

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    return texts


@cache
def pdf_sections(content: bytes) -> list[Found]:
    """The sections of a PDF pack, read through its tags alone; the cover is the first."""
    found = [Found("Cover")]
    for tag in pdf_tags(content).below:
        if tag.name == "H1":
            found.append(Found(plain(tag.said)))
        found[-1].tables += [pdf_rows(table) for table in tag.all("Table")]
        if tag.name != "Table":
            found[-1].texts.append(plain(tag.said))
    return found


def pdf_rows(table: Tag) -> list[list[str]]:
    return [[plain(cell.said) for cell in row.all("TH", "TD")] for row in table.all("TR")]


def plain(text: str) -> str:
    """One space for every run of white space: where a line is folded is no difference."""
    return " ".join(text.split())


SECTIONS = {"docx": word_sections, "pptx": slide_sections, "pdf": pdf_sections}
