"""Scorecards in other layouts than the shipped one, each in a format that councils use for it.

Every layout says what a person reads off it: name, figures by period, target, status, direction,
and whatever else it has.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import docx
import openpyxl
from openpyxl.styles import PatternFill
from reportlab.lib import colors
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.formats.document_writers import to_html
from tests.formats.sheet_writers import to_ods


@dataclass(frozen=True)
class Row:
    """One indicator as a person reads it; ``also`` are its extra facts by heading."""

    name: str
    figures: Mapping[str, str]
    target: str | None = None
    status: str | None = None
    direction: str | None = None
    plan: str | None = None
    theme: str | None = None
    reference: str | None = None
    owner: str | None = None
    commentary: str | None = None
    also: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """A file and what stands in it; ``unknown`` are rules that have to say what is not known."""

    file: str
    write: Callable[[], bytes]
    rows: tuple[Row, ...]
    unknown: tuple[str, ...] = ()


def two_header_rows() -> bytes:
    """Merged groups of years above quarters, percentages stored as fractions."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Corporate"
    sheet.append(["Borsetshire County Council"])
    sheet.append(["Corporate scorecard, Quarter 3 2022/23"])
    sheet.append([])
    sheet.append(
        ["Ref", "Indicator", "2021/22", None, "2022/23", None, None, "Target", "RAG", "DoT"]
    )
    sheet.append([None, None, "Q3", "Q4", "Q1", "Q2", "Q3"])
    sheet.append(["C1", "Increase calls answered", 0.91, 0.92, 0.93, 0.94, 0.955, 0.95, "G", "↑"])
    sheet.append(["C2", "Reduce complaints received", 12, 14, 10, 9, 11, 10, "R", "↑"])
    for row in (6, 7):
        for cell in sheet[row]:
            cell.number_format = "0.0%" if isinstance(cell.value, float) else "General"
    for merged in ("A4:A5", "B4:B5", "C4:D4", "E4:G4", "H4:H5", "I4:I5", "J4:J5"):
        sheet.merge_cells(merged)
    return _saved(book)


def periods_down() -> bytes:
    """A row for each indicator and quarter, the quarter in two columns."""
    head = [
        "KPI code",
        "Measure",
        "Financial year",
        "Quarter",
        "Actual",
        "Target",
        "RAG",
        "Comments",
    ]
    return to_ods(
        [
            head,
            ["C1", "Reduce repeat referrals", "2019/20", "Q3", "19%", "18%", "Red", ""],
            ["C2", "Reduce days to decide", "2019/20", "Q4", "8.5", "9", "Green", "Quicker"],
            ["C1", "Reduce repeat referrals", "2019/20", "Q4", "17%", "17.5%", "Green", "Better"],
            ["C1", "Reduce repeat referrals", "2018/19", "Q4", "20%", "20%", "Green", "Old"],
        ],
        typed=True,
    )


def one_period() -> bytes:
    """A committee paper in Word: previous, current and target, letters for the status."""
    paper = docx.Document()
    paper.add_heading("Ambridge Borough Council", 1)
    paper.add_paragraph("Performance report, Quarter 2 of 2021/22")
    paper.add_paragraph(
        "Key: G = on target, A = within 10% of target, R = more than 10% off target"
    )
    cells = [
        ["Measure", "Good is", "Previous quarter", "Current", "Target", "RAG", "Owner"],
        ["Calls answered in 20 seconds", "High", "91%", "93%", "95%", "A", "Customer services"],
        ["Days lost to sickness", "Low", "8.1 days", "7.9 days", "8 days", "G", "People"],
        ["Planning appeals lost", "Low", "2", "4", "≤3", "R", "Planning"],
    ]
    table = paper.add_table(len(cells), len(cells[0]))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _saved(paper)


