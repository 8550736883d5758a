"""How an indicator is recognised, in which order, and which id it keeps (G1)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import Catalogue, IndicatorEntry
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories import History, in_order, link
from kpi_core.vocabulary import Polarity, PolarityBasis, Unit
from tests.histories.facts_of import report, row

CLOSE = (
    "Reduce the proportion of children placed out of the borough and far from home",
    "Reduce the proportion of children who are placed out of borough and far from home",
)


def linked(
    *reports: ReportFacts, catalogue: Catalogue | None = None
) -> tuple[list[list[str]], list[Finding]]:
    """The ids of each report in its order, and all findings."""
    made, _ = link(reports, catalogue or Catalogue())
    ids = [[facts.indicator.id for facts in r.indicators] for r in made]
    return ids, [finding for r in made for finding in r.findings]


def entry(given: str, *names: str, **more: object) -> IndicatorEntry:
    made = {"organisation": "council", "id": given, "names": names, "title": given.upper()}
    return IndicatorEntry.model_validate(made | more)


def rules(findings: list[Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_one_report_of_each_organisation_comes_back_as_it_is() -> None:
    one = report("2019/20 Q3", "Reduce x")
    other = replace(one, report="other", organisation="other-council")
    made, histories = link([one, other], Catalogue())
    assert made == (one, other)
    assert histories == ()


def test_the_same_name_is_the_same_indicator_in_any_case_spacing_and_dash() -> None:
    ids, findings = linked(
        report("2019/20 Q3", "Reduce x – y"), report("2019/20 Q4", "reduce  X - Y")
    )
    assert ids == [["reduce-x-y"], ["reduce-x-y"]]
    assert findings == []


def test_a_close_name_is_linked_with_a_warning_that_quotes_both() -> None:
    ids, (finding,) = linked(report("2019/20 Q3", CLOSE[0]), report("2019/20 Q4", CLOSE[1]))
    assert ids[0] == ids[1]
    assert (finding.rule, finding.severity) == ("indicator-matched-closely", "warning")
    assert finding.report == "2019-20-q4"
    assert finding.indicator == ids[0][0]
    assert all(f"'{name}'" in finding.message for name in CLOSE)
    assert "of 100) and they have no figure of the same period to compare" in finding.message
    assert "list both wordings in the names of one entry of the catalogue" in finding.message


def test_a_wording_that_the_catalogue_knows_is_linked_without_a_doubt() -> None:
    known = Catalogue(indicators=(entry("far", *CLOSE),))
    one, two = (
        replace(r, indicators=(replace(f, indicator=replace(f.indicator, id="far")),))
        for r in (report("2019/20 Q3", CLOSE[0]), report("2019/20 Q4", CLOSE[1]))
        for f in r.indicators
    )
    ids, (finding,) = linked(one, two, catalogue=known)
    assert ids == [["far"], ["far"]]
    assert (finding.rule, finding.severity) == ("indicator-renamed", "note")
    assert all(f"'{name}'" in finding.message for name in CLOSE)


def test_the_catalogues_id_reaches_back_to_wordings_that_it_does_not_list() -> None:
    known = Catalogue(
        indicators=(
            entry("far", CLOSE[1], theme="Homes", polarity="neutral", owner="Head of service"),
        )
    )
    later = report("2019/20 Q4", CLOSE[1])
    (facts,) = later.indicators
    later = replace(
        later, indicators=(replace(facts, indicator=replace(facts.indicator, id="far")),)
    )
    made, _ = link([report("2019/20 Q3", CLOSE[0]), later], known)
    first = made[0].indicators[0].indicator
    assert (first.id, first.title, first.theme, first.theme_basis) == (
        *("far", "FAR", "Homes", "catalogue"),
    )
    assert (first.polarity, first.polarity_basis) == (Polarity.NEUTRAL, PolarityBasis.CATALOGUE)
    assert first.owner == "Head of service"
    assert first.name == CLOSE[0]


def test_two_ids_in_the_catalogue_are_two_indicators() -> None:
    known = Catalogue(indicators=(entry("a", CLOSE[0]), entry("b", CLOSE[1])))
    reports = [report("2019/20 Q3", CLOSE[0]), report("2019/20 Q4", CLOSE[1])]
    for at, given_id in enumerate("ab"):
        (facts,) = reports[at].indicators
        coded = replace(facts.indicator, id=given_id, reference="NI 1")
        reports[at] = replace(reports[at], indicators=(replace(facts, indicator=coded),))
    ids, findings = linked(*reports, catalogue=known)
    assert ids == [["a"], ["b"]]
    assert rules(findings) == ["indicator-retired", "indicator-new"]


def test_a_reference_code_links_names_that_are_nothing_alike() -> None:
    ids, (finding,) = linked(
        report("2019/20 Q3", row("Reduce old words", reference="NI 59")),
        report("2019/20 Q4", row("Reduce late assessments", reference="ni  59")),
    )
    assert ids == [["reduce-old-words"]] * 2
    assert finding.rule == "indicator-renamed"
    assert "by its reference" in finding.message


def test_a_code_that_was_given_to_another_row_does_not_outweigh_the_names() -> None:
    ids, _ = linked(
        report("2019/20 Q3", row("Reduce x", reference="C1"), row("Reduce y", reference="C2")),
        report("2019/20 Q4", row("Reduce y", reference="C1"), row("Reduce z", reference="C2")),
    )
    assert ids == [["reduce-x", "reduce-y"], ["reduce-y", "reduce-z"]]


def test_row_numbers_and_repeated_codes_are_no_references() -> None:
    numbered = [row(name, reference=str(at)) for at, name in enumerate(("A b", "C d", "E f"), 1)]
    others = [row(name, reference=str(at)) for at, name in enumerate(("G h", "A b", "E f"), 1)]
    ids, _ = linked(report("2019/20 Q3", *numbered), report("2019/20 Q4", *others))
    assert ids[1] == ["g-h", "a-b", "e-f"]
    twice = [row("I j", reference="K"), row("L m", reference="K")]
    ids, _ = linked(report("2019/20 Q3", *twice), report("2019/20 Q4", row("N o", reference="K")))
    assert ids[1] == ["n-o"]


def test_close_names_with_codes_that_differ_are_not_linked() -> None:
    ids, _ = linked(
        report("2019/20 Q3", row(CLOSE[0], reference="C1")),
        report("2019/20 Q4", row(CLOSE[1], reference="C2")),
    )
    assert ids[0] != ids[1]


def test_close_names_in_different_units_are_not_linked() -> None:
    ids, _ = linked(
        report("2019/20 Q3", row(CLOSE[0], unit=Unit.PERCENT)),
        report("2019/20 Q4", row(CLOSE[1], unit=Unit.COUNT)),
    )
    assert ids[0] != ids[1]


@pytest.mark.parametrize("both_in", [0, 2])
def test_two_names_that_stand_in_one_report_are_two_indicators_in_all(both_in: int) -> None:
    quarters = [
        report("2019/20 Q2", CLOSE[0]),
        report("2019/20 Q3", CLOSE[1]),
        report("2019/20 Q4", CLOSE[1]),
    ]
    quarters[both_in] = report(quarters[both_in].period.label, *CLOSE)
    ids, findings = linked(*quarters)
    assert len({given_id for some in ids for given_id in some}) == 2
    assert "indicator-matched-closely" not in rules(findings)


@pytest.mark.parametrize("turned", [False, True], ids=["two after", "two before"])
def test_a_match_that_is_not_clearly_the_best_is_none(turned: bool) -> None:
    many = report("2019/20 Q3", f"{CLOSE[0]} now", f"{CLOSE[0]} then")
    one = report("2019/20 Q4", CLOSE[1])
    if turned:
        one, many = replace(one, period=many.period), replace(many, period=one.period)
    _, findings = linked(many, one)
    assert "indicator-matched-closely" not in rules(findings)


def test_an_indicator_that_was_away_is_known_when_it_comes_back() -> None:
    quarters = (
        report("2019/20 Q2", "Reduce x", "Reduce y"),
        report("2019/20 Q3", "Reduce y"),
        report("2019/20 Q4", "Reduce x", "Reduce y"),
    )
    ids, findings = linked(*quarters)
    assert ids[2] == ["reduce-x", "reduce-y"]
    assert [(f.rule, f.report) for f in findings] == [
        ("indicator-retired", "2019-20-q3"),
        ("indicator-returned", "2019-20-q4"),
    ]


def test_an_id_of_another_indicator_is_numbered() -> None:
    """After a rename by its code, the old id is taken when the words return for something else."""
    ids, findings = linked(
        report("2019/20 Q3", row("Visits (x)", reference="C1")),
        report("2019/20 Q4", row("Calls (x)", reference="C1"), row("Visits - x", reference="C9")),
    )
    assert ids == [["visits-x"], ["visits-x", "visits-x-2"]]
    (note,) = [f for f in findings if f.rule == "indicator-id-numbered"]
    assert note.indicator == "visits-x-2"


def test_findings_of_the_report_move_to_the_linked_id() -> None:
    later = report("2019/20 Q4", CLOSE[1])
    old = Finding("unit-unknown", "note", "", indicator=later.indicators[0].indicator.id)  # type: ignore[arg-type]
    whole = Finding("period-inferred", "note", "")  # type: ignore[arg-type]
    later = replace(later, findings=(old, whole))
    made, _ = link([later, report("2019/20 Q3", CLOSE[0])], Catalogue())
    kept = made[0].findings
    assert kept[0].indicator == made[1].indicators[0].indicator.id
    assert kept[1].indicator is None


def test_reports_are_ordered_by_period_then_publication_then_id() -> None:
    first = report("2019/20 Q3", name="z")
    undated = report("2019/20 Q4", name="c")
    reissue = report("2019/20 Q4", name="a", published=date(2020, 6, 1))
    last = report("2019/20 Q4", name="b", published=date(2020, 6, 1))
    assert [r.report for r in in_order([last, reissue, undated, first])] == ["z", "c", "a", "b"]


NAMES = st.lists(st.sampled_from(["Reduce x", "Increase x", *CLOSE, "Y 1", "Y 2"]), unique=True)


@given(st.lists(NAMES, min_size=2, max_size=4))
def test_no_report_ever_has_one_id_twice(lines: list[list[str]]) -> None:
    reports = [report(f"2019/20 Q{at}", *names) for at, names in enumerate(lines, 1)]
    ids, findings = linked(*reports)
    assert all(
        len(set(some)) == len(some) == len(names) for some, names in zip(ids, lines, strict=True)
    )
    known = {given_id for some in ids for given_id in some}
    assert all(finding.indicator in known for finding in findings)


def test_the_history_counts_what_is_common_and_what_changed() -> None:
    _, (history,) = link(
        [
            report("2019/20 Q3", row("Reduce x", {"2019/20 Q1": "16%"}), "Reduce y", CLOSE[0]),
            report("2019/20 Q4", row("Reduce x", {"2019/20 Q1": "15%"}), "Reduce z", CLOSE[1]),
        ],
        Catalogue(),
    )
    assert history == History("The Council", 2, common=2, new=1, retired=1, renamed=1, restated=1)
    assert history.sentence == (
        "2 reports of The Council: 2 indicators in common, 1 new, 1 retired, 1 renamed, 1 restated"
    )
