"""PDF files that hold no text, or that are no PDF: one sentence each."""

import io
import logging
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kpi_core.errors import ReportError
from kpi_core.readers.limits import MOST_PAGES
from tests.readers.pdf_maker import GRID, ROWS, document, drawn, pdf, table, texts_of


def words(canvas: Canvas) -> None:
    canvas.drawString(100, 700, "Reduce the number of things that go wrong")


def scan(canvas: Canvas) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "png")
    canvas.drawImage(ImageReader(picture), 0, 0, 500, 700)


def scan_with_number(canvas: Canvas) -> None:
    scan(canvas)
    canvas.drawString(300, 20, "Page 3")


PLAIN = drawn(words, pageCompression=0)
WHOLE = pdf(table(ROWS, GRID))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no PDF, or a damaged one"),
        (b"plain text", "no PDF, or a damaged one"),
        (b"%PDF-1.7\n", "no PDF, or a damaged one"),
        (WHOLE[:400], "no PDF, or a damaged one|holds no text"),
        (drawn(lambda _: None), "holds no text"),
        (drawn(scan), "pictures of pages, not text.*spreadsheet.*text recognition"),
        (drawn(scan, scan_with_number), "pictures of pages, not text"),
        (drawn(words, encrypt=StandardEncryption("user", "owner")), "locked with a password"),
        (drawn(*[words] * (MOST_PAGES + 1)), "301 pages; at most 300"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says) as caught:
        document(content)
    assert str(caught.value).startswith("report.pdf: ")


def test_a_file_that_only_forbids_printing_is_read() -> None:
    found = document(drawn(words, encrypt=StandardEncryption("", "owner", canPrint=0)))
    assert texts_of(found.grids[0]) == [["Reduce the number of things that go wrong"]]


def test_a_picture_among_pages_of_text_is_a_warning() -> None:
    found = document(drawn(words, scan, words))
    assert [(f.rule, f.severity, f.source_cell) for f in found.findings] == [
        ("picture-not-read", "warning", "page 2")
    ]


def test_a_logo_on_a_page_of_text_is_none() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas)
        scan(canvas)

    assert document(drawn(page)).findings == ()


def test_remarks_of_the_library_are_kept_back_and_its_level_restored(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of this colour pdfminer says that it cannot be set."""
    level = logging.getLogger("pdfminer").level
    content = PLAIN.replace(b"1 0 0 1 0 0 cm", b"/P /x scn 0 cm")
    assert content != PLAIN
    with caplog.at_level(logging.WARNING):
        assert document(content).cells_read == 1
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == level


def cut(content: bytes, at: int) -> bytes:
    return content[: at % len(content)]


def spoil(content: bytes, at: int) -> bytes:
    at %= len(content)
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def blow_up(content: bytes, at: int) -> bytes:
    """A number of hundreds of digits somewhere in the file."""
    at %= len(content)
    return content[:at] + b"9" * 400 + content[at:]


@pytest.mark.parametrize("harm", [cut, spoil, blow_up])
@pytest.mark.parametrize("content", [PLAIN, WHOLE], ids=["plain", "table"])
@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 1_000_000))
def test_any_damage_gives_a_document_or_one_sentence(
    content: bytes, harm: Callable[[bytes, int], bytes], at: int
) -> None:
    try:
        found = document(harm(content, at))
    except ReportError as error:
        assert str(error).startswith("report.pdf: ")  # noqa: PT017  # either way is right
    else:
        assert found.cells_read > 0
