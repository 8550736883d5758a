"""The workbook of the Adult Social Care Outcomes Framework, as a small one by hand."""

import io
from collections.abc import Mapping, Sequence

import openpyxl
import pytest

from kpi_core.errors import ReleaseError
from kpi_core.national import Release, SourceFile, find, read_release
from tests.national.releases import assert_fits, one, rows, said

Lines = Sequence[Sequence[str]]

AREAS = ("Local authority code", "Local authority", "ONS area code")
ENGLAND = ("England", "England", "E92000001")
SHIRES = ("S", "Shire Counties", "[z]")
CWAC = ("326", "Cheshire West and Chester", "E06000050")
COVER: Lines = [
    ["Measures from the adult social care outcomes framework (ASCOF), England"],
    ["asc.statistics@dhsc.gov.uk"],
]
CONTENTS: Lines = [
    ["Contents"],
    ["Metric", "Description", "Source", "Start year"],
    ["4A", "People who feel safe", "ASCS - question 7a", "2010 to 2011"],
]
OFFICIAL = (
    "Scores have also been worked out for the people asked before. These scores are available in "
    "brackets. The official scores are the ones not in brackets."
)
LOG: Lines = [
    ["2024 to 2025 metric code", "2022 to 2023 metric code", "Year of change", "Description"],
    ["1C", "1D", "2016 to 2017", OFFICIAL],
    ["4A", "4A", "2020 to 2021", "The survey was voluntary."],
]
NOTES: Lines = [
    ["Note number ", "Note text"],
    ["[note 1]", "Values of less than five are suppressed."],
    ["[note 2]", "Not referred to."],
]
SAFE: Lines = [
    ["Table 4a: the proportion of people who feel safe [note 1]"],
    ["This worksheet contains one table."],
    ["Outcome refers to the proportion who feel as safe as they want to (%)."],
    ["Cells marked with an [x] indicate no data is available."],
    [
        *AREAS,
        *("2018 to 2019 - margin of error", "2018 to 2019 - number of respondents"),
        *("2018 to 2019 - outcome", "2019 to 2020 - outcome"),
    ],
    [*ENGLAND, "0.4", "71,207", "70.0", "70.2"],
    [*SHIRES, "0.8", "14,269", "70.1", "[x]"],
    [*CWAC, "[c]", "[z]", "71.5", "[x]"],
]
CARERS: Lines = [
    ["Table 1c: carer-reported quality of life"],
    ["Outcome refers to the sum of the scores (Score out of 12)."],
    [*AREAS, "2016 to 2017 - outcome", "2018 to 2019 - outcome"],
    [*ENGLAND, "7.7 (7.6)", "7.5 (7.4)"],
    [*CWAC, "8.1 (:)", "[z]"],
]
ADMITTED: Lines = [
    ["Table 2b: adults admitted to care homes, per 100,000 population"],
    [*AREAS, *(f"2024 to 2025 - {what}" for what in ("numerator", "denominator", "outcome"))],
    [*ENGLAND, "5", "50,000", "10.0"],
    [*CWAC, "5", "50,000", "12.0"],
]
RATED: Lines = [
    ["Table 6b: the percentage of providers rated good or outstanding"],
    [*AREAS, "2024 to 2025 - good outcome", "2024 to 2025 - 6b outcome"],
    [*CWAC, "60", "70"],
]


def workbook(sheets: Mapping[str, Lines], name: str = "ascof.xlsx") -> SourceFile:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
    stream = io.BytesIO()
    book.save(stream)
    return SourceFile(name, stream.getvalue())


def read(**sheets: Lines) -> Release:
    return read_release([workbook({"Cover": COVER, **sheets})], lambda _: None)


@pytest.fixture(scope="module")
def small() -> Release:
    return read(
        Contents=CONTENTS, Log=LOG, Notes=NOTES, Table_4a=SAFE, Table_1c=CARERS, Table_2b=ADMITTED,
        Table_6b=RATED,
    )  # fmt: skip


def test_the_tables_have_the_form_of_the_contract(small: Release) -> None:
    assert_fits(small, ["ascof.xlsx"])
    assert small.figures.num_rows == 3 * 4 + 2 * 2 + 2 * 3 + 1 * 2
    assert (small.source, small.publisher) == ("ascof", "department-of-health-and-social-care")


def test_the_publisher_is_whom_the_cover_says_to_ask() -> None:
    cover = [COVER[0], ["enquiries@nhsdigital.nhs.uk"]]
    found = read_release([workbook({"Cover": cover, "Table_4a": SAFE})], lambda _: None)
    assert (found.publisher, found.publisher_name) == ("nhs-england", "NHS England")


def test_an_outcome_has_its_code_as_id_and_all_that_the_workbook_says(small: Release) -> None:
    found = rows(small.measures, indicator="ascof/4a")[0]
    assert found["title"] == "The proportion of people who feel safe"
    assert found["name"] == "4A: the proportion of people who feel safe"
    assert found["caveats"] == [
        "Values of less than five are suppressed.",
        "2020 to 2021: The survey was voluntary.",
    ]
    assert found["description"].startswith("Outcome refers to the proportion who feel")
    assert found["description"].endswith("Source: ASCS - question 7a.")


