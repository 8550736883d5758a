"""The shipped report: its real contradictions, caveats and gaps are findings, and no others."""

from collections import Counter

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.findings import Finding

ROW_1 = "repeat-child-protection-plans"


@pytest.fixture(scope="module")
def by_rule(dataset: BuildResult) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in dataset.findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def caveats(dataset: BuildResult, indicator: str) -> list[str]:
    frame = datasets.read(dataset.location).frame("indicators").set_index("indicator")
    return list(frame.loc[indicator, "caveats"])


def test_the_shipped_report_has_no_error_and_builds_with_exit_code_0(dataset: BuildResult) -> None:
    assert Counter(f.severity for f in dataset.findings) == {"note": 53, "warning": 5}
    assert dataset.exit_code == 0


def test_every_finding_of_a_row_has_a_cell_and_every_finding_its_report(
    dataset: BuildResult,
) -> None:
    assert {f.report for f in dataset.findings} == {"cheshire-west-and-chester-2019-20-q4"}
    assert all(f.source_cell for f in dataset.findings if f.indicator)


def test_the_rules_that_find_something(by_rule: dict[str, list[Finding]]) -> None:
    assert {rule: len(found) for rule, found in by_rule.items()} == {
        "organisation-inferred": 1,
        "publication-date-missing": 1,
        "polarity-inferred": 18,
        "unit-inferred": 3,
        "status-spelling": 1,
        "benchmark-composite": 2,
        "benchmark-unit-inherited": 1,
        "benchmark-period-missing": 1,
        "caveat-reorganisation": 1,
        "caveat-cohort": 3,
        "caveat-time-lag": 2,
        "caveat-rolling-average": 1,
        "caveat-target-not-fit": 1,
        "caveat-definition-change": 2,
        "caveat-annual-survey": 1,
        "caveat-provisional": 1,
        "caveat-other-source": 1,
        "caveat-awaited": 1,
        "caveat-outside-control": 1,
        "commentary-contradicts-value": 1,
        "commentary-contradicts-status": 1,
        "commentary-contradicts-benchmark": 1,
        "text-may-belong-elsewhere": 1,
        "missing-kinds-unexplained": 1,
        "explanation-missing": 1,
        "red-without-action-or-date": 7,
        "accumulating-count-across-quarters": 1,
        "annual-round-in-quarter": 1,
    }


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("commentary-contradicts-value", ("was 14%", "prints 17.10%", "14% nowhere")),
        ("commentary-contradicts-status", ("better than target", "17.10%", "16.0%", "Red")),
        (
            "commentary-contradicts-benchmark",
            (
                "England 21% against 20%",
                "North West 22% against 21%",
                "Statistical neighbours 24% against 21%",
            ),
        ),
    ],
)
def test_S10_row_1_contradicts_itself_and_no_other_row_does(
    by_rule: dict[str, list[Finding]], rule: str, said: tuple[str, ...]
) -> None:
    (finding,) = by_rule[rule]
    assert finding.indicator == ROW_1
    assert finding.source_cell == "line 4, column 11"
    assert finding.severity == "warning"
    assert all(words in finding.message for words in said), finding.message


def test_S10_nothing_is_resolved(dataset: BuildResult) -> None:
    ratings = datasets.read(dataset.location).frame("ratings").set_index("indicator")
    assert ratings.loc[ROW_1, ["value", "declared_status"]].tolist() == [17.1, "red"]
    assert "14% and better than target" in ratings.loc[ROW_1, "commentary"]


def test_S11_the_accumulating_count_is_not_compared_across_quarters(
    by_rule: dict[str, list[Finding]],
) -> None:
    (finding,) = by_rule["accumulating-count-across-quarters"]
    assert finding.indicator == "section-42-enquiries"
    assert "167 at 2019/20 Q2, 347 at 2019/20 Q4" in finding.message


