"""Each line of a suggestion: what is said, what is only offered, and how it is known."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import catalogue as catalogues
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.errors import CatalogueError
from kpi_core.facts import ColumnRead, ReportFacts, TableRead
from kpi_core.findings import Finding
from kpi_core.periods import UNKNOWN, Period
from kpi_core.suggest import suggest
from kpi_core.vocabulary import ColumnBasis, Severity, TableShape

HEADER = "Indicator,2018/19 Q4,2019/20 Q4,2019/20 Target,Status,Trend"


def read(*rows: str, header: str = HEADER, known: Catalogue | None = None) -> ReportFacts:
    text = "\n".join((header, *rows)) + "\n"
    return read_report(text.encode(), "tamar.csv", known or Catalogue()).report


@pytest.fixture
def report() -> ReportFacts:
    return read("Reduce waits,10%,12%,11%,Red,Worse", "Visits,1,2,3,On track,=")


def with_columns(report: ReportFacts, *columns: ColumnRead) -> ReportFacts:
    return replace(report, tables=(TableRead("x", TableShape.PERIODS_ACROSS, columns, 2),))


def lines(text: str, *starts: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(starts)]


def column(heading: str, role: str, basis: ColumnBasis, **changes: str | None) -> ColumnRead:
    return replace(ColumnRead(heading, "line 1, column 2", role, None, basis), **changes)


PLAIN, SIMILAR, CONTENT, NONE = (
    *(ColumnBasis.HEADING, ColumnBasis.SIMILAR),
    *(ColumnBasis.CONTENT, ColumnBasis.NONE),
)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ([column("Status", "status", PLAIN)], '# Status = "status"  # by its heading, at line 1'),
        ([column("Statsu", "status", SIMILAR)], 'Statsu = "status"  # by a heading that is nearly'),
        ([column("R A G", "status", CONTENT)], '"R A G" = "status"  # by what stands in its'),
        ([column("Odd", "unknown", NONE)], '# Odd = "?"  # not recognised'),
        (
            [column("Q4 2019/20", "value", CONTENT, period="2019/20 Q4")],
            '"Q4 2019/20" = { role = "value", period = "2019/20 Q4" }  # by what',
        ),
        (
            [column("Outturm", "value", SIMILAR, period="2019/20 Q4")],
            'Outturm = "value"  # by a heading',  # a title gave the period, and goes on doing so
        ),
        (
            [column("Dec 2011 Actuals", "value", SIMILAR, period="2011-12")],
            '"Dec 2011 Actuals" = { role = "value", period = "December 2011" }  # by a',
        ),
        (
            [column("Q3", "value", NONE, problem="'Q3' does not say which year")],
            "# Q3 = \"value\"  # 'Q3' does not say which year, at line 1",
        ),
        (
            [column("Note", "status", CONTENT), column("NOTE", "direction", PLAIN)],
            '# Note = "status"  # by what stands in its cells, at line 1, column 2; other columns',
        ),
        (
            [column("Note", "status", CONTENT), column("Q1 / Note", "direction", PLAIN)],
            '# Note = "status"  # by what stands in its cells, at line 1, column 2; other columns',
        ),
        (
            [column("Note", "status", CONTENT), column("NOTE", "status", PLAIN)],
            'Note = "status"  # by what stands in its cells, at line 1, column 2',
        ),
    ],
)
def test_columns_that_were_guessed_are_said_and_others_are_offered(
    report: ReportFacts, columns: list[ColumnRead], said: str
) -> None:
    text = suggest([with_columns(report, *columns)])
    table = text.split("[reports.tamar.columns]\n# Heading = role")[1].splitlines()[1:]
    assert table[0].startswith(said)
    assert table[0].endswith("other columns have this heading as well") or "other" not in said


@pytest.mark.parametrize("heading", ["", "  ", "%", "£"])
def test_a_column_that_cannot_be_named_has_no_line(report: ReportFacts, heading: str) -> None:
    assert ".columns]" not in suggest([with_columns(report, column(heading, "value", CONTENT))])


def test_words_that_were_not_understood_are_offered_with_their_cells() -> None:
    rows = [f"Visits {at},1,2,3,On  track,Up" for at in range(5)]
    text = suggest([read(*rows, "Walks,1,2,3,on track,=")])
    assert lines(text, '# "On  track"') == [
        '# "On  track" = "?"  # in line 2, column 5; line 3, column 5; line 4, column 5 and 3 more'
    ]
    assert lines(text, "# Up", '# "="') == [
        '# Up = "?"  # in line 2, column 6; line 3, column 6; line 4, column 6 and 2 more',
        '# "=" = "?"  # in line 7, column 6',
    ]


def test_where_every_word_was_understood_there_is_no_table_of_words() -> None:
    assert "_words]" not in suggest([read("Reduce waits,10%,12%,11%,Red,Worse")])


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


def test_a_placeholder_that_is_left_is_refused(report: ReportFacts) -> None:
    text = suggest([report]).replace('# "On track"', '"On track"')
    with pytest.raises(CatalogueError, match="'\\?' is not a word for this"):
        catalogues.read(text.encode(), "x")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Reduce waits,10%,12%,11%,,", 'unit = "percent"  # printed with its figures'),
        ("Number of x,1,2,3,,", 'unit = "count"  # inferred from the name; its figures carry no'),
        ("Visits,1,2,3,,", '# unit = "?"  # one of percent, percentage_point, '),
        ("Reduce x,1,2,3,,", 'polarity = "lower_is_better"  # inferred from the first word, \'Re'),
        ("Visits,1,2,3,,", '# polarity = "?"  # which way is good: higher_is_better, '),
        ("x (3 year average),1,2,3,,", 'accumulation = "rolling"  # inferred from the name'),
        ("Visits,1,2,3,,", '# accumulation = "?"  # what a figure covers: snapshot, '),
        ("Reduce x,1,2,3,,", 'title = "X"  # shortened from the name'),
        ("Visits,1,2,3,,", 'title = "Visits"'),
    ],
)
def test_what_is_known_of_an_indicator_and_how(row: str, said: str) -> None:
    text = suggest([read(row)])
    assert [line for line in text.splitlines() if line.startswith(said)]


def test_a_unit_in_which_reports_differ_is_offered() -> None:
    both = [read("Visits,1%,2%,3%,,"), read("Visits,£1,£2,£3,,")]
    assert lines(suggest(both), "unit", "# unit")[0].startswith('# unit = "?"')


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period.quarter(2019, 4), 'period = "2019/20 Q4"'),
        (Period.financial_year(2019), 'period = "2019/20"'),
        (Period.month(2011, 12), 'period = "December 2011"'),
        (Period.span(Period.month(2011, 12), Period.month(2012, 3)), 'period = "'),
        (UNKNOWN, '# period = "?"'),
    ],
)
def test_the_period_is_spelt_so_that_it_reads_back(
    report: ReportFacts, period: Period, said: str
) -> None:
    text = suggest([replace(report, period=period)])
    assert lines(text, "period", "# period")[0].startswith(said)
    known = catalogues.read(text.encode(), "x").reports["tamar"].period
    assert (known is None) == (period is UNKNOWN)


def test_a_period_that_would_give_other_headings_their_year_is_only_offered() -> None:
    report = read("Visits,1,2,3", header="Indicator,Q3,2019/20 Q4,Target")
    (line,) = lines(suggest([report]), "period", "# period")
    assert line.startswith('# period = "2019/20 Q4"  # the latest column; saying it gives its year')


def test_what_the_report_entry_says(report: ReportFacts) -> None:
    dated = replace(report, published_on=date(2020, 5, 31), licence="OGL", organisation_basis=None)
    text = suggest([dated])
    assert lines(text, "published_on", "licence", "# status_scheme") == [
        "published_on = 2020-05-31",
        'licence = "OGL"',
        '# status_scheme = "relative-5"  # the default; others stand in [status_schemes]',
    ]
    assert "organisation_basis" not in text


def test_one_organisation_of_several_reports_has_one_entry(report: ReportFacts) -> None:
    text = suggest([report, replace(report, report="next")])
    assert len(lines(text, "[organisations.")) == 1
    entries = ["[reports.tamar]", "[reports.next]"]
    assert [line for line in lines(text, "[reports.") if line in entries] == entries
    assert len(lines(text, "[[indicators]]")) == 2


LISTED = """
[reports.tamar]
organisation = "tamar"
title = "T"
[[indicators]]
organisation = "tamar"
id = "waits"
names = ["Reduce waits for care at home"]
title = "Waits"
[[indicators]]
organisation = "tamar"
id = "visits"
names = ["Number of visits"]
title = "Visits"
"""


def test_a_new_wording_of_a_listed_indicator_is_pointed_out() -> None:
    known = catalogues.read(LISTED.encode(), "x")
    text = suggest([read("Reduce waits for care at a home,1,2,3,,", known=known)], known)
    before, _ = text.split("[[indicators]]")
    assert before.splitlines()[-2:] == [
        "# Nearly a name of waits, which is listed. If it is the same",
        "# indicator, add this name to its names and leave this entry out.",
    ]


def test_an_id_that_the_catalogue_has_is_not_given_twice() -> None:
    known = catalogues.read(LISTED.encode(), "x")
    text = suggest([read("Visits,1,2,3,On track,", known=known)], known)
    assert "[[indicators]]" not in text
    assert "# Visits: the catalogue has its id, visits; if it is the same, add it to" in text
    assert "# [reports.tamar.status_words]\n# Word as printed" in text


def test_a_file_that_was_not_read_has_an_entry_without_effect() -> None:
    finding = Finding("report-unreadable", Severity.ERROR, "x.csv: no\nlines", report="x")
    text = suggest([], unread=[finding])
    assert "# Not read: x.csv: no lines\n" in text
    assert tomllib.loads(text) == {}
    without_marks = "\n".join(line.removeprefix("# ") for line in lines(text, "# [", "# o"))
    assert tomllib.loads(without_marks) == {"reports": {"x": {"organisation": "?"}}}


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
