"""Areas and statistical neighbours of the Local Authority Interactive Tool."""

from datetime import date
from typing import Any

import pytest

from kpi_core.findings import Finding
from kpi_core.national import Release, read_release
from tests.national import lait_files as make

ALL = [("Repeat", "2020", area, "1") for area in make.AREAS]


def quiet(_: str) -> None:
    """Nobody is told."""


@pytest.fixture(scope="module")
def release() -> Release:
    files = [make.values(ALL), make.dictionary({}), make.code_list()]
    sets = {
        896: [(877, "Extremely Close"), (801, "very  close")],
        877: [(896, "Very close"), (999, "Close"), ("-", "-")],
        555: [(896, "Close")],
    }
    return read_release([*files, make.neighbours(sets)], quiet)


def area(release: Release, subject: str) -> dict[str, Any]:
    found = [row for row in release.areas.to_pylist() if row["subject"] == subject]
    assert len(found) == 1, subject
    return dict(found[0])


def findings(release: Release, rule: str) -> list[Finding]:
    return [finding for finding in release.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("subject", "kind", "council_type", "region"),
    [
        ("cheshire-west-and-chester", "council", "Unitary authority", "north-west"),
        ("bristol", "council", "Unitary authority", "south-west"),
        ("camden", "council", "Inner London borough", "london"),
        ("north-west", "region", None, None),
        ("london", "region", None, None),
        ("inner-london", "region", None, "london"),
        ("england", "country", None, None),
    ],
)
def test_B1_an_area_has_its_kind_type_and_region(
    release: Release, subject: str, kind: str, council_type: str | None, region: str | None
) -> None:
    row = area(release, subject)
    assert (row["kind"], row["council_type"], row["region"]) == (kind, council_type, region)


def test_G3_a_council_that_ended_has_its_last_day_and_its_successors(release: Release) -> None:
    old, new = area(release, "dorset-before-2019"), area(release, "dorset")
    assert (old["valid_to"], new["valid_from"]) == (date(2019, 3, 31), date(2019, 4, 1))
    assert old["successors"] == ["bournemouth-christchurch-and-poole", "dorset"]
    assert (old["gss"], new["gss"]) == ("E10000009", "E06000059")
    assert (new["valid_to"], new["successors"]) == (None, [])


def test_G3_a_gap_of_a_council_outside_its_time_is_not_applicable() -> None:
    rows = [
        ("Repeat", "2019", "Dorset (Pre LG)", "-"),
        ("Repeat", "2020", "Dorset (Pre LG)", "-"),
        ("Repeat", "2021", "Dorset (Pre LG)", "4"),
        ("Repeat", "2019", "Dorset", "-"),
        ("Repeat", "2020", "Dorset", "-"),
    ]
    release = read_release([make.values(rows), make.dictionary({})], quiet)
    found = {(r["subject"], r["period_label"]): r["missing"] for r in release.figures.to_pylist()}
    assert found == {
        ("dorset-before-2019", "2018/19"): "not_available",
        ("dorset-before-2019", "2019/20"): "not_applicable",
        ("dorset-before-2019", "2020/21"): None,
        ("dorset", "2018/19"): "not_applicable",
        ("dorset", "2019/20"): "not_available",
    }
    assert "1 figures" in findings(release, "national-figure-outside-validity")[0].message


def test_an_area_that_is_nothing_known_is_kept_and_told_of() -> None:
    release = read_release([make.values([("Repeat", "2020", "Atlantis", "1")])], quiet)
    assert area(release, "atlantis")["kind"] == "other"
    assert "'Atlantis'" in findings(release, "national-area-unknown")[0].message


def test_two_names_of_one_area_are_one_row_and_told_of() -> None:
    rows = [("Repeat", "2020", "Bristol, City of", "1"), ("Repeat", "2021", "Bristol", "2")]
    release = read_release([make.values(rows), make.dictionary({})], quiet)
    assert release.areas["subject"].to_pylist() == ["bristol"]
    assert findings(release, "national-area-names")
    assert set(release.figures["subject"].to_pylist()) == {"bristol"}


def test_B2_neighbours_have_their_rank_and_closeness_in_one_spelling(release: Release) -> None:
    rows = [
        (r["organisation"], r["rank"], r["neighbour"], r["closeness"])
        for r in release.neighbours.to_pylist()
    ]
    assert rows == [
        ("cheshire-west-and-chester", 1, "warrington", "Extremely close"),
        ("cheshire-west-and-chester", 2, "bristol", "Very close"),
        ("warrington", 1, "cheshire-west-and-chester", "Very close"),
    ]


def test_B2_a_set_is_dated_by_its_file(release: Release) -> None:
    row = release.neighbours.to_pylist()[0]
    assert (row["neighbour_set"], row["dated"]) == (
        "statistical-neighbours-2021-04",
        date(2021, 4, 1),
    )
    assert row["set_title"] == "Statistical neighbours, April 2021"
    assert (row["group"], row["release"]) == ("statistical-neighbours", release.id)


def test_a_number_that_is_no_council_is_told_of(release: Release) -> None:
    assert [f.raw for f in findings(release, "national-neighbour-unknown")] == ["555", "999"]


def test_lines_that_end_early_and_headings_between_them_do_no_harm() -> None:
    header = ["number", "SN1", "SNP", "SN2", "SNP"]
    lines = [header, ["896", "877"], ["Older sets:"], [], ["877", "896", "Close", "202", "Close"]]
    book = make.workbook("sn_may_2025.xlsx", lines)
    codes = make.workbook("codes.xlsx", [["LA Name", "Type", "LA Number"], ["Camden"], ["x", "UA"]])
    release = read_release([make.values(ALL), book, codes], quiet)
    found = [(r["rank"], r["neighbour"], r["closeness"]) for r in release.neighbours.to_pylist()]
    assert found == [
        (1, "warrington", None),
        (1, "cheshire-west-and-chester", "Close"),
        (2, "camden", "Close"),
    ]


def test_a_set_without_a_month_in_its_name_is_kept_and_told_of() -> None:
    book = make.neighbours({896: [(877, "Close")]}, "sn.xlsx")
    release = read_release([make.values(ALL), book], quiet)
    row = release.neighbours.to_pylist()[0]
    assert row["dated"] is None
    assert row["set_title"] == "Statistical neighbours, date not given"
    assert findings(release, "national-neighbours-undated")[0].source_cell == "sn.xlsx"
