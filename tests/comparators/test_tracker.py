"""What was reported beside what was published later for the same period."""

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import schema
from kpi_core.comparators.tracker import Reported, Tracked, reported, tracked
from kpi_core.comparators.tracker_words import drift_sentence, sentence
from kpi_core.vocabulary import Accumulation, Unit
from tests.comparators.national_of import MEASURE, OURS, frame
from tests.comparators.quoting import period, years


def ours(value: str | None, label: str = "2019/20 Q4", **more: Any) -> Reported:
    printed = None if value is None else Decimal(value)
    places = 0 if value is None else len(value.partition(".")[2])
    known = {
        "organisation": OURS,
        "indicator": "repeat-plans",
        "measure": MEASURE,
        "period": period(label),
        "value": printed,
        "decimals": places,
        "unit": Unit.PERCENT,
        "covers": Accumulation.UNKNOWN,
        "report": "q4",
        "cell": "line 2",
    }
    return Reported(**(known | more))  # type: ignore[arg-type]


def followed(value: str | None, published: float, decimals: int = 1, **more: Any) -> list[Tracked]:
    national = years({"2019/20": {OURS: published}}, decimals)
    return list(tracked([ours(value, **more)], national))


@pytest.mark.parametrize(
    ("value", "published", "decimals", "said"),
    [
        ("17.1", 17.1, 1, "Published later as 17.1%, as it was reported."),
        ("74.4", 71.0, 0, "Published later as 71%, reported then as 74.4%: 3.4 points lower."),
        ("16.0", 15.9, 1, "Published later as 15.9%, reported then as 16.0%: 0.1 points lower."),
        (
            "67.5",  # half-way: the same where both are rounded alike
            68.0,
            0,
            "Published later as 68%, reported then as 67.5%: the same within rounding.",
        ),
        ("67.4", 68.0, 0, "Published later as 68%, reported then as 67.4%: 0.6 points higher."),
        (None, 68.0, 0, "Published later as 68%; the report gives no figure."),
    ],
)
def test_S14_both_figures_are_said(
    value: str | None, published: float, decimals: int, said: str
) -> None:
    (found,) = followed(value, published, decimals)
    assert sentence(found) == said


def test_S14_the_difference_is_exact_and_nothing_is_overwritten() -> None:
    (found,) = followed("74.4", 71.0, 0)
    assert (found.ours.value, found.value) == (Decimal("74.4"), Decimal("71.0"))
    assert found.difference == Decimal("-3.4")
    assert found.within_rounding is False
    assert found.theirs.label == "2019/20"


@pytest.mark.parametrize(
    ("label", "more"),
    [
        ("2019/20 Q3", {}),  # ends on another day
        ("2018/19 Q4", {}),
        ("unknown", {}),
        ("2019/20 Q4", {"unit": Unit.COUNT}),
        ("2019/20 Q4", {"measure": "made/not-imported"}),
        ("2019/20 Q4", {"organisation": "elsewhere"}),
        ("2019/20 Q4", {"covers": Accumulation.IN_PERIOD}),  # three months beside twelve
    ],
)
def test_S14_only_the_same_period_of_the_same_council_is_followed(
    label: str, more: dict[str, Any]
) -> None:
    national = years({"2019/20": {OURS: 71.0}})
    assert list(tracked([ours("74.4", label, **more)], national)) == []


def test_S14_drift_is_that_of_the_releases_in_the_order_of_their_import() -> None:
    national = years({"2019/20": {OURS: 71.0}})
    newest = national.figures(MEASURE).assign(is_latest=True)
    older = newest.assign(report="made-0", value=73.0, is_latest=False)
    oldest = newest.assign(report="made-z", value=74.0, is_latest=False)
    every = pd.concat([oldest, older, newest])
    (found,) = tracked([ours("74.4")], national, lambda _: every)
    assert [float(version.value) for version in found.versions] == [74.0, 73.0, 71.0]
    assert found.drift == Decimal("-3.0")
    assert drift_sentence(found) == (
        "It went from 74.0% in the first to 71.0% in the newest release that was imported."
    )


def test_S14_one_release_has_no_drift() -> None:
    (found,) = followed("74.4", 71.0)
    assert found.drift is None
    assert drift_sentence(found) == ""


@given(value=st.decimals(0, 100, places=1), published=st.decimals(0, 100, places=1))
def test_S14_equal_figures_are_within_rounding_and_far_ones_are_not(
    value: Decimal, published: Decimal
) -> None:
    (found,) = followed(str(value), float(published))
    assert found.difference == published - value
    assert found.within_rounding is (abs(published - value) <= Decimal("0.05"))


def test_ours_are_the_newest_own_figures_of_linked_indicators() -> None:
    row = {
        "subject": OURS,
        "indicator": "repeat-plans",
        "period_label": "2019/20 Q4",
        "value": 17.1,
        "unit": "percent",
        "decimals": 1,
        "reported_by": OURS,
        "report": "q4",
        "source_cell": "line 2",
        "is_latest": True,
    }
    others = ({"subject": "england"}, {"is_latest": False, "value": 9.0}, {"indicator": "other"})
    observations = frame(schema.OBSERVATIONS, [row, *(row | other for other in others)])
    known = {"organisation": OURS, "accumulation": "unknown"}
    indicators = frame(
        schema.INDICATORS,
        [
            known | {"indicator": "repeat-plans", "national_measure": MEASURE},
            known | {"indicator": "other"},
        ],
    )
    (found,) = reported(observations, indicators)
    assert (found.value, found.decimals, found.measure) == (Decimal("17.1"), 1, MEASURE)
