"""Texts of a workbook that are formatted in part: digits that are raised in them stay raised."""

from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock

from kpi_core.readers.raised import raised


def seen(text: str | CellRichText) -> str:
    """A shared text as openpyxl gives it."""
    if isinstance(text, str):
        return text
    return "".join(_block(piece) if isinstance(piece, TextBlock) else piece for piece in text)


def _block(block: TextBlock) -> str:
    text = block.text or ""
    return raised(text) if block.font.vertAlign == "superscript" else text


def seen_run(run: etree._Element) -> str:
    """A run of a text that stands in the sheet itself."""
    text, way = run.findtext("{*}t") or "", run.find("{*}rPr/{*}vertAlign")
    return raised(text) if way is not None and way.get("val") == "superscript" else text
