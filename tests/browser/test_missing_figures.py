"""The missing-data calendar on a phone, and filters of findings that live in the address."""

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

CALENDAR = "Figures, or why there is none"


def test_on_a_phone_the_calendar_scrolls_beside_the_names_of_its_rows(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 900})
    visitor.open("/quality")
    region = visitor.page.get_by_role("region", name=CALENDAR)
    name = region.get_by_role("rowheader").first
    name.scroll_into_view_if_needed()
    before = name.bounding_box()
    wide, room = region.evaluate("r => [r.scrollWidth, r.clientWidth]")
    assert wide > room
    region.evaluate("r => { r.scrollLeft = r.scrollWidth; }")
    last = region.get_by_role("columnheader", name="2019/20 Q4")
    expect(last).to_be_in_viewport()
    after = name.bounding_box()
    assert before
    assert after
    assert after["x"] == before["x"]
    assert after["width"] < room / 2
    visitor.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_count_by_kind_changes_address_filters_and_list_together(visitor: Visitor) -> None:
    visitor.open("/quality")
    visitor.page.get_by_text("Findings by kind", exact=True).click()
    visitor.page.get_by_role("link", name="Which way is good was inferred: 18").click()
    expect(visitor.page.get_by_text("Showing 18 of")).to_be_visible()
    assert "rule=Which+way+is+good+was+inferred" in visitor.page.url
    visitor.page.get_by_role("link", name="Clear filters").click()
    expect(visitor.page.get_by_text("Filters: Severity: Warning.")).to_be_visible()
    assert "rule=" not in visitor.page.url
