"""The text of an HTML file: by its mark, by what it declares, else UTF-8 or Windows-1252."""

import codecs
import re

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""")

HEAD = 4096
"""How far down the encoding may be declared; browsers look at 1,024 bytes."""

SAVE_AS_UTF_8 = "Save the page again as UTF-8 and try again."

# Browsers read these names as Windows-1252, and pages that declare them are written in it.
WINDOWS = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252")


def decode(content: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a finding where its encoding is nowhere declared and not UTF-8.

    Raises:
        ReportError: for bytes that are not text in the encoding that the file declares.
    """
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    encoding = marked or _declared(content)
    try:
        return content.decode(encoding or "utf-8"), ()
    except UnicodeDecodeError as error:
        if marked:
            raise ReportError(
                f"{name}: the file says that it is {marked.upper()} and is damaged at byte "
                f"{error.start + 1}. {SAVE_AS_UTF_8}"
            ) from error
        return _assumed(content, name, error)


def _declared(content: bytes) -> str | None:
    found = DECLARED.search(content[:HEAD])
    if found is None:
        return None
    encoding = found.group(1).decode("ascii").lower()
    if encoding in WINDOWS:
        return "cp1252"
    if encoding.startswith("utf-16"):  # it could not be read as ASCII if that were so
        return None
    try:
        "".encode(encoding)
    except (LookupError, UnicodeError):
        return None
    return encoding


def _assumed(
    content: bytes, name: str, error: UnicodeDecodeError
) -> tuple[str, tuple[Finding, ...]]:
    line = content.count(b"\n", 0, error.start) + 1
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as other:
        at = content.count(b"\n", 0, other.start) + 1
        raise ReportError(
            f"{name}: line {at} of the page's source is text neither in the encoding that the "
            f"page declares nor in UTF-8 nor in Windows-1252. {SAVE_AS_UTF_8}"
        ) from error
    finding = Finding(
        "encoding-assumed",
        Severity.WARNING,
        f"Line {line} of the page's source is not {error.encoding.upper()}, so the page was read "
        "as Windows-1252. Check pound signs, dashes and apostrophes, or save it as UTF-8.",
    )
    return text, (finding,)
