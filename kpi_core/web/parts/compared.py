"""Benchmarks in tables: each comparator beside the outturn and the target."""

import pandas as pd

from kpi_core.present.records import Record, records
from kpi_core.selection import on_screen
from kpi_core.vocabulary import Comparison
from kpi_core.web import markup as m
from kpi_core.web.frame import View
from kpi_core.web.parts.rows import running_line

TARGET_WORDS = {
    Comparison.BETTER: "Asks for more than they have",
    Comparison.LEVEL: "Asks for what they have",
    Comparison.WORSE: "Asks for less than they have",
    Comparison.NO_COMPARISON: "No target",
}


def table(view: View, frame: pd.DataFrame) -> m.Safe:
    """One row per indicator and comparator; the named one is marked."""
    columns: list[m.Column | str] = [
        *("Indicator", "Comparator", m.Column("Theirs", number=True)),
        *(m.Column("Outturn", number=True), m.Column("Our gap", phrase=True)),
        *(m.Column("Target", number=True), "Our target", "Period of theirs"),
    ]
    rows = [_cells(view, record) for record in records(frame)]
    caption = f"{len(rows):,} comparisons of {frame['indicator'].nunique():,} indicators"
    return m.table(caption, columns, rows, running=running_line(view), classes="kpi-wide kpi-many")


def _cells(view: View, record: Record) -> list[object]:
    href = view.address("indicator", indicator=record["indicator"])
    named = ", named by the report" if record["is_named"] else ""
    target = TARGET_WORDS[Comparison(record["target_against"])]
    return [
        m.link(href, record["title"]),
        f"{record['comparator_name']}{named}",
        record["comparator_text"],
        record["value_text"],
        record["gap_text"] or "No figure to compare",
        record["target_text"],
        m.join([target, " ", m.tag("small", _by(record["target_against_text"]))]),
        record["note"].capitalize(),
    ]


def _by(gap: str) -> str:
    """How much a target differs from a comparator: "by 5.0 points"."""
    size = gap.removesuffix(" better").removesuffix(" worse")
    return f"by {size}" if size != gap else ""


def both_ways(view: View) -> m.Safe:
    """Own target and named comparator together: is it us, the target, or both?"""
    rows = view.shown
    met = (rows["gap"] >= 0) & rows["value"].notna()
    missed = rows["gap"] < 0
    made = []
    for label, side in (("Target met", met), ("Target missed", missed)):
        counted = rows[side]["comparison"].value_counts()
        made.append([label, *(str(int(counted.get(word, 0))) for word in Comparison)])
    columns = [m.Column("Own target")]
    columns += [m.Column(on_screen(word), number=True) for word in Comparison]
    return m.table("Own target against the named comparator", columns, made, classes="kpi-counts")
