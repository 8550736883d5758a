"""The overview on paper: A4 landscape, no controls, headings and filters on every sheet."""

import re

import pytest

BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")


@pytest.fixture
def paper(visitor):
    def opened(address: str):
        visitor.open(address)
        visitor.page.emulate_media(media="print")
        return visitor

    return opened


def test_sheets_are_a4_landscape_and_hold_the_whole_list(paper) -> None:
    visitor = paper("/")
    sheets = BOX.findall(visitor.page.pdf(prefer_css_page_size=True))
    assert len(sheets) >= 2  # one would mean that the list is cut off at the window's end
    for width, height in sheets:
        assert float(width) == pytest.approx(841.9, abs=1)
        assert float(height) == pytest.approx(595.3, abs=1)
    scrolls = """() => [...document.querySelectorAll('*')].filter(e => e.querySelector('table')
      && e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY !== 'visible'
      && e !== document.documentElement && e !== document.body).map(e => e.className)"""
    assert visitor.page.evaluate(scrolls) == []


@pytest.mark.parametrize(
    ("address", "filters", "number"),
    [("/", "None", 18), ("/?status=Red&direction=Improving", "Status: Red; Direction", 4)],
)
def test_each_sheet_says_whose_when_which_and_what_the_signs_mean(
    paper, address, filters, number
) -> None:
    """Browsers repeat a table's header rows on every sheet that it reaches."""
    visitor = paper(address)
    table = visitor.page.get_by_role("table").filter(has_text="Gap to target")
    assert len([title for title in visitor.titles() if title]) == number
    head = table.locator("thead")
    assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    line = head.locator("tr").first
    assert line.is_visible()
    said = line.inner_text()
    for words in (
        "Cheshire West and Chester Council",
        "2019/20 Q4",
        "31 March 2020",
        f"Filters: {filters}",
        "▲ red, ■ amber, ● green",
    ):
        assert words in said
    rows = table.locator("tbody tr")
    breaks = "rows => rows.every(row => getComputedStyle(row).breakInside === 'avoid')"
    assert rows.evaluate_all(breaks)


def test_controls_stay_off_the_paper(paper) -> None:
    visitor = paper("/?status=Red")
    page = visitor.page
    assert not page.get_by_role("navigation").first.is_visible()
    for name in ("Red", "Declining", "Scorecard: CSV"):
        for button in page.get_by_role("button", name=name).all():
            assert not button.is_visible()
    assert not page.get_by_role("searchbox").first.is_visible()
    assert page.get_by_role("heading", level=1).is_visible()


def test_a_briefing_is_a_list_without_controls_and_no_item_is_torn(paper) -> None:
    page = paper("/changes?status=Red").page
    items = page.locator("main ul.kpi-briefing li")
    assert items.count() == 1
    breaks = "items => items.every(item => getComputedStyle(item).breakInside === 'avoid')"
    assert items.evaluate_all(breaks)
    heading = page.get_by_role("heading", level=2).first
    assert heading.evaluate("e => getComputedStyle(e).breakAfter") == "avoid"
    assert "Filters: Status: Red" in page.locator("main").inner_text()
    assert "Cheshire West and Chester Council" in page.locator("main").inner_text()
    assert not page.get_by_role("button", name="Changes: CSV", exact=True).is_visible()
    assert not page.get_by_text("What each kind of change means").is_visible()


def test_a_dark_window_prints_dark_on_white(visit, server) -> None:
    visitor = visit(server, theme="dark").open("/")
    visitor.page.emulate_media(media="print")
    colour = "e => getComputedStyle(e).color"
    for place in ("h1", "table td", "table a"):
        written = visitor.page.locator(f"main {place}").first.evaluate(colour)
        assert max(int(n) for n in re.findall(r"\d+", written)[:3]) < 60, place


def test_nothing_is_wider_than_the_sheet(paper) -> None:
    visitor = paper("/")
    visitor.page.set_viewport_size({"width": 1032, "height": 700})  # A4 less its margins, in CSS px
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 1032
    widths = "rows => Math.max(...rows.map(row => row.getBoundingClientRect().right))"
    assert visitor.page.locator("main table tr").evaluate_all(widths) <= 1032
