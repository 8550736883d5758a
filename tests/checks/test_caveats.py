"""Caveats in council prose: which words are found, under which label, and which are not."""

from collections.abc import Callable

import pytest

from kpi_core.checks import caveat_words
from kpi_core.findings import Finding

Find = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Data is reported one quarter in arrears.", "time-lag"),
        ("There is a time lag of 3 months.", "time-lag"),
        ("This comes from a biennial survey.", "annual-survey"),
        ("The survey is carried out every two years.", "annual-survey"),
        ("These are provisional figures.", "provisional"),
        ("The outturn is subject to confirmation.", "provisional"),
        ("The data has not yet been validated.", "not-validated"),
        ("The figure is a rolling 12-month total.", "rolling"),
        ("The target is no longer realistic.", "target-not-fit"),
        ("There has been a change in the national definition this year.", "definition-change"),
        ("Figures are not directly comparable with earlier years.", "not-comparable"),
        ("The cohort has changed since the last report.", "cohort-change"),
        ("Percentages vary because of small numbers.", "small-numbers"),
        ("The response rate was only 23%.", "response-rate"),
        ("Figures are supplied by the NHS.", "other-source"),
        ("We are awaiting publication of the national results.", "awaited"),
        ("Data is not yet available.", "awaited"),
        ("The figure is estimated.", "estimate"),
        ("The figure covers nine months.", "part-year"),
        ("Referrals rose as a result of the pandemic.", "pandemic"),
        ("This followed the move to a new case management system.", "recording"),
        ("There are data quality issues in one team.", "data-quality"),
        ("The rise was a one-off event.", "one-off"),
        ("The result should be treated with caution.", "caution"),
        ("Prices are outside our control.", "outside-control"),
        ("There is no time lag.", ""),
        ("The data is no longer provisional.", ""),
        ("Performance was not affected by the pandemic.", ""),
        ("We will survey residents about the new definition of a park.", "definition-change"),
        ("A small number plate was lost.", ""),
        ("Staff validated the plans and published the results.", ""),
        ("Performance has improved.", ""),
    ],
)
def test_S13_a_caveat_is_found_by_its_wording(findings: Find, text: str, rules: str) -> None:
    found = {
        finding.rule.removeprefix("caveat-")
        for finding in findings("caveat-", {"Commentary": text})
    }
    assert found == set(rules.split())


def test_a_phrase_inside_another_caveat_is_not_said_twice(findings: Find) -> None:
    text = "The target is not fit for purpose and should be treated with caution."
    (finding,) = findings("caveat-", {"Commentary": text})
    assert finding.rule == "caveat-target-not-fit"


def test_every_rule_is_a_caveat_with_a_short_label_of_its_own() -> None:
    rules = [rule for rule, _, _ in caveat_words.PATTERNS]
    assert all(rule.startswith("caveat-") for rule in rules)
    assert len(set(rules)) == len(rules) == len(set(caveat_words.labels()))
    assert max(map(len, caveat_words.labels())) <= 24
