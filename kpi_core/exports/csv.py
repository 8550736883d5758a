"""CSV for spreadsheets and scripts alike: one header row, the data, the caption in last columns."""

import csv
import re
import unicodedata

import pandas as pd

from kpi_core.exports.formats import ExportTable, each_column, is_number

CAPTION_HEADERS = ("Source", "Report period", "Dataset version", "Filters")

_STARTS_A_FORMULA = re.compile(r"[=+\-@]")
_STARTS_OF_CELLS = ("\t", "\r", "\n")


def write_csv(table: ExportTable) -> bytes:
    """UTF-8 with a byte-order mark, so that Excel reads it; lines end as RFC 4180 says.

    Text that a spreadsheet would run as a formula gets an apostrophe in front; a negative number
    stays a number. A table without rows keeps its header.
    """
    frame = table.cleaned()
    caption = table.caption
    facts = (caption.source, caption.period, caption.version, caption.filters)
    for header, fact in zip(CAPTION_HEADERS, facts, strict=True):
        frame[header] = pd.Series(fact, index=frame.index, dtype="str")
    return csv_text(frame).encode("utf-8-sig")


def csv_text(frame: pd.DataFrame) -> str:
    """A cleaned frame as CSV, with nothing in it that a spreadsheet would run."""
    defused = each_column(frame, lambda c: c if is_number(c) else c.map(_defuse))
    text: str = defused.rename(columns=defuse).to_csv(
        index=False, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL
    )
    return text


def _defuse(value: object) -> object:
    return defuse(value) if isinstance(value, str) else value


def defuse(text: str) -> str:
    """Puts an apostrophe before a text that a spreadsheet might run when the file is opened.

    Looks through leading white space and invisible characters, and at full-width forms as the
    plain characters that they stand for.
    """
    if text.startswith(_STARTS_OF_CELLS):
        return f"'{text}"
    seen = (letter for letter in text if not _is_invisible(letter))
    first = unicodedata.normalize("NFKC", next(seen, ""))
    return f"'{text}" if _STARTS_A_FORMULA.match(first) else text


def _is_invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf", "Mn")
