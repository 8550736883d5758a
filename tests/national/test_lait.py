"""The Local Authority Interactive Tool, read from small files in the same shapes."""

from datetime import date
from typing import Any

import pytest

from kpi_core import schema
from kpi_core.findings import Finding
from kpi_core.national import Release, SourceFile, read_release
from kpi_core.national.lait import recognises
from kpi_core.national.lait.dictionary import NO_QUARTERS
from tests.national import lait_files as make

CWAC = "Cheshire West and Chester"
ROWS = [
    ("Repeat", "2020", CWAC, "17.100000000000001"),
    ("Repeat", "2019", CWAC, "15.9"),
    ("Repeat", "2020", "England", "21.9"),
    ("Repeat", "2020", "Warrington", "-"),
]


def quiet(_: str) -> None:
    """Nobody is told."""


def read(*files: SourceFile) -> Release:
    return read_release(files, quiet)


def figures(release: Release) -> list[dict[str, Any]]:
    return list(release.figures.to_pylist())


def found(release: Release, rule: str) -> list[Finding]:
    return [finding for finding in release.findings if finding.rule == rule]


def whole(*rows: make.Value, **measure: str) -> Release:
    """Values with a dictionary of the one measure."""
    return read(make.values(rows or ROWS), make.dictionary(measure))


def test_a_figure_is_kept_with_its_period_unit_text_and_place() -> None:
    row = next(r for r in figures(whole()) if r["raw"] == "17.100000000000001")
    assert row["subject"] == "cheshire-west-and-chester"
    assert row["indicator"] == "lait/Repeat"
    assert (row["period_label"], row["period_raw"]) == ("2019/20", "2020")
    assert (row["period_start"], row["period_end"]) == (date(2019, 4, 1), date(2020, 3, 31))
    assert (row["value"], row["unit"], row["decimals"]) == (17.1, "percent", 1)
    assert row["reported_by"] == "department-for-education"
    assert row["source_cell"] == "row 1"
    assert row["is_latest"]


def test_rows_are_sorted_by_indicator_period_and_subject_and_fit_the_schema() -> None:
    release = whole()
    assert release.figures.schema == schema.OBSERVATIONS.arrow
    assert release.measures.schema == schema.INDICATORS.arrow
    assert release.areas.schema == schema.AREAS.arrow
    assert release.neighbours.schema == schema.NEIGHBOURS.arrow
    assert [(r["period_label"], r["subject"]) for r in figures(release)] == [
        ("2018/19", "cheshire-west-and-chester"),
        ("2019/20", "cheshire-west-and-chester"),
        ("2019/20", "england"),
        ("2019/20", "warrington"),
    ]
    for table in (release.figures, release.measures, release.areas):
        nulls = {f.name for f in table.schema if not f.nullable and table[f.name].null_count}
        assert not nulls


def test_M1_a_dash_is_a_row_without_a_value_and_not_available() -> None:
    row = next(r for r in figures(whole()) if r["subject"] == "warrington")
    assert (row["value"], row["missing"], row["raw"]) == (None, "not_available", "-")


def test_a_measure_is_described_in_its_publishers_words() -> None:
    row = whole().measures.to_pylist()[0]
    assert row["organisation"] == "department-for-education"
    assert row["indicator"] == "lait/Repeat"
    assert (row["title"], row["name"]) == ("Repeat plans", "Children who had a plan before (%)")
    assert (row["theme"], row["year_kind"]) == ("Child Protection", "Financial Year")
    assert row["description"] == "Plans that began in the year."
    assert row["link"] == "https://example.org/plans"
    assert (row["updated_on"], row["next_update_on"]) == (date(2025, 6, 1), date(2026, 6, 1))
    assert row["accumulation"] == "annual"


@pytest.mark.parametrize(
    ("given", "caveats"),
    [
        ({}, []),
        ({"Next Update": "TBC"}, []),
        ({"Next Update": "Discontinued"}, ["Discontinued"]),
        ({"No_Quartile": "N"}, [NO_QUARTERS]),
    ],
)
def test_what_the_dictionary_says_against_a_measure_is_its_caveat(
    given: dict[str, str], caveats: list[str]
) -> None:
    assert whole(**given).measures["caveats"].to_pylist() == [caveats]


@pytest.mark.parametrize(
    ("word", "polarity"),
    [
        ("High", "higher_is_better"),
        ("Low", "lower_is_better"),
        ("-", "neutral"),
        ("NA", "unknown"),
        ("Sideways", "unknown"),
    ],
)
def test_P1_the_polarity_is_the_declared_one(word: str, polarity: str) -> None:
    release = whole(Polarity=word)
    row = release.measures.to_pylist()[0]
    assert (row["polarity"], row["polarity_basis"]) == (polarity, "declared")
    assert bool(found(release, "national-polarity-unknown")) == (word == "Sideways")


@pytest.mark.parametrize(
    ("given", "texts", "decimals"),
    [
        ("2", ("17.1", "16"), 2),
        ("0", ("17.1", "16"), 0),
        ("NA", ("17.1", "16"), 1),
        ("NA", ("17.123456", "16"), 2),
        ("NA", ("17", "16"), 0),
        ("many", ("17.10", "16"), 1),
    ],
)
def test_U4_decimals_are_the_dictionarys_else_those_of_the_figures(
    given: str, texts: tuple[str, str], decimals: int
) -> None:
    rows = [("Repeat", str(2019 + at), CWAC, text) for at, text in enumerate(texts)]
    release = whole(*rows, dps=given)
    assert release.measures["decimals"].to_pylist() == [decimals]
    assert set(release.figures["decimals"].to_pylist()) == {decimals}
    assert [r["value"] for r in figures(release)] == [float(text) for text in texts]


