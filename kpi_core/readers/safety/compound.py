"""Compound files, the container of Office before 2007: which program wrote what is inside."""

from kpi_core.errors import ReportError
from kpi_core.readers import not_read
from kpi_core.readers.not_read import NotRead

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

ENTRY = 128
"""Bytes of a directory entry; all begin at multiples of it."""

NAME_LENGTH_AT = 64

KINDS: tuple[tuple[str, str | NotRead], ...] = (
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", not_read.OLD_WORD),
    ("PowerPoint Document", not_read.SLIDES),
    ("__properties_version1.0", not_read.MESSAGE),
)
"""Names of streams that tell what a compound file is, the surest first."""


def format_of(content: bytes, name: str) -> str | NotRead:
    """The format, by the names in the directory.

    Raises:
        ReportError: for a workbook or document that is encrypted.
    """
    if has_entry(content, "EncryptedPackage"):
        raise protected(name)
    for entry, found in KINDS:
        if has_entry(content, entry):
            return found
    return not_read.OLD_OFFICE


def has_entry(content: bytes, entry: str) -> bool:
    """Whether the directory lists a stream or storage of this name.

    The directory may lie anywhere and in pieces, so its entries are looked for by their form:
    the name in UTF-16 at a multiple of 128, and its length where the length stands.
    """
    sought = (entry + "\x00").encode("utf-16-le")
    at = content.find(sought)
    while at >= 0:
        length = content[at + NAME_LENGTH_AT : at + NAME_LENGTH_AT + 2]
        if at % ENTRY == 0 and int.from_bytes(length, "little") == len(sought):
            return True
        at = content.find(sought, at + 1)
    return False


def protected(name: str) -> ReportError:
    return ReportError(
        f"{name}: the file is protected with a password. Open it with the password, save it "
        "without one, and try again."
    )
