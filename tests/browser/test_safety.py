"""What the browser is told and asked, what a hostile report can do, and a dataset that changes."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from kpi_core.build import build
from kpi_core.dataset import current_version
from kpi_core.web.screens import SCREENS
from tests.browser.conftest import serving, visiting
from tests.screens.hostile import ATTACKS, INDICATOR, NAMES, TITLE


def test_the_page_is_guarded_and_has_one_inline_script_that_is_listed(visitor) -> None:
    answer = visitor.page.goto(visitor.base + "/")
    visitor.settle()
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["x-frame-options"] == "DENY"
    scripts = "() => [...document.scripts].filter(s => !s.src).map(s => s.textContent)"
    assert len(visitor.page.evaluate(scripts)) == 1
    tried = """() => { const script = document.createElement('script');
      script.textContent = 'window.__in = 1';
      document.body.append(script);
      return '__in' in window; }"""
    assert visitor.page.evaluate(tried) is False
    visitor.page.evaluate("() => { window.__trouble = []; }")
    visitor.trouble.clear()  # that refusal was asked for


def test_the_app_asks_this_server_alone(visitor) -> None:
    """Every test fails on a request to another host; here the log is seen to be kept."""
    visitor.open("/?view=Grid")
    hosts = {url.split("/")[2] for url in visitor.requests if url.startswith("http")}
    assert hosts == {visitor.base.removeprefix("http://")}
    assert len(visitor.requests) > 50


@pytest.fixture(scope="module")
def hostile_server(root, hostile):
    with serving(root, hostile.location) as base:
        yield base


HOSTILE = [
    *((entry.path, "") for entry in SCREENS),
    ("/indicator", f"indicator={INDICATOR}"),
    ("/", "view=Grid"),
    ("/", "view=Status+by+quarter"),
]


def test_a_hostile_report_is_only_text(visit, hostile_server) -> None:
    """No script runs (also see the teardown), nothing is maths, colour, icon or link."""
    visitor = visit(hostile_server)
    for path, query in HOSTILE:
        visitor.open(f"{path}?{query}")
        visitor.page.wait_for_timeout(200)
        assert visitor.page.evaluate("'__pwned' in window") is False
        assert visitor.page.locator(".katex, img[src='x'], [href^='javascript']").count() == 0
    visitor.open("/")
    assert TITLE in visitor.page.inner_text("main")
    visitor.follow(TITLE)
    assert visitor.heading == TITLE
    assert visitor.page.title().startswith(TITLE)
    said = visitor.page.inner_text("main")
    for attack in (*ATTACKS, NAMES[0]):
        assert attack in said
    visitor.open("/quality?severity=Error&severity=Warning&severity=Note")
    said = visitor.page.inner_text("main")
    for attack in ATTACKS:
        assert attack in said


@pytest.mark.parametrize("path", ["/", "/indicator"])
def test_hostile_words_in_the_address_are_only_text(visitor, path) -> None:
    words = [attack for attack in ATTACKS if "#" not in attack]
    query = urlencode([(name, word) for name in ("status", "q", "indicator") for word in words])
    visitor.open(f"{path}?{query}")
    said = visitor.page.inner_text("main")
    for word in words:
        assert f"Status: {word}" in said


def test_a_new_version_is_shown_from_the_next_click_on(
    root, report_path, tmp_path, browser: Browser
) -> None:
    place, catalogue = tmp_path / "dataset", root / "data" / "catalogue.toml"
    copy = tmp_path / report_path.name
    copy.write_bytes(report_path.read_bytes())
    build([copy], place, catalogue)
    first = current_version(place)
    with serving(root, place) as base, visiting(browser) as open_window:
        visitor = open_window(base).open("/")
        assert "17.1%" in visitor.page.inner_text("main")
        changed = copy.read_bytes().replace(b"17.10%", b"19.30%")
        copy.write_bytes(changed)
        build([copy], place, catalogue)
        assert current_version(place) != first
        visitor.follow("Red and Declining: 1")
        assert "19.3%" in visitor.page.inner_text("main")
        assert "17.1%" not in visitor.page.inner_text("main")
        visitor.follow("Methods")
        assert current_version(place) in visitor.page.inner_text("main")