def test_G2_two_spellings_of_one_period_are_both_kept_and_the_more_settled_one_counts() -> None:
    release = whole(
        ("Repeat", "2019 (Rev)", CWAC, "15.9"),
        ("Repeat", "2019", CWAC, "15.8"),
        ("Repeat", "2019 (prov)", CWAC, "15.7"),
    )
    rows = figures(release)
    key = schema.OBSERVATIONS.key
    assert len({tuple(row[name] for name in key) for row in rows}) == 3
    assert [(r["period_raw"], r["mark"]) for r in rows if r["is_latest"]] == [
        ("2019 (Rev)", "revised")
    ]
    message = found(release, "national-figure-twice")[0].message
    assert "2 figures of 'Repeat'" in message


def test_of_two_spellings_of_one_period_a_figure_counts_before_a_gap() -> None:
    rows = figures(
        whole(("Repeat", "2019 (Rev)", CWAC, "-"), ("Repeat", "2019 (prov)", CWAC, "15.7"))
    )
    assert [r["raw"] for r in rows if r["is_latest"]] == ["15.7"]
    assert [r["mark"] for r in rows if r["value"] is None] == [None]


def test_a_row_that_stands_twice_counts_once() -> None:
    rows = figures(whole(ROWS[0], ROWS[0]))
    assert [r["is_latest"] for r in rows] == [False, True]
    assert [r["source_cell"] for r in rows] == ["row 1", "row 2"]


def test_a_year_zero_is_an_unknown_period_with_a_finding() -> None:
    release = whole(("Repeat", "0", CWAC, "-"))
    row = figures(release)[0]
    assert (row["period_label"], row["period_kind"], row["period_raw"]) == (
        "unknown",
        "unknown",
        "0",
    )
    finding = found(release, "national-period-unknown")[0]
    assert finding.indicator == "lait/Repeat"
    assert "'0' is not a period" in finding.message


def test_a_measure_that_stands_twice_is_described_by_the_row_updated_last() -> None:
    older = {"Chart_title": "Old (%)", "Last Update": "45000"}
    newer = {"Chart_title": "New (%)", "Last Update": "45962"}
    for order in ([older, newer], [newer, older]):
        release = read(make.values(ROWS), make.dictionary(*order))
        assert release.measures["name"].to_pylist() == ["New (%)"]
        assert len(found(release, "national-measure-twice")) == 1
        assert release.published_on == date(2025, 11, 1)


def test_measures_of_the_dictionary_without_values_are_left_out_and_told_of() -> None:
    release = read(make.values(ROWS), make.dictionary({}, {"Measure_short": "Unused"}))
    assert release.measures["indicator"].to_pylist() == ["lait/Repeat"]
    assert "Unused" in found(release, "national-measure-without-values")[0].message


def test_a_measure_that_the_dictionary_lacks_is_kept_with_what_is_lost() -> None:
    release = read(make.values(ROWS), make.dictionary({"Measure_short": "Other"}))
    row = release.measures.to_pylist()[0]
    assert (row["indicator"], row["name"]) == ("lait/Repeat", "What Repeat counts")
    assert found(release, "national-measure-unknown")[0].indicator == "lait/Repeat"


def test_values_alone_are_read_and_each_missing_file_is_told_of() -> None:
    release = read(make.values(ROWS))
    assert {r["value"] for r in figures(release)} == {15.9, 17.1, 21.9, None}
    assert {r["period_label"] for r in figures(release)} == {"unknown"}
    messages = [finding.message for finding in found(release, "national-file-missing")]
    assert len(messages) == 3
    assert all("import again" in message for message in messages)
    assert any("lait_data_dictionary.csv" in message for message in messages)
    assert release.neighbours.num_rows == 0


def test_an_unknown_period_has_one_figure_that_counts_so_that_no_key_is_taken_twice() -> None:
    latest = [
        (r["subject"], r["period_label"])
        for r in figures(read(make.values(ROWS)))
        if r["is_latest"]
    ]
    assert len(set(latest)) == len(latest)


def test_files_are_known_by_what_they_hold_whatever_they_are_called() -> None:
    files = [
        make.dictionary({}, name="a.txt"),
        make.values(ROWS, name="b.dat"),
        make.code_list("c.bin"),
        make.neighbours({896: [(877, "Close")]}, "May 2025.xlsx"),
        SourceFile("notes.txt", b"Nothing of this."),
    ]
    assert recognises(files)
    release = read(*files)
    assert {file.name for file in release.files} == {"a.txt", "b.dat", "c.bin", "May 2025.xlsx"}
    assert not found(release, "national-file-missing")
    assert release.neighbours["neighbour_set"].to_pylist() == ["statistical-neighbours-2025-05"]


def test_the_id_of_a_release_depends_on_what_its_files_hold_alone() -> None:
    first, other = make.values(ROWS), make.values(ROWS[:2])
    renamed = SourceFile("renamed.parquet", first.content)
    assert read(first).id == read(renamed).id
    assert read(first).id != read(other).id
    assert read(first).id.startswith("lait-")
