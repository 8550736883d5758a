"""Links, menu, Back and Forward, cold links, the keyboard, and what is said aloud."""

import re
from urllib.parse import urljoin

import pytest

from kpi_core.web.screens import APP_NAME, FAVICON, SCREENS

INDICATOR = "Repeat child protection plans"

DEEP = "/indicator?indicator=repeat-child-protection-plans&status=Red"


def test_a_cold_deep_link_opens_whole(visitor) -> None:
    """The first request that this server gets; no address without a screen before it."""
    visitor.open(DEEP)
    assert visitor.heading == INDICATOR
    assert visitor.page.title() == f"{INDICATOR} – {APP_NAME}"
    menu = visitor.page.get_by_role("navigation", name="Screens")
    assert menu.get_by_role("link").count() == len(SCREENS)
    assert "Status: Red" in visitor.said


def test_back_and_forward_restore_what_was_shown(visitor) -> None:
    visitor.open("/").follow("Red: 8").follow(INDICATOR)
    steps = [visitor.page.url]
    visitor.act(visitor.page.go_back)
    assert visitor.said.startswith("Showing 8 of 18")
    assert len(visitor.titles()) == 8
    visitor.act(visitor.page.go_back)
    assert visitor.said == "Showing 18 of 18 indicators."
    assert "status" not in visitor.page.url
    visitor.act(visitor.page.go_forward)
    assert "Status: Red" in visitor.said
    visitor.act(visitor.page.go_forward)
    assert visitor.heading == INDICATOR
    assert visitor.page.url == steps[0]


def test_a_filter_click_goes_into_the_address_and_not_into_the_history(visitor) -> None:
    visitor.open("/")
    length = visitor.page.evaluate("history.length")
    amber = visitor.page.get_by_role("button", name="Amber", exact=True)
    visitor.act(amber.click)
    assert visitor.said.startswith("Showing 5 of 18")
    assert visitor.page.url.endswith("?status=Amber")
    assert visitor.page.evaluate("history.length") == length


def test_the_menu_keeps_the_filters_on_every_screen(visitor) -> None:
    visitor.open("/?status=Red&theme=Domestic+abuse")
    for entry in (*SCREENS[1:], SCREENS[0]):
        visitor.follow(entry.title)
        assert "status=Red&theme=Domestic+abuse" in visitor.page.url
        current = visitor.page.get_by_role("navigation", name="Screens").locator("[aria-current]")
        assert current.inner_text() == entry.title
        if entry.key != "indicator":
            assert visitor.page.title() == f"{entry.title} – {APP_NAME}"
    assert visitor.said.startswith("Showing 1 of 18")


def test_ctrl_click_opens_a_whole_screen_beside_this_one(visitor) -> None:
    visitor.open("/?status=Red")
    before = visitor.page.url
    with visitor.context.expect_page() as opened:
        visitor.link(INDICATOR).click(modifiers=["ControlOrMeta"])
    other = opened.value
    visitor.settle(other)
    assert other.get_by_role("heading", level=1).inner_text() == INDICATOR
    assert "status=Red" in other.url
    assert visitor.page.url == before
    assert visitor.said.startswith("Showing 8 of 18")


def test_links_work_without_our_script(visit, server) -> None:
    visitor = visit(server)
    visitor.context.route("**/kpi/links.js*", lambda route: route.fulfill(body=""))
    visitor.open("/?status=Red")
    visitor.link(INDICATOR).click()
    visitor.page.wait_for_url("**/indicator?*")
    visitor.settle()
    assert visitor.heading == INDICATOR
    assert "Status: Red" in visitor.said


@pytest.mark.parametrize("path", ["/a/b", "/indicator/x", "/nopage"])
def test_an_unknown_address_says_so_and_leads_back(visitor, path) -> None:
    answer = visitor.page.goto(visitor.base + path)
    assert answer.status == 404
    visitor.trouble.clear()  # the browser logs a 404 that it was asked to open
    assert visitor.heading == "Page not found"
    visitor.page.get_by_role("link").click()
    visitor.settle()
    assert "18 indicators" in visitor.heading


def test_an_unknown_indicator_is_said_and_the_list_offered(visitor) -> None:
    visitor.open("/indicator?indicator=nothing-of-the-kind")
    assert visitor.page.get_by_text("nothing-of-the-kind").is_visible()
    visitor.follow(INDICATOR)
    assert visitor.heading == INDICATOR


