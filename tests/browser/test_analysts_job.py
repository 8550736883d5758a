"""From a file to a preview, a correction, files to take away, publishing and undoing."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator

from kpi_core import catalogue as catalogues
from kpi_core import dataset as datasets
from kpi_core.build import build
from tests.browser.conftest import serving, visiting
from tests.browser.test_accessibility import RULES
from tests.browser.uploads import upload
from tests.browser.visitor import Visitor
from tests.imports.tables import TABLE
from tests.screens.hostile import ATTACKS, write_report

LATER = TABLE.replace("2019/20 Q4", "2020/21 Q1")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "built.csv"
    path.write_text(TABLE, "utf-8")
    build([path], tmp_path / "dataset")
    return tmp_path / "dataset"


@pytest.fixture
def analyst(
    root: Path, place: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Visitor]:
    """A window on a server whose host allows publishing."""
    monkeypatch.setitem(os.environ, "KPI_ALLOW_PUBLISH", "1")
    with serving(root, place) as base, visiting(browser) as visit:
        yield visit(base)


def press(visitor: Visitor, label: str) -> None:
    visitor.act(visitor.page.get_by_role("button", name=label, exact=True).click)


def choose(visitor: Visitor, label: str, option: str) -> None:
    visitor.page.get_by_role("combobox", name=label).click()
    visitor.act(visitor.page.get_by_role("option", name=option, exact=True).click)


def taken(visitor: Visitor, label: str) -> bytes:
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name=label).click()
    return Path(download.value.path()).read_bytes()


def preview(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("table").filter(has_text="Gap to target")


def test_upload_correct_take_away_publish_and_undo(analyst: Visitor, place: Path) -> None:
    before = datasets.current_version(place)
    analyst.open("/import")
    upload(analyst, {"next.csv": LATER})
    assert preview(analyst).get_by_text("No target").count() == 3

    analyst.page.get_by_text("Correct what was understood of file 1").click()
    analyst.page.wait_for_timeout(500)  # a list that opens while the form unfolds closes again
    column = analyst.page.get_by_role("combobox", name="Column")
    column.wait_for()
    assert column.input_value() == "Goal (line 1, column 5)"  # the first that is not used
    choose(analyst, "Read as", "Target")
    press(analyst, "Change this column")
    assert preview(analyst).get_by_text("No target").count() == 0
    assert analyst.page.get_by_text("Changed. Column “Goal” is read as: Target.").is_visible()
    assert column.is_visible()  # it stays open

    known = catalogues.read(taken(analyst, "Corrected catalogue: TOML"), "catalogue.toml")
    assert known.reports["next"].columns["Goal"].role == "target"
    whole = zipfile.ZipFile(io.BytesIO(taken(analyst, "Dataset of this draft: ZIP")))
    assert any(name.endswith("/ratings.parquet") for name in whole.namelist())
    assert datasets.current_version(place) == before

    press(analyst, "Publish this draft")
    assert analyst.page.get_by_text("Published as version").is_visible()
    analyst.follow("Overview")
    assert "2020/21 Q1" in analyst.page.inner_text("main")
    analyst.follow("Import")
    press(analyst, "Undo the last import")
    assert datasets.current_version(place) == before
    analyst.follow("Overview")
    assert "2020/21 Q1" not in analyst.page.inner_text("main")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_publishing_and_undoing_can_be_used_by_everyone(analyst: Visitor, theme: str) -> None:
    """Also see the accessibility tests, whose server allows no publishing."""
    analyst.page.emulate_media(color_scheme=theme)
    analyst.page.set_viewport_size({"width": 320, "height": 900})
    analyst.open("/import")
    upload(analyst, {"next.csv": LATER, "built.csv": LATER})
    found = looked_at(analyst)
    analyst.page.get_by_role("combobox", name="Replace a report").wait_for()
    press(analyst, "Remove file 2")
    press(analyst, "Publish this draft")
    analyst.page.get_by_role("button", name="Undo the last import").wait_for()
    assert found + looked_at(analyst) == []


def looked_at(visitor: Visitor) -> list[str]:
    """Violations of the whole screen, which axe sees only where the window is as high."""
    height = visitor.page.get_by_test_id("stMain").evaluate("pane => pane.scrollHeight")
    visitor.page.set_viewport_size({"width": 320, "height": height})
    visitor.page.wait_for_timeout(200)
    results = Axe().run(visitor.page, options=RULES).response["violations"]
    return [f"{wrong['id']}: {node['html'][:200]}" for wrong in results for node in wrong["nodes"]]


def test_a_draft_is_for_this_window_alone_and_survives_the_menu(
    visitor: Visitor, visit, server: str
) -> None:
    visitor.open("/import")
    upload(visitor, {"secret-draft.csv": TABLE.replace("Homes", "Huts")})
    visitor.follow("Overview")
    assert "Huts" not in visitor.page.inner_text("main")
    visitor.follow("Import")
    assert "secret-draft.csv" in visitor.page.inner_text("main")
    other = visit(server).open("/import")
    assert "secret-draft.csv" not in other.page.inner_text("main")
    assert "Publishing is switched off" in visitor.page.inner_text("main")


def test_a_pasted_table_is_read_by_keyboard_alone(visitor: Visitor) -> None:
    visitor.open("/import")
    while not visitor.focused.startswith("Or paste a table"):
        visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.insert_text(TABLE.replace(",", "\t"))
    visitor.act(lambda: visitor.tab_to("Read the pasted table"))
    visitor.act(lambda: visitor.page.keyboard.press("Enter"))
    assert "1. pasted-table.tsv" in visitor.page.inner_text("main")


def test_a_file_that_is_no_table_is_said_in_a_sentence(visitor: Visitor) -> None:
    visitor.open("/import")
    upload(visitor, {"picture.png": "\x89PNG\r\n\x1a\n"})
    assert "picture.png: " in visitor.page.inner_text("main")


def test_a_hostile_draft_is_only_text(visitor: Visitor, tmp_path: Path) -> None:
    """No script runs (also see the teardown), nothing is maths, colour, icon or link."""
    report, _ = write_report(tmp_path)
    visitor.open("/import")
    upload(visitor, {report.name: report.read_text("utf-8")})
    visitor.page.get_by_text("Correct what was understood of file 1").click()
    visitor.page.get_by_text("A word", exact=True).click()
    visitor.settle().page.wait_for_timeout(300)
    said = visitor.page.inner_text("main")
    for attack in ATTACKS:
        assert attack in said
    assert visitor.page.locator(".katex, img[src='x'], [href^='javascript']").count() == 0
