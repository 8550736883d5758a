"""Files of Explore local statistics, as small ones by hand."""

import json
from typing import Any

import pytest

from kpi_core.cells import Problem
from kpi_core.errors import ReleaseError
from kpi_core.national import Release, SourceFile, find, read_release
from kpi_core.national.ons.periods import period_of
from kpi_core.periods import Period
from tests.national.releases import assert_fits, one, rows, said, text_file

HEADER = (
    "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
)
YEAR = "2021-04-01/P1Y"
POVERTY = "ons/children-in-poverty"


def figures(*lines: str, name: str = "poverty.csv") -> SourceFile:
    return text_file(name, HEADER, *lines, mark=True)


def line(
    value: str = "18.38281",
    code: str = "E06000050",
    name: str = "Cheshire West and Chester",
    limits: str = ",",
    end: str = ",",
) -> str:
    return f"{code},{name},any,Children in poverty,{YEAR},{value},Percentage,%,{limits},{end}"


def described(name: str = "poverty.json", **entries: Any) -> SourceFile:
    content = {"_note": "modified", "ess-beta-metadata": entries}
    return SourceFile(name, json.dumps(content).encode())


ABOUT = {
    "label": "Children in Poverty",
    "suffix": "%",
    "subText": None,
    "decimalPlaces": 1,
    "subtitle": "Percentage of children",
    "sourceDate": "05/02/2026|28/11/2025",
    "sourceURL": "https://example.org/one|https://example.org/two",
    "sourceOrg": "One|Two",
    "longDescription": "In the UK.",
    "caveats": "First.\n\nSecond.",
}


def read(*files: SourceFile) -> Release:
    return read_release(list(files), lambda _: None)


@pytest.fixture(scope="module")
def small() -> Release:
    return read(
        figures(
            line(limits="18.1,18.6"),
            line("19.2", "E12000002", "North West"),
            line("", "E07000163", "Craven", end="x,Obsolete code since 2023 (replaced by "
                 "E06000065 North Yorkshire)"),
            line("", "E06000007", "Warrington", end="u,"),
        ),
        described(**ABOUT),
    )  # fmt: skip


def test_the_tables_have_the_form_of_the_contract(small: Release) -> None:
    assert_fits(small, ["poverty.csv", "poverty.json"])
    assert small.figures.num_rows == 4
    assert f"{small.published_on}" == "2026-02-05"


def test_a_measure_has_what_its_json_says(small: Release) -> None:
    row = small.measures.to_pylist()[0]
    assert row["indicator"] == POVERTY
    assert (row["title"], row["unit"], row["decimals"]) == ("Children in Poverty", "percent", 1)
    assert row["description"] == "Percentage of children In the UK. Unit: %."
    assert row["caveats"] == ["First.", "Second."]
    assert (row["link"], row["owner"]) == ("https://example.org/one", "One; Two")
    assert f"{row['updated_on']}" == "2026-02-05"


def test_U4_the_figure_stays_in_full_and_is_shown_with_the_decimals_of_the_json(
    small: Release,
) -> None:
    row = one(small, POVERTY, "cheshire-west-and-chester", "2021/22")
    assert (row["value"], row["raw"], row["decimals"]) == (18.38281, "18.38281", 1)
    assert (row["lower"], row["upper"]) == (18.1, 18.6)
    assert row["period_raw"] == YEAR


def test_M1_a_blank_has_its_reason_in_the_status(small: Release) -> None:
    found = [one(small, POVERTY, subject, "2021/22") for subject in ("craven", "warrington")]
    assert [(row["value"], row["raw"], row["missing"]) for row in found] == [
        (None, "x", "not_available"),
        (None, "u", "unreliable"),
    ]


def test_G3_an_obsolete_code_says_what_took_its_place(small: Release) -> None:
    craven = rows(small.areas, subject="craven")[0]
    assert (craven["successors"], f"{craven['valid_to']}") == (["north-yorkshire"], "2023-03-31")
    assert "1 councils ended, such as Craven" in said(small, "national-end-inferred")[0]


def test_G3_of_two_codes_of_one_area_the_one_in_use_counts() -> None:
    old = "Obsolete code since 2023 (replaced by E06000065 North Yorkshire)"
    for lines in (
        [line("1", "E10000023", "North Yorkshire", end=f",{old}"),
         line("2", "E06000065", "North Yorkshire")],
        [line("2", "E06000065", "North Yorkshire"),
         line("1", "E10000023", "North Yorkshire", end=f",{old}")],
    ):  # fmt: skip
        found = read(figures(*lines))
        assert found.figures.num_rows == 2
        assert one(found, POVERTY, "north-yorkshire", "2021/22")["value"] == 2.0
        area = rows(found.areas, subject="north-yorkshire")[0]
        assert (area["gss"], area["successors"]) == ("E06000065", [])
        assert area["valid_to"] is None
        assert len(said(found, "national-figure-twice")) == 1


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021-04-01/P1Y", Period.financial_year(2021)),
        ("2001-01-01/P1Y", Period.calendar_year(2001)),
        ("2016-09-01/P1Y", Period.academic_year(2016)),
        (
            "2014-04-01/P3Y",
            Period.span(Period.financial_year(2014), Period.financial_year(2016)),
        ),
        ("2020-02-01/P1M", Period.month(2020, 2)),
    ],
)
def test_Y1_an_interval_is_the_period_that_it_is(text: str, period: Period) -> None:
    assert period_of(text) == period