def test_the_manager_can_do_it_by_keyboard_alone(visitor) -> None:
    visitor.open("/")
    visitor.tab_to("Red and Declining: 1")
    assert _outlined(visitor)
    visitor.act(lambda: visitor.page.keyboard.press("Enter"))
    visitor.page.wait_for_function(
        "() => document.activeElement.textContent.startsWith('Showing 1')"
    )
    visitor.tab_to(INDICATOR)
    assert _outlined(visitor)
    visitor.act(lambda: visitor.page.keyboard.press("Enter"))
    visitor.page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert visitor.focused == INDICATOR
    assert visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    button = visitor.page.get_by_role("button", name="Trend: PNG")
    for _ in range(40):
        visitor.page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    with visitor.page.expect_download() as download:
        visitor.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".png")


def _outlined(visitor) -> bool:
    """Whether the focused element shows it: an outline of 2 px or more."""
    style = visitor.page.evaluate(
        "() => (({ outlineStyle, outlineWidth }) => [outlineStyle, parseFloat(outlineWidth)])"
        "(getComputedStyle(document.activeElement))"
    )
    return style[0] != "none" and style[1] >= 2


LOOK = """element => JSON.stringify(
  [element, element.parentElement, element.closest("[data-baseweb]")].filter(Boolean)
    .map(each => getComputedStyle(each)).map(s => [s.outline, s.boxShadow, s.borderColor]))"""


def test_every_stop_of_the_keyboard_is_seen(visitor) -> None:
    """Each element that Tab reaches looks different from how it looks without the focus."""
    visitor.open("/?status=Red&direction=Declining")
    visitor.page.add_style_tag(content="* { transition: none !important; }")
    stops = []
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        element = visitor.page.evaluate_handle("document.activeElement").as_element()
        if element.evaluate("element => element === document.body"):
            break
        stops.append(element.evaluate("element => element.outerHTML.slice(0, 150)"))
        with_focus = element.evaluate(LOOK)
        assert element.is_visible(), f"focus on something that is not seen: {stops[-1]}"
        element.evaluate("element => element.blur()")
        without = element.evaluate(LOOK)
        element.evaluate("element => element.focus()")
        assert with_focus != without, f"focus cannot be seen on {stops[-1]}"
    assert len(stops) > 15


def test_skip_link_is_first_and_leads_past_the_menu(visitor) -> None:
    visitor.open("/")
    visitor.page.keyboard.press("Tab")
    assert re.search("skip", visitor.focused, re.IGNORECASE)
    visitor.page.keyboard.press("Enter")
    inside = "document.querySelector('[data-testid=stMain]').contains(document.activeElement)"
    assert visitor.page.evaluate(inside)


def test_a_new_count_is_said_aloud(visitor) -> None:
    visitor.open("/")
    voice = visitor.page.locator('[role="status"]').filter(has_text="Showing")
    assert voice.count() == 0
    visitor.act(visitor.page.get_by_role("button", name="Green", exact=True).click)
    voice.wait_for(state="attached")
    assert voice.inner_text().startswith("Showing 4 of 18 indicators.")
    search = visitor.page.get_by_role("searchbox", name="Find in the indicators")
    search.press_sequentially("care")
    visitor.page.wait_for_function(
        "() => [...document.querySelectorAll('[role=status]')]"
        ".some(element => element.textContent.includes('Text: care'))"
    )
    assert search.evaluate("box => box === document.activeElement")


@pytest.mark.parametrize("place", ["stApp", "stMain", "stMainBlockContainer", "stHeader"])
def test_the_parts_of_streamlit_that_style_and_script_name_are_there(visitor, place) -> None:
    visitor.open("/")
    assert visitor.page.get_by_test_id(place).count() == 1


def test_the_language_is_british_english(visitor) -> None:
    visitor.open("/")
    assert visitor.page.locator("html").get_attribute("lang") == "en-GB"


def test_nothing_of_the_framework_is_left_on_the_page(visitor) -> None:
    visitor.open("/")
    said = visitor.page.inner_text("body").casefold()
    assert not re.search("streamlit|made with|deploy", said)
    icon = visitor.page.locator('link[rel~="icon"]').first.get_attribute("href")
    assert visitor.page.request.get(urljoin(visitor.page.url, icon)).body() == FAVICON.read_bytes()
