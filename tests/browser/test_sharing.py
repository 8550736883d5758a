"""A copied link and an embedded chart open in a browser that never saw the app before."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kpi_core.build import build
from tests.browser.conftest import serving

INDICATOR = "repeat-child-protection-plans"
ROWS = "Indicator,Q1 2019/20,Q2 2019/20,Target,RAG\nIncrease things,8,{0},10,Green\n"


def copied(visitor, name: str) -> str:
    """What is on the clipboard after a click on a control of this name."""
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.get_by_role("link", name=name).first.click()
    visitor.page.wait_for_selector("a.kpi-copied")
    return str(visitor.page.evaluate("navigator.clipboard.readText()"))


def test_a_copied_link_opens_the_same_view_in_a_fresh_browser(visitor, visit, server) -> None:
    visitor.open("/?status=Red&direction=Declining")
    link = copied(visitor, "Copy link to this view")
    assert link.startswith(f"{server}/?")
    assert "version=v1-" in link
    other = visit(server).open(link.removeprefix(server))
    assert other.said == visitor.said
    assert other.titles() == visitor.titles() == ["Repeat child protection plans"]


def test_a_copied_link_works_from_the_keyboard_and_is_said_aloud(visitor) -> None:
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open("/")
    visitor.page.get_by_role("link", name="Copy link to this view").first.focus()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_selector("a.kpi-copied")
    assert visitor.page.get_by_role("status").filter(has_text="done").count() == 1
    assert "version=v1-" in visitor.page.evaluate("navigator.clipboard.readText()")


def test_an_embedded_chart_shows_in_a_plain_page(
    visitor, browser: Browser, tmp_path: Path, server: str
) -> None:
    visitor.open(f"/indicator?indicator={INDICATOR}")
    code = copied(visitor, "Copy code to embed Trend")
    assert code.startswith(f'<figure><img src="{server}/api/v1/charts/trend.svg?')
    page_file = tmp_path / "page.html"
    page_file.write_text(f"<!doctype html><title>Board paper</title>{code}", "utf-8")
    page = browser.new_context().new_page()
    page.goto(page_file.as_uri())
    image = page.locator("figure img")
    image.evaluate("image => image.decode()")
    assert image.evaluate("image => image.naturalWidth") > 500
    assert "17.1%" in str(image.get_attribute("alt"))
    page.locator("figcaption a").click()
    page.wait_for_url(f"{server}/indicator?*version=v1-*")
    page.wait_for_selector("h1:has-text('Repeat child protection plans')")
    page.context.close()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A served dataset: the link that was copied before a build with other figures."""
    folder = tmp_path_factory.mktemp("rebuilt")
    report = folder / "q2.csv"
    report.write_text(ROWS.format(11), "utf-8")
    old = build([report], folder / "dataset").version
    report.write_text(ROWS.format(12), "utf-8")
    build([report], folder / "dataset")
    return str(folder / "dataset"), old


def test_a_link_of_before_a_rebuild_shows_the_old_figures(
    root: Path, visit, rebuilt: tuple[str, str]
) -> None:
    place, old = rebuilt
    with serving(root, place) as base:
        now = visit(base).open("/")
        assert "12" in now.page.get_by_role("row", name="Increase things").inner_text()
        then = visit(base).open(f"/?version={old}")
        row = then.page.get_by_role("row", name="Increase things").inner_text()
        assert "11" in row
        assert "12" not in row
        assert f"These are the figures of version {old}" in then.page.inner_text("main")
        then.follow("See the latest figures")
        assert "12" in then.page.get_by_role("row", name="Increase things").inner_text()
