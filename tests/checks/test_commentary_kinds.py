"""Each kind of claim: what is quoted, which period words mean, and what stays silent."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from kpi_core import catalogue as catalogues
from kpi_core import checks
from kpi_core.build import read_facts
from kpi_core.catalogue import Catalogue
from kpi_core.checks import commentary
from kpi_core.checks.commentary import comparators, directions
from kpi_core.facts import Quote, ReportFacts
from kpi_core.findings import Finding
from kpi_core.rules.assess import assess, schemes_for
from kpi_core.vocabulary import Unit
from tests.checks.commentary_corpus import HEADER, ROWS

Find = Callable[..., list[Finding]]

MID_YEAR = (
    *("Indicator", "2018/19 Q2", "2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "Target", "Status"),
    "Commentary",
)


def contradictions(report: ReportFacts, known: Catalogue | None = None) -> list[Finding]:
    schemes = schemes_for(report.report, known or Catalogue())
    evidence = checks.Evidence(report, assess(report, schemes))
    return [finding for kind in commentary.KINDS for finding in kind.check(evidence)]


def at_mid_year(text: str, *figures: str) -> list[Finding]:
    row = ("Increase the proportion of x", *figures, "50%", "Green", text)
    content = "\n".join("\t".join(line) for line in (MID_YEAR, row)).encode()
    return contradictions(read_facts(content, "table.tsv", Catalogue()))


@pytest.mark.parametrize(
    ("text", "figures", "count"),
    [
        ("Performance has improved on last year.", ("60%", "70%", "55%", "65%"), 0),
        ("Performance has improved on last year.", ("70%", "72%", "55%", "65%"), 1),
        ("Performance has improved on last year.", ("-", "72%", "55%", "65%"), 0),
        ("Performance has improved on the same period last year.", ("70%", "60%", "5%", "65%"), 1),
        ("Performance has improved on the same period last year.", ("-", "70%", "5%", "65%"), 0),
        ("Performance has improved since last quarter.", ("50%", "50%", "70%", "65%"), 1),
        ("Performance has improved since Q4.", ("50%", "70%", "50%", "65%"), 1),
        ("Performance has improved since Q1.", ("50%", "50%", "70%", "65%"), 1),
        ("Performance has improved since 2018/19.", ("50%", "70%", "50%", "65%"), 1),
        ("Performance has improved since 2015/16.", ("70%", "70%", "70%", "65%"), 0),
        ("Performance has improved since the start of the year.", ("5%", "70%", "60%", "65%"), 0),
        ("Performance has improved since the start of the year.", ("5%", "70%", "68%", "65%"), 1),
    ],
)
def test_a_movement_is_tested_over_the_period_that_its_words_name(
    text: str, figures: tuple[str, ...], count: int
) -> None:
    """The words "last year" mean that quarter or that outturn: both have to contradict."""
    assert len(at_mid_year(text, *figures)) == count


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Performance has improved since last quarter.", ("11.50% for 2019/20 Q3", "17.10%")),
        ("Performance is better than target.", ("17.10%", "target of 16.0%", "declared Red")),
        ("This measure is green.", ("is green", "declares Red")),
        ("Performance is worse than England.", ("worse than", "England", "17.10%", "20%")),
        ("Performance was 17.1% (49 of 250).", ("17.1% (49 of 250)", "19.6%", "17.10%")),
        ("Performance was 17.1% against a target of 15%.", ("target of 15%", "target of 16.0%")),
        ("Performance in Q3 was 12.5%.", ("was 12.5%", "11.50% for 2019/20 Q3")),
    ],
)
def test_S10_a_contradiction_quotes_both_sides(
    findings: Find, text: str, both: tuple[str, ...]
) -> None:
    (finding,) = findings("commentary-contradicts", {"Commentary": text})
    assert all(words in finding.message for words in both), finding.message


@pytest.mark.parametrize(
    ("then", "now", "word", "count"),
    [
        ("100%", "105%", "the same as", 0),
        ("100%", "105.1%", "the same as", 1),
        ("10%", "15%", "doubled since", 0),
        ("10%", "14.9%", "doubled since", 1),
        ("15%", "10%", "halved since", 0),
        ("14.9%", "10%", "halved since", 1),
        ("16.0%", "16.0%", "improved since", 0),
        ("16%", "16.4%", "improved since", 0),  # rounding may have made the difference
    ],
)
def test_boundaries_of_what_is_the_same_doubled_or_moved(
    findings: Find, then: str, now: str, word: str, count: int
) -> None:
    text = f"The percentage has {word} last quarter."
    row = {"2019/20 Q3": then, "2019/20 Q4": now, "Commentary": text}
    assert len(findings("commentary-contradicts-value", row)) == count


@pytest.mark.parametrize(("theirs", "count"), [("19%", 0), ("19.1%", 1), ("15.6%", 0)])
def test_in_line_with_others_holds_up_to_a_tenth_of_their_figure(
    findings: Find, theirs: str, count: int
) -> None:
    row = {"Benchmark": f"Eng {theirs}", "Commentary": "Performance is in line with England."}
    assert len(findings("commentary-contradicts-benchmark", row)) == count


@pytest.mark.parametrize(
    "text",
    [
        "The library reopened. It met the target.",
        "Staff told us that performance is better than target.",
        "The related measure is green.",
        "A score of 12% means that one in eight is affected.",
        "“Performance was 14% and better than target” was last year's message.",
        "Was performance better than target?",
        "We are better than target for boys.",
        "Attendance has improved since last quarter.",
        "Performance has increased since last quarter.",  # low is good: it could mean either
        "The figure is 12 children.",
        "Performance was 17.1% (49 of 0 children).",
        "Performance is about 3 percentage points worse than last quarter.",
    ],
)
def test_what_is_not_certainly_about_the_row_is_passed_over(findings: Find, text: str) -> None:
    assert findings("commentary-contradicts", {"Commentary": text}) == []


def test_R1_a_row_declared_exceeded_may_be_called_green(findings: Find) -> None:
    row = {"2019/20 Q4": "10%", "Status": "Exceeded", "Commentary": "This measure is green."}
    assert findings("commentary-contradicts-status", row) == []


def test_figures_of_another_unit_never_contradict(report_path, root) -> None:  # type: ignore[no-untyped-def]
    """Every commentary of the shipped report in every row: percentages speak of percentages."""
    known = catalogues.load(root / "data" / "catalogue.toml")
    report = read_facts(report_path.read_bytes(), report_path.name, known)
    rows, texts = report.indicators, [facts.commentary for facts in report.indicators]
    for shift in range(1, len(rows)):
        moved = zip(rows, [*texts[shift:], *texts[:shift]], strict=True)
        mixed = tuple(replace(facts, commentary=text) for facts, text in moved)
        units = {facts.indicator.id: facts.indicator.unit for facts in mixed}
        for finding in contradictions(replace(report, indicators=mixed), known):
            if units[finding.indicator or ""] is not Unit.PERCENT:
                assert "14% nowhere" not in finding.message
                assert "0.49" not in finding.message
                assert "figures (commentary first)" not in finding.message


LENGTH = 100_000

REPEATED = (
    *("A ", "A. ", "1 ", "Q1 ", '"', "not ", "May ", "of ", "‘a ", "£1 ", "ly ", "2019/20 "),
    *("performance has improved since last quarter ", "Performance was 14% in Q2. "),
    *("We missed the target. ", "better than England, North West, ", "17.1% (49 of ", "from 1 to "),
    *("lockdown ", "awaiting a ", "time lag ", "Covid x. ", "improved in a a a a "),
)


@pytest.mark.parametrize("repeated", REPEATED)
def test_a_commentary_of_100_kb_is_checked_in_seconds(repeated: str) -> None:
    cells = [*ROWS["repeat"][:9], "x", *ROWS["repeat"][9:]]
    content = "\n".join("\t".join(line) for line in (HEADER, cells)).encode()
    report = read_facts(content, "table.tsv", Catalogue())
    text = (repeated * LENGTH)[:LENGTH]
    long = tuple(replace(f, commentary=Quote(text, f.name_cell)) for f in report.indicators)
    evidence = checks.Evidence(
        replace(report, indicators=long),
        assess(replace(report, indicators=long), schemes_for(report.report, Catalogue())),
    )
    started = time.process_time()
    checks.run(evidence)
    assert time.process_time() - started < 10


def test_the_allowances_are_worded_from_their_constants(monkeypatch: pytest.MonkeyPatch) -> None:
    from decimal import Decimal

    from kpi_core.present import commentary as words

    assert any("10% of the comparator" in said for said in words.allowances())
    monkeypatch.setattr(comparators, "IN_LINE_WITHIN", Decimal("0.2"))
    monkeypatch.setattr(directions, "UNCHANGED_WITHIN", Decimal("0.03"))
    monkeypatch.setattr(directions, "DOUBLED_FROM", Decimal("1.8"))
    said = " ".join(words.allowances())
    assert "20% of the comparator" in said
    assert "3% of the earlier" in said
    assert "1.8 times" in said
