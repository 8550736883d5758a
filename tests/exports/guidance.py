"""The rules of "Releasing statistics in spreadsheets" that a program can check, one by one.

Each rule gives what breaks it in a workbook, and knows how to break a good one, so that a test can
show that it bites.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kpi_core.vocabulary import Shorthand

COVER_FACTS = ("Organisation", "Source", "Licence", "Period", "Filters", "Dataset version")

MARKS = {mark.text for mark in Shorthand}

Check = Callable[[Workbook], Iterator[str]]
Break = Callable[[Workbook], None]


@dataclass(frozen=True)
class Rule:
    """``broken`` changes a workbook with two tables or more so that the rule no longer holds."""

    name: str
    check: Check
    broken: Break


RULES: dict[str, Rule] = {}


def rule(broken: Break) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        RULES[check.__name__] = Rule(check.__name__, check, broken)
        return check

    return register


def header_row(sheet: Worksheet) -> int:
    """The row of the table's headers: the first one with more than one cell."""
    rows = range(1, sheet.max_row + 1)
    return next((row for row in rows if sheet.cell(row, 2).value is not None), 1)


def tables(book: Workbook) -> list[Worksheet]:
    """Every sheet but the cover."""
    return book.worksheets[1:]


def body(sheet: Worksheet) -> list[list[Cell]]:
    """The cells under the headers, row by row."""
    rows = sheet.iter_rows(min_row=header_row(sheet) + 1, max_row=sheet.max_row)
    return [list(row) for row in rows if sheet.max_row > header_row(sheet)]


def headers(sheet: Worksheet) -> list[Cell]:
    return list(sheet[header_row(sheet)])


def marks(sheet: Worksheet) -> set[str]:
    return {cell.value for row in body(sheet) for cell in row if cell.value in MARKS}


def widths(sheet: Worksheet) -> dict[int, int]:
    """Letters that each column is wide; the file names columns of one width together."""
    return {
        column: int(described.width)
        for described in sheet.column_dimensions.values()
        for column in range(described.min, described.max + 1)
    }


def _last(book: Workbook) -> Worksheet:
    return book.worksheets[-1]


def _set(sheet: Worksheet, row: int, column: int, value: object) -> None:
    sheet.cell(row, column).value = value  # type: ignore[assignment]


@rule(lambda book: book.move_sheet("Cover", 1))
def the_first_sheet_is_a_cover(book: Workbook) -> Iterator[str]:
    if book.sheetnames[0] != "Cover":
        yield book.sheetnames[0]


@rule(lambda book: book["Cover"].delete_rows(7))
def the_cover_says_what_the_workbook_is_and_where_it_is_from(book: Workbook) -> Iterator[str]:
    lines = [str(row[0]) for row in book["Cover"].iter_rows(values_only=True)]
    for fact in COVER_FACTS:
        if not any(line.startswith(f"{fact}: ") and len(line) > len(fact) + 2 for line in lines):
            yield fact


@rule(lambda book: _set(book["Contents"], header_row(book["Contents"]) + 1, 1, "Elsewhere"))
def contents_lead_to_every_sheet_where_there_are_two_tables(book: Workbook) -> Iterator[str]:
    held = [name for name in book.sheetnames if name not in ("Cover", "Contents", "Notes")]
    if len(held) < 2:
        return
    if book.sheetnames[1] != "Contents":
        yield "no contents"
        return
    listed = {row[0].value: row[0].hyperlink for row in body(book["Contents"])}
    for name in book.sheetnames[2:]:
        link = listed.get(name)
        if link is None or link.location != f"'{name}'!A1":
            yield name


def _drop_a_note(book: Workbook) -> None:
    book["Notes"].delete_rows(header_row(book["Notes"]) + 1)


@rule(_drop_a_note)
def notes_explain_each_mark_and_no_other(book: Workbook) -> Iterator[str]:
    used = {m for s in tables(book) if s.title != "Notes" for m in marks(s)}
    explained = {}
    if "Notes" in book.sheetnames:
        explained = {row[0].value: row[1].value for row in body(book["Notes"])}
    yield from sorted(used ^ set(explained))
    yield from (str(mark) for mark, meaning in explained.items() if not meaning)


@rule(lambda book: _last(book).insert_rows(1))
def every_sheet_starts_in_its_first_cell_with_a_title(book: Workbook) -> Iterator[str]:
    for sheet in book:
        if not sheet["A1"].value or not sheet["A1"].font.b:
            yield sheet.title


