"""Small PDF files for tests: text and tables with the lines that a test asks for."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from kpi_core.readers import Document, Grid
from kpi_core.readers.pdf import read

Texts = list[list[str]]
Style = tuple[Any, ...]

GRID: Style = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
INNER: Style = ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)
ABOVE: Style = ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black)
UNDER_HEADER: Style = ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)
BELOW: Style = ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)
UNDER_ROWS: Style = ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)
BANDS: Style = ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.lightgrey, colors.white])
TIGHT: tuple[Style, ...] = (
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)

BODY = getSampleStyleSheet()["BodyText"].clone("body", fontSize=9, leading=11)

HEADER = ["Indicator", "2018/19 Q4", "2019/20 Q4", "Target", "Status"]
LONG = "Reduce the number of things that go wrong in the whole of the borough"
LONGER = "Increase the share of long indicator names that wrap over at least two lines"
ROWS = [
    HEADER,
    [LONG, "16.0%", "17.1%", "16.0%", "Red"],
    ["Increase smiles", "12", "14", "13", "Green"],
    ["Short name", "£1,200", "£1,300", "£1,000", "Amber"],
    [LONGER, "-", "12", "", "Red"],
]
WIDTHS = (180, 70, 70, 60, 60)


def text(words: str) -> Paragraph:
    return Paragraph(words, BODY)


def space(height: float) -> Spacer:
    return Spacer(1, height)


def table(
    texts: Texts,
    *style: Style,
    widths: Sequence[float] = WIDTHS,
    align: str = "TOP",
    repeat: int = 0,
) -> Table:
    cells = [[text(cell) for cell in row] for row in texts]
    aligned = ("VALIGN", (0, 0), (-1, -1), align)
    return Table(cells, widths, style=TableStyle([aligned, *style]), repeatRows=repeat)


def beside(left: list[Flowable], right: list[Flowable]) -> Table:
    """Two stories side by side."""
    return Table(
        [[left, "", right]], [250, 30, 250], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    )


def pdf(*story: Flowable, around: "Callable[[Canvas, Any], None] | None" = None) -> bytes:
    """A4 pages of a story; ``around`` draws what stands on every page."""
    stream = io.BytesIO()
    file = SimpleDocTemplate(stream, pagesize=A4, leftMargin=20, rightMargin=20)
    draw = around or (lambda *_: None)
    file.build(list(story), onFirstPage=draw, onLaterPages=draw)
    return stream.getvalue()


def drawn(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """One page for each function that draws it."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def document(content: bytes) -> Document:
    return read(io.BytesIO(content), "report.pdf")


def grid(content: bytes) -> Grid:
    (only,) = document(content).grids
    return only


def texts_of(grid: Grid) -> Texts:
    return [[cell.text for cell in line.cells] for line in grid.lines]
