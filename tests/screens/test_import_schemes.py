"""The Import screen says which rating schemes fit what a report declares, or why none is told."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.web.screens import screen
from kpi_core.web.serve import SHELL
from tests.imports.tables import TABLE
from tests.screens.reading import Shown, shown

Upload = tuple[str, bytes, str]


def opened(place: Path, monkeypatch: pytest.MonkeyPatch, *files: Upload) -> Shown:
    monkeypatch.setenv("KPI_DATASET", str(place))
    app = AppTest.from_file(str(SHELL), default_timeout=30)
    app.run()
    app.switch_page(str(screen("import").file)).run()
    return shown(app.file_uploader[0].set_value(list(files)).run())


def test_S3_S4_the_shipped_report_in_one_line_each(
    report_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = (report_path.name, report_path.read_bytes(), "text/csv")
    text = opened(tmp_path / "none", monkeypatch, file).text
    assert "Statuses, by our reading" in text
    assert "with a tolerance from 4.00% to under 6.88%." in text
    assert "the report cannot decide between them" in text
    assert "an amber miss of 2.8 points (67.2% against 70.0%" in text
    assert "not the council's stated policy" in text


def test_why_nothing_can_be_told_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = ("q4.csv", TABLE.encode(), "text/csv")  # its targets stand under an unknown heading
    text = opened(tmp_path / "none", monkeypatch, file).text
    assert "Cannot be told. No row declares a status and has a figure with a target" in text


def test_beside_other_files_the_evidence_is_folded_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [(name, TABLE.encode(), "text/csv") for name in ("q4.csv", "q5.csv")]
    text = opened(tmp_path / "none", monkeypatch, *files).text
    assert text.count("Statuses, by our reading") == 4
