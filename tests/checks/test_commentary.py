"""Commentary against its own row: what must be flagged, and what must not (S10, S7)."""

from collections.abc import Callable

import pytest

from kpi_core.findings import Finding

Find = Callable[..., list[Finding]]

RISE = {"Indicator": "Increase the proportion of x", "2019/20 Q4": "92.5%", "2019/20 Target": "93%"}


@pytest.mark.parametrize(
    "text",
    [
        "Performance across the year was 14% and pleasing.",
        "The result is 14.0%.",
        "Our rate was 14 per cent.",
        "Good work. The outturn was 18% in total.",
        "Performance is 2.4 percentage points above target.",
        "The figure of 17.4% is final.",
        "Performance in 2019/20 was 14%.",
        "Performance was 16.4%.",  # the table prints 16.0%, which is another figure
    ],
)
def test_a_figure_that_the_row_nowhere_prints_is_flagged(findings: Find, text: str) -> None:
    (finding,) = findings("commentary-contradicts-value", {"Commentary": text})
    assert finding.raw == text
    assert finding.severity == "warning"
    assert "17.10% for 2019/20 Q4" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Performance was 17.1%.",
        "Performance was 17.10%.",
        "Performance was 17%.",  # rounded
        "Performance rose from 11.5% to 17.1% against a target of 16%.",
        "Performance is 1.1 percentage points above target.",
        "Performance is up 5.6 points since the last quarter.",
        "Performance is up 1.1 percentage points on last year's 16%.",
        "Of these families 14% moved away.",  # not about the row's own performance
        "Performance is better than the most recent England (22%) figure.",
        "Performance is better than the England average of 22%.",
        "Performance is better than the 22% for England.",
        "Our performance compares well with 22% nationally.",
        "Performance is better than statistical neighbours (24%), North West (22%), SN 23%.",
        "Performance in 2017/18 was 12%.",  # a period that the table does not show
        "Performance was 12% in 2016/17 and 13% in 2017/18.",
        "The indicator counts 14 children.",
        "",
    ],
)
def test_a_figure_that_stands_in_the_row_or_is_not_its_own_is_not_flagged(
    findings: Find, text: str
) -> None:
    assert findings("commentary-contradicts-value", {"Commentary": text}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Performance is just 0.49 percentage points below target.",
        "Performance is 0.5 percentage points below target.",
        "Performance is half a point, or 0.54 points, below target.",
    ],
)
def test_S7_a_difference_is_compared_as_rounded_in_the_table(findings: Find, text: str) -> None:
    """The council computed on unrounded figures: 0.49 and 0.5 are no contradiction."""
    assert findings("commentary-contradicts-value", {**RISE, "Commentary": text}) == []


def test_S7_a_difference_that_rounds_to_another_one_is_flagged(findings: Find) -> None:
    text = "Performance is just 0.59 percentage points below target."
    assert len(findings("commentary-contradicts-value", {**RISE, "Commentary": text})) == 1


MISSED = {"2019/20 Q4": "17.10%", "Status": "Red"}
MET = {"2019/20 Q4": "15.10%", "Status": "Green"}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (MISSED, "The year was better than target."),
        (MISSED, "We have met the target."),
        (MISSED, "We exceeded our target."),
        (MISSED, "We are ahead of target."),
        (MISSED, "This has achieved the target."),
        (MET, "The year was worse than target."),
        (MET, "We missed the target."),
        (MET, "We failed to meet the target."),
        (MET, "Performance is not better than target."),
        (MET, "We have not met the target."),
        (MET, "We have not yet met the target."),
        (MET, "It hasn't met the target."),
        (MET, "It hasn’t quite met the target."),
    ],
)
def test_a_claim_that_the_figures_contradict_is_flagged(
    findings: Find, row: dict[str, str], text: str
) -> None:
    (finding,) = findings("commentary-contradicts-status", {**row, "Commentary": text})
    assert f"{row['2019/20 Q4']} against a target of 16.0%" in finding.message
    assert f"declared {row['Status']}" in finding.message


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (MET, "The year was better than target."),
        (MET, "We have met the target."),
        (MISSED, "The year was worse than target."),
        (MISSED, "Performance is not better than target."),
        (MISSED, "We have not met the target."),
        (MISSED, "We have not yet met the target."),
        (MISSED, "It hasn't met the target."),
        (MISSED, "We will be better than target next year."),
        (MISSED, "We expect to have met the target soon."),
        (MISSED, "In Q2 we were better than target."),
        (MISSED, "In 2017/18 we met the target."),
        (MISSED, "The target is not fit for purpose."),
        (MISSED, "Performance is better than last year."),
        ({"2019/20 Q4": "16.0%"}, "We have met the target."),
        ({"2019/20 Q4": "-"}, "We have met the target."),
        ({"2019/20 Target": "-"}, "We have met the target."),
        ({"2019/20 Target": "0%"}, "We missed the target."),
    ],
)
def test_a_claim_that_holds_or_is_about_another_time_is_not_flagged(
    findings: Find, row: dict[str, str], text: str
) -> None:
    assert findings("commentary-contradicts-status", {**row, "Commentary": text}) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Better than England (22%).", ["England 22% against 20%"]),
        ("England 22% and North West 23% are higher.", ["England 22%", "North West 23%"]),
        ("Better than the statistical neighbour averages (24%).", ["neighbours 24% against 21%"]),
        ("Better than the England average of 22%.", ["England 22% against 20%"]),
        ("Better than the 22% for England.", ["England 22% against 20%"]),
    ],
)
def test_a_comparators_figure_that_differs_from_the_cell_is_flagged(
    findings: Find, text: str, said: list[str]
) -> None:
    (finding,) = findings("commentary-contradicts-benchmark", {"Commentary": text})
    assert all(words in finding.message for words in said), finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Better than England (20%).",
        "Better than England (20.4%), which the cell rounds.",
        "Statistical neighbours 21%, NW 21%.",
        "We are 3 percentage points better than England.",
        "England 3 points behind us.",
        "Better than nearest neighbours (25%).",  # not quoted in the cell
        "Better than 22%.",
    ],
)
def test_a_comparators_figure_that_agrees_is_not_flagged(findings: Find, text: str) -> None:
    assert findings("commentary-contradicts-benchmark", {"Commentary": text}) == []
