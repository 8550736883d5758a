"""A file is what its bytes say, whatever its name ends in."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from kpi_core.readers import READERS, read
from kpi_core.readers.sniff import WORDS, sniff
from tests.readers.archives import TABLE, compound, open_document, workbook, zipped

CSV = "\n".join(",".join(row) for row in TABLE).encode()

HTML = b"<table><tr><td>Indicator<td>2019/20 Q4</tr></table>"


@pytest.mark.parametrize(
    ("content", "ending", "found"),
    [
        (workbook(), "xlsx", "xlsx"),
        (workbook(), "csv", "xlsx"),
        (zipped([("word/document.xml", b"<x/>")]), "docx", "docx"),
        (open_document("spreadsheet"), "ods", "ods"),
        (open_document("spreadsheet-template"), "ots", "ods"),
        (compound("Root Entry", "Workbook"), "xls", "xls"),
        (compound("Book"), "xls", "xls"),
        (b"\x09\x08\x10\x00" + bytes(20), "xls", "xls"),
        (b"%PDF-1.7\n", "pdf", "pdf"),
        (b"junk before\n%PDF-1.4\n", "pdf", "pdf"),
        (HTML, "html", "html"),
        (HTML, "xls", "html"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html>\n<p>x", "xls", "html"),
        (b"<!-- a --> <!-- b --><HTML xmlns:x='y'>", "xls", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", "htm", "html"),
        ("<html><table>".encode("utf-16"), "xls", "html"),
        (b"Some words first. " + HTML, "html", "html"),
        (b"words " * 2_000 + HTML, "html", "html"),
        (b"Words and\x00 <b>more</b>", "html", "html"),
        (b"Words, and 3 < 5", "html", "txt"),
        (b"<h1>Plan</h1><p>One", "xls", "html"),
        (b"Some words first. " + HTML, "txt", "txt"),
        (CSV, "csv", "txt"),
        (CSV, "xls", "txt"),
        (CSV.replace(b",", b"\t"), "xls", "txt"),
        (CSV.decode().encode("utf-16"), "xls", "txt"),
        (b"<5%,Indicator", "csv", "txt"),
        (b"[x],Indicator\n1,2", "csv", "txt"),
        (b"[1],Indicator,[2]", "csv", "txt"),
        (b"{a},Indicator,{b}", "csv", "txt"),
        (b"BM1,PAR1,BZh,GIF", "csv", "txt"),
        (b"\x00\x01", "csv", "txt"),
        (b"Workbook", "xls", "txt"),
    ],
)
def test_the_bytes_decide(content: bytes, ending: str, found: str) -> None:
    assert sniff(content, ending, "x") == found


@pytest.mark.parametrize(
    ("content", "ending", "said"),
    [
        (compound("WordDocument"), "doc", "a Word document of before 2007 (.doc), which is not"),
        (compound("PowerPoint Document"), "ppt", "a presentation, which is not read."),
        (compound("__properties_version1.0"), "msg", "an e-mail message, which is not read. Save"),
        (compound("Root Entry"), "xls", "of an Office format that is not known here"),
        (compound("EncryptedPackage"), "xlsx", "protected with a password. Open it with"),
        (open_document("text"), "odt", "an OpenDocument text (.odt)"),
        (open_document("presentation"), "odp", "an OpenDocument file that is no spreadsheet"),
        (zipped([("ppt/presentation.xml", b"")]), "pptx", "a presentation"),
        (zipped([("xl/workbook.bin", b"")]), "xlsb", "a binary Excel workbook (.xlsb)"),
        (zipped([("Index/Document.iwa", b"")]), "numbers", "an Apple Numbers, Pages or Keynote"),
        (zipped([("report.xlsx", workbook())]), "zip", "an archive of other files, which is not"),
        (zipped([]), "zip", "an archive of other files"),
        (b"\x1f\x8b\x08\x00", "gz", "an archive of other files"),
        (b"7z\xbc\xaf\x27\x1c\x00", "7z", "an archive of other files"),
        (b"{\\rtf1\\ansi", "rtf", "rich text (.rtf)"),
        (b"\x89PNG\r\n\x1a\n", "png", "a picture, which is not read. Type or copy the table"),
        (b"\xff\xd8\xff\xe0", "jpg", "a picture"),
        (b"PAR1\x15\x04", "parquet", "a database or data file for programs"),
        (b'{"a": [1, 2]}\n', "json", "JSON, which is not read. Export the table as CSV"),
        (b' [{"a": 1}] ', "csv", "JSON"),
        (b"[" * 100_000 + b"]" * 100_000, "json", "JSON"),
        (b"<?xml version='1.0'?><a/>", "xml", "XML"),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
            "xls",
            "an Excel workbook in the XML format of 2003",
        ),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "xls", "a web archive (MHTML)"),
        (b"\x01\x02\x00", "xlsx", "of no format that is known here"),
        (b"PK\x03\x04", "xlsx", "damaged or was cut short. Download or export it again."),
        (workbook()[:-30], "xlsx", "damaged or was cut short"),
    ],
)
def test_what_is_not_read_is_named_with_a_remedy(content: bytes, ending: str, said: str) -> None:
    with pytest.raises(ReportError) as caught:
        sniff(content, ending, f"Q4.{ending}")
    assert str(caught.value).startswith(f"Q4.{ending}: the file is {said}")


def test_a_name_in_the_text_of_a_compound_file_is_no_stream() -> None:
    text = "WordDocument\x00".encode("utf-16-le")
    assert sniff(compound("Workbook") + text, "xls", "x") == "xls"
    with pytest.raises(ReportError, match="not known here"):
        sniff(compound("Root Entry") + text, "doc", "x")


def test_every_format_that_is_seen_is_read_and_has_words() -> None:
    assert set(WORDS) <= set(READERS)


@pytest.mark.parametrize(
    ("name", "format_", "note"),
    [
        ("Q4.csv", "csv", None),
        ("Q4.TSV", "tsv", None),
        (
            "Q4.xls",
            "txt",
            "The file's name ends in .xls, and it is delimited text; it was read so.",
        ),
        (
            "Q4",
            "txt",
            "The file's name has no ending, and it is delimited text; it was read so.",
        ),
    ],
)
def test_another_ending_than_the_bytes_is_a_note_and_no_obstacle(
    name: str, format_: str, note: str | None
) -> None:
    found = read(io.BytesIO(CSV), name)
    assert found.format == format_
    assert [f.message for f in found.findings] == ([note] if note else [])
    assert found.grids[0].lines[0].cells[0].text == "Indicator"


def test_a_refusal_says_what_the_file_was_taken_for() -> None:
    said = r"^Q4\.xls: .*quotation mark.* The file's name ends in \.xls, and it is delimited text"
    with pytest.raises(ReportError, match=said):
        read(io.BytesIO(b'a,b\n"c,d\n'), "Q4.xls")


def is_a_format_or_a_sentence(content: bytes, ending: str) -> bool:
    try:
        return sniff(content, ending, "any.bytes") in WORDS
    except ReportError as error:
        return str(error).startswith("any.bytes: ")


STARTS = (b"PK\x03\x04", b"PK\x05\x06", compound("x"), b"%PDF-", b"<?xml", b"<!--", b"{", b"")


@settings(deadline=None)
@given(
    start=st.sampled_from(STARTS), rest=st.binary(max_size=300), ending=st.sampled_from([*READERS])
)
def test_any_bytes_have_a_format_or_one_sentence(start: bytes, rest: bytes, ending: str) -> None:
    assert is_a_format_or_a_sentence(start + rest, ending)


@settings(deadline=None)
@given(at=st.integers(0, 2_000), value=st.integers(0, 255))
def test_a_damaged_archive_has_a_format_or_one_sentence(at: int, value: int) -> None:
    content = bytearray(zipped([("mimetype", b"x"), ("xl/a.xml", b"y" * 50)], zipfile.ZIP_STORED))
    content[at % len(content)] = value
    assert is_a_format_or_a_sentence(bytes(content), "xlsx")
