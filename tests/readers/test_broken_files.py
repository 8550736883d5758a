"""Broken and hostile files of every kind, each with the sentence that ``kpi check`` prints."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kpi_core.build import check
from kpi_core.cli import app
from tests.readers.archives import (
    TABLE,
    compound,
    link,
    links,
    open_document,
    sheet,
    workbook,
    workbook_parts,
    zipped,
)

CSV = "\n".join(",".join(row) for row in TABLE).encode()

LAUGHS = b"<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]>"

OFFICE_BOMB = workbook(("xl/media/image1.png", bytes(20_000_000)))

AGAIN = "Open it in the program that made it, save it again and try again."

ONLY = "Save only the scorecard table as a file of its own and try again."


def wide(columns: int) -> bytes:
    return CSV.replace(b"Status", b"Status" + b",x" * (columns - 5), 1)


def long(lines: int) -> bytes:
    return CSV + b"\na,b" * (lines - 2)


def many_sheets(count: int) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for at in range(count):
        book.create_sheet(f"s{at}").append(list(TABLE[0]))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def locked_pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt="secret")
    canvas.drawString(100, 700, "Indicator")
    canvas.save()
    return stream.getvalue()


def scanned_pdf() -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, 600, 800)
    canvas.save()
    return stream.getvalue()


BROKEN: list[tuple[str, Callable[[], bytes] | bytes, str]] = [
    ("empty.xlsx", b"", "the file is empty. Export the table again and check its size."),
    ("blank.csv", b" \n \n", "the file is empty. Export the table again and check its size."),
    (
        "large.csv",
        lambda: b"x" * 100_000_001,
        f"the file has more than 100,000,000 bytes, which is too many for a scorecard. {ONLY}",
    ),
    (
        "long.csv",
        lambda: long(250_001),
        f"the file has more than 250,000 lines, which is too many for a scorecard. {ONLY}",
    ),
    (
        "wide.csv",
        wide(1_001),
        f"the file has more than 1,000 columns, which is too many for a scorecard. {ONLY}",
    ),
    (
        "sheets.xlsx",
        lambda: many_sheets(201),
        f"the file has more than 200 sheets, which is too many for a scorecard. {ONLY}",
    ),
    (
        "truncated.xlsx",
        workbook()[:900],
        "the file is damaged or was cut short. Download or export it again.",
    ),
    (
        "bomb.xlsx",
        OFFICE_BOMB,
        (
            "the file is not read, since its part 'xl/media/image1.png' unpacks to more than 200 "
            f"times its size. {ONLY}"
        ),
    ),
    (
        "laughs.xlsx",
        workbook(sheet1=sheet(before=LAUGHS)),
        (
            "the file is not read, since its part 'xl/worksheets/sheet1.xml' declares XML "
            f"entities. {ONLY}"
        ),
    ),
    (
        "laughs.docx",
        zipped([("word/document.xml", LAUGHS + b"<a>&c;</a>")]),
        "the file is not read, since its part 'word/document.xml' declares XML entities. " + ONLY,
    ),
    (
        "laughs.ods",
        open_document("spreadsheet", ("styles.xml", LAUGHS + b"<a>&c;</a>")),
        "the file is not read, since its part 'styles.xml' declares XML entities. " + ONLY,
    ),
    (
        "climbs.xlsx",
        workbook(("../../etc/cron.d/x", b"")),
        "the file has a part named '../../etc/cron.d/x', as no office program writes. " + AGAIN,
    ),
    (
        "parts.docx",
        lambda: zipped([(f"word/{at}", b"") for at in range(10_001)]),
        f"the file is made of more than 10,000 parts, which is too many for a scorecard. {ONLY}",
    ),
    (
        "password.xlsx",
        compound("EncryptionInfo", "EncryptedPackage"),
        (
            "the file is protected with a password. Open it with the password, save it without "
            "one, and try again."
        ),
    ),
    (
        "password.pdf",
        locked_pdf,
        "the PDF is locked with a password. Open it, save it without the password and try again.",
    ),
    (
        "scanned.pdf",
        scanned_pdf,
        (
            "this PDF holds pictures of pages, not text. Ask for the spreadsheet that it came "
            "from, or run text recognition (OCR) on it first."
        ),
    ),
    (
        "old.doc",
        compound("WordDocument"),
        (
            "the file is a Word document of before 2007 (.doc), which is not read. Open it in a "
            "word processor, save it as Word (.docx) and try again."
        ),
    ),
    (
        "slides.pptx",
        zipped([("ppt/presentation.xml", b"<x/>")]),
        (
            "the file is a presentation, which is not read. Type or copy the table into a "
            "spreadsheet, save it as Excel (.xlsx) and try again."
        ),
    ),
    (
        "photo.pdf",
        b"\xff\xd8\xff\xe0",
        (
            "the file is a picture, which is not read. Type or copy the table into a spreadsheet, "
            "save it as Excel (.xlsx) and try again."
        ),
    ),
    (
        "reports.zip",
        zipped([("Q4.xlsx", workbook())]),
        (
            "the file is an archive of other files, which is not read. Unpack it and give the "
            "report that is inside."
        ),
    ),
    (
        "noise.xls",
        b"\x00\x01\x02",
        (
            "the file is of no format that is known here (it holds bytes that are no text), "
            "which is not read. Save the table as Excel (.xlsx) or CSV (UTF-8) and try again."
        ),
    ),
    (
        "deep.html",
        b"<html>" + b"<div>" * 1_000_000 + b"<table><tr><td>Indicator",
        (
            "the page is nested too deeply to be read whole. Copy the table into a spreadsheet, "
            "and save that."
        ),
    ),
    (
        "quote.xls",
        b'Indicator,2019/20 Q4\n"Reduce x,1\n',
        (
            "the table cannot be split into cells from line 2 on (unexpected end of data). Look "
            "there for a quotation mark that is never closed, or that stands inside a cell. The "
            "file's name ends in .xls, and it is delimited text."
        ),
    ),
]


@pytest.mark.parametrize(("name", "content", "sentence"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_file_is_one_sentence(
    tmp_path: Path, name: str, content: Callable[[], bytes] | bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content() if callable(content) else content)
    reading = check([path])
    assert [finding.message for finding in reading.unread] == [f"{name}: {sentence}"]
    assert reading.exit_code == 1


def test_the_command_prints_it_and_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(compound("WordDocument"))
    result = CliRunner().invoke(app, ["check", str(path)])
    assert result.exit_code == 1
    assert "error [report-unreadable] old.doc: the file is a Word document" in result.output


EXTERNAL = links(link("rId1", "externalLinkPath", "file:///C:/other.xlsx", external=True))

ODD_BUT_READ: list[tuple[str, bytes, str, str]] = [
    (
        "macros.xlsm",
        workbook(("xl/vbaProject.bin", compound("VBA"))),
        "macros-ignored",
        "The file holds macros. They were not run.",
    ),
    (
        "links.xlsx",
        workbook(
            ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", EXTERNAL),
        ),
        "external-links",
        (
            "The file refers to other files. They were not opened, so figures that come from them "
            "are as they were when the file was last saved."
        ),
    ),
    (
        "embedded.xlsx",
        workbook(("xl/embeddings/other.xlsx", OFFICE_BOMB)),
        "embedded-files-ignored",
        (
            "The file has other files embedded in it. They were not opened; a table that "
            "matters has to be given as a file of its own."
        ),
    ),
    (
        "export.xls",
        ("<table>" + "".join(f"<tr><td>{'<td>'.join(row)}" for row in TABLE)).encode(),
        "format-differs",
        "The file's name ends in .xls, and it is a web page (HTML); it was read so.",
    ),
    (
        "renamed.csv",
        zipped(workbook_parts()),
        "format-differs",
        "The file's name ends in .csv, and it is an Excel workbook (.xlsx); it was read so.",
    ),
    (
        "sharepoint.xls",
        CSV.replace(b",", b"\t"),
        "format-differs",
        "The file's name ends in .xls, and it is delimited text; it was read so.",
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "rule", "message"), ODD_BUT_READ, ids=[row[0] for row in ODD_BUT_READ]
)
def test_an_odd_file_is_read_with_a_note(
    tmp_path: Path, name: str, content: bytes, rule: str, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (report,) = check([path]).reports
    assert [a.facts.indicator.name for a in report.assessments] == ["Reduce x"]
    (finding,) = [f for f in report.findings if f.rule == rule]
    assert (finding.message, finding.severity) == (message, "note")


def test_entities_that_a_page_declares_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "laughs.html"
    rows = "".join(f"<tr><td>{'<td>'.join(row)}" for row in (*TABLE, ("&c;", "&c;", "1%")))
    declared = '<!DOCTYPE html [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>'
    path.write_text(f"{declared}<table>{rows}</table>", "utf-8")
    (report,) = check([path]).reports
    assert [a.facts.indicator.name for a in report.assessments] == ["Reduce x", "&c;"]
