"""Text as every kind of file can hold it."""

from kpi_core.present.printable import printable


def clean(text: str) -> str:
    """The text with characters that XML forbids replaced, and one kind of line break."""
    return printable(text).replace("\r\n", "\n").replace("\r", "\n")
