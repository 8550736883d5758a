"""The page for people at ``/api/v1/``: whole, true, and readable by everyone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser

from kpi_core.api import CHARTS, RESOURCES, Settings
from kpi_core.api.settings import Access
from kpi_core.web.data_api_page import page
from kpi_core.web.parts import methods
from tests.api.asking import BASE, Api

KEYED = Settings(Access.KEY, ("a-key-of-the-finance-team",))


@pytest.fixture(scope="module")
def tree() -> html.HtmlElement:
    return html.document_fromstring(page(BASE, Settings()))


def test_it_lists_every_address(tree: html.HtmlElement) -> None:
    text = tree.text_content()
    for name in (*RESOURCES, *CHARTS, "changes.atom", "health", "openapi.json"):
        assert name in text


def test_every_example_is_answered(tree: html.HtmlElement, shipped: Api) -> None:
    """What the page shows for Excel, Power BI, pandas and DuckDB is a right request."""
    code = " ".join(node.text_content() for node in tree.iter("code"))
    shown = set(re.findall(rf"{BASE}/([^\s\"'<]+)", code))
    shown |= {link.get("href") for link in tree.iter("a") if link.get("href") != "../../"}
    assert len(shown) > 10
    for path in shown:
        asked = path.replace("=ID", "=repeat-child-protection-plans")
        assert shipped.get(asked).status == 200, path
    assert shipped.get("ratings?status=Red&direction=Declining").status == 200


def test_it_shows_no_figure_and_runs_no_script(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//script | //link | //img | //iframe")
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    assert "17.1" not in tree.text_content().replace("as printed (17.1)", "")
    assert "repeat-child-protection-plans" not in tree.text_content()


def test_it_says_what_is_allowed() -> None:
    said = page(BASE, Settings(a_minute=12, most_rows=3_456))
    assert "12 requests in a minute" in said
    assert "at most 3,456 rows" in said
    assert "A key is needed" not in said
    assert "A key is needed" in page(BASE, KEYED)


def test_an_address_is_text() -> None:
    assert "<script>" not in page("http://x/<script>", Settings())


def test_methods_leads_to_it_unless_it_is_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'href="api/v1/"' in methods.data_api()
    monkeypatch.setenv("KPI_API", "off")
    assert methods.data_api() == ""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_axe_finds_nothing_on_it(browser: Browser, served: str, width: int, theme: str) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=theme)
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(f"{served}/")
    tags = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
    # the page's policy lets no script in, so axe is evaluated from outside it
    found = Axe().run(opened, options=tags)
    assert [violation["id"] for violation in found.response["violations"]] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith(served.removesuffix("/api/v1")) for url in asked)
    opened.close()