def test_S12_periods_in_names_are_caveats_beside_the_number(dataset: BuildResult) -> None:
    assert caveats(dataset, "adoption-within-14-months") == [
        "Time lag: “1 year time lag on data”",
        "Average over years: “3 year average”",
        "Awaiting publication: “waiting for this information to be published by the DfE”",
    ]
    assert "Time lag: “time lag of 3-6 months”" in caveats(dataset, "repeat-domestic-abuse")
    assert any("annual survey" in c for c in caveats(dataset, "adult-social-care-feel-safe"))
    assert any("over 2.5 years" in c for c in caveats(dataset, "placement-stability"))


def test_S12_the_survey_under_q2_is_taken_for_an_earlier_round(
    by_rule: dict[str, list[Finding]],
) -> None:
    (finding,) = by_rule["annual-round-in-quarter"]
    assert (finding.indicator, finding.raw) == ("adult-social-care-feel-safe", "73.0%")
    assert "This is inferred" in finding.message


def test_S13_caveats_in_commentary_are_found(by_rule: dict[str, list[Finding]]) -> None:
    found = {
        (f.rule, f.indicator)
        for rule in ("caveat-target-not-fit", "caveat-definition-change", "caveat-reorganisation")
        for f in by_rule[rule]
    }
    assert found == {
        ("caveat-target-not-fit", "section-42-enquiries"),
        ("caveat-definition-change", "section-42-enquiries"),
        ("caveat-definition-change", "repeat-domestic-abuse"),
        ("caveat-reorganisation", "single-assessments-in-45-days"),
    }


def test_S16_the_police_sentence_may_belong_to_domestic_abuse(
    dataset: BuildResult, by_rule: dict[str, list[Finding]]
) -> None:
    (finding,) = by_rule["text-may-belong-elsewhere"]
    assert finding.severity == "note"
    assert finding.indicator == "section-42-enquiries"
    assert finding.raw is not None
    assert finding.raw.startswith("We receive raw data from the police each quarter")
    assert "Repeat domestic abuse incidents" in finding.message
    # so its time lag is no caveat of the row that it stands in
    assert not any("time lag" in c for c in caveats(dataset, "section-42-enquiries"))


def test_S16_one_row_explains_nothing_and_red_rows_lack_action_or_date(
    by_rule: dict[str, list[Finding]],
) -> None:
    assert [f.indicator for f in by_rule["explanation-missing"]] == ["safeguarding-risk-reduced"]
    assert "repeat-domestic-abuse" not in {
        f.indicator for f in by_rule["red-without-action-or-date"]
    }


def test_S6_the_unexplained_kinds_of_missing_are_counted(
    by_rule: dict[str, list[Finding]],
) -> None:
    (finding,) = by_rule["missing-kinds-unexplained"]
    assert finding.message.startswith("11 figures are left empty and 14 are printed as a dash")


def test_S8_B5_no_benchmark_states_its_period(by_rule: dict[str, list[Finding]]) -> None:
    (finding,) = by_rule["benchmark-period-missing"]
    assert finding.message.startswith("16 benchmark figures")
    assert finding.source_cell == "line 3, column 12"


def test_S8_composite_cells_are_held_against_the_one_group_named(
    by_rule: dict[str, list[Finding]],
) -> None:
    assert [(f.source_cell, f.raw) for f in by_rule["benchmark-composite"]] == [
        ("line 4, column 12", "SN 21%, NW 21%, Eng 20%"),
        ("line 5, column 12", "SN 21%, NW 21%, Eng 21%"),
    ]


def test_B6_a_bare_72_beside_percentages_is_read_as_per_cent(
    dataset: BuildResult, by_rule: dict[str, list[Finding]]
) -> None:
    (finding,) = by_rule["benchmark-unit-inherited"]
    assert (finding.indicator, finding.raw) == ("adult-social-care-feel-safe", "72")
    frame = datasets.read(dataset.location).frame("observations")
    cell = frame[(frame["raw"] == "72") & (frame["subject"] == "england")]
    assert cell["unit"].tolist() == ["percent"]


def test_R7_red_in_lower_case_is_normalised_and_noted(by_rule: dict[str, list[Finding]]) -> None:
    (finding,) = by_rule["status-spelling"]
    assert (finding.source_cell, finding.raw) == ("line 29, column 10", "red")
