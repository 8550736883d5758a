"""Councils and years as prepared frames, put together by hand for the chart tests."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pandas as pd

from kpi_core.vocabulary import Polarity, Unit

COUNCILS = (
    ("Stockport", 16.2, "member"),
    ("Cheshire West and Chester", 17.1, "ours"),
    ("Solihull", 17.1, "member"),
    ("Essex", 15.9, "other"),
    ("St. Helens", None, "other"),
)
"""Name, figure and part in the comparison."""


@dataclass(frozen=True)
class Line:
    """A level with its words."""

    name: str
    value: float
    text: str


@dataclass(frozen=True)
class Dots:
    """The fields of a Distribution that its chart reads."""

    rows: pd.DataFrame
    quarters: tuple[Line, ...]
    group: Line | None
    unit_label: str = "Per cent"
    polarity: Polarity = Polarity.LOWER_IS_BETTER
    standing: object = field(
        default_factory=lambda: SimpleNamespace(group=SimpleNamespace(title="Neighbours"))
    )


@dataclass(frozen=True)
class Years:
    """The fields of an OverTime that its chart reads."""

    points: pd.DataFrame
    periods: list[str]
    series: list[str]
    unit_label: str = "Per cent"
    decimals: int = 1
    measure: object = field(default_factory=lambda: SimpleNamespace(unit=Unit.PERCENT))


def dots() -> Dots:
    """Five councils, one without a figure, two with the same."""
    rows = [
        {
            "subject": name.lower(),
            "name": name,
            "value": value,
            "level": 1 if name == "Solihull" else 0,
            "kind": kind,
            "value_text": "No figure" if value is None else f"{value}%",
            "place": "3rd of 4 councils",
            "quarter": "second best quarter",
            "said": f"{name}: {value}%",
        }
        for name, value, kind in COUNCILS
    ]
    quarters = (
        Line("Lower", 16.1, "16.1%"),
        Line("Middle", 16.7, "16.7%"),
        Line("Upper", 17.1, "17.1%"),
    )
    return Dots(pd.DataFrame(rows), quarters, Line("Statistical neighbours (mean)", 16.7, "16.7%"))


def years() -> Years:
    """Three years of four series; the second year of ours is missing."""
    given = {
        ("Ours, reported", "reported"): (None, None, 17.1),
        ("Ours, published", "ours"): (16.9, None, 17.1),
        ("England", "wide"): (20.2, 20.8, 21.9),
        ("Statistical neighbours, mean", "group"): (21.6, 21.2, 20.2),
    }
    periods = ["2017/18", "2018/19", "2019/20"]
    points = [
        {
            "series": name,
            "kind": kind,
            "period_label": period,
            "period_position": at,
            "value": value,
            "value_text": "No figure" if value is None else f"{value}%",
            "count_text": "",
        }
        for (name, kind), values in given.items()
        for at, (period, value) in enumerate(zip(periods, values, strict=True))
    ]
    return Years(pd.DataFrame(points), periods, [name for name, _ in given])
