"""Three quarters of one council, each in another format and with headings of its own.

Made from the shipped report's own columns and texts, with known differences: an indicator that was
worded otherwise, one that was retired, one that is new, a figure that was restated and a target
that was moved. Each of them names its council in a title line and its quarter in the next.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
from openpyxl import Workbook

from tests.formats.document_writers import to_pdf

Texts = list[list[str]]

COUNCIL = "Cheshire West and Chester Council"

NAME, TARGET, DIRECTION, STATUS, COMMENTARY = 1, 7, 8, 9, 10
FIRST_FIGURE = 2
"""Columns of the shipped report; its five quarters stand from the third on."""

RETIRED = "Reduce the number of first time entrants to the youth justice system"
NEW = "Reduce the number of registered care homes"
MOVED = "Increase the proportion of single assessments"
RESTATED = "Increase the proportion of front door"
RENAMED = "Increase the number of concluded"
EARLIER_NAME = "Increase the number of Section 42 Safeguarding Enquiries that are concluded"

LEGEND = "Key: R = Red, A = Amber, G = Green"


@dataclass(frozen=True)
class Quarter:
    """One report: ``figures`` is how many of the five quarters it has, ``headings`` its own."""

    name: str
    title: str
    figures: int
    headings: tuple[str, ...]
    letters: bool = False

    @property
    def report(self) -> str:
        """The id that the file's name gives it."""
        return self.name.partition(".")[0]


Q2 = Quarter(
    "council-plan-q2.xlsx",
    "Council Plan performance, 2019/20 Quarter 2",
    3,
    (
        *("Priority", "Performance measure", "Q4 2018/19", "Q1 2019/20", "Q2 2019/20"),
        *("Annual target", "DoT", "RAG", "Comments", "Data source"),
    ),
    letters=True,
)
Q3 = Quarter(
    "council-plan-q3.docx",
    "Council Plan performance, 2019/20 Quarter 3",
    4,
    (
        *("Plan", "KPI", "2018-19 Q4", "2019-20 Q1", "2019-20 Q2", "2019-20 Q3"),
        *("Year end target", "Trend", "RAG rating", "Performance commentary"),
    ),
)
Q4 = Quarter("council-plan-q4.tsv", "Council Plan performance, 2019/20 Quarter 4", 5, ())
QUARTERS = (Q2, Q3, Q4)


def write_quarters(shipped: Path, folder: Path, last: str = "tsv") -> list[Path]:
    """The three files, oldest first; the last is a copy of the shipped table, or its PDF."""
    rows = list(csv.reader(shipped.read_text("utf-8").splitlines(), delimiter="\t"))
    made = [(Q2.name, _xlsx(_lines(Q2, rows))), (Q3.name, _docx(_lines(Q3, rows)))]
    whole = [[COUNCIL], [Q4.title], *(row for row in rows if row)]
    written = to_pdf(whole) if last == "pdf" else _tsv(whole)
    made.append((f"{Q4.report}.{last}", written))
    for name, content in made:
        (folder / name).write_bytes(content)
    return [folder / name for name, _ in made]


def write_twelve(shipped: Path, folder: Path) -> list[Path]:
    """Twelve quarters from 2017/18 Q1 on, in TSV; each has five quarters of turning figures."""
    rows = list(csv.reader(shipped.read_text("utf-8").splitlines(), delimiter="\t"))
    body = [row for row in rows if row and row[NAME] != "Indicator Description"]
    heads = next(row for row in rows if row)
    labels = [f"{year}/{year - 1999} Q{q}" for year in range(2016, 2020) for q in range(1, 5)]
    paths = []
    for at in range(4, 16):
        figures = labels[at - 4 : at + 1]
        top = [*heads[:FIRST_FIGURE], *figures, f"{figures[-1][:7]} Target", *heads[DIRECTION:]]
        turned = [[*row[:FIRST_FIGURE], *_turned(row, at), *row[TARGET:]] for row in body]
        title = f"Council Plan performance, {labels[at]}"
        path = folder / f"plan-{at:02}.tsv"
        path.write_bytes(_tsv([[COUNCIL], [title], top, *turned]))
        paths.append(path)
    return paths


def _turned(row: list[str], at: int) -> list[str]:
    """The row's figures such that a quarter has the same one in each report."""
    own = row[FIRST_FIGURE:TARGET]
    return [own[(at + place) % len(own)] for place in range(len(own))]


def _lines(quarter: Quarter, rows: Texts) -> Texts:
    body = [row for row in rows if row and row[NAME] != "Indicator Description"]
    retired = ["2", RETIRED, "31", "28", "26", "24", "", "25", "", "", "A new team works on it"]
    kept = [row for row in body if not row[NAME].startswith(NEW)]
    lines = [_line(quarter, row) for row in [*kept, retired]]
    legend = [[LEGEND]] if quarter.letters else []
    return [[COUNCIL], [quarter.title], *legend, list(quarter.headings), *lines]


def _line(quarter: Quarter, row: list[str]) -> list[str]:
    figures = row[FIRST_FIGURE : FIRST_FIGURE + quarter.figures]
    name, target = row[NAME], row[TARGET]
    if quarter is Q2:
        if name.startswith(RENAMED):
            name = EARLIER_NAME
        if name.startswith(MOVED):
            target = "90%"
        if name.startswith(RESTATED):
            figures[1] = "60.2%"
    status = _status(name, figures[-1], target)
    said = [_direction(name, figures), status[:1] if quarter.letters else status]
    more = ["Council records"] if quarter.letters else []
    return [row[0], name, *figures, target, *said, row[COMMENTARY], *more]


def _number(text: str) -> float | None:
    try:
        return float(text.strip("%"))
    except ValueError:
        return None


def _status(name: str, figure: str, target: str) -> str:
    """As the council rates: amber up to five per cent short of the target."""
    value, aim = _number(figure), _number(target)
    if value is None or aim is None:
        return ""
    short = (value - aim if name.startswith("Reduce") else aim - value) / aim
    return "Green" if short <= 0 else "Amber" if short <= 0.05 else "Red"


def _direction(name: str, figures: list[str]) -> str:
    numbers = [number for text in figures if (number := _number(text)) is not None]
    if len(numbers) < 2 or _number(figures[-1]) is None:
        return ""
    gain = (numbers[-1] - numbers[-2]) / numbers[-2] * (-1 if name.startswith("Reduce") else 1)
    return "Improving" if gain > 0 else "Maintained" if gain >= -0.05 else "Declining"


def _tsv(lines: Texts) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter="\t", lineterminator="\n").writerows(lines)
    return stream.getvalue().encode()


def _xlsx(lines: Texts) -> bytes:
    book = Workbook()
    for line in lines:
        book.worksheets[0].append(line)
    return _saved(book.save)


def _docx(lines: Texts) -> bytes:
    """The lines of one cell as paragraphs, the others as a table."""
    document = docx.Document()
    for line in lines:
        if len(line) == 1:
            document.add_paragraph(line[0])
    rows = [line for line in lines if len(line) > 1]
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return _saved(document.save)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
