"""Small national tables, written by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from kpi_core import schema
from kpi_core.comparators.national import National
from kpi_core.periods import Period, period_from_label

OURS = "ashford-vale"
MEASURE = "made/repeat-plans"
YEAR = "2019/20"
RELEASE = "made-00000001"

Figure = float | None | Mapping[str, Any]
"""A value, None for one that is missing, or columns of ``observations``."""


def frame(table: schema.Table, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows with every column of a table; what is not said is null."""
    return pd.DataFrame(
        [[row.get(c.name) for c in table.columns] for row in rows],
        columns=[c.name for c in table.columns],
        dtype=object,
    )


def council(subject: str, **more: Any) -> dict[str, Any]:
    name = subject.replace("-", " ").capitalize()
    known = {"region": "north-west", "council_type": "Unitary authority"}
    return {"subject": subject, "name": name, "kind": "council", **known, "successors": []} | more


def england(subject: str = "england", kind: str = "country") -> dict[str, Any]:
    return {"subject": subject, "name": subject.replace("-", " ").title(), "kind": kind}


def neighbour(rank: int, subject: str, dated: int = 2021, **more: Any) -> dict[str, Any]:
    known = {
        "organisation": OURS,
        "group": "statistical-neighbours",
        "neighbour_set": f"statistical-neighbours-{dated}-04",
        "set_title": f"Statistical neighbours, April {dated}",
        "dated": date(dated, 4, 1),
        "closeness": "Close",
        "release": RELEASE,
    }
    return known | {"rank": rank, "neighbour": subject} | more


def measure(id_: str = MEASURE, **more: Any) -> dict[str, Any]:
    known = {
        "organisation": "made",
        "title": "Repeat plans",
        "polarity": "lower_is_better",
        "unit": "percent",
        "decimals": 1,
    }
    return known | {"indicator": id_} | more


def figures(
    values: Mapping[str, Figure], label: str = YEAR, unit: str = "percent", decimals: int = 1
) -> list[dict[str, Any]]:
    """Rows of ``observations`` of one period."""
    period = period_from_label(label)
    assert isinstance(period, Period), label
    return [
        {
            "subject": subject,
            "indicator": MEASURE,
            "period_label": label,
            "period_start": period.start,
            "period_end": period.end,
            "period_kind": period.kind.value,
            "unit": unit,
            "decimals": decimals,
            "report": RELEASE,
            "missing": "not_available" if figure is None else None,
            **(figure if isinstance(figure, Mapping) else {"value": figure}),
        }
        for subject, figure in values.items()
    ]


def national_of(
    observations: Sequence[Mapping[str, Any]],
    areas: Sequence[Mapping[str, Any]] = (),
    neighbours: Sequence[Mapping[str, Any]] = (),
    measures: Sequence[Mapping[str, Any]] | None = None,
) -> National:
    """National tables; whoever has figures and is not among the areas is a council."""
    named = {area["subject"] for area in areas}
    others = dict.fromkeys(o["subject"] for o in observations if o["subject"] not in named)
    every = frame(schema.OBSERVATIONS, observations)
    return National(
        frame(schema.RELEASES, [{"release": RELEASE}]),
        frame(schema.AREAS, [*areas, *(council(subject) for subject in others)]),
        frame(schema.NEIGHBOURS, neighbours),
        frame(schema.INDICATORS, [measure()] if measures is None else measures),
        lambda id_: every[every["indicator"] == id_],
    )
