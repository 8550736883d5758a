"""Plain long tables of figures and of neighbours."""

import itertools

import pytest

from kpi_core.errors import ReleaseError
from kpi_core.national import Release, SourceFile, find, read_release
from kpi_core.national.plain.headings import SYNONYMS, columns
from tests.national.releases import assert_fits, one, rows, said, text_file

HEADER = "area_code,area_name,period,indicator,measure,unit,value"
SHARE = "plain/waste-recycled/percentage"


def read(*files: SourceFile) -> Release:
    return read_release(list(files), lambda _: None)


def figures(*lines: str, header: str = HEADER) -> SourceFile:
    return text_file("waste.csv", header, *lines)


def test_the_tables_have_the_form_of_the_contract() -> None:
    found = read(
        figures(
            "E06000050,Cheshire West and Chester,2010/11,Waste recycled,Percentage,Waste,39.1",
            "E06000050,Cheshire West and Chester,2010/11,Waste recycled,Frequency,Tonnes,1200",
            "E92000001,England,2010/11,Waste recycled,Percentage,Waste,41",
        )
    )
    assert_fits(found, ["waste.csv"])
    assert (found.source, found.publisher, found.licence) == (
        *("plain", "not-stated"),
        "Not stated in the files",
    )
    told = [
        (r["indicator"], r["title"], r["unit"], r["decimals"]) for r in found.measures.to_pylist()
    ]
    assert told == [
        (SHARE, "Waste recycled, percentage", "percent", 1),
        ("plain/waste-recycled/frequency", "Waste recycled, frequency", "count", 0),
    ]
    row = one(found, SHARE, "cheshire-west-and-chester", "2010/11")
    assert (row["value"], row["raw"]) == (39.1, "39.1")
    assert row["source_cell"] == "waste.csv, line 2, column value"


CELLS = {
    "area name": "Warrington",
    "Indicator": "Jobs",
    "PERIOD": "2019/20",
    "Value": "12",
}


@pytest.mark.parametrize("order", list(itertools.permutations(CELLS)))
def test_headings_stand_in_any_order_and_case(order: tuple[str, ...]) -> None:
    found = read(figures(",".join(CELLS[name] for name in order), header=",".join(order)))
    assert one(found, "plain/jobs", "warrington", "2019/20")["value"] == 12.0


@pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key, names in SYNONYMS.items() for name in names]
)
def test_every_synonym_is_understood(key: str, name: str) -> None:
    others = {"subject": "subject", "indicator": "indicator", "period": "period", "value": "value"}
    header = [*(word for other, word in others.items() if other != key), name.upper()]
    found = columns(header)
    assert found[key] == len(header) - 1


def test_a_table_of_measures_alone_calls_its_indicators_measures() -> None:
    found = read(figures("Warrington,Jobs,2019/20,12", header="subject,measure,period,value"))
    assert found.measures["indicator"].to_pylist() == ["plain/jobs"]


@pytest.mark.parametrize(
    ("spelled", "label"),
    [
        ("2014/15", "2014/15"),
        ("2014", "2014"),
        ("April 2021", "2021-04"),
        ("Jan 2012-Dec 2012", "2012"),
        ("2014-04-01/P3Y", "2014/15 to 2016/17"),
    ],
)
def test_Y1_periods_in_their_many_spellings(spelled: str, label: str) -> None:
    found = read(figures(f"E06000007,Warrington,{spelled},Jobs,Count,People,12"))
    assert found.figures["period_label"].to_pylist() == [label]
    assert found.figures["period_raw"].to_pylist() == [spelled]


def test_a_period_that_is_none_stays_unknown_and_is_counted() -> None:
    found = read(figures("E06000007,Warrington,soon,Jobs,Count,People,12"))
    assert found.figures["period_label"].to_pylist() == ["unknown"]
    assert "the period of 1 lines" in said(found, "national-period-unknown")[0]


@pytest.mark.parametrize(
    ("raw", "value", "missing", "mark"),
    [
        ("0", 0.0, None, None),
        ('"51,230"', 51_230.0, None, None),
        ("17.1%", 17.1, None, None),
        ("12 [p]", 12.0, None, "provisional"),
        ("NA", None, "not_available", None),
        ("[c]", None, "suppressed", None),
        ("", None, "blank", None),
        ("about 7", None, "not_available", None),
    ],
)
def test_M1_a_cell_is_a_figure_or_a_reason(
    raw: str, value: float | None, missing: str | None, mark: str | None
) -> None:
    found = read(figures(f"E06000007,Warrington,2014,Jobs,Percentage,,{raw}"))
    row = found.figures.to_pylist()[0]
    assert (row["value"], row["missing"], row["mark"]) == (value, missing, mark)
    assert row["raw"] == raw.strip('"')
    assert bool(said(found, "national-figure-unreadable")) is (raw == "about 7")


FULL = "subject,indicator,period,value,unit,numerator,denominator,lower,upper,polarity,source"


def test_everything_that_may_stand_beside_a_figure_is_kept() -> None:
    found = read(
        figures("Warrington,Jobs,2014,17.1,%,49,286,13,22,High,City Observatory", header=FULL)
    )
    row = found.figures.to_pylist()[0]
    assert (row["numerator"], row["denominator"]) == (49.0, 286.0)
    assert (row["lower"], row["upper"]) == (13.0, 22.0)
    measure = found.measures.to_pylist()[0]
    assert (measure["polarity"], measure["unit"]) == ("higher_is_better", "percent")
    assert (found.publisher, found.publisher_name) == ("city-observatory", "City Observatory")


