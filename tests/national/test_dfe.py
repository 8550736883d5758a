"""Children's social care files of the Department for Education, as small files by hand."""

from collections.abc import Sequence

import pytest

from kpi_core.errors import ReleaseError
from kpi_core.national import Release, SourceFile, find, read_release
from kpi_core.national.dfe.measures import stem_of
from kpi_core.national.dfe.periods import period_of
from kpi_core.periods import Period
from tests.national.releases import assert_fits, one, rows, said, text_file

PLACES = (
    "time_period,time_identifier,geographic_level,country_code,country_name,"
    "region_code,region_name,old_la_code,new_la_code,la_name"
)
ENGLAND = "Reporting year,National,E92000001,England,,,,,"
REGION = "Reporting year,Regional,E92000001,England,E12000002,North West,,,"
CWAC = (
    "Reporting year,Local authority,E92000001,England,E12000002,North West,896,E06000050,"
    "Cheshire West and Chester"
)
PLANS = "dfe/d3-plans"
SHARE = f"{PLANS}/cpp-subsequent-percent"


def plans(*lines: str, name: str = "d3_plans_2013_to_2025.csv") -> SourceFile:
    header = f"{PLACES},category,CPP_start,CPP_subsequent,CPP_subsequent_percent"
    return text_file(name, header, *lines)


def health(*lines: str) -> SourceFile:
    header = f"{PLACES},characteristic,breakdown,children_count,children_percent"
    return text_file("health.csv", header, *lines, mark=True)


def read(*files: SourceFile) -> Release:
    return read_release(list(files), lambda _: None)


@pytest.fixture(scope="module")
def small() -> Release:
    return read(
        plans(
            f"2020,{ENGLAND},Plans,66390,14540,21.9",
            f"2020,{REGION},Plans,9990,2280,22.8",
            f"2020,{CWAC},Plans,286,49,17.1",
            f"2019,{CWAC},Plans,c,c,c",
            f"2018,{CWAC},Plans,z,x,u",
            f"2017,{CWAC},Plans,0,0,z",
            f"2016,{CWAC},Plans,10,k,low",
            f"2015,{CWAC},Plans,100,20,:",
        )
    )


def test_the_tables_have_the_form_of_the_contract(small: Release) -> None:
    assert_fits(small, ["d3_plans_2013_to_2025.csv"])
    assert (small.source, small.publisher) == ("dfe", "department-for-education")
    assert small.figures.num_rows == 8 * 3


def test_S9_each_column_of_figures_is_a_measure_with_its_unit(small: Release) -> None:
    found = {row["indicator"]: row for row in small.measures.to_pylist()}
    assert [(id_, row["unit"], row["decimals"]) for id_, row in found.items()] == [
        (f"{PLANS}/cpp-start", "count", 0),
        (f"{PLANS}/cpp-subsequent", "count", 0),
        (SHARE, "percent", 1),
    ]
    assert found[SHARE]["title"] == "Plans: CPP subsequent percent"
    assert found[SHARE]["name"] == "Plans; CPP_subsequent_percent"
    message = said(small, "national-unit-inferred")
    assert len(message) == 1
    assert "Nothing says the unit of CPP_start, CPP_subsequent;" in message[0]


def test_a_reporting_year_ends_on_31_march(small: Release) -> None:
    row = one(small, SHARE, "cheshire-west-and-chester", "2019/20")
    assert (row["value"], row["decimals"], row["raw"]) == (17.1, 1, "17.1")
    assert row["period_raw"] == "2020 Reporting year"
    assert f"{row['period_start']} {row['period_end']}" == "2019-04-01 2020-03-31"
    place = "d3_plans_2013_to_2025.csv, line 4, column CPP_subsequent_percent"
    assert row["source_cell"] == place


@pytest.mark.parametrize(
    ("time", "identifier", "period"),
    [
        ("2025", "Reporting year", Period.financial_year(2024)),
        ("202425", "Financial year", Period.financial_year(2024)),
        ("202425", "Academic year", Period.academic_year(2024)),
        ("2024", "Calendar year", Period.calendar_year(2024)),
        ("2024", "January", Period.month(2024, 1)),
    ],
)
def test_Y1_a_year_is_of_the_kind_that_stands_beside_it(
    time: str, identifier: str, period: Period
) -> None:
    assert period_of(time, identifier) == period


@pytest.mark.parametrize(
    ("period", "column", "raw", "missing"),
    [
        ("2018/19", "cpp-subsequent-percent", "c", "suppressed"),
        ("2017/18", "cpp-start", "z", "not_applicable"),
        ("2017/18", "cpp-subsequent", "x", "not_available"),
        ("2017/18", "cpp-subsequent-percent", "u", "unreliable"),
        ("2015/16", "cpp-subsequent", "k", "low"),
        ("2015/16", "cpp-subsequent-percent", "low", "low"),
        ("2014/15", "cpp-subsequent-percent", ":", "not_available"),
    ],
)
def test_M1_a_marker_is_a_reason_and_never_a_number(
    small: Release, period: str, column: str, raw: str, missing: str
) -> None:
    row = one(small, f"{PLANS}/{column}", "cheshire-west-and-chester", period)
    assert (row["value"], row["raw"], row["missing"]) == (None, raw, missing)


