"""Corrections are checked themselves: one that matches nothing is said, with the nearest."""

import csv
import io
from collections.abc import Mapping

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, ColumnEntry, IndicatorEntry, ReportEntry
from kpi_core.errors import CatalogueError
from kpi_core.findings import Finding
from kpi_core.normalise.corrections import unused_corrections
from kpi_core.readers import Document, Grid
from kpi_core.vocabulary import Direction, Polarity, Severity, Status, Unit

HEADINGS = ("Indicator", "2018/19 Q4", "2019/20 Q4", "2019/20 Target", "Status", "Trend", "Note")
ROW = ("Reduce waits", "10%", "12%", "11%", "Red", "Worse", "x")


def entry(**changes: object) -> ReportEntry:
    return ReportEntry.model_validate({"organisation": "o", "title": "T", **changes})


def findings(known: Catalogue, *rows: tuple[str, ...]) -> list[Finding]:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([HEADINGS, *(rows or (ROW,))])
    found = read_report(stream.getvalue().encode(), "q4.csv", known).findings
    return [finding for finding in found if finding.rule.startswith("catalogue-")]


def about(known: ReportEntry, *rows: tuple[str, ...]) -> list[Finding]:
    return findings(Catalogue(reports={"q4": known}), *rows)


@pytest.mark.parametrize(
    "changes",
    [
        {"columns": {"Note": "commentary"}},
        {"columns": {" NOTE. ": "commentary"}},
        {"columns": {"2019/20 Target": "target"}},
        {"status_words": {"Red": "red"}},
        {"status_words": {" red ": "amber"}},
        {"direction_words": {"WORSE": "declining"}},
    ],
)
def test_a_correction_that_matches_is_not_mentioned(changes: Mapping[str, object]) -> None:
    assert about(entry(**changes)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"columns": {"Statsu": "status"}}, "reports.q4.columns names the heading 'Statsu'"),
        ({"columns": {"Statsu": "status"}}, "Did you mean 'Status'?"),
        ({"columns": {"": "status"}}, "the heading ''"),
        ({"columns": {"Colour": "status"}}, "Correct it, or take it out."),
        ({"status_words": {"Rad": "red"}}, "reports.q4.status_words names the status 'Rad'"),
        ({"status_words": {"Rad": "red"}}, "Did you mean 'Red'?"),
        ({"status_words": {"Worse": "red"}}, "Correct it, or take it out."),
        ({"direction_words": {"Wors": "declining"}}, "Did you mean 'Worse'?"),
        ({"direction_words": {"Red": "declining"}}, "the direction 'Red', which the report"),
        ({"skip": ["Notes"]}, "reports.q4.skip names the title 'Notes', which the report does not"),
    ],
)
def test_a_correction_that_matches_nothing_is_a_warning(
    changes: Mapping[str, object], said: str
) -> None:
    (finding,) = about(entry(**changes))
    assert (finding.rule, finding.severity) == ("catalogue-unused", Severity.WARNING)
    assert finding.report == "q4"
    assert said in finding.message


def test_a_heading_may_be_named_by_its_lowest_line() -> None:
    text = "Indicator,2018/19,2019/20,Target\n,Q4 result,Q4 result,this year\nReduce waits,1,2,3\n"
    known = entry(columns={"this year": ColumnEntry(role="target")})
    report = read_report(text.encode(), "q4.csv", Catalogue(reports={"q4": known}))
    assert not [f for f in report.findings if f.rule == "catalogue-unused"]


def test_a_title_to_skip_is_looked_for_among_all_sheets() -> None:
    report = read_report(",".join(HEADINGS).encode() + b"\nA,1,2,3,Red,,\n", "q4.csv", Catalogue())
    document = Document("q4.csv", (Grid("q4.csv", (), "sheet 'Notes'"),))
    known = Catalogue(reports={"q4": entry(skip=("sheet 'Notes'", "sheet 'Nots'"))})
    (finding,) = unused_corrections(report.report, document, known)
    assert (finding.raw, "sheet 'Notes'" in finding.message) == ("sheet 'Nots'", True)


def test_a_role_that_does_not_exist_is_refused_with_the_list_of_roles() -> None:
    known = Catalogue(reports={"other": entry(columns={"R.A.G": "statsu"})})
    with pytest.raises(CatalogueError) as raised:
        findings(known)
    assert "reports.other.columns.\"R.A.G\".role: 'statsu' is not a role" in str(raised.value)
    assert 'did you mean "status"? The roles are: indicator, value, ' in str(raised.value)


def indicator(**changes: object) -> Catalogue:
    entry = {"organisation": "o", "id": "waits", "names": ["Reduce waits"], "title": "Waits"}
    return Catalogue(
        reports={"q4": ReportEntry(organisation="o", title="T")},
        indicators=(IndicatorEntry.model_validate({**entry, **changes}),),
    )


def row(*figures: str, name: str = "Reduce waits") -> tuple[str, ...]:
    return (name, *figures, "Red", "", "")


@pytest.mark.parametrize(
    ("unit", "figures", "differs"),
    [
        (Unit.COUNT, ("10%", "12%", "11%"), True),
        (Unit.COUNT, ("10%", "12%", "-"), True),
        (Unit.COUNT, ("10%", "12%", "11"), True),
        (Unit.COUNT, ("10%", "12", "-"), False),
        (Unit.COUNT, ("10", "12", "11"), False),
        (Unit.COUNT, ("-", "", "n/a"), False),
        (Unit.PERCENT, ("10%", "12%", "11%"), False),
        (Unit.PERCENT, ("10%", "£12", "£11"), True),
        (Unit.PERCENT, ("10%", "£12", "11"), False),
    ],
)
def test_a_unit_that_most_printed_signs_deny_is_a_warning(
    unit: Unit, figures: tuple[str, ...], *, differs: bool
) -> None:
    found = findings(indicator(unit=unit), row(*figures))
    assert [finding.rule for finding in found] == ["catalogue-unit-differs"] * differs
    assert all(f.severity is Severity.WARNING and f.source_cell and f.indicator for f in found)


@pytest.mark.parametrize(
    ("polarity", "differs"),
    [
        (Polarity.LOWER_IS_BETTER, False),
        (Polarity.HIGHER_IS_BETTER, True),
        (Polarity.NEUTRAL, True),
        (None, False),
    ],
)
def test_a_polarity_that_the_first_word_denies_is_a_note(
    polarity: Polarity | None, *, differs: bool
) -> None:
    found = findings(indicator(polarity=polarity), ROW)
    assert [finding.rule for finding in found] == ["catalogue-polarity-differs"] * differs
    assert all("'Reduce', which reads as lower is better" in f.message for f in found)


def test_a_first_word_that_says_nothing_denies_nothing() -> None:
    known = indicator(polarity="lower_is_better", names=["Waits"])
    assert findings(known, row("1", "2", "3", name="Waits")) == []


def test_the_words_of_the_catalogue_are_ours() -> None:
    known = entry(status_words={"a": "red", "b": "blank"}, direction_words={"c": "maintained"})
    assert known.status_words["a"] is Status.RED
    assert known.direction_words["c"] is Direction.MAINTAINED
