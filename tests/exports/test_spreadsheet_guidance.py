"""Every workbook keeps every rule of the guidance on spreadsheets, and every rule can fail."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.exports import FORMATS
from tests.exports.guidance import RULES, Rule
from tests.exports.test_export_formats import hostile

BOOKS = [name for name, offer in OFFERS.items() if "xlsx" in offer.formats]

EACH_RULE = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def books(view: Viewed) -> dict[str, bytes]:
    return {name: make(OFFERS[name], "xlsx", view).content for name in BOOKS}


@EACH_RULE
@pytest.mark.parametrize("name", BOOKS)
def test_every_workbook_keeps(rule: Rule, name: str, books: dict[str, bytes]) -> None:
    assert list(rule.check(opened(books[name]))) == []


@EACH_RULE
def test_a_workbook_without_rows_keeps(rule: Rule, nothing: Viewed) -> None:
    made = make(OFFERS["scorecard"], "xlsx", nothing)
    assert list(rule.check(opened(made.content))) == []


@EACH_RULE
def test_hostile_texts_break_no_rule(rule: Rule) -> None:
    table = hostile()
    table = replace(table, caption=replace(table.caption, licence="Open"))
    assert list(rule.check(opened(FORMATS["xlsx"].write(table)))) == []


@EACH_RULE
def test_the_rule_bites_on_a_broken_workbook(rule: Rule, books: dict[str, bytes]) -> None:
    book = opened(books["workbook"])
    assert list(rule.check(book)) == []
    rule.broken(book)
    assert list(rule.check(book)) != []


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_view_gives_the_same_bytes(
    name: str, books: dict[str, bytes], view: Viewed
) -> None:
    """Also on another day: no date in the file is that of today."""
    content = books[name]
    assert make(OFFERS[name], "xlsx", view).content == content
    file = zipfile.ZipFile(BytesIO(content))
    assert {entry.date_time[0] for entry in file.infolist()} == {1980}
    dates = re.findall(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", file.read("docProps/core.xml").decode())
    assert set(dates) == {"1980-01-01T"}


def test_M3_missing_figures_carry_their_mark_and_stay_apart_from_figures(
    books: dict[str, bytes],
) -> None:
    sheet = opened(books["workbook"])["Values"]
    rows = list(sheet.iter_rows(values_only=True))
    top = next(at for at, row in enumerate(rows) if row[1] is not None)
    at = {name: column for column, name in enumerate(rows[top])}
    body = rows[top + 1 :]
    missing = [row for row in body if row[at["Outturn"]] == "[x]"]
    assert len(body) == 90
    assert len(missing) == 25
    assert {row[at["Shorthand"]] for row in missing} == {"[x]"}
    assert {row[at["As printed"]] for row in missing} == {"-", "[w]"}
    figures = [row[at["Outturn"]] for row in body if row not in missing]
    assert all(isinstance(figure, int | float) for figure in figures)
