"""The suggested catalogue, left as it is, changes nothing; a correction in it wins."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core import catalogue as catalogues
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.errors import ReportError
from kpi_core.facts import ReportFacts
from kpi_core.suggest import suggest

HEADINGS = st.tuples(
    st.sampled_from(["Indicator", "Indicatr", "Service", ""]),
    st.sampled_from(["2018/19 Q4", "Q3", "Actual", "2011-12", "Dec 2011", "Perormance 2018/19"]),
    st.sampled_from(["2019/20 Q4", "Q4", "Outturm", "Value", "£"]),
    st.sampled_from(["2019/20 Target", "Targte", "Goal", "Target", "%"]),
    st.sampled_from(["Status", "Statsu", "Colour", "R", ""]),
    st.sampled_from(["Trend", "Trend.", "How", 'Odd "\\\n', "Status"]),
    st.sampled_from(["Why", "Commentry", "Why", "Trend", ""]),
)
HEADED = ("Indicator", "2018/19 Q4", "2019/20 Q4", "2019/20 Target", "Status", "Trend", "Why")
NAMES = st.sampled_from(
    [
        *("Reduce waits", "Reduce  waits", "REDUCE waits!", "Reduce waits (days)", "Recycling"),
        *("Visits – all", "Visits - all", "Visits all", "Visits all 2", 'A "b" \\ c\n#d = [e]'),
        *(
            "Increase the proportion of visits (3 year average)",
            "\u202ePercentage\x1b[31m",
            "é" * 99,
        ),
        *("A per 10,000", "Number of A", "Visits all!", "-", "Ω", "x" * 90, "x" * 91),
    ]
) | st.text(min_size=1, max_size=12)
CELLS = st.sampled_from(
    ["1", "2%", "£3", "4 days", "-", "", "TBC", "n/a", "5.0", "red", "Done", "M"]
)
LINES = st.lists(
    st.tuples(NAMES, *[CELLS] * 6) | st.tuples(NAMES, *[st.just("")] * 6), min_size=1, max_size=8
)
TABLES = st.tuples(st.just(HEADED) | HEADINGS, LINES).map(lambda made: [made[0], *made[1]])


def report(rows: list[tuple[str, ...]], name: str, known: Catalogue) -> ReportFacts:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    return read_report(stream.getvalue().encode(), name, known).report


def facts(report: ReportFacts) -> list[object]:
    """What a suggestion may not change: ids, words, figures with units, and where all stands."""
    return [
        report.period,
        report.organisation,
        report.organisation_name,
        report.title,
        report.cells_kept,
        *(
            (
                *(row.indicator.id, row.indicator.unit, row.indicator.polarity),
                *(row.indicator.accumulation, row.indicator.decimals, row.indicator.name),
                *(row.status, row.direction, row.own, row.target, row.quoted, row.name_cell),
            )
            for row in report.indicators
        ),
    ]


def read(text: str) -> Catalogue:
    return catalogues.read(text.encode(), "suggested.toml")


@settings(max_examples=60, deadline=None)
@given(st.lists(TABLES, min_size=1, max_size=3))
def test_unchanged_it_gives_the_same_facts(tables: list[list[tuple[str, ...]]]) -> None:
    named = [(rows, f"Council {at}.csv") for at, rows in enumerate(tables)]
    before = []
    for rows, name in named:
        try:
            before.append((rows, name, report(rows, name, Catalogue())))
        except ReportError:
            continue
    known = read(suggest([facts for _, _, facts in before]))
    for rows, name, without in before:
        assert facts(report(rows, name, known)) == facts(without)


@settings(max_examples=60, deadline=None)
@given(st.lists(TABLES, min_size=2, max_size=3))
def test_unchanged_it_gives_the_same_facts_for_reports_of_one_organisation(
    tables: list[list[tuple[str, ...]]],
) -> None:
    entries = "".join(
        f'[reports.q{at}]\norganisation = "o"\ntitle = "T"\n' for at in range(len(tables))
    )
    given, before = read(entries), []
    for at, rows in enumerate(tables):
        try:
            before.append((rows, f"q{at}.csv", report(rows, f"q{at}.csv", given)))
        except ReportError:
            continue
    known = read(entries + suggest([facts for _, _, facts in before], given))
    for rows, name, without in before:
        assert facts(report(rows, name, known)) == facts(without)


def test_a_suggestion_for_a_catalogue_and_itself_adds_nothing() -> None:
    rows = [HEADED, ("Reduce waits", "1", "2", "3", "Red", "Improving", "x")]
    once = suggest([report(rows, "q.csv", Catalogue())])
    twice = suggest([report(rows, "q.csv", read(once))], read(once))
    assert "[[indicators]]" in once
    added = [line for line in twice.splitlines() if line and not line.startswith("#")]
    assert added == []


@pytest.mark.parametrize(
    ("suggested", "corrected", "what"),
    [
        ('"lower_is_better"', '"higher_is_better"', "higher_is_better"),
        ('id = "reduce-waits"', 'id = "waits"', "waits"),
        ('title = "Waits"', 'title = "Long waits"', "Long waits"),
        ('unit = "percent"', 'unit = "count"', "count"),
        ('# accumulation = "?"', 'accumulation = "annual"', "annual"),
    ],
)
def test_a_correction_wins(suggested: str, corrected: str, what: str) -> None:
    rows = [HEADED, ("Reduce waits", "1%", "2%", "3%", "Red", "Improving", "x")]
    text = suggest([report(rows, "q.csv", Catalogue())])
    assert suggested in text
    (row,) = report(rows, "q.csv", read(text.replace(suggested, corrected))).indicators
    found = row.indicator
    assert what in (found.polarity, found.id, found.title, found.unit, found.accumulation)
