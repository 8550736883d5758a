"""Any text in a file: a release with every line in it or one sentence, never a crash."""

import csv
import io
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReleaseError
from kpi_core.national import SOURCES, SourceFile, read_release
from tests.national.releases import assert_fits

CELL = st.one_of(
    st.sampled_from(
        ["", "c", "z", "k", "low", ":", "12", "17.1", "1,200", "00:10", "7 (8)", "2020"]
    ),
    st.sampled_from(["2014/15", "202425", "National", "Total", "England", "E06000007", "%", "[x]"]),
    st.text(max_size=12),
)
DFE = [
    *("time_period", "time_identifier", "geographic_level", "country_code", "country_name"),
    *("region_name", "la_name", "new_la_code", "breakdown", "children_count", "children_percent"),
]
ONS = [
    *("areacd", "areanm", "indicator", "period", "observation", "measure", "unit", "status"),
    *("notes", "lci_95", "uci_95"),
]
PLAIN = [
    *("area_code", "area_name", "period", "indicator", "measure", "unit", "value", "numerator"),
    *("denominator", "lower", "other"),
]


def lines(width: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=4)


def table(header: Sequence[str], body: Sequence[Sequence[str]]) -> SourceFile:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([header, *body])
    return SourceFile("any.csv", stream.getvalue().encode("utf-8", errors="replace"))


def figures_of(file: SourceFile) -> int | None:
    """Rows of the release, which has to have the form of the contract; None for a sentence."""
    try:
        release = read_release([file], lambda _: None)
    except ReleaseError:
        return None
    assert_fits(release, ["any.csv"])
    return int(release.figures.num_rows)


@settings(max_examples=60)
@given(lines(len(PLAIN)))
def test_a_plain_table_gives_a_row_for_every_line(body: list[list[str]]) -> None:
    found = figures_of(table(PLAIN, body))
    assert found in (None, sum(any(line) for line in body))


@settings(max_examples=60)
@given(lines(len(ONS)))
def test_a_table_of_local_statistics_gives_a_row_for_every_line(body: list[list[str]]) -> None:
    found = figures_of(table(ONS, body))
    assert found in (None, sum(any(line) for line in body))


@settings(max_examples=60)
@given(lines(len(DFE)))
def test_a_table_of_the_department_never_crashes(body: list[list[str]]) -> None:
    figures_of(table(DFE, body))


@settings(max_examples=60)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"PAR1", b"\xef\xbb\xbf"]))
def test_no_source_crashes_on_any_bytes(content: bytes, start: bytes) -> None:
    file = SourceFile("any.csv", start + content)
    for source in SOURCES.values():
        assert source.recognises([file]) in (True, False)
