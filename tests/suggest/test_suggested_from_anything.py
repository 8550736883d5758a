"""Whatever a report holds, a suggestion is a catalogue that can be read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import catalogue as catalogues
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.suggest import suggest
from kpi_core.vocabulary import Severity
from tests.suggest.by_hand import CONTENT, NONE, PLAIN, column, lines, read, with_columns


def test_of_very_many_words_and_headings_300_are_listed() -> None:
    rows = [f"Visits {at},1,2,3,word {at}," for at in range(302)]
    columns = [column(f"Column {at}", "unknown", NONE) for at in range(301)]
    text = suggest([with_columns(read(*rows), *columns)])
    assert len(lines(text, '# "word ')) == 300
    assert "# and 2 more words" in text.splitlines()
    assert len(lines(text, '# "Column ')) == 300
    assert "# and 1 more headings" in text.splitlines()


@pytest.mark.parametrize(("rows", "length"), [(5_100, 1), (600, 10_000)])
def test_a_suggestion_is_never_larger_than_a_catalogue_may_be(
    report: ReportFacts, rows: int, length: int
) -> None:
    row = report.indicators[0]
    found = (
        replace(row.indicator, id=f"a-{at}", name="é" * length + str(at)) for at in range(rows)
    )
    many = replace(report, indicators=tuple(replace(row, indicator=one) for one in found))
    text = suggest([many])
    assert 0 < len(catalogues.read(text.encode(), "x").indicators) < rows
    assert "more entries are left out" in text.splitlines()[-1]


HOSTILE = st.text(min_size=1) | st.sampled_from(
    ['"\n[reports.x]\n', "\x1b]0;x\x07", "'''", '"""', "\\", "\r\n# x", "\u2028a", "#\x00"]
)


@given(st.lists(HOSTILE, min_size=12, max_size=12))
def test_any_text_from_a_file_is_data(texts: list[str]) -> None:
    text = suggest(
        [hostile(iter(texts))], unread=[Finding("r", Severity.ERROR, texts[0], report="u")]
    )
    known = catalogues.read(text.encode(), "x")
    (report,) = known.reports.values()
    assert report.title == texts[0]
    assert known.organisation_name(report.organisation) == texts[1]
    assert [entry.names for entry in known.indicators] in ([(texts[4],)], [])
    assert all(line.isprintable() for line in text.splitlines())
    assert text.count("\n") == len(text.splitlines())


def hostile(texts: Iterator[str]) -> ReportFacts:
    """A report in which every text that a file may give is taken from these."""
    report = read("Reduce waits,10%,12%,11%,Red,Worse")
    report = replace(report, title=next(texts), organisation_name=next(texts))
    report = replace(report, organisation_basis=next(texts), source_name=next(texts))
    (row,) = report.indicators
    indicator = replace(row.indicator, name=next(texts), reference=next(texts))
    status = replace(row.status, raw=next(texts), word=None, cell=next(texts))
    columns = (
        column(next(texts), "status", CONTENT),
        column(next(texts), "value", PLAIN, problem=next(texts), cell=next(texts)),
    )
    row = replace(row, indicator=indicator, status=status)
    return replace(with_columns(report, *columns), indicators=(row,))
