"""Filters: the screens' words, in any case, choose what they choose on the screens."""

import pytest

from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import FILTER_FIELDS, from_words
from tests.api.asking import Api


def test_the_figures_are_those_of_the_screens(shipped: Api, card: Scorecard) -> None:
    rows = shipped.get("ratings").rows
    assert len(rows) == 18
    assert [row["indicator"] for row in rows] == card.choices.ids
    assert [row["value"] for row in rows] == [row["value"] for row in records(card.rows)]
    assert sum(row["declared_status"] == "red" for row in rows) == 8
    assert shipped.get("ratings", status="Red").json["meta"]["total"] == 8
    assert shipped.get("ratings", status="Red", direction="Declining").json["meta"]["total"] == 1


@pytest.mark.parametrize("word", ["Red", "red", "RED", " rEd "])
def test_words_are_taken_in_any_case(shipped: Api, word: str) -> None:
    assert shipped.get("ratings", status=word).json["meta"]["total"] == 8


@pytest.mark.parametrize("word", ["not_rated", "Not rated", "NOT RATED"])
def test_R4_a_status_that_is_null_is_called_not_rated(shipped: Api, word: str) -> None:
    rows = shipped.get("ratings", status=word).rows
    assert rows
    assert all(row["declared_status"] is None for row in rows)
    assert all(row["status_missing"] for row in rows)


@pytest.mark.parametrize("field", FILTER_FIELDS, ids=lambda field: field.key)
def test_each_word_of_each_filter_chooses_as_on_the_screens(
    shipped: Api, card: Scorecard, field
) -> None:
    for word in card.choices.words(field.key):
        expected = card.choices.where(from_words({field.key: [word]}))
        chosen = shipped.get("ratings", **{field.key: word}).rows
        assert [row["indicator"] for row in chosen] == [card.choices.ids[at] for at in expected]


def test_several_values_of_one_filter_mean_any_and_several_filters_all(shipped: Api) -> None:
    both = shipped.get("ratings", status=["Red", "Amber"]).rows
    assert {row["declared_status"] for row in both} == {"red", "amber"}
    declining = shipped.get("ratings", status=["Red", "Amber"], direction="Declining").rows
    assert 0 < len(declining) < len(both)
    assert {row["declared_direction"] for row in declining} == {"declining"}


def test_text_is_searched_for_as_on_the_screens(shipped: Api, card: Scorecard) -> None:
    expected = card.choices.where(from_words({"q": "child plan"}))
    assert 0 < len(expected) < 18
    chosen = shipped.get("ratings", q="CHILD  plan").rows
    assert [row["indicator"] for row in chosen] == [card.choices.ids[at] for at in expected]


def test_the_filters_choose_among_the_indicators_of_every_table(shipped: Api) -> None:
    red = {row["indicator"] for row in shipped.get("ratings", status="Red").rows}
    for table in ("indicators", "observations", "benchmarks", "findings", "changes"):
        chosen = {row["indicator"] for row in shipped.get(table, status="Red", limit=1000).rows}
        assert chosen
        assert chosen <= red, table


def test_columns_narrow_observations(shipped: Api) -> None:
    asked = {"subject": "england", "indicator": "repeat-child-protection-plans"}
    (row,) = shipped.get("observations", **asked).rows
    assert (row["value"], row["raw"], row["period_label"]) == (20.0, "20%", "unknown")
    quarter = shipped.get("observations", period="2019/20 q4", subject="Cheshire-West-And-Chester")
    assert len(quarter.rows) == 18
    assert shipped.get("observations", latest="false").rows == []


def test_the_order_is_the_report_s_or_one_of_the_screens_(shipped: Api, card: Scorecard) -> None:
    every = card.choices.all
    for order in ("Report order", "Red first", "Furthest from target", "Name"):
        rows = shipped.get("ratings", sort=order.lower()).rows
        expected = [card.choices.ids[at] for at in card.choices.order(every, order)]
        assert [row["indicator"] for row in rows] == expected


def test_benchmarks_are_as_the_report_quotes_them(shipped: Api) -> None:
    named = [row for row in shipped.get("benchmarks", status="Red").rows if row["is_named"]]
    words = [row["comparison"] for row in named]
    assert {word: words.count(word) for word in set(words)} == {"better": 1, "level": 1, "worse": 3}
    one = shipped.get("benchmarks", indicator="repeat-child-protection-plans").rows
    assert [(row["comparator_value"], row["gap"]) for row in one] == [
        (21.0, 3.9),
        (21.0, 3.9),
        (20.0, 2.9),
    ]
    assert all(row["comparator_period"] == "unknown" for row in one)


def test_changes_are_those_of_the_screen(shipped: Api) -> None:
    kinds = [row["kind"] for row in shipped.get("changes").rows]
    assert kinds == [
        *["New red"],
        *["Worse but not red"] * 2,
        *["Recovery"] * 3,
        *["Cannot be compared"] * 3,
    ]
    assert len(shipped.get("changes", kind="recovery").rows) == 3


def test_findings_are_chosen_by_severity_rule_and_text(shipped: Api) -> None:
    every = shipped.get("findings").rows
    warnings = shipped.get("findings", severity="Warning").rows
    assert 0 < len(warnings) < len(every)
    rule = warnings[0]["rule"]
    assert {row["rule"] for row in shipped.get("findings", rule=rule).rows} == {rule}
    word = warnings[0]["message"].split()[0].upper()
    assert warnings[0] in shipped.get("findings", text=word).rows
