"""What tests ask of a release, whatever its source."""

import re
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kpi_core.national import Release, SourceFile
from kpi_core.schema import AREAS, INDICATORS, NEIGHBOURS, OBSERVATIONS


def text_file(name: str, *lines: str, mark: bool = False) -> SourceFile:
    """A file of lines; ``mark`` puts a byte-order mark in front."""
    return SourceFile(name, ("\n".join(lines) + "\n").encode("utf-8-sig" if mark else "utf-8"))


def rows(table: pa.Table, **wanted: str) -> list[dict[str, Any]]:
    """Rows whose columns hold just that."""
    for name, text in wanted.items():
        table = table.filter(pc.equal(table[name], text))
    found: list[dict[str, Any]] = table.to_pylist()
    return found


def one(release: Release, measure: str, subject: str, period: str) -> dict[str, Any]:
    """The one figure of a measure, an area and a period that counts."""
    found = rows(release.figures, indicator=measure, subject=subject, period_label=period)
    latest = [row for row in found if row["is_latest"]]
    assert len(latest) == 1
    return latest[0]


def said(release: Release, rule: str) -> list[str]:
    return [found.message for found in release.findings if found.rule == rule]


def assert_fits(release: Release, files: Sequence[str]) -> None:
    """The tables have the form of the contract, and their rows belong together."""
    kept = (release.figures, release.measures, release.areas, release.neighbours)
    for table, wanted in zip(kept, (OBSERVATIONS, INDICATORS, AREAS, NEIGHBOURS), strict=True):
        assert table.schema.equals(wanted.arrow)
        for column in wanted.columns:
            assert column.nullable or not table[column.name].null_count, column.name
            if column.words is not None:
                words = {str(word) for word in column.words}
                assert set(table[column.name].unique().to_pylist()) - {None} <= words
    figures = release.figures
    assert set(figures["indicator"].unique().to_pylist()) == set(
        release.measures["indicator"].to_pylist()
    )
    assert all(re.fullmatch(r"[a-z]+(?:/[a-z0-9-]+)+", id_) for id_ in _texts(release.measures))
    areas = set(release.areas["subject"].to_pylist())
    assert set(figures["subject"].unique().to_pylist()) <= areas
    assert set(release.neighbours["neighbour"].to_pylist()) <= areas
    assert all(areas)
    assert [file.name for file in release.files] == list(files)
    _assert_figures(figures, release)


def _texts(measures: pa.Table) -> list[str]:
    found: list[str] = measures["indicator"].to_pylist()
    return found


def _assert_figures(figures: pa.Table, release: Release) -> None:
    """A figure or a reason, never both; one that counts for each area and period; keys unique."""
    frame = figures.select(
        [*OBSERVATIONS.key, "value", "missing", "is_latest", "period_end"]
    ).to_pandas()
    assert (frame["value"].isna() == frame["missing"].notna()).all()
    assert not frame.duplicated(list(OBSERVATIONS.key)).any()
    latest = frame[frame["is_latest"]].groupby(["indicator", "period_label", "subject"]).size()
    groups = frame.groupby(["indicator", "period_label", "subject"]).ngroups
    assert (latest == 1).all()
    assert len(latest) == groups
    assert set(frame["report"]) <= {release.id}
    assert set(frame["reported_by"]) <= {release.publisher}
