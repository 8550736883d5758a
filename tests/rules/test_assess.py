"""Which target a period is held against, and what stands beside it (R5, R8, B5)."""

from decimal import Decimal

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry, ReportEntry
from kpi_core.dataset import Assessed
from kpi_core.rules.assess import Assessment
from kpi_core.rules.comparison import compare
from kpi_core.vocabulary import Accumulation, Comparison, Polarity

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER


def read(*lines: str, period: str | None = None, kind: Accumulation | None = None) -> Assessed:
    entry = IndicatorEntry(
        organisation="x", id="it", names=("Increase it",), title="It", accumulation=kind
    )
    report = ReportEntry(organisation="x", title="x", period=period)
    known = Catalogue(indicators=(entry,), reports={"table": report})
    return read_report("\n".join(lines).encode(), "table.csv", known)


def assess(*lines: str, **options: str | Accumulation | None) -> Assessment:
    return read(*lines, **options).assessments[0]  # type: ignore[arg-type]


def history(found: Assessment) -> dict[str, tuple[str | None, Decimal | None]]:
    return {h.period.label: (h.rating.status, h.target) for h in found.history}


def test_R8_quarters_of_the_targets_year_are_rated_and_others_are_not() -> None:
    found = assess(
        "Indicator,2018/19 Q4,2019/20 Q1,2019/20 Q4,2019/20 Target", "Increase it,80,80,80,75"
    )
    assert history(found) == {"2018/19 Q4": (None, None), "2019/20 Q1": ("green", Decimal(75))}
    assert (
        found.history[0].rating.reason == "Not rated: 80, and the target of 2018/19 is not known."
    )


def test_R8_a_target_without_a_year_is_the_one_of_the_rated_year() -> None:
    found = assess("Indicator,2018/19 Q4,2019/20 Q1,2019/20 Q4,Target", "Increase it,80,80,80,75")
    assert history(found) == {"2018/19 Q4": (None, None), "2019/20 Q1": ("green", Decimal(75))}
    assert found.rating.status == "green"


def test_a_target_of_another_year_rates_nothing() -> None:
    found = assess("Indicator,2019/20 Q4,2018/19 Target", "Increase it,80,75")
    assert found.rating.status is None
    assert found.rating.reason == "Not rated: 80, and no target is known."


def test_a_quarters_own_target_is_not_held_against_other_quarters() -> None:
    found = assess("Indicator,2019/20 Q3,2019/20 Q4,2019/20 Q4 Target", "Increase it,80,80,75")
    assert found.rating.status == "green"
    assert history(found) == {"2019/20 Q3": (None, None)}


@pytest.mark.parametrize(
    ("period", "status"),
    [("2019/20 Q1", None), ("2019/20 Q2", None), ("2019/20 Q3", None), ("2019/20 Q4", "amber")],
)
def test_R5_a_running_count_is_rated_against_a_full_year_only_at_q4(
    period: str, status: str | None
) -> None:
    found = assess(
        f"Indicator,{period},2019/20 Target",
        "Increase it,347,348",
        period=period,
        kind=Accumulation.YEAR_TO_DATE,
    )
    assert found.rating.status == status
    said = "not comparable with a full-year target until Q4" in found.rating.reason
    assert said is (status is None)


def test_earlier_rounds_of_an_annual_measure_have_no_known_target() -> None:
    found = assess(
        "Indicator,2019/20 Q2,2019/20 Q4,2019/20 Target",
        "Increase it,73,74,76",
        kind=Accumulation.ANNUAL,
    )
    assert found.rating.status == "amber"
    assert history(found) == {"2019/20 Q2": (None, None)}
    assert "earlier round" in found.history[0].rating.reason


def test_U5_a_target_in_another_unit_is_not_held_against_the_figure() -> None:
    found = read("Indicator,2019/20 Q4,Target", "Increase it,80%,£75")
    assert found.assessments[0].rating.status is None
    assert found.assessments[0].rating.reason == (
        "Not rated: 80%, and the target (£75) is in pounds, the indicator in per cent."
    )
    assert "target-unit-differs" in [f.rule for f in found.findings]


@pytest.mark.parametrize(
    ("benchmark", "group", "comparator", "comparison"),
    [
        ("SN 70%, Eng 90%", "England", "england", "worse"),
        ("SN 70%, Eng 90%", "Statistical Neighbours", "statistical-neighbours/x", "better"),
        ("SN 70%, Eng 90%", "NW", None, "no_comparison"),
        ("SN 70%, Eng 90%", "-", None, "no_comparison"),
        ("Eng 80%", "-", "england", "level"),
        ("80", "England", "england", "level"),
        ("£80", "England", "england", "no_comparison"),
        ("-", "-", None, "no_comparison"),
    ],
)
def test_B5_the_comparator_is_the_one_named_else_the_only_one(
    benchmark: str, group: str, comparator: str | None, comparison: str
) -> None:
    found = assess(
        "Indicator;2019/20 Q4;Benchmark;Benchmark group", f"Increase it;80%;{benchmark};{group}"
    )
    assert (found.facts.comparator.subject if found.facts.comparator else None) == comparator
    assert found.compared.comparison == comparison


@pytest.mark.parametrize(
    ("value", "other", "polarity", "comparison", "gap"),
    [
        ("2", "1", HIGH, Comparison.BETTER, 1),
        ("2", "1", LOW, Comparison.WORSE, -1),
        ("1", "2", HIGH, Comparison.WORSE, -1),
        ("1.0", "1.00", LOW, Comparison.LEVEL, 0),
        ("0", "0", HIGH, Comparison.LEVEL, 0),
        ("2", "1", Polarity.NEUTRAL, Comparison.NO_COMPARISON, None),
        (None, "1", HIGH, Comparison.NO_COMPARISON, None),
        ("1", None, HIGH, Comparison.NO_COMPARISON, None),
    ],
)
def test_S18_comparing_applies_polarity(
    value: str | None, other: str | None, polarity: Polarity, comparison: Comparison, gap: int
) -> None:
    ours, theirs = (None if text is None else Decimal(text) for text in (value, other))
    found = compare(ours, theirs, polarity)
    assert (found.comparison, found.gap) == (comparison, gap)