def test_Y1_a_survey_year_within_months_is_kept_to_the_day() -> None:
    found = period_of("2015-11-16/P1Y")
    assert isinstance(found, Period)
    assert found.label == "2015-11-16 to 2016-11-15"


@pytest.mark.parametrize("text", ["", "2015-13-16/P1Y", "2020-02-29/P1Y", "soon", "2098-01-01/P9Y"])
def test_what_is_no_interval_is_a_problem(text: str) -> None:
    assert isinstance(period_of(text), Problem)


def test_a_rate_per_million_is_kept_as_printed_without_a_unit() -> None:
    row = (
        "E92000001,England,Nation,Homicide,2014-04-01/P3Y,9.96,Homicide (rate per million),"
        '"Rate per 1,000,000 population",,,,'
    )
    about = {**ABOUT, "label": "homicide", "suffix": None, "subText": "per million population"}
    found = read(figures(row), described("other.json", **about))
    measure = found.measures.to_pylist()[0]
    assert (measure["unit"], found.figures["value"].to_pylist()) == ("unknown", [9.96])
    assert measure["title"] == "homicide per million population"
    assert measure["description"].endswith("Unit: Rate per 1,000,000 population.")
    assert len(said(found, "national-unit-unknown")) == 1


def test_several_indicators_of_one_file_share_what_their_json_says() -> None:
    after = line("30").replace("Children in poverty", "After housing")
    shared = {key: value for key, value in ABOUT.items() if key != "label"}
    about = {"shared": shared, "Children in poverty": {"label": "Before"}, "After housing": {}}
    found = read(figures(line(), after), described("poverty.json", **about))
    told = {row["indicator"]: row for row in found.measures.to_pylist()}
    assert set(told) == {POVERTY, "ons/after-housing"}
    assert told["ons/after-housing"]["title"] == "After housing"
    assert {row["decimals"] for row in told.values()} == {1}


def test_several_measures_of_one_indicator_have_each_its_id() -> None:
    count = line("12").replace("Percentage,%", "Count,Number")
    found = read(figures(line(), count))
    assert found.measures["indicator"].to_pylist() == [f"{POVERTY}/percentage", f"{POVERTY}/count"]
    assert found.measures["unit"].to_pylist() == ["percent", "count"]


def test_one_measure_in_two_units_is_two_measures() -> None:
    found = read(figures(line(), line("12").replace("Percentage,%", "Percentage,Number")))
    assert found.measures["unit"].to_pylist() == ["percent", "count"]
    assert found.measures["indicator"].to_pylist()[1] == f"{POVERTY}/number"


def test_without_a_json_the_figures_are_kept_and_the_finding_says_so() -> None:
    found = read(figures(line()), SourceFile("poverty.json", b"{broken"))
    assert one(found, POVERTY, "cheshire-west-and-chester", "2021/22")["decimals"] == 5
    assert len(said(found, "national-measure-unknown")) == 1
    assert len(said(found, "national-file-unreadable")) == 1
    assert [file.name for file in found.files] == ["poverty.csv"]


def test_notes_and_unknown_statuses_are_counted_and_known_ones_are_marks() -> None:
    found = read(
        figures(
            line("1", "E06000007", "Warrington", end="p,Aggregated."),
            line("2", "E06000050", "Somewhere", end="q,Aggregated"),
        )
    )
    assert one(found, POVERTY, "warrington", "2021/22")["mark"] == "provisional"
    assert "2 lines carry the note 'Aggregated'" in said(found, "national-note")[0]
    assert "'q'" in said(found, "national-mark-unknown")[0]


def test_a_file_is_known_by_its_columns() -> None:
    known = find([SourceFile("x", figures(line()).content)])
    assert known is not None
    assert known.name == "ons"
    assert find([described(**ABOUT)]) is None


def test_a_broken_download_is_one_sentence() -> None:
    with pytest.raises(ReleaseError, match=r"poverty\.csv, line 3: 2 cells under 12 headings"):
        read(SourceFile("poverty.csv", figures(line()).content + b"E06000007,Warr"))


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        (line(code="", name=" "), "column areanm"),
        (line().replace("Children in poverty", ""), "column indicator"),
    ],
)
def test_a_line_that_belongs_to_nothing_is_one_sentence(broken: str, where: str) -> None:
    with pytest.raises(ReleaseError, match=rf"poverty\.csv, line 2, {where}: the cell is empty"):
        read(figures(broken))