@pytest.mark.parametrize(
    ("id_", "unit", "decimals"),
    [
        ("ascof/4a", "percent", 1),
        ("ascof/4a/margin-of-error", "percentage_point", 1),
        ("ascof/4a/number-of-respondents", "count", 0),
        ("ascof/1c", "score", 1),
        ("ascof/2b", "rate_per_100000", 0),
        ("ascof/2b/numerator", "count", 0),
        ("ascof/6b", "percent", 0),
        ("ascof/6b/good", "percent", 0),
    ],
)
def test_U1_each_column_is_a_measure_in_its_unit(
    small: Release, id_: str, unit: str, decimals: int
) -> None:
    found = rows(small.measures, indicator=id_)
    assert [(row["unit"], row["decimals"]) for row in found] == [(unit, decimals)]


def test_a_year_of_the_framework_is_a_financial_year(small: Release) -> None:
    row = one(small, "ascof/4a", "england", "2018/19")
    assert (row["value"], row["period_raw"]) == (70.0, "2018 to 2019")
    assert row["source_cell"].startswith("ascof.xlsx, sheet 'Table_4a'")


def test_M2_marks_in_square_brackets_are_reasons(small: Release) -> None:
    period = ("cheshire-west-and-chester", "2018/19")
    margin = one(small, "ascof/4a/margin-of-error", *period)
    asked = one(small, "ascof/4a/number-of-respondents", *period)
    later = one(small, "ascof/4a", period[0], "2019/20")
    found = [(row["raw"], row["value"], row["missing"]) for row in (margin, asked, later)]
    assert found == [
        ("[c]", None, "suppressed"),
        ("[z]", None, "not_applicable"),
        ("[x]", None, "not_available"),
    ]


def test_of_two_figures_the_official_one_is_used_where_the_workbook_says_which(
    small: Release,
) -> None:
    row = one(small, "ascof/1c", "england", "2016/17")
    assert (row["value"], row["raw"]) == (7.7, "7.7 (7.6)")
    own = one(small, "ascof/1c", "cheshire-west-and-chester", "2016/17")
    assert (own["value"], own["raw"]) == (8.1, "8.1 (:)")
    unexplained = one(small, "ascof/1c", "england", "2018/19")
    assert (unexplained["value"], unexplained["missing"], unexplained["raw"]) == (
        *(None, "not_available"),
        "7.5 (7.4)",
    )
    used, kept = said(small, "national-two-figures")
    assert "2 cells hold two figures; the one in brackets is of the earlier group" in used
    assert "1 cells hold two figures, and nothing in the workbook says" in kept


def test_cases_stand_beside_the_outcome_that_they_give(small: Release) -> None:
    given = one(small, "ascof/2b", "england", "2024/25")
    assert (given["numerator"], given["denominator"]) == (5.0, 50_000.0)
    other = one(small, "ascof/2b", "cheshire-west-and-chester", "2024/25")
    assert (other["value"], other["numerator"], other["denominator"]) == (12.0, None, None)
    assert "1 of 2 outcomes" in said(small, "national-cases-differ")[0]


def test_groups_of_councils_are_groups_and_codes_of_the_survey_are_no_dfe_numbers(
    small: Release,
) -> None:
    kinds = {row["subject"]: row["kind"] for row in small.areas.to_pylist()}
    assert kinds == {
        "england": "country",
        "shire-counties": "group_of_councils",
        "cheshire-west-and-chester": "council",
    }
    assert set(small.areas["number"].to_pylist()) == {None}


def test_lines_and_sheets_that_are_not_understood_are_counted() -> None:
    found = read(
        Table_4a=[*SAFE, ["", "", "", "1", "2", "3", "4"]],
        Other=[["No code here"], [*AREAS, "2018 to 2019 - outcome"], [*CWAC, "1"]],
    )
    first, second = said(found, "national-lines-left-out")
    assert "sheet 'Table_4a': 1 lines name no area" in first
    assert "sheet 'Other' does not begin with" in second
    assert found.figures.num_rows == 3 * 4


def test_a_workbook_is_known_by_its_words() -> None:
    known = find([workbook({"Cover": COVER, "Table_4a": SAFE}, name="book.bin")])
    assert known is not None
    assert known.name == "ascof"
    assert find([workbook({"Cover": [["Something else"]], "Table_4a": SAFE})]) is None


def test_a_workbook_without_sheets_of_figures_is_one_sentence() -> None:
    with pytest.raises(ReleaseError, match=r"ascof\.xlsx: no sheet has headings such as"):
        read(Contents=CONTENTS)


def test_a_damaged_workbook_is_one_sentence() -> None:
    whole = workbook({"Cover": COVER, "Table_4a": SAFE})
    at = whole.content.index(b"xl/worksheets/sheet2.xml") + 60
    broken = SourceFile(whole.name, whole.content[:at] + bytes(40) + whole.content[at + 40 :])
    with pytest.raises(ReleaseError, match=r"ascof\.xlsx"):
        read_release([broken], lambda _: None)