def test_M4_zero_is_a_figure(small: Release) -> None:
    row = one(small, f"{PLANS}/cpp-start", "cheshire-west-and-chester", "2016/17")
    assert (row["value"], row["missing"]) == (0.0, None)


def test_cases_stand_beside_the_figure_that_they_give_and_no_other(small: Release) -> None:
    own = one(small, SHARE, "cheshire-west-and-chester", "2019/20")
    assert (own["numerator"], own["denominator"]) == (49.0, 286.0)
    country = one(small, SHARE, "england", "2019/20")
    assert (country["numerator"], country["denominator"]) == (14_540.0, 66_390.0)
    wrong = read(plans(f"2020,{REGION},Plans,4540,1240,27.2", f"2020,{CWAC},Plans,286,49,17.1"))
    row = one(wrong, SHARE, "north-west", "2019/20")
    assert (row["value"], row["numerator"], row["denominator"]) == (27.2, None, None)
    message = said(wrong, "national-cases-differ")
    assert len(message) == 1
    assert "1 of 2 figures in CPP_subsequent_percent" in message[0]


def test_a_share_of_a_total_takes_its_cases_from_the_line_of_the_total() -> None:
    found = read(
        health(
            f"2025,{CWAC},Health,Had their annual health assessment,90,90",
            f"2025,{CWAC},Health,Total all ages,100,100",
            f"2024,{CWAC},Health,Had their annual health assessment,80,80",
            f"2024,{CWAC},Health,Total all ages,c,c",
            f"2025,{CWAC},Scores,SDQ score is normal,30,60",
            f"2025,{CWAC},Scores,SDQ score was received,50,83",
            f"2025,{CWAC},Scores,SDQ average score,14.9,z",
            f"2025,{CWAC},Scores,Total ages 5 to 16,60,100",
        )
    )
    base = "dfe/health/children-percent"
    cases = {
        (row["indicator"].removeprefix(f"{base}/"), row["period_label"]): row
        for row in found.figures.to_pylist()
        if row["indicator"].startswith(base)
    }
    annual = "health/had-their-annual-health-assessment"
    parts = {key: (row["numerator"], row["denominator"]) for key, row in cases.items()}
    assert parts[annual, "2024/25"] == (90.0, 100.0)
    assert parts[annual, "2023/24"] == (None, None)
    assert parts["scores/sdq-score-is-normal", "2024/25"] == (30.0, 50.0)
    assert parts["scores/sdq-score-was-received", "2024/25"] == (50.0, 60.0)
    score = rows(found.measures, indicator="dfe/health/children-count/scores/sdq-average-score")
    assert (score[0]["unit"], score[0]["decimals"]) == ("score", 1)


def durations(*cells: str, stage: str = "Average time between matching and placement") -> Release:
    header = f"{PLACES},stage,number"
    lines = [f"{2010 + at},{ENGLAND},{stage},{cell}" for at, cell in enumerate(cells)]
    return read(text_file("adoption.csv", header, *lines))


def test_U1_durations_of_adoption_are_years_and_months() -> None:
    found = durations("00:10", "01:02", "k")
    values = [(row["raw"], row["value"]) for row in found.figures.to_pylist()]
    assert values == [("00:10", 10.0), ("01:02", 14.0), ("k", None)]
    measure = found.measures.to_pylist()[0]
    assert (measure["unit"], measure["title"].endswith("(months)")) == ("unknown", True)
    assert len(said(found, "national-duration-in-months")) == 1


@pytest.mark.parametrize(
    ("cells", "stage"),
    [
        (("00:10", "01:12"), "Average time between matching and placement"),
        (("00:10", "01:11"), "Average time of a call"),
    ],
)
def test_durations_that_may_be_minutes_have_no_figure(cells: Sequence[str], stage: str) -> None:
    found = durations(*cells, stage=stage)
    assert [row["missing"] for row in found.figures.to_pylist()] == ["not_available"] * 2
    assert [row["raw"] for row in found.figures.to_pylist()] == list(cells)
    assert "2 cells" in said(found, "national-duration-unclear")[0]


