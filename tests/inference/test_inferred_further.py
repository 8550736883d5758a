"""Schemes of several limits, and those that look back, are recovered from their words (R1)."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, SchemeKind, read
from kpi_core.inference.further_words import OWN_LIMITS
from kpi_core.inference.sentences import account
from kpi_core.suggest import suggest
from tests.inference.by_hand import inferred
from tests.inference.random_schemes import HEADER, KINDS, truth

TABLES = 25


@pytest.mark.parametrize("kind", KINDS)
def test_R1_the_true_scheme_is_found_with_each_limit_in_its_interval(kind: str) -> None:
    truths = [truth(kind, seed) for seed in range(TABLES)]
    assert all(made.among(made.found.status.further) for made in truths)
    alone = [len(made.found.status.further) == 1 for made in truths]
    assert sum(alone) > TABLES * 3 // 4


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(seed=st.integers(0, 10**9), size=st.integers(1, 6))
def test_a_small_table_gives_the_truth_or_a_simpler_scheme_or_a_reason(
    kind: str, seed: int, size: int
) -> None:
    made = truth(kind, seed, size)
    found = made.found.status
    assert made.among(found.further) or found.fitting or found.reason or found.further == ()
    assert account(found).headline.endswith(".")


TWO_LIMITS = [
    "Increase a,,,95,100,Green",
    "Increase b,,,94,100,Amber",
    "Increase c,,,90,100,Amber",
    "Increase d,,,89,100,Red",
    "Increase e,,,101,100,Green",
]


def test_the_ends_of_each_limit_are_exact_and_named() -> None:
    found = inferred(HEADER, *TWO_LIMITS).status
    (relative, native) = found.further
    fits = {limit.value: (fit.low, fit.high) for limit, fit in relative.limits}
    assert fits == {
        "green_within": (Fraction(1, 20), Fraction(3, 50)),
        "amber_within": (Fraction(1, 10), Fraction(11, 100)),
    }
    assert [limit.value for limit, _ in native.limits] == ["green_within", "amber_within"]
    said = account(found)
    assert "the report cannot decide between them" in said.headline
    assert "green is short of it by up to a limit from 5.00% to under 6.00%" in said.headline
    assert any(
        line.startswith("(1) The ends of amber_within are given by") for line in said.details
    )
    assert any(OWN_LIMITS in line for line in said.details)


def test_a_figure_that_is_the_same_as_before_is_not_worse() -> None:
    rows = [
        "Increase a,50,,95,100,Green",
        "Increase b,80,,80,100,Amber",  # the same as a year before
        "Increase c,80.1,,80,100,Red",
        "Increase d,70,,75,100,Amber",
    ]
    found = inferred(HEADER, *rows).status.further
    assert "same_period_last_year" in {scheme.basis for scheme in found}


def test_limits_without_an_amber_make_a_scheme_without_one() -> None:
    rows = ["Increase a,,,95,100,Green", "Increase b,,,90,100,Red", "Increase c,,,99,100,Green"]
    content = "\n".join([HEADER, *rows]).encode()
    text = suggest([read_report(content, "table.csv", Catalogue()).report])
    (made,) = read(text.encode(), "suggested").status_schemes.values()
    assert (made.green_within, made.amber_within) == (made.amber_within, made.green_within)
    again = read_report(content, "table.csv", read(text.encode(), "suggested"))
    assert [a.rating.status for a in again.assessments] == ["green", "red", "green"]


def test_where_one_band_says_it_all_nothing_further_is_tried() -> None:
    plain = ["Increase a,,,100,100,Green", "Increase b,,,97,100,Amber", "Increase c,,,90,100,Red"]
    found = inferred(HEADER, *plain).status
    assert found.fitting
    assert found.further == ()


def test_rows_with_a_target_of_zero_are_not_said_to_fit() -> None:
    found = inferred(HEADER, *TWO_LIMITS, "Reduce f,,,3,0,Red").status
    assert [scheme.total for scheme in found.further] == [5, 5]
    assert account(found).headline.startswith("All 5 declared statuses")
    only = inferred(HEADER, "Reduce f,,,3,0,Red", "Reduce g,,,1,0,Green").status
    assert only.further == ()


def test_words_that_follow_no_rule_fit_nothing() -> None:
    rows = [
        f"Increase {chr(97 + at)},,,{90 + at},100,{word}"
        for at, word in enumerate(["Green", "Red", "Amber", "Green", "Red", "Amber", "Green"])
    ]
    found = inferred(HEADER, *rows).status
    assert (found.found, found.further) == ((), ())


@pytest.mark.parametrize("kind", KINDS)
def test_a_suggested_catalogue_rates_the_report_as_it_declares(kind: str) -> None:
    for seed in range(3):
        rows = [HEADER, *truth(kind, seed).rows]
        content = "\n".join(rows).encode()
        plain = read_report(content, "table.csv", Catalogue())
        known = read(suggest([plain.report]).encode(), "suggested")
        again = read_report(content, "table.csv", known)
        assert all(a.agrees_status is not False for a in again.assessments)
        used = again.schemes.status.kind
        assert used is (SchemeKind.NOT_WORSE if kind == "not_worse" else used)
