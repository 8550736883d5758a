"""The variation of any report's indicators: prepared without an error, from the whole history."""

import itertools
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.charts import CHARTS
from kpi_core.charts.theme import LIGHT
from kpi_core.periods import Period
from kpi_core.present.neighbours import neighbours
from kpi_core.present.scorecard import scorecard
from kpi_core.present.variation import variation_reading
from kpi_core.vocabulary import Mark, PeriodKind
from tests.present.test_prepared import ODD


def version(value: float | None, mark: str | None = None) -> list[dict[str, Any]]:
    missing = "blank" if value is None else None
    seen = {"value": value, "missing": missing, "mark": mark, "is_latest": True}
    return [{**seen, "value": 99.0, "is_latest": False}, seen]


@pytest.mark.parametrize("lines", ODD.values(), ids=ODD)
def test_any_report_ends_in_limits_or_in_one_sentence(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    (tmp_path / "table.csv").write_text("\n".join(lines), "utf-8")
    build([tmp_path / "table.csv"], tmp_path / "out")
    card = scorecard(datasets.read(tmp_path / "out"))
    for indicator in card.rows["indicator"]:
        made = variation_reading(card, indicator)
        assert made.refusal.startswith("No limits: ")
        assert made.finding == made.refusal
        assert made.trend.startswith("No trend test: ")
        assert CHARTS["variation"](made, LIGHT, description=made.finding).to_dict()


def test_M6_the_periods_between_have_their_place_and_the_kinds_stay_apart() -> None:
    versions = {
        "2018/19": version(40),
        "2018/19 Q1": version(None),
        "2018/19 Q2": version(1),
        "2018/19 Q4": version(3),
        "2019/20 Q1": version(None),
    }
    found = neighbours(versions, "2018/19 Q4")
    assert [(slot.period.label, slot.value) for slot in found.slots] == [
        ("2018/19 Q2", 1),
        ("2018/19 Q3", None),
        ("2018/19 Q4", 3),
        ("2019/20 Q1", None),
    ]
    assert [slot.missing_word for slot in found.slots] == [None, "No figure", None, "Left empty"]
    assert found.kind is PeriodKind.QUARTER
    assert neighbours(versions, "2018/19").slots[0].value == 40
    assert neighbours(versions, "2019/20 H1").kind is PeriodKind.FINANCIAL_YEAR  # the latest figure
    assert neighbours({"2018/19 Q1": version(None)}, "2019/20").kind is PeriodKind.FINANCIAL_YEAR
    assert neighbours({}, "any time").kind is PeriodKind.UNKNOWN


def test_a_forecast_is_no_figure_and_a_break_is_seen() -> None:
    versions = {"2018/19": version(1), "2019/20": version(2, Mark.FORECAST)}
    found = neighbours(versions, "2018/19")
    assert [slot.value for slot in found.slots] == [1, None]
    assert not found.broken
    assert neighbours({"2018/19": version(1, Mark.BREAK)}, "2018/19").broken


@given(st.sets(st.integers(0, 60), min_size=1), st.data())
def test_slots_are_neighbours_whichever_periods_are_there(
    months: set[int], data: st.DataObject
) -> None:
    periods = [Period.month(2015 + month // 12, month % 12 + 1) for month in sorted(months)]
    versions = {p.label: version(data.draw(st.none() | st.floats(-9, 9))) for p in periods}
    found = neighbours(versions, periods[0].label)
    days = [slot.period.start or date.max for slot in found.slots]
    assert all(
        (after.year - before.year) * 12 + after.month - before.month == 1
        for before, after in itertools.pairwise(days)
    )
    known = [records[1]["value"] for records in versions.values()]
    assert sum(slot.value is not None for slot in found.slots) == sum(v is not None for v in known)
