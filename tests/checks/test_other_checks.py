"""The other checks, each with what it must flag and what it must not."""

from collections.abc import Callable

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry
from kpi_core.checks.sentences import sentences
from kpi_core.findings import Finding

Find = Callable[..., list[Finding]]

NAMES = (
    "Reduce the proportion of repeat domestic abuse incidents recorded by the police",
    "Increase the number of concluded safeguarding enquiries",
    "Increase the proportion of care leavers in suitable accommodation",
    "Reduce the number of libraries without volunteers",
)


def rows(*commentaries: str) -> list[dict[str, str]]:
    texts = [*commentaries, *[""] * (len(NAMES) - len(commentaries))]
    return [{"Indicator": n, "Commentary": t} for n, t in zip(NAMES, texts, strict=True)]


POLICE = "The police recorded domestic incidents late."
OWN = "Concluded enquiries rose."


def test_S16_a_sentence_about_another_row_is_a_note(findings: Find) -> None:
    (finding,) = findings("text-may-belong-elsewhere", *rows("", f"{OWN} {POLICE}"))
    assert finding.severity == "note"
    assert finding.indicator == "increase-the-number-of-concluded-safeguarding-enquiries"
    assert finding.raw == POLICE
    assert NAMES[0] in finding.message
    assert "This is inferred" in finding.message


@pytest.mark.parametrize(
    "table",
    [
        rows("", OWN),
        rows("", POLICE),  # a commentary of one sentence stands as a whole
        rows(f"{POLICE} Staff changed.", ""),  # about its own row
        rows("", f"{OWN} Enquiries are recorded by the police."),  # shares words with its own
        rows("", f"{OWN} The police are thanked."),  # one shared word is no evidence
        rows("", f"{OWN} Weather was fine all summer."),
        rows("", f"{OWN} {POLICE}")[:3],  # too few rows to tell which words are common
    ],
    ids=["own", "alone", "home", "shared", "one word", "nothing", "few rows"],
)
def test_S16_a_sentence_that_may_well_be_its_rows_own_is_left_alone(
    findings: Find, table: list[dict[str, str]]
) -> None:
    assert findings("text-may-belong-elsewhere", *table) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"2019/20 Q4": "117%"}, "value-out-of-range"),
        ({"2019/20 Q4": "-1%"}, "value-out-of-range"),
        ({"2019/20 Target": "101%"}, "value-out-of-range"),
        ({"Benchmark": "Eng 210%"}, "value-out-of-range"),
        ({"2019/20 Q4": "0.171%", "2019/20 Q3": "17.2%"}, "value-sudden-factor"),
        ({"2019/20 Q4": "100%", "2019/20 Q3": "10%"}, "value-sudden-factor"),
        ({"2019/20 Target": "£16"}, "target-unit-differs"),
        ({"Status": "Green"}, "status-disagrees"),
        ({"Direction": "Improving"}, "direction-disagrees"),
        ({"Benchmark": "21", "Benchmark group": "England"}, "benchmark-unit-inherited"),
        ({"2019/20 Q3": ""}, "explanation-missing"),
        ({"Commentary": "Demand rose."}, "red-without-action-or-date"),
    ],
)
def test_one_finding_where_there_is_something_to_see(
    findings: Find, changes: dict[str, str], rule: str
) -> None:
    (finding,) = findings(rule, changes)
    assert finding.source_cell is not None
    assert finding.source_cell.startswith("line 2, column")


COUNT = {
    "Indicator": "Reduce the number of x",
    "2018/19 Q4": "300",
    "2019/20 Q3": "200",
    "2019/20 Q4": "300",
    "2019/20 Target": "250",
    "Benchmark": "Eng 12.5",
}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"2019/20 Q4": "100%"}, "value-out-of-range"),
        ({"2019/20 Q4": "0%"}, "value-out-of-range"),
        ({"Indicator": "Reduce % completed", "2019/20 Q4": "117%"}, "value-out-of-range"),
        (COUNT, "value-out-of-range"),  # a group's average count is no whole number
        ({"2019/20 Q4": "60%", "2019/20 Q3": "11.5%"}, "value-sudden-factor"),
        ({"2019/20 Q4": "0%"}, "value-sudden-factor"),
        (
            {**COUNT, "Indicator": "Reduce the number of x (cumulative)", "2019/20 Q3": "30"},
            "value-sudden-factor",
        ),
        ({}, "target-unit-differs"),
        ({"2019/20 Target": "16.0"}, "target-unit-differs"),
        ({}, "status-disagrees"),
        ({"Status": "M", "Direction": "-"}, "status-disagrees"),
        ({"2019/20 Target": "-"}, "status-disagrees"),
        ({}, "direction-disagrees"),
        ({}, "benchmark-unit-inherited"),
        (COUNT, "benchmark-unit-inherited"),
        ({"Commentary": "Fine."}, "explanation-missing"),
        ({"2018/19 Q4": "-", "2019/20 Q3": "-", "2019/20 Q4": "-"}, "explanation-missing"),
        ({"Commentary": "A review will end in May."}, "red-without-action-or-date"),
        ({"Status": "Amber"}, "red-without-action-or-date"),
        ({"2019/20 Q3": "-"}, "missing-kinds-unexplained"),
        ({}, "figure-unit"),
        (COUNT, "figure-unit"),
    ],
)
def test_no_finding_where_there_is_nothing(
    findings: Find, changes: dict[str, str], rule: str
) -> None:
    assert findings(rule, changes) == []


@pytest.mark.parametrize("value", ["12.5", "-3"])
def test_U3_a_count_is_whole_and_not_negative(findings: Find, value: str) -> None:
    (finding,) = findings("value-out-of-range", {**COUNT, "2019/20 Q4": value})
    assert finding.severity == "error"
    assert finding.message.startswith(value)


def test_R7_the_declared_status_is_kept_beside_the_computed_one(findings: Find) -> None:
    (finding,) = findings("status-disagrees", {"Status": "Amber"})
    assert finding.message.startswith("The report declares Amber; the scheme gives Red. 17.1%")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("value", "decimals", "noted"),
    [("16.2", 0, True), ("16.2", 1, False), ("15.8", 0, False), ("16.6", 0, False)],
)
def test_R6_rounding_that_hides_a_missed_target_is_noted(
    value: str, decimals: int, noted: bool
) -> None:
    entry = IndicatorEntry(
        organisation="x", id="it", names=("Reduce it",), title="It", decimals=decimals
    )
    report = ReportEntry(organisation="x", title="x")
    known = Catalogue(indicators=(entry,), reports={"table": report})
    content = f"Indicator,2019/20 Q4,Target\nReduce it,{value},16\n".encode()
    rules = [f.rule for f in read_report(content, "table.csv", known).findings]
    assert ("rounding-hides-gap" in rules) is noted


def test_red_rows_name_an_action_and_a_date_in_columns_of_their_own(findings: Find) -> None:
    """What the commentary lacks is named one by one."""
    (finding,) = findings("red-without-action-or-date", {"Commentary": "We will review this."})
    assert "names no date" in finding.message
    (finding,) = findings("red-without-action-or-date", {"Commentary": "Known since May."})
    assert "names no action" in finding.message


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Up 1.5 points. Good", ["Up 1.5 points.", "Good"]),
        ("Approx. three", ["Approx. three"]),
        ("A\nB\n\nC", ["A", "B", "C"]),
        ("  ", []),
    ],
)
def test_sentences_are_cut_where_one_ends_and_another_begins(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