def colour_alone() -> bytes:
    """No status but the background of the latest figure."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Measure", "2022/23 Q2", "2022/23 Q3", "Target"])
    for name, before, now, target, colour in (
        ("Reduce days lost to sickness", 8.1, 7.9, 8, "00B050"),
        ("Increase homes built in the year", 100, 90, 120, "FF0000"),
        ("Reduce missed bins per 100,000", 50, 52, 50, "FFC000"),
    ):
        sheet.append([name, before, now, target])
        sheet.cell(sheet.max_row, 3).fill = PatternFill("solid", start_color=colour)
    return _saved(book)


def section_headings() -> bytes:
    """A web page with plans and services as rows of their own, totals, and a key below."""
    return to_html(
        [
            ["Indicator", "2019/20 Q3", "2019/20 Q4", "Target", "Status"],
            ["Priority 1: Safe children", "", "", "", ""],
            ["Children's services", "", "", "", ""],
            ["Reduce repeat referrals", "20%", "19%", "18%", "Off track"],
            ["Increase assessments on time", "80%", "83%", "82%", "On track"],
            ["Adult services", "", "", "", ""],
            ["Increase people who feel safe", "70%", "-", "70%", "TBC"],
            ["Average", "57%", "51%", "", ""],
            ["Priority 2: Clean streets", "", "", "", ""],
            ["Reduce litter", "12", "11", "10", "Off track"],
            ["Source: the council", "", "", "", ""],
        ]
    )


def two_tables_on_a_page() -> bytes:
    """A PDF page with two tables side by side, each with its own header."""
    style = getSampleStyleSheet()["BodyText"].clone("cell", fontSize=8, leading=9.5)
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    head = ["Indicator", "2019/20 Q3", "2019/20 Q4", "Target", "RAG"]
    both = [
        [head, ["Reduce repeat referrals", "20%", "19%", "18%", "Red"]],
        [
            head,
            ["Increase people who feel safe when they are at home", "70%", "71%", "70%", "Green"],
            ["Reduce falls", "12", "11", "10", "Amber"],
        ],
    ]
    tables = [
        Table([[Paragraph(text, style) for text in row] for row in rows], [150, 60, 60, 60, 60])
        for rows in both
    ]
    for table in tables:
        table.setStyle(ruled)
    side_by_side = Table(
        [tables], [420, 420], style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    stream = io.BytesIO()
    title = Paragraph("Scorecard of Felpersham City Council", style)
    SimpleDocTemplate(stream, pagesize=landscape(A3)).build([title, side_by_side])
    return stream.getvalue()


def odd_words() -> bytes:
    """A CSV in semicolons with wrapped headings, other words, marks, and columns of its own."""
    lines = [
        "Performance report – environment;;;;;;;",
        "As at March 2021;;;;;;;",
        ";;;;;;;",
        "Key performance;Outturn;Outturn 2020/21;2020/21;How are;Trend;Unit;Risk",
        "indicator;2019/20;(prov);ambition;we doing?;;;score",
        "Maximise recycling;42.1%;44.06% [p];>= 45%;Not achieved;Improving & Increasing;%;3",
        "Minimise waste per household;512 kg;n/a;500 kg;n/a;n/a;kg;2",
        "Share of food premises that comply;97 (96);98;between 95 and 100;Achieved;Static;%;1",
    ]
    return "\n".join(lines).encode("cp1252")


def _saved(book: "openpyxl.Workbook | docx.document.Document") -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


LAYOUTS: dict[str, Layout] = {
    "two header rows with merged groups": Layout(
        "corporate.xlsx",
        two_header_rows,
        (
            Row(
                "Increase calls answered",
                {"2021/22 Q3": "91.0", "2021/22 Q4": "92.0", "2022/23 Q1": "93.0",
                 "2022/23 Q2": "94.0", "2022/23 Q3": "95.5"},
                target="95.0", status="green", direction="improving", reference="C1",
            ),
            Row(
                "Reduce complaints received",
                {"2021/22 Q3": "12", "2021/22 Q4": "14", "2022/23 Q1": "10", "2022/23 Q2": "9",
                 "2022/23 Q3": "11"},
                target="10", status="red", direction="declining", reference="C2",
            ),
        ),
        unknown=("direction-from-movement",),
    ),
    "periods down the page": Layout(
        "measures.ods",
        periods_down,
        (
            Row(
                "Reduce repeat referrals",
                {"2018/19 Q4": "20", "2019/20 Q3": "19", "2019/20 Q4": "17"},
                target="17.5", status="green", reference="C1", commentary="Better",
                also={"RAG, 2019/20 Q3": "Red", "RAG, 2018/19 Q4": "Green",
                      "Comments, 2018/19 Q4": "Old", "Target, 2018/19 Q4": "20%",
                      "Target, 2019/20 Q3": "18%"},
            ),
            Row("Reduce days to decide", {"2019/20 Q4": "8.5"}, target="9", status="green",
                reference="C2", commentary="Quicker"),
        ),
    ),
    "one period with letters": Layout(
        "appendix-a.docx",
        one_period,
        (
            Row("Calls answered in 20 seconds", {"2021/22 Q1": "91", "2021/22 Q2": "93"},
                target="95", status="amber", owner="Customer services", also={"Good is": "High"}),
            Row("Days lost to sickness", {"2021/22 Q1": "8.1", "2021/22 Q2": "7.9"},
                target="8", status="green", owner="People", also={"Good is": "Low"}),
            Row("Planning appeals lost", {"2021/22 Q1": "2", "2021/22 Q2": "4"},
                target="3", status="red", owner="Planning", also={"Good is": "Low"}),
        ),
        unknown=("period-inferred",),
    ),
    "colour as the only status": Layout(
        "borsetshire.xlsx",
        colour_alone,
        (
            Row("Reduce days lost to sickness", {"2022/23 Q2": "8.1", "2022/23 Q3": "7.9"},
                target="8", status="green"),
            Row("Increase homes built in the year", {"2022/23 Q2": "100", "2022/23 Q3": "90"},
                target="120", status="red"),
            Row("Reduce missed bins per 100,000", {"2022/23 Q2": "50", "2022/23 Q3": "52"},
                target="50", status="amber"),
        ),
        unknown=("status-from-colour",),
    ),
    "section headings": Layout(
        "performance.html",
        section_headings,
        (
            Row("Reduce repeat referrals", {"2019/20 Q3": "20", "2019/20 Q4": "19"}, target="18",
                status="red", plan="Priority 1: Safe children", theme="Children's services"),
            Row("Increase assessments on time", {"2019/20 Q3": "80", "2019/20 Q4": "83"},
                target="82", status="green", plan="Priority 1: Safe children",
                theme="Children's services"),
            Row("Increase people who feel safe", {"2019/20 Q3": "70", "2019/20 Q4": "dash"},
                target="70", plan="Priority 1: Safe children", theme="Adult services"),
            Row("Reduce litter", {"2019/20 Q3": "12", "2019/20 Q4": "11"}, target="10",
                status="red", plan="Priority 2: Clean streets"),
        ),
        unknown=("summary-row", "text-outside-table"),
    ),
    "two tables on a page": Layout(
        "scorecard.pdf",
        two_tables_on_a_page,
        (
            Row("Reduce repeat referrals", {"2019/20 Q3": "20", "2019/20 Q4": "19"}, target="18",
                status="red"),
            Row("Increase people who feel safe when they are at home",
                {"2019/20 Q3": "70", "2019/20 Q4": "71"}, target="70", status="green"),
            Row("Reduce falls", {"2019/20 Q3": "12", "2019/20 Q4": "11"}, target="10",
                status="amber"),
        ),
    ),
    "wrapped headings and other words": Layout(
        "odd.csv",
        odd_words,
        (
            Row("Maximise recycling", {"2019/20": "42.1", "2020/21": "44.06"}, target="45",
                status="red", direction="improving", also={"Unit": "%", "Risk score": "3"}),
            Row("Minimise waste per household", {"2019/20": "512", "2020/21": "not_available"},
                target="500", also={"Unit": "kg", "Risk score": "2"}),
            Row("Share of food premises that comply", {"2019/20": "97", "2020/21": "98"},
                status="green", direction="maintained",
                also={"Unit": "%", "Risk score": "1", "Outturn 2019/20, second figure": "96"}),
        ),
        unknown=("encoding-assumed", "column-not-recognised"),
    ),
}  # fmt: skip
