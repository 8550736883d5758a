"""XLSX of one table."""

from kpi_core.exports.book import Book, Sheet, write_book
from kpi_core.exports.formats import ExportTable


def write_xlsx(table: ExportTable) -> bytes:
    """A workbook with a cover, the notes that the table needs, and the table."""
    return write_book(Book(table.caption, (Sheet("Table", table),)))