@rule(lambda book: _set(_last(book), 2, 1, "Figures"))
def every_sheet_says_how_many_tables_it_has(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        rows = f"one table with {len(body(sheet)):,} row"
        if rows not in str(sheet["A2"].value):
            yield sheet.title


@rule(lambda book: _set(_last(book), 2, 1, "This worksheet contains one table."))
def a_sheet_with_marks_says_where_they_are_explained(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        above = [str(sheet.cell(row, 1).value) for row in range(1, header_row(sheet))]
        if sheet.title != "Notes" and marks(sheet) and not any("Notes" in line for line in above):
            yield sheet.title


@rule(lambda book: _last(book).tables.clear())
def every_sheet_has_one_table_that_is_marked_up(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        wanted = []
        if body(sheet):
            first, last = headers(sheet)[0], body(sheet)[-1][-1]
            wanted = [f"{first.coordinate}:{last.coordinate}"]
        if [table.ref for table in sheet.tables.values()] != wanted:
            yield sheet.title


def _same_name(book: Workbook) -> None:
    one, other = (next(iter(sheet.tables.values())) for sheet in book.worksheets[-2:])
    other.displayName = one.displayName


@rule(_same_name)
def tables_have_names_of_their_own(book: Workbook) -> Iterator[str]:
    names = [table.displayName for sheet in book for table in sheet.tables.values()]
    yield from (name for name in names if names.count(name) > 1)
    yield from (name for name in names if not re.fullmatch(r"[A-Za-z][A-Za-z_]+", name))


@rule(lambda book: _last(book).merge_cells("A1:B1"))
def no_cells_are_merged(book: Workbook) -> Iterator[str]:
    for sheet in book:
        yield from (f"{sheet.title} {merged}" for merged in sheet.merged_cells.ranges)


@rule(lambda book: _last(book).insert_rows(header_row(_last(book)) + 2))
def no_row_is_blank(book: Workbook) -> Iterator[str]:
    for sheet in book:
        for row in sheet.iter_rows():
            if all(cell.value is None for cell in row):
                yield f"{sheet.title} row {row[0].row}"


@rule(lambda book: _last(book).insert_cols(2))
def no_column_is_blank(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        for column in sheet.iter_cols(min_row=1):
            if all(cell.value is None for cell in column):
                yield f"{sheet.title} {column[0].column_letter}"


@rule(lambda book: _set(_last(book), _last(book).max_row, 2, None))
def no_cell_of_a_table_is_empty(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        for row in body(sheet):
            yield from (f"{sheet.title} {c.coordinate}" for c in row if c.value in (None, ""))


@rule(lambda book: _set(_last(book), header_row(_last(book)), 2, headers(_last(book))[0].value))
def headers_are_unique_and_not_empty(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        names = [str(cell.value or "").casefold() for cell in headers(sheet)]
        yield from (f"{sheet.title}: {n!r}" for n in names if not n or names.count(n) > 1)


def _unwrap(book: Workbook) -> None:
    headers(_last(book))[0].alignment = Alignment(wrap_text=False)


@rule(_unwrap)
def headers_are_wrapped(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        for cell in headers(sheet):
            if not cell.alignment.wrap_text:
                yield f"{sheet.title}: {cell.value}"


@rule(lambda book: setattr(_last(book), "freeze_panes", None))
def the_header_row_stays_in_view(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        if sheet.freeze_panes != f"B{header_row(sheet) + 1}":
            yield sheet.title


@rule(lambda book: setattr(_last(book).column_dimensions["A"], "width", 3))
def columns_are_wide_enough_for_each_word_of_their_header(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        for cell in headers(sheet):
            longest = max(map(len, str(cell.value).split()))
            if not longest <= widths(sheet)[cell.column] <= 60:
                yield f"{sheet.title}: {cell.value}"


def _flatten(book: Workbook) -> None:
    sheet = _last(book)
    sheet.row_dimensions[header_row(sheet) + 1].height = 15


@rule(_flatten)
def rows_are_high_enough_for_their_longest_text(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        wide = widths(sheet)
        for row in body(sheet):
            longest = max(ceil(len(str(c.value)) / wide[c.column]) for c in row)
            if (sheet.row_dimensions[row[0].row].height or 15) < min(15 * longest, 405):
                yield f"{sheet.title} row {row[0].row}"


def _hide(book: Workbook) -> None:
    _last(book).sheet_state = "hidden"


@rule(_hide)
def nothing_is_hidden(book: Workbook) -> Iterator[str]:
    for sheet in book:
        if sheet.sheet_state != "visible":
            yield sheet.title
        yield from (f"{sheet.title} {n}" for n, d in sheet.column_dimensions.items() if d.hidden)
        yield from (f"{sheet.title} {n}" for n, d in sheet.row_dimensions.items() if d.hidden)


@rule(lambda book: setattr(_last(book), "title", "Things worth a person's eye"))
def sheet_names_are_short_and_plain(book: Workbook) -> Iterator[str]:
    yield from (name for name in book.sheetnames if not re.fullmatch(r"[A-Z][A-Za-z ]{2,19}", name))


@rule(lambda book: setattr(book.properties, "title", ""))
def the_workbook_says_its_title_author_and_language(book: Workbook) -> Iterator[str]:
    said = {"title": book.properties.title, "author": book.properties.creator}
    custom = {prop.name: prop.value for prop in book.custom_doc_props.props}
    said["language"] = custom.get("Language")
    yield from (name for name, text in said.items() if not text)


def _run_a_text(book: Workbook) -> None:
    _last(book).cell(_last(book).max_row, 1).value = "=1+1"


@rule(_run_a_text)
def no_text_runs_as_a_formula(book: Workbook) -> Iterator[str]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (f"{sheet.title} {c.coordinate}" for c in row if c.data_type == "f")


def _link_out(book: Workbook) -> None:
    cell = _last(book).cell(_last(book).max_row, 1)
    cell.hyperlink = Hyperlink(ref=cell.coordinate, target="https://example.org/")


@rule(_link_out)
def links_lead_only_from_the_contents_into_the_workbook(book: Workbook) -> Iterator[str]:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                link = cell.hyperlink
                if link is not None and (sheet.title != "Contents" or link.target):
                    yield f"{sheet.title} {cell.coordinate}"


def _word_among_numbers(book: Workbook) -> None:
    sheet = book["Contents"]
    _set(sheet, sheet.max_row, 3, "many")


@rule(_word_among_numbers)
def a_column_of_numbers_has_nothing_else_but_marks(book: Workbook) -> Iterator[str]:
    for sheet in tables(book):
        for column in zip(*body(sheet), strict=True):
            others = {cell.value for cell in column if cell.data_type != "n"}
            if len(others) < len({cell.value for cell in column}) and others - MARKS:
                yield f"{sheet.title}: {sorted(map(str, others - MARKS))[:3]}"
