"""Each line of a suggestion: what is said, what is only offered, and how it is known."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.periods import UNKNOWN, Period
from kpi_core.suggest import suggest
from kpi_core.vocabulary import Severity
from tests.suggest.by_hand import lines, read


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
    report = read("Visits,1,2,3", header="Indicator,Q3,2019/20,Target")
    (line,) = lines(suggest([report]), "period", "# period")
    assert line.startswith('# period = "2019/20"  # the latest column; saying it gives its year')


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
    text = suggest([read("Visits,1,2,3,Going well,", known=known)], known)
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
