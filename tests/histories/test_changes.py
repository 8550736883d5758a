"""Findings on a later report about what an earlier one says otherwise."""

from decimal import Decimal

import pytest

from kpi_core.catalogue import Catalogue
from kpi_core.findings import Finding
from kpi_core.histories import link
from kpi_core.histories.figures import Likeness, likeness
from kpi_core.vocabulary import Severity, Unit
from tests.histories.facts_of import report, row

SAME, REPRINTED, RESTATED = Likeness.SAME, Likeness.REPRINTED, Likeness.RESTATED


@pytest.mark.parametrize(
    ("before", "after", "places", "expected"),
    [
        ("16.0", "16", (1, 0), SAME),
        ("16", "16.00", (0, 2), SAME),
        ("0", "0.0", (0, 1), SAME),
        ("16.0", "15.96", (1, 2), REPRINTED),
        ("15.96", "16.0", (2, 1), REPRINTED),
        ("15.95", "16.0", (2, 1), REPRINTED),
        ("15.94", "16.0", (2, 1), RESTATED),
        ("16", "15.5", (0, 1), REPRINTED),
        ("16", "15.4", (0, 1), RESTATED),
        ("16.0", "16.1", (1, 1), RESTATED),
        ("17.13", "17.08", (1, 1), REPRINTED),  # stored with more digits than printed
        ("0.25", "0.26", (None, None), RESTATED),
        ("-1.0", "1.0", (1, 1), RESTATED),
    ],
)
def test_two_printings_of_a_figure(
    before: str, after: str, places: tuple[int | None, int | None], expected: Likeness
) -> None:
    assert likeness(Decimal(before), Decimal(after), places) is expected


def between(
    old: dict[str, str],
    new: dict[str, str],
    *,
    rated: tuple[str, str] = ("2019/20 Q3", "2019/20 Q4"),
) -> list[Finding]:
    made, _ = link(
        [report(rated[0], row("Reduce x", old)), report(rated[1], row("Reduce x", new))],
        Catalogue(),
    )
    assert made[0].findings == ()
    return list(made[1].findings)


@pytest.mark.parametrize(
    ("old", "new", "rule", "severity"),
    [
        ("16.2%", "15.8%", "figure-restated", Severity.WARNING),
        ("16.2% [p]", "15.8%", "figure-restated", Severity.NOTE),
        ("16.2%", "15.8% [r]", "figure-restated", Severity.NOTE),
        ("16.0%", "15.96%", "figure-reprinted", Severity.NOTE),
        ("16.2%", "", "figure-now-missing", Severity.WARNING),
        ("16.2%", "-", "figure-now-missing", Severity.WARNING),
        ("", "16.2%", "figure-now-given", Severity.NOTE),
    ],
)
def test_G2_a_figure_that_differs_is_found_at_the_later_cell(
    old: str, new: str, rule: str, severity: Severity
) -> None:
    (finding,) = between({"2019/20 Q1": old}, {"2019/20 Q1": new})
    assert (finding.rule, finding.severity) == (rule, severity)
    assert finding.report == "2019-20-q4"
    assert finding.source_cell == "Reduce x, 2019/20 Q1"
    assert finding.raw == new
    for text in ("'Report of 2019/20 Q3' (Reduce x, 2019/20 Q1)", "2019/20 Q1", old, new):
        assert text in finding.message


def test_the_size_of_a_restatement_is_said_in_points() -> None:
    (finding,) = between({"2019/20 Q1": "16.2%"}, {"2019/20 Q1": "15.8%"})
    assert "15.8% here and was 16.2%" in finding.message
    assert "down 0.4 points" in finding.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"2019/20 Q1": "16.0%"}, {"2019/20 Q1": "16%"}),
        ({"2019/20 Q1": "-"}, {"2019/20 Q1": ""}),
        ({"2019/20 Q1": "16%"}, {"2019/20 Q2": "17%"}),
        ({"2019/20 Q1": "16%"}, {}),  # the column has rolled off
        ({"2019/20 Q4": ""}, {"2019/20 Q4": "17%"}),  # it was still to come
    ],
)
def test_what_is_no_change_is_no_finding(old: dict[str, str], new: dict[str, str]) -> None:
    assert between(old, new) == []


def test_a_figure_is_held_against_the_version_right_before() -> None:
    figures = ("16%", "17%", "17%", "18%")
    made, _ = link(
        [
            report(f"2019/20 Q{at}", row("Reduce x", {"2018/19 Q4": text}))
            for at, text in enumerate(figures, 1)
        ],
        Catalogue(),
    )
    found = [(f.report, f.message.split(" (")[0]) for r in made for f in r.findings]
    assert [report for report, _ in found] == ["2019-20-q2", "2019-20-q4"]
    assert found[1][1].endswith("was 17% in 'Report of 2019/20 Q3'")


def test_a_period_that_a_report_leaves_out_is_held_against_the_one_before_that() -> None:
    made, _ = link(
        [
            report("2019/20 Q2", row("Reduce x", {"2018/19 Q4": "16%"})),
            report("2019/20 Q3", row("Reduce x", {"2019/20 Q3": "1%"})),
            report("2019/20 Q4", row("Reduce x", {"2018/19 Q4": "17%"})),
        ],
        Catalogue(),
    )
    assert [f.rule for r in made for f in r.findings] == ["figure-restated"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("16%", None), ("16.0%", None), None),
        (("16%", None), ("15%", None), Severity.WARNING),
        (("16%", "2019/20"), ("15%", None), Severity.WARNING),
        (("16%", "2019/20 Q3"), ("15%", "2019/20 Q4"), None),
        (("16%", "2018/19"), ("15%", "2019/20"), None),
        (("16%", None), ("-", None), Severity.WARNING),
        (("-", None), ("16%", None), Severity.NOTE),
        (("-", None), ("", None), None),
    ],
)
def test_R8_a_target_of_one_year_that_moves_is_found(
    old: tuple[str, str | None], new: tuple[str, str | None], expected: Severity | None
) -> None:
    made, _ = link(
        [
            report(label, row("Reduce x", target=text, target_period=period))
            for label, (text, period) in (("2019/20 Q3", old), ("2019/20 Q4", new))
        ],
        Catalogue(),
    )
    found = [(f.rule, f.severity) for f in made[1].findings]
    assert found == ([("target-changed", expected)] if expected else [])


def test_the_target_of_the_next_year_is_another_target() -> None:
    made, _ = link(
        [
            report("2019/20 Q4", row("Reduce x", target="16%")),
            report("2020/21 Q1", row("Reduce x", target="15%")),
        ],
        Catalogue(),
    )
    assert made[1].findings == ()


def test_other_units_and_polarities_are_found() -> None:
    made, _ = link(
        [
            report("2019/20 Q3", row("Reduce x", reference="C1", unit=Unit.PERCENT)),
            report("2019/20 Q4", row("Increase y", reference="C1", unit=Unit.COUNT)),
        ],
        Catalogue(),
    )
    found = {f.rule: f for f in made[1].findings}
    assert set(found) == {"indicator-renamed", "polarity-changed", "unit-changed"}
    assert found["polarity-changed"].severity is Severity.WARNING
    assert "number here and was per cent" in found["unit-changed"].message


def test_a_polarity_that_is_only_no_longer_said_is_a_note() -> None:
    made, _ = link(
        [
            report("2019/20 Q3", row("Reduce x", reference="C1")),
            report("2019/20 Q4", row("Things", reference="C1")),
        ],
        Catalogue(),
    )
    (finding,) = [f for f in made[1].findings if f.rule == "polarity-changed"]
    assert finding.severity is Severity.NOTE