def test_lines_of_other_levels_and_odd_cells_are_counted_in_findings() -> None:
    school = "Reporting year,School,E92000001,England,,,,,"
    found = read(
        plans(
            f"2020,{school},Plans,1,1,100",
            f"twenty,{CWAC},Plans,286,49,17.1",
            f"2020,{CWAC},Plans,286,many,17.1",
        )
    )
    assert found.figures.num_rows == 6
    assert "1 lines of the level 'School'" in said(found, "national-lines-left-out")[0]
    assert "the period of 1 lines" in said(found, "national-period-unknown")[0]
    assert "'many'" in said(found, "national-figure-unreadable")[0]
    odd = one(found, f"{PLANS}/cpp-subsequent", "cheshire-west-and-chester", "2019/20")
    assert (odd["raw"], odd["value"], odd["missing"]) == ("many", None, "not_available")


def test_a_figure_twice_is_kept_twice_and_the_last_counts() -> None:
    found = read(plans(f"2020,{CWAC},Plans,1,1,1", f"2020,{CWAC},Plans,286,49,17.1"))
    assert found.figures.num_rows == 6
    assert one(found, SHARE, "cheshire-west-and-chester", "2019/20")["value"] == 17.1
    assert len(said(found, "national-figure-twice")) == 3


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("d3_cpps_subsequent_plan_2013_to_2025.csv", "d3-cpps-subsequent-plan"),
        ("health_2025.csv", "health"),
        ("health_2024-25.csv", "health"),
        ("health_202425 (2).csv", "health"),
        ("cla_number_and_rate_per_10k_children.csv", "cla-number-and-rate-per-10k-children"),
        ("2025.csv", "2025"),
    ],
)
def test_G1_a_files_years_are_no_part_of_its_ids(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def test_next_years_file_carries_on_the_same_measures() -> None:
    later = read(plans(f"2026,{CWAC},Plans,286,49,17.1", name="d3_plans_2013_to_2026 (1).csv"))
    assert SHARE in later.measures["indicator"].to_pylist()


def test_G3_one_area_has_its_newest_code_and_its_number() -> None:
    old = CWAC.replace("E06000050", "E10000023").replace("Cheshire West and Chester", "Somewhere")
    new = old.replace("E10000023", "E06000065")
    found = read(plans(f"2024,{new},Plans,1,1,100", f"2023,{old},Plans,1,1,100"))
    area = rows(found.areas, subject="somewhere")[0]
    assert (area["gss"], area["number"], area["region"]) == ("E06000065", "896", "north-west")
    assert area["kind"] == "council"


NEIGHBOURS = "old_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P"


def test_B2_neighbour_lists_are_dated_sets_with_the_closeness() -> None:
    found = read(
        text_file(
            "sn_model_2025_wide.csv",
            NEIGHBOURS,
            "896,Cheshire West and Chester,2,North West,877,Very close,895,Close ",
            "877,Warrington,2,North West,895,Close ,896,Somewhat close",
            "895,Cheshire East,2,North West,896,Close,999,Not close",
        )
    )
    mine = rows(found.neighbours, organisation="cheshire-west-and-chester")
    assert [(r["rank"], r["neighbour"], r["closeness"]) for r in mine] == [
        (1, "warrington", "Very close"),
        (2, "cheshire-east", "Close"),
    ]
    assert {r["neighbour_set"] for r in mine} == {"statistical-neighbours-2025-05"}
    assert found.neighbours.num_rows == 5
    assert "'999'" in said(found, "national-neighbour-unknown")[0]


def test_B2_headings_between_councils_are_no_councils() -> None:
    found = read(
        text_file(
            "Groupings_April_2021.csv",
            "LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,",
            "202,Camden,202,3,London (Inner),201,Not Close,",
            "201,City of London,201,3,London (Inner),202,Not Close,",
            ",Old SNs:,,,,,,",
        )
    )
    sets = {(r["neighbour_set"], r["set_title"]) for r in found.neighbours.to_pylist()}
    assert sets == {("statistical-neighbours-2021-04", "Statistical neighbours, April 2021")}
    assert rows(found.areas, subject="camden")[0]["region"] == "london"
    assert "1 lines begin with no council's number" in said(found, "national-lines-left-out")[0]


def test_a_file_is_known_by_its_columns_and_not_by_its_name() -> None:
    source = find([SourceFile("anything.txt", plans(f"2020,{CWAC},Plans,1,1,1").content)])
    assert source is not None
    assert source.name == "dfe"


def test_a_broken_download_is_one_sentence() -> None:
    whole = plans(f"2020,{CWAC},Plans,286,49,17.1")
    broken = SourceFile(whole.name, whole.content[:-10])
    with pytest.raises(
        ReleaseError, match=r"d3_plans_2013_to_2025\.csv, line 2: 12 cells under 14"
    ):
        read(broken)


def test_a_file_without_figures_is_said_to_have_none() -> None:
    found = read(text_file("none.csv", f"{PLACES},remark", f"2020,{CWAC},nothing here"))
    assert found.figures.num_rows == 0
    assert len(said(found, "national-no-figures")) == 1
