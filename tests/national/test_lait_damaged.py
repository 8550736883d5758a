"""Damaged, bare and hostile files of the Local Authority Interactive Tool."""

import pytest

from kpi_core.errors import ReleaseError
from kpi_core.findings import Finding
from kpi_core.national import Release, SourceFile, read_release
from kpi_core.readers.limits import MOST_CHARACTERS
from tests.national import lait_files as make

CWAC = "Cheshire West and Chester"
ROWS = [("Repeat", "2020", CWAC, "17.1"), ("Repeat", "2020", "England", "21.9")]


def read(*files: SourceFile) -> Release:
    return read_release(files, lambda _: None)


def found(release: Release, rule: str) -> list[Finding]:
    return [finding for finding in release.findings if finding.rule == rule]


@pytest.mark.parametrize(
    "content",
    [
        b"PAR1",
        b"PAR1 and nothing else that could be read",
        b"PAR1" + b"\x00" * 64 + b"\xff\xff\xff\x7fPAR1",
        make.values(ROWS).content[:-20] + b"PAR1",
    ],
)
def test_damaged_values_give_one_sentence(content: bytes) -> None:
    with pytest.raises(ReleaseError, match=r"^values\.parquet: .*damaged.*Get the file again"):
        read(SourceFile("values.parquet", content))


def test_values_that_are_damaged_inside_give_one_sentence() -> None:
    content = bytearray(make.values(ROWS).content)
    content[4:200] = bytes(196)
    with pytest.raises(ReleaseError, match="damaged"):
        read(SourceFile("values.parquet", bytes(content)))


def test_values_without_rows_or_names_give_one_sentence() -> None:
    with pytest.raises(ReleaseError, match="has no rows"):
        read(make.values([]))
    with pytest.raises(ReleaseError, match="has no rows"):
        read(make.values([("", "2020", CWAC, "1")]))


def test_a_row_of_no_measure_or_area_is_left_out_and_counted() -> None:
    rows = [*ROWS, ("Repeat", "2020", "", "5"), ("", "2020", CWAC, "5")]
    release = read(make.values(rows), make.dictionary({}))
    assert release.figures.num_rows == len(ROWS)
    assert "2 rows" in found(release, "national-row-nameless")[0].message


def test_a_damaged_companion_is_told_of_and_the_values_still_count() -> None:
    book = make.code_list("codes.xlsx")
    broken = SourceFile(book.name, book.content[: len(book.content) // 2])
    release = read(make.values(ROWS), make.dictionary({}), broken)
    assert release.figures.num_rows == len(ROWS)
    finding = found(release, "national-file-unreadable")[0]
    assert finding.source_cell == "codes.xlsx"
    assert "import again" in finding.message
    lost = [finding.message for finding in found(release, "national-file-missing")]
    assert any("code list" in message for message in lost)


def test_a_dictionary_in_another_encoding_is_read_and_told_of() -> None:
    plain = make.dictionary({"Measure": "Offers at 2–2½ years"})
    other = SourceFile("dictionary.csv", plain.content.decode().encode("cp1252"))
    release = read(make.values(ROWS), other)
    assert release.measures["title"].to_pylist() == ["Offers at 2–2½ years"]
    assert [f.source_cell for f in found(release, "encoding-assumed")] == ["dictionary.csv"]
    assert not found(read(make.values(ROWS), plain), "encoding-assumed")


def test_a_dictionary_that_cannot_be_split_is_told_of_and_the_values_still_count() -> None:
    header = make.dictionary({}).content.split(b"\r\n")[0]
    huge = SourceFile(
        "dictionary.csv", header + b"\r\n" + b'"' + b"x" * (MOST_CHARACTERS + 1) + b'"'
    )
    release = read(make.values(ROWS), huge)
    assert release.figures.num_rows == len(ROWS)
    assert [f.source_cell for f in found(release, "national-file-unreadable")] == ["dictionary.csv"]


def test_columns_that_help_only_may_be_absent() -> None:
    bare = make.values(ROWS, **{"LA Number": None, "Region": None, "Data item": None})
    release = read(bare, make.dictionary({}))
    assert release.figures.num_rows == len(ROWS)
    assert release.areas["number"].null_count == release.areas.num_rows


def test_columns_of_numbers_are_read_as_those_of_texts() -> None:
    columns = {"Years": [2020, 2019], "Values": [17.100000000000001, None]}
    release = read(make.values(ROWS, **columns), make.dictionary({}))
    assert {(r["period_raw"], r["raw"], r["value"]) for r in release.figures.to_pylist()} == {
        ("2020", "17.1", 17.1),
        ("2019", "", None),
    }


def test_text_from_the_files_stays_text() -> None:
    nasty = '=HYPERLINK("x") <b>*bold*</b> $x$'
    release = read(
        make.values([(nasty, "2020", nasty, nasty)]),
        make.dictionary(
            {"Measure_short": nasty, "Chart_title": nasty, "Hyperlink(s)": "javascript:x"}
        ),
    )
    row = release.figures.to_pylist()[0]
    assert (row["raw"], row["value"], row["missing"]) == (nasty, None, "not_available")
    measure = release.measures.to_pylist()[0]
    assert (measure["name"], measure["link"]) == (nasty, None)
    assert found(release, "national-figure-unreadable")


def test_every_finding_names_its_file_and_its_release() -> None:
    release = read(make.values([*ROWS, ("New", "0", "Nowhere", "?")]), make.dictionary({}))
    assert len(release.findings) >= 5
    for finding in release.findings:
        assert finding.report == release.id
        assert finding.message.startswith(f"{finding.source_cell}: ")
