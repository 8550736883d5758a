"""The benchmarks measure what they say: their report is a real one and their rival app runs."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks import national, reading, synthetic
from benchmarks.__main__ import AIMS, table
from kpi_core.build import build
from kpi_core.readers import READERS
from tests.dataset.releases import files


def test_the_synthetic_report_is_the_same_each_time() -> None:
    assert synthetic.report(40) == synthetic.report(40)
    assert synthetic.report(40) != synthetic.report(41)


def test_at_its_own_size_the_report_is_the_shipped_one(tmp_path: Path) -> None:
    assert synthetic.files(18, tmp_path) == (synthetic.REPORT, synthetic.CATALOGUE)


def test_a_synthetic_report_builds_with_the_shapes_of_the_shipped_one(tmp_path: Path) -> None:
    report, catalogue = synthetic.files(36, tmp_path)
    built = build([report], tmp_path / "dataset", catalogue)
    items = built.reading.reports[0].assessments
    assert len({item.facts.indicator.id for item in items}) == 36
    assert sum(item.facts.status.word == "red" for item in items) == 16
    assert sum(o.value is not None for item in items for o in item.facts.own) == 130
    assert built.exit_code == 0


def test_the_naive_app_shows_the_same_counts(
    root: Path, tmp_path: Path, report_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([report_path], tmp_path, root / "data" / "catalogue.toml")
    monkeypatch.setenv("KPI_DATASET", str(tmp_path))
    monkeypatch.syspath_prepend(str(root / "benchmarks" / "apps" / "naive"))
    folder = root / "benchmarks" / "apps" / "naive"
    app = AppTest.from_file(str(folder / "app.py"), default_timeout=30).run()
    assert not app.exception
    assert app.title[0].value == "8 of 18 indicators are red; 3 are declining"


def test_an_aim_that_is_missed_is_said_to_be() -> None:
    steps = {
        step: {"ours": 100.0, "naive": 100.0, "empty": 100.0}
        for step in ("filter set", "warm load", "server: filter")
    }
    result = {
        "rounds": 1,
        "milliseconds": steps,
        "seconds to build": 1,
        "bytes sent per filter change": {},
        "server megabytes at the end": {},
    }
    said = table(18, result)
    assert said.count(": not met") == 2
    assert said.count(": met") == 1
    assert len(AIMS) == 3


def test_each_format_is_timed_on_the_same_cells() -> None:
    found = {name: reading.measure(name, 18, 1) for name in ("csv", "xlsx", "html")}
    assert {result["cells"] for result in found.values()} == {287}
    assert len(reading.table(found).splitlines()) == 2 + len(found)


def test_every_format_that_is_read_has_a_figure_for_its_speed() -> None:
    same = {"txt": "csv", "xlsm": "xlsx", "htm": "html"}  # other endings of the same reader
    assert {same.get(name, name) for name in READERS} == set(reading.FORMATS)


@pytest.mark.slow
def test_a_release_is_imported_built_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_DATASET", str(tmp_path))  # put back afterwards
    (tmp_path / "release").mkdir()
    for file in files():
        (tmp_path / "release" / file.name).write_bytes(file.content)
    (tmp_path / "work").mkdir()
    found = national.measure(tmp_path / "release", tmp_path / "work", 1)
    assert found["release"] == {"measures": 2, "areas": 4, "cells": 8, "figures": 7}
    assert {"import", "import again", "build without", "build with"} == found["commands"].keys()
    assert found["bytes of a version"]["with"] > found["bytes of a version"]["without"]
    assert found["screens"].keys() == national.SCREENS.keys()
    assert all(ms > 0 for taken in found["screens"].values() for ms in taken.values())
    table = national.table(found)
    assert all(f"| {step}, ms |" in table for step in ("scorecard", *national.SCREENS))


def test_where_no_release_is_there_nothing_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["national", "--release", str(tmp_path / "none")])
    national.main()
    assert "nothing is measured" in capsys.readouterr().out