def test_cases_that_do_not_give_their_share_are_not_beside_it() -> None:
    found = read(figures("Warrington,Jobs,2014,18.0,%,49,286,,,,", header=FULL))
    row = found.figures.to_pylist()[0]
    assert (row["value"], row["numerator"], row["denominator"]) == (18.0, None, None)
    assert len(said(found, "national-cases-differ")) == 1


def test_U1_an_unknown_unit_and_one_that_changes_are_said() -> None:
    found = read(
        figures(
            "E06000007,Warrington,2014,Jobs,,Sheep,12",
            "E06000007,Warrington,2015,Jobs,,%,12",
        )
    )
    assert found.measures["unit"].to_pylist() == ["unknown"]
    assert "'Sheep'" in said(found, "national-unit-unknown")[0]
    assert "1 lines of plain/jobs" in said(found, "national-unit-differs")[0]


def test_a_column_without_a_place_is_counted_unless_it_says_nothing() -> None:
    header = f"{HEADER},inequality,colour"
    found = read(figures("E06000007,Warrington,2014,Jobs,,%,12,NA,red", header=header))
    assert said(found, "national-column-left-out") == [
        "waste.csv: The column 'colour' has no place here; 1 cells left out."
    ]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("E06000007,,2014,Jobs,,%,12", "column area_name"),
        ("E06000007,Warrington,2014, ,,%,12", "column indicator"),
        ("E06000007,Warrington,2014", "3 cells under 7 headings"),
    ],
)
def test_a_damaged_line_is_one_sentence_with_its_place(line: str, where: str) -> None:
    with pytest.raises(ReleaseError, match=rf"waste\.csv, line 2.*{where}"):
        read(figures(line))


def test_wards_of_one_name_with_a_council_are_no_councils() -> None:
    found = read(
        figures(
            "E05000829,Gorse Hill,2014,Jobs,Count,People,12",
            "E06000007,Warrington,2014,Jobs,Count,People,12",
        )
    )
    kinds = {row["subject"]: row["kind"] for row in found.areas.to_pylist()}
    assert kinds == {"gorse-hill-e05000829": "other", "warrington": "council"}


NEIGHBOURS = "organisation,neighbour,rank,set,dated,closeness"


def test_B2_neighbours_are_sets_with_their_date() -> None:
    found = read(
        text_file(
            "near.csv",
            NEIGHBOURS,
            "Trafford,Warrington,2,CIPFA nearest neighbours,April 2021,close",
            "Trafford,Swindon,1,CIPFA nearest neighbours,2021-04-01,very close",
            "Trafford,Bury,,Statistical neighbours,,",
            "Trafford,York,,Statistical neighbours,,",
        )
    )
    assert_fits(found, ["near.csv"])
    told = [
        (r["neighbour_set"], r["rank"], r["neighbour"], r["group"])
        for r in found.neighbours.to_pylist()
    ]
    assert told == [
        ("cipfa-nearest-neighbours-2021-04", 1, "swindon", "nearest-neighbours"),
        ("cipfa-nearest-neighbours-2021-04", 2, "warrington", "nearest-neighbours"),
        ("statistical-neighbours", 1, "bury", "statistical-neighbours"),
        ("statistical-neighbours", 2, "york", "statistical-neighbours"),
    ]
    first = found.neighbours.to_pylist()[0]
    assert first["set_title"] == "CIPFA nearest neighbours, April 2021"
    assert (f"{first['dated']}", first["closeness"]) == ("2021-04-01", "Very close")


def test_B2_two_columns_are_enough_and_a_date_that_is_none_is_said() -> None:
    found = read(
        text_file(
            "near.csv", "Organisation,Neighbour,Dated", "Trafford,Bury,once", "Trafford,York,"
        )
    )
    sets = {(r["neighbour_set"], r["dated"]) for r in found.neighbours.to_pylist()}
    assert sets == {("nearest-neighbours", None)}
    assert "'once'" in said(found, "national-neighbours-undated")[0]


def test_B2_a_list_that_does_not_say_whose_it_is_is_not_guessed_at() -> None:
    alone = text_file("cipfa2021.csv", "area_code,area_name", "E06000030,Swindon")
    assert find([alone]) is None
    found = read(figures("E06000007,Warrington,2014,Jobs,Count,People,12"), alone)
    assert found.neighbours.num_rows == 0
    message = said(found, "national-neighbours-of-nobody")
    assert len(message) == 1
    assert "cipfa2021.csv: The file lists 1 areas" in message[0]
    assert "Add a column organisation" in message[0]


def test_B2_a_neighbour_without_a_name_is_one_sentence() -> None:
    with pytest.raises(
        ReleaseError, match=r"near\.csv, line 2, column neighbour: the cell is empty"
    ):
        read(text_file("near.csv", NEIGHBOURS, "Trafford,,1,,,"))


def test_other_tables_are_not_taken_for_plain_ones() -> None:
    assert find([text_file("x.csv", "name,age", "Ann,3")]) is None
    known = find([figures("E06000007,Warrington,2014,Jobs,Count,People,12")])
    assert known is not None
    assert rows(read(figures("E06000007,Warrington,2014,Jobs,Count,People,12")).areas)
    assert known.name == "plain"
