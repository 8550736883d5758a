"""Workbooks and documents made by hand, part by part, as no office program would write them."""

import io
import zipfile
from collections.abc import Iterable

Part = tuple[str, bytes]

DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

LINKS = b"http://schemas.openxmlformats.org/package/2006/relationships"

OFFICE_LINKS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

TYPES = (
    DECLARED + b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" '
    b'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/xl/workbook.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    b'<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)

TABLE = (
    ("Indicator", "2019/20 Q3", "2019/20 Q4", "Target", "Status"),
    ("Reduce x", "12%", "11%", "10%", "Red"),
)


def link(id_: str, kind: str, target: str, external: bool = False) -> bytes:
    """One relationship."""
    mode = ' TargetMode="External"' if external else ""
    return (
        f'<Relationship Id="{id_}" Type="{OFFICE_LINKS.decode()}/{kind}" Target="{target}"{mode}/>'
    ).encode()


def links(*given: bytes) -> bytes:
    """A part that lists relationships."""
    return (
        DECLARED + b'<Relationships xmlns="' + LINKS + b'">' + b"".join(given) + b"</Relationships>"
    )


def sheet(rows: Iterable[Iterable[str]] = TABLE, before: bytes = DECLARED) -> bytes:
    """A worksheet with its texts in place."""
    written = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>"
        for row in rows
    )
    body = b"<sheetData>" + written.encode() + b"</sheetData>"
    return before + b'<worksheet xmlns="' + MAIN + b'">' + body + b"</worksheet>"


def workbook_parts(sheet1: bytes | None = None) -> list[Part]:
    """The parts of the smallest workbook."""
    book = (
        DECLARED + b'<workbook xmlns="' + MAIN + b'" xmlns:r="' + OFFICE_LINKS + b'">'
        b'<sheets><sheet name="Q4" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", links(link("rId1", "worksheet", "worksheets/sheet1.xml"))),
        ("xl/worksheets/sheet1.xml", sheet() if sheet1 is None else sheet1),
    ]


def zipped(parts: Iterable[Part], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts, in their order; names may be odd and may repeat."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def workbook(*more: Part, sheet1: bytes | None = None) -> bytes:
    """A workbook with further parts."""
    return zipped([*workbook_parts(sheet1), *more])


def open_document(kind: str, *more: Part) -> bytes:
    """An OpenDocument file of a kind such as "spreadsheet", without its table."""
    media_type = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped([("mimetype", media_type), ("content.xml", b"<x/>"), *more])


def compound(*names: str) -> bytes:
    """The start of a compound file and a directory that lists these streams."""
    entries = b"".join(_entry(name) for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries


def _entry(name: str) -> bytes:
    written = (name + "\x00").encode("utf-16-le")
    return written.ljust(64, b"\x00") + len(written).to_bytes(2, "little") + bytes(62)
